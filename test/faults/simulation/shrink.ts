import type { Act, Shift } from './acts.ts'
import type { Breach } from './promises.ts'
import { simulate } from './simulate.ts'

/** The shift with as few acts as still break the same promise, found within `withinMs` of real time or so. */
export async function shrunk(
  shift: Shift,
  breach: Breach,
  withinMs = 300_000
): Promise<{ readonly shift: Shift; readonly breach: Breach }> {
  const until = performance.now() + withinMs
  let least = { shift, breach }

  async function tried(acts: readonly Act[]): Promise<boolean> {
    const smaller = { ...shift, acts: [...acts] }
    const outcome = await simulate(smaller)
    if (outcome.breach?.promise !== breach.promise) return false
    least = { shift: smaller, breach: outcome.breach }
    return true
  }

  for (let size = Math.ceil(shift.acts.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < least.shift.acts.length && performance.now() < until;) {
      const { acts } = least.shift
      const isGone = await tried([...acts.slice(0, from), ...acts.slice(from + size)])
      if (!isGone) from += size
    }
  }
  return least
}
