import type { DeviceState, ScannerPort } from '../../electron/station/ports/ports.ts'
import { until } from '../support/until.ts'

export interface Watched {
  /** What has been read so far. */
  readonly frames: string[]
  readonly isReady: () => boolean
  readonly isLost: () => boolean
  readonly stop: () => Promise<void>
}

/** Starts a scanner and keeps what it says. */
export function watch(scanner: ScannerPort): Watched {
  const frames: string[] = []
  let state: DeviceState = { kind: 'absent' }
  const stop = scanner.start({
    onFrame: text => frames.push(text),
    onState: next => {
      state = next
    }
  })
  return {
    frames,
    isReady: () => state.kind === 'ready',
    isLost: () => state.kind === 'fault' && state.fault === 'lost',
    stop
  }
}

/** Ms from the act until the condition holds. */
export async function timed(act: () => Promise<void>, condition: () => boolean): Promise<number> {
  const from = performance.now()
  await act()
  await until('the change', condition)
  return Math.round(performance.now() - from)
}
