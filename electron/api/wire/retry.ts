const FIRST_MS = 1000
const LONGEST_MS = 60_000

/**
 * Ms to wait before attempt number `attempt` + 1 (0: the first one failed): doubles from 1 s to 60 s, and up to a
 * quarter less by `jitter` (0..1), so that stations which lost the same network do not all come back at once.
 */
export function retryDelay(attempt: number, jitter: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 16))
  return Math.round(full * (1 - jitter / 4))
}

/** A fixed, well spread sequence of 0..1 (golden ratio): `count` picks the place. */
export function jitterOf(count: number): number {
  return (count * 0.618_033_988_749_895) % 1
}
