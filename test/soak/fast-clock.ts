import type { Clock } from '../../electron/station/ports/ports.ts'

/** A clock that runs so many times as fast as the machine's since `epoch` (Unix ms); two processes with the same numbers agree. */
export function fastClock(epoch: number, times: number): Clock {
  const monotonic = (): number => (Date.now() - epoch) * times
  return {
    now: () => epoch + monotonic(),
    monotonic,
    after(ms, job) {
      const timer = setTimeout(job, ms / times)
      return () => clearTimeout(timer)
    }
  }
}
