import type { Clock } from '../station/ports/ports.ts'

/** What `work` comes to, or `otherwise` once `ms` are over; then nobody waits for it any more. */
export function within<T>(clock: Clock, ms: number, work: Promise<T>, otherwise: T): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => resolve(otherwise))
    work.then(resolve, reject).finally(cancel)
  })
}

const CLOSE_LIMIT_MS = 1000

/** Settles with `closing`, or after a second: what was unplugged may never say that it has closed. */
export function closedSoon(clock: Clock, closing: Promise<void>): Promise<void> {
  return within(clock, CLOSE_LIMIT_MS, closing, undefined)
}
