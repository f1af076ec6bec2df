import { performance } from 'node:perf_hooks'
import type { Clock } from '../../electron/station/ports/ports.ts'

/** The machine's own clock, for tests over real sockets and ports. */
export const realClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(ms, job) {
    const timer = setTimeout(job, ms)
    return () => clearTimeout(timer)
  }
}
