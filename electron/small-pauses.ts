import { constants, PerformanceObserver } from 'node:perf_hooks'
import type { PerformanceEntry } from 'node:perf_hooks'
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Both halves of the room for new objects (bytes). In half of it what a decision is done with outlives two collections
 * and counts as old: 400 MB of old objects instead of 280 while very many orders come in, and marking those holds the
 * thread for 60 ms. In four times as much a collection takes 10 ms.
 */
const ROOM = 4 * 2 ** 20

/**
 * Keeps each collection of young garbage short; call it first of all. Left alone, V8 lets the room for new objects grow to
 * 64 MB while very many orders come in, and empties it in one go, together with helper threads that a busy PC lets wait.
 */
export function keepPausesSmall(): void {
  setFlagsFromString('--no-parallel-scavenge')
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (options: { readonly type: 'minor' }) => void
  // V8 takes bounds of the room on the command line only, and a packaged program has none of its own; and whenever there is
  // little to do, the room shrinks. So it is let grow at one collection at a time, of our own.
  new PerformanceObserver(list => {
    if (room() >= ROOM || list.getEntries().every(isOurOwn)) return
    setFlagsFromString('--semi-space-growth-factor=2')
    collect({ type: 'minor' })
    setFlagsFromString('--semi-space-growth-factor=1')
  }).observe({ entryTypes: ['gc'] })
}

function room(): number {
  return getHeapSpaceStatistics().find(space => space.space_name === 'new_space')?.space_size ?? ROOM
}

function isOurOwn(entry: PerformanceEntry): boolean {
  const { flags = 0 } = (entry as { readonly detail?: { readonly flags?: number } }).detail ?? {}
  return (flags & constants.NODE_PERFORMANCE_GC_FLAGS_FORCED) !== 0
}
