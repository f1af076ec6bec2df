import type { Clock, DeviceState, Log, ScannerPort } from '../../station/ports/ports.ts'

const FIRST_RETRY_MS = 250
/** A scanner plugged in again reads within two seconds, and looking for it costs a millisecond or so. */
const LAST_RETRY_MS = 500

export interface SessionListener {
  readonly onFrame: Parameters<ScannerPort['start']>[0]['onFrame']
  /** `where`: the port or device that answered. */
  readonly onOpen: (where: string) => void
  /** Once, whatever the end: not opened, unplugged, dead. */
  readonly onEnd: (wasOpen: boolean, reason: string) => void
}

/** One opening of a scanner; the result ends it. */
export type OpenSession = (listener: SessionListener) => () => Promise<void>

/** A scanner that is opened again for ever, whenever it goes; its state is told as it changes. */
export function keepOpen(options: {
  readonly name: string
  readonly clock: Clock
  readonly log: Log
  readonly open: OpenSession
}): ScannerPort {
  return { name: options.name, start: listener => run(options, listener) }
}

function run(
  { name, clock, log, open }: Parameters<typeof keepOpen>[0],
  listener: Parameters<ScannerPort['start']>[0]
): () => Promise<void> {
  let stopped = false
  let said: DeviceState | null = null
  let retryMs = FIRST_RETRY_MS
  let cancelRetry: (() => void) | null = null
  let closeSession: (() => Promise<void>) | null = null

  function say(state: DeviceState): void {
    if (stopped || JSON.stringify(state) === JSON.stringify(said)) return
    said = state
    listener.onState(state)
  }

  function connect(): void {
    closeSession = open({
      onFrame: listener.onFrame,
      onOpen(where) {
        retryMs = FIRST_RETRY_MS
        log.info({ scanner: name, where }, 'scanner opened')
        say({ kind: 'ready' })
      },
      onEnd(wasOpen, reason) {
        if (wasOpen) log.warn({ scanner: name, reason }, 'scanner lost')
        else log.debug({ scanner: name, reason }, 'scanner did not open')
        say({ kind: 'fault', fault: wasOpen || isLost(said) ? 'lost' : 'unreachable' })
        if (stopped) return
        cancelRetry = clock.after(retryMs, connect)
        retryMs = Math.min(retryMs * 2, LAST_RETRY_MS)
      }
    })
  }

  say({ kind: 'connecting' })
  connect()
  return async () => {
    stopped = true
    cancelRetry?.()
    await closeSession?.()
  }
}

function isLost(state: DeviceState | null): boolean {
  return state?.kind === 'fault' && state.fault === 'lost'
}
