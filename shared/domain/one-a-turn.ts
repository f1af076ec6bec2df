/** Jobs of one source that may come many at a time. */
export interface Row {
  /** Jobs that wait. */
  readonly length: number
  /** At once when none waits and none was done in this turn of the loop, else in a turn of its own, behind the others. */
  add(job: () => void): void
  /** Those that wait are not done any more. */
  clear(): void
}

/**
 * Does one job of a source a turn of the event loop, so that whoever floods the station (a page that runs wild, a scanner whose
 * trigger sticks) gets no more of it than anybody else: everybody's turn comes between two of its jobs. `later` runs a job in the next
 * turn, as `setImmediate` does.
 */
export function oneATurn(later: (job: () => void) => void): Row {
  const waiting: (() => void)[] = []
  let isTaken = false

  function next(): void {
    const job = waiting.shift()
    if (job === undefined) isTaken = false
    else run(job)
  }

  function run(job: () => void): void {
    isTaken = true
    later(next)
    job()
  }

  return {
    get length() {
      return waiting.length
    },
    add(job) {
      if (isTaken) waiting.push(job)
      else run(job)
    },
    clear: () => void waiting.splice(0)
  }
}
