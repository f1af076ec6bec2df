import type { BenchContext } from '../../shared/domain/step.ts'
import type { Clock } from '../station/ports/ports.ts'

/** The machine's own clocks. */
export function createClock(): Clock {
  return {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    after(ms, job) {
      const timer = setTimeout(job, Math.max(0, ms))
      return () => clearTimeout(timer)
    }
  }
}

/** The PC's own calendar day at a moment (Unix ms). */
export function dayOf(at: number): BenchContext['today'] {
  const date = new Date(at)
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() }
}
