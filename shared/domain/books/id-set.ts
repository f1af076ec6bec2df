/** Multiplies an id into a place: the golden ratio in 32 bits. */
const SPREAD = 0x9e37_79b1

/**
 * At most so many ids above 0, in room that is made once: a `Set` holds the thread for more than 10 ms whenever it makes
 * room for twice as many. One more than fits throws.
 */
export class IdSet {
  readonly #slots: Float64Array
  readonly #most: number
  #size = 0

  constructor(most: number) {
    this.#most = most
    this.#slots = new Float64Array(2 ** Math.ceil(Math.log2(most * 2 + 2)))
  }

  add(id: number): void {
    const place = this.#placeOf(id)
    if (this.#slots[place] === id) return
    if (this.#size === this.#most) throw new Error(`no room for more than ${this.#most} ids`)
    this.#slots[place] = id
    this.#size += 1
  }

  has(id: number): boolean {
    return this.#slots[this.#placeOf(id)] === id
  }

  /** Where the id is, or would be: at least half of the places are free, so there is one. */
  #placeOf(id: number): number {
    const last = this.#slots.length - 1
    let place = (Math.imul(id, SPREAD) >>> 8) & last
    while (this.#slots[place] !== 0 && this.#slots[place] !== id) place = (place + 1) & last
    return place
  }
}
