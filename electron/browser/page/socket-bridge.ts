import type {
  CallError,
  CallResult,
  EventName,
  Events,
  Input,
  MethodName,
  StationBridge
} from '../../../shared/contract/contract.ts'
import type { CallMessage, HostNotice, StationMessage } from '../wire.ts'

/** What happens to one connection; `onClose` comes at the end of every one, also if it never opened. */
export interface SocketEvents {
  onOpen(): void
  onMessage(text: string): void
  onClose(): void
}

export interface SocketBridgeOptions {
  /** Starts a connection; the result sends over it. */
  open(events: SocketEvents): (text: string) => void
  /** Runs `job` once after `ms`. */
  after(ms: number, job: () => void): void
  /** Told whenever the connection comes or goes. */
  onConnection(connected: boolean): void
  /** The host itself has something to say. */
  onNotice(notice: HostNotice): void
}

/** A call made while the connection is away waits this long for it, ms; one that was already sent is never sent again. */
const PATIENCE = 5000
const FIRST_PAUSE = 100
const LONGEST_PAUSE = 2000

interface Waiting {
  readonly text: string
  sent: boolean
  settle(result: CallResult<MethodName>): void
}

/** The contract over a WebSocket that comes back by itself; after each return the station sends its view unasked. */
export function createSocketBridge(options: SocketBridgeOptions): StationBridge {
  const calls = new Map<number, Waiting>()
  const listeners = {
    view: new Set<(payload: never) => void>(),
    lists: new Set<(payload: never) => void>(),
    deskScan: new Set<(payload: never) => void>()
  }
  let send: ((text: string) => void) | null = null
  let pause = FIRST_PAUSE
  let lastId = 0
  let returning = false

  function connect(): void {
    const sendNow = options.open({
      onOpen() {
        send = sendNow
        pause = FIRST_PAUSE
        options.onConnection(true)
        for (const call of calls.values()) transmit(call, sendNow)
      },
      onMessage: text => receive(JSON.parse(text)),
      onClose() {
        send = null
        returning = true
        options.onConnection(false)
        for (const [id, call] of calls) if (call.sent) fail(id, 'the connection broke before the answer came')
        options.after(pause, connect)
        pause = Math.min(pause * 2, LONGEST_PAUSE)
      }
    })
  }

  function receive(message: StationMessage): void {
    if ('id' in message) {
      calls.get(message.id)?.settle(message.result)
      calls.delete(message.id)
      return
    }
    if ('notice' in message) return options.onNotice(message.notice)
    announce(message.event, message.payload)
    // Lists may have changed while the page was away; nobody would announce it again.
    if (returning && message.event === 'view') {
      returning = false
      announce('lists', { revision: (message.payload as Events['view']).revision, topics: null })
    }
  }

  function announce(event: EventName, payload: unknown): void {
    for (const listener of listeners[event]) listener(payload as never)
  }

  function transmit(call: Waiting, over: (text: string) => void): void {
    call.sent = true
    over(call.text)
  }

  function fail(id: number, message: string): void {
    const error: CallError = { kind: 'failed', message }
    calls.get(id)?.settle({ ok: false, error })
    calls.delete(id)
  }

  connect()
  return {
    invoke<N extends MethodName>(name: N, input: Input<N>): Promise<CallResult<N>> {
      const id = ++lastId
      return new Promise(resolve => {
        const call: Waiting = {
          text: JSON.stringify({ id, name, input } satisfies CallMessage),
          sent: false,
          settle: result => resolve(result as CallResult<N>)
        }
        calls.set(id, call)
        if (send) transmit(call, send)
        else options.after(PATIENCE, () => call.sent || fail(id, 'no connection to the station'))
      })
    },
    on(name, listener) {
      const those = listeners[name] as Set<typeof listener>
      those.add(listener)
      return () => {
        those.delete(listener)
      }
    }
  }
}
