import type { Clock } from '../../electron/station/ports/ports.ts'

export interface ManualClock extends Clock {
  /** Moves both times on by `ms`, running what falls due in order and letting promises settle in between. */
  advance(ms: number): Promise<void>
  /** Timers that wait. */
  pending(): number
}

/** A clock that stands still until it is moved; `startAt` is Unix ms. */
export function createManualClock(startAt = Date.UTC(2026, 0, 15, 9)): ManualClock {
  let elapsed = 0
  let timers: { readonly at: number; readonly job: () => void }[] = []
  return {
    now: () => startAt + elapsed,
    monotonic: () => elapsed,
    after(ms, job) {
      const timer = { at: elapsed + Math.max(0, ms), job }
      timers.push(timer)
      return () => {
        timers = timers.filter(other => other !== timer)
      }
    },
    async advance(ms) {
      const end = elapsed + ms
      await settle()
      for (;;) {
        const due = timers.filter(timer => timer.at <= end).toSorted((one, other) => one.at - other.at)[0]
        if (!due) break
        timers = timers.filter(timer => timer !== due)
        elapsed = Math.max(elapsed, due.at)
        due.job()
        await settle()
      }
      elapsed = end
    },
    pending: () => timers.length
  }
}

/** A turn of the event loop: every promise that could settle has. */
function settle(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}
