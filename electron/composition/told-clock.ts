import type { Clock } from '../station/ports/ports.ts'

/** The PC's clock is believed up to this (ms): less makes no difference to anything that is judged by it. */
const FAR = 120_000
/** Two answers that agree so far say the same (ms): each is told to the second, and was some time on its way. */
const ALIKE = 60_000

/** A clock that is put right by what the marketplace says the time is. */
export interface ToldClock extends Clock {
  /** The marketplace's time in an answer of its own (Unix ms). */
  hear(at: number): void
  /** How far the PC's clock is ahead of it (ms), behind when below 0; 0: it is right, or nobody said. */
  offMs(): number
}

/** `base` as long as it is right within two minutes; once two answers in a row say that it is not, their time. */
export function createToldClock(base: Clock): ToldClock {
  let offMs = 0
  let heard = 0
  return {
    monotonic: () => base.monotonic(),
    after: (ms, job) => base.after(ms, job),
    now: () => base.now() - offMs,
    offMs: () => offMs,
    hear(at) {
      const told = base.now() - at
      const isAgreed = Math.abs(told - heard) <= ALIKE
      heard = told
      if (isAgreed && Math.abs(told - offMs) > ALIKE) offMs = Math.abs(told) > FAR ? told : 0
    }
  }
}
