import { performance } from 'node:perf_hooks'
import type { Clock } from '../../electron/station/ports/ports.ts'

/** The process shows so often that it gets to run (ms). */
const LOOK_MS = 10
/** Of the time between two looks so much counts at most (ms). */
const MOST_MS = 20

let lookedAt = performance.now()
let passed = 0

function monotonic(): number {
  return passed + Math.min(performance.now() - lookedAt, MOST_MS)
}

setInterval(() => {
  passed = monotonic()
  lookedAt = performance.now()
}, LOOK_MS).unref()

/**
 * The machine's own clock, for tests over real sockets and ports. What a busy machine withholds from this process is no time:
 * the device at the other end, in this process too, did not get it either.
 */
export const realClock: Clock = {
  now: () => Date.now(),
  monotonic,
  after(ms, job) {
    const due = monotonic() + ms
    let timer = setTimeout(look, ms)
    function look(): void {
      const left = due - monotonic()
      // Timers may be up to a millisecond early.
      if (left < 1) job()
      else timer = setTimeout(look, left)
    }
    return () => clearTimeout(timer)
  }
}
