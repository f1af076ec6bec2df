/** A page that breaks so often within this time (ms) breaks at once again. */
const TIMES = 3
const WITHIN_MS = 60_000

/** Says whether a page that has just broken is to be loaded anew: not when it has done so again and again. `monotonic` in ms. */
export function createReloads(monotonic: () => number): () => boolean {
  let broken: readonly number[] = []
  return () => {
    const now = monotonic()
    broken = [...broken.filter(at => now - at < WITHIN_MS), now]
    return broken.length <= TIMES
  }
}
