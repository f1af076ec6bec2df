import type { Clock } from '../../electron/station/ports/ports.ts'
import { realClock } from './real-clock.ts'

/** The machine's clock, sped up, so that tests of long limits are short while sockets stay real. */
export function scaledClock(times: number): Clock {
  return {
    now: () => realClock.now(),
    monotonic: () => realClock.monotonic() * times,
    after: (ms, job) => realClock.after(ms / times, job)
  }
}
