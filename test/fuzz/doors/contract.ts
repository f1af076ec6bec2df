import { EventEmitter } from 'node:events'
import type { WebSocket } from 'ws'
import { servePage } from '../../../electron/browser/page-socket.ts'
import { methods } from '../../../shared/contract/contract.ts'
import type { StationApi } from '../../../shared/contract/contract.ts'
import { INPUTS } from '../../support/contract-inputs.ts'
import { door, type Door } from '../door.ts'
import { valuesOf } from '../from-schema.ts'
import { mutateJson, showJson } from '../mutate-json.ts'
import { mutateText, showText } from '../mutate.ts'
import { Random } from '../random.ts'

/** A call of a page's: a method and its input, which need not be JSON between Electron's processes. */
export interface Call {
  readonly name: string
  readonly input: unknown
}

/** Things that can't be written as JSON and that a page in Electron could send. */
const ODD: readonly unknown[] = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  10n,
  new Date(Number.NaN),
  new Map([['orderId', 1]]),
  new Set([1]),
  /x/,
  new Uint8Array(3),
  Object.create(null),
  [undefined]
]

/** The usual input of each method, and some that its schema would take. */
export const CALLS: readonly Call[] = Object.entries(INPUTS).flatMap(([name, input]) => {
  const schema = Object.entries(methods).find(([known]) => known === name)?.[1].input
  const value = schema === undefined ? () => undefined : valuesOf(schema)
  const random = new Random(name.length)
  return [{ name, input }, ...Array.from({ length: 3 }, () => ({ name, input: value(random) }))]
})

/** Every method's schema: an input that it takes, or places and no values in the words of the refusal. */
export function openContract(): Door {
  return door<Call>({
    name: 'contract',
    share: 8,
    samples: CALLS,
    mutate: (random, { name, input }, other) => ({
      name: random.oneIn(10) ? other.name : name,
      input: random.oneIn(40) ? random.pick(ODD) : mutateJson(random, input, other.input)
    }),
    enter({ name, input }) {
      const method = Object.entries(methods).find(([known]) => known === name)?.[1]
      if (method === undefined) throw new Error('no such method')
      const parsed = method.input.safeParse(input)
      return `${name} ${parsed.success ? 'taken' : (parsed.error.issues[0]?.code ?? 'refused')}`
    },
    words: ['settings.set taken', 'settings.set invalid_type', 'scan.typed taken', 'orders.claim too_small'],
    show: ({ name, input }) => `${name} ${showJson(input)}`
  })
}

/** What a page writes to its socket: a call, and then one answer to it, or the end of the socket. */
export function openSocket(): Door {
  return door<string>({
    name: 'page socket',
    share: 4,
    samples: CALLS.map(({ name, input }, id) => JSON.stringify({ id, name, input })),
    mutate: mutateText,
    async enter(text) {
      const socket = new FakeSocket()
      const heard: string[] = []
      servePage(socket as unknown as WebSocket, {
        ...apiThat(name => heard.push(Object.hasOwn(methods, name) ? 'known' : 'unknown'))
      })
      socket.emit('message', Buffer.from(text), false)
      await new Promise<void>(resolve => setImmediate(() => setImmediate(resolve)))
      socket.emit('close')
      const answers = socket.sent.filter(message => message.includes('"result"')).length
      const calls = heard.length - 1
      if (socket.closed + answers !== 1 || calls !== answers) throw new Error(`${calls} calls, ${answers} answers`)
      return socket.closed === 1 ? 'no call' : `a call ${heard[1]}`
    },
    words: ['no call', 'a call known', 'a call unknown'],
    show: showText
  })
}

/** A station that answers whatever it is asked with nothing. */
function apiThat(onCall: (name: string) => void): StationApi {
  return {
    invoke: async name => {
      onCall(name)
      return { ok: true, value: undefined }
    },
    left: () => undefined,
    on: () => () => undefined
  }
}

class FakeSocket extends EventEmitter {
  readonly OPEN = 1
  readyState = 1
  bufferedAmount = 0
  isPaused = false
  closed = 0
  readonly sent: string[] = []
  send(text: string): void {
    this.sent.push(text)
  }
  close(): void {
    this.closed += 1
  }
  terminate(): void {
    this.closed += 1
  }
  pause(): void {
    this.isPaused = true
  }
  resume(): void {
    this.isPaused = false
  }
}
