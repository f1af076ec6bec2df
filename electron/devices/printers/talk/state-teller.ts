import type { DeviceState, Log } from '../../../station/ports/ports.ts'

/** Tells a printer's state to whoever watches it, each once, and to the log. */
export interface StateTeller {
  readonly isWatched: boolean
  start(onState: (state: DeviceState) => void): void
  say(state: DeviceState): void
  stop(): void
}

export function createStateTeller(printer: string, log: Log): StateTeller {
  let said = ''
  let watcher: ((state: DeviceState) => void) | null = null

  function say(state: DeviceState): void {
    const words = JSON.stringify(state)
    if (words === said) return
    said = words
    log.info({ printer, state }, 'printer state')
    watcher?.(state)
  }

  return {
    get isWatched() {
      return watcher !== null
    },
    start(onState) {
      watcher = onState
      said = ''
      say({ kind: 'connecting' })
    },
    say,
    stop: () => void (watcher = null)
  }
}
