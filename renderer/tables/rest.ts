/** Longest time at a stretch that the reading of a table keeps the page (ms): half a frame. */
const STRETCH_MS = 8
/** The clock is looked at once in so many steps. */
const STEPS = 256

/** Lets the page live while something long is read: ask `isDue` at each step, and wait for `take` when it is. */
export class Rest {
  #began = performance.now()
  #steps = 0

  isDue(): boolean {
    return ++this.#steps % STEPS === 0 && performance.now() - this.#began > STRETCH_MS
  }

  async take(): Promise<void> {
    await new Promise<void>(done => setTimeout(done))
    this.#began = performance.now()
  }
}

/** So many filled rows a table may have, its header among them. */
const MOST_FILLED = 100_001
/** And so many altogether: as Excel (1,048,576). */
const MOST_ROWS = 2 ** 20

/** A table is longer than anything that a person keeps a list in. */
export class TooManyRows extends Error {}

/** Throws `TooManyRows` beyond so many rows, filled ones or all. */
export function checkRows(filled: number, all: number): void {
  if (filled > MOST_FILLED || all > MOST_ROWS) throw new TooManyRows('too many rows')
}
