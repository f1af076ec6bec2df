import type { Act, Shift } from './acts.ts'
import type { Breach } from './promises.ts'
import { simulate } from './simulate.ts'

/** How shifts are lived through, and how long it is tried to make them smaller (ms of real time, or so). */
interface Shrinking {
  readonly live?: (shift: Shift) => Promise<{ readonly breach: Breach | null }>
  readonly withinMs?: number
}

/** The shift with as few acts as still break the same promise. */
export async function shrunk(
  shift: Shift,
  breach: Breach,
  { live = simulate, withinMs = 300_000 }: Shrinking = {}
): Promise<{ readonly shift: Shift; readonly breach: Breach }> {
  const until = performance.now() + withinMs
  let least = { shift, breach }

  async function tried(acts: readonly Act[]): Promise<boolean> {
    const smaller = { ...shift, acts: [...acts] }
    const outcome = await live(smaller)
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
