import { allOperations } from '../../../electron/api/operations.ts'
import type { Outcome, Transport } from '../../../electron/api/wire/transport.ts'
import { everyCall } from '../../electron/api/all-calls.ts'
import { letRun } from '../../electron/api/practice.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { door, type Door } from '../door.ts'
import { valuesOf } from '../from-schema.ts'
import { mutateJson } from '../mutate-json.ts'
import { Random } from '../random.ts'

/** A call of the client's, by number, and what the marketplace answers: to each request another change of a right answer. */
interface Talk {
  readonly edition: 'seed' | 'successor'
  readonly call: number
  readonly seed: number
}

/** A path of an operation as a pattern for requests. */
const places = allOperations.map(({ method, path, reply, success }) => ({
  method,
  pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/?]+')}(?:\\?|$)`),
  value: valuesOf(reply),
  success
}))
const LOST: Outcome = { kind: 'lost', sent: true, why: 'connection' }

/** The whole client over answers that are nearly right: every call ends in words, and never by a throw. */
export function openClient(): Door {
  return door<Talk>({
    name: 'api client',
    share: 1,
    samples: Array.from({ length: 100 }, (_, call) => ({
      edition: call % 2 === 0 ? 'seed' : 'successor',
      call,
      seed: call
    })),
    mutate: (random, { edition, call }, other) => ({
      edition: random.oneIn(4) ? other.edition : edition,
      call: random.oneIn(3) ? call : random.below(1000),
      seed: random.below(1_000_000_000)
    }),
    async enter({ edition, call, seed }) {
      const { asked, written, clock } = everyCall(transportOf(new Random(seed)), edition, quietLog)
      const calls = [...asked, ...written]
      const number = call % calls.length
      const work = calls[number]
      if (work === undefined) throw new Error('no such call')
      const reply = await letRun(clock, work(), 600_000)
      if (number >= asked.length && reply.kind === 'broken') throw new Error('a write that is called broken')
      return `${number} ${reply.kind}`
    },
    words: ['1 ok', '1 broken'],
    show: talk => JSON.stringify(talk)
  })
}

function transportOf(random: Random): Transport {
  let left = 40
  return {
    async exchange({ method, path }) {
      const place = places.find(one => one.method === method && one.pattern.test(path))
      // Whoever asks for page after page is told at last that there is nobody.
      left -= 1
      if (place === undefined || left < 0 || random.oneIn(30)) return LOST
      const right = place.value(random)
      const json = random.oneIn(2) ? right : mutateJson(random, right, place.value(random))
      const status = random.oneIn(12) ? random.pick([400, 404, 409, 429, 500]) : place.success
      return { kind: 'answer', status, headers: {}, text: JSON.stringify(json) ?? '' }
    },
    close: async () => undefined
  }
}
