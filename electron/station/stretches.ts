import { setImmediate } from 'node:timers/promises'

/** Longest time at a stretch that a long look keeps the thread (ms). */
const STRETCH_MS = 4
/** The clock is looked at once in so many steps. */
const STEPS = 64

/** Long work in short stretches: call `isOver` at each step, and wait for `rest` when it is. `steps`: how many small ones take less time than a look at the clock is worth; 1 for each that reads the disk. */
export class Stretch {
  readonly #lookEvery: number
  #began = performance.now()
  #steps = 0

  constructor(steps = STEPS) {
    this.#lookEvery = steps
  }

  /** Whether others have waited long enough. */
  isOver(): boolean {
    return ++this.#steps % this.#lookEvery === 0 && performance.now() - this.#began > STRETCH_MS
  }

  async rest(): Promise<void> {
    await setImmediate()
    this.#began = performance.now()
  }
}

/** So many are sorted at once: a millisecond or so. */
const RUN = 1024

/** A sorted copy, made in stretches; equals keep their order. */
export async function sortedInStretches<T>(
  items: readonly T[],
  compare: (one: T, other: T) => number,
  stretch: Stretch
): Promise<readonly T[]> {
  let runs: T[][] = []
  for (let from = 0; from < items.length; from += RUN) {
    runs.push(items.slice(from, from + RUN).toSorted(compare))
    // A run is many steps.
    await stretch.rest()
  }
  while (runs.length > 1) {
    const merged: T[][] = []
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(await mergedRuns(runs[at] ?? [], runs[at + 1] ?? [], compare, stretch))
    }
    runs = merged
  }
  return runs[0] ?? []
}

async function mergedRuns<T>(
  one: readonly T[],
  other: readonly T[],
  compare: (one: T, other: T) => number,
  stretch: Stretch
): Promise<T[]> {
  const merged: T[] = []
  let [left, right] = [0, 0]
  for (;;) {
    const [a, b] = [one[left], other[right]]
    if (a === undefined && b === undefined) return merged
    if (b === undefined || (a !== undefined && compare(a, b) <= 0)) {
      if (a !== undefined) merged.push(a)
      left += 1
    } else {
      merged.push(b)
      right += 1
    }
    if (stretch.isOver()) await stretch.rest()
  }
}
