/** Choices that depend on a seed alone, so that an input is found again by its door, its seed and its number. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed | 0
  }

  /** Mulberry32: a number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from 0 to `below` − 1; 0 where there is none. */
  below(below: number): number {
    return Math.floor(this.next() * Math.max(1, below))
  }

  /** Whether this is one of `times`. */
  oneIn(times: number): boolean {
    return this.below(times) === 0
  }

  /** Throws for an empty list. */
  pick<T>(from: readonly T[]): T {
    const at = this.below(from.length)
    if (from.length === 0) throw new RangeError('nothing to choose from')
    return from[at] as T
  }
}

/** A seed for each door of a run: FNV-1a over its name, so that doors do not walk in step. */
export function seedFor(name: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  return hash
}
