/** A repeatable source of chance: the same seed gives the same shop. */
export interface Random {
  /** From 0 to `below` - 1. */
  int(below: number): number
  pick<Item>(items: readonly [Item, ...Item[]]): Item
  /** `length` characters of `alphabet`. */
  text(length: number, alphabet: string): string
  shuffled<Item>(items: readonly Item[]): Item[]
}

export const HEX = '0123456789abcdef'
export const DIGITS = '0123456789'
export const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** The mulberry32 generator: 32 bits of state, plenty for a practice shop. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  function int(below: number): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((((mixed ^ (mixed >>> 14)) >>> 0) * below) / 4294967296) | 0
  }
  return {
    int,
    pick: items => items[int(items.length)] ?? items[0],
    text: (length, alphabet) => Array.from({ length }, () => alphabet[int(alphabet.length)]).join(''),
    shuffled(items) {
      const keyed = items.map(item => ({ item, key: int(0x7fffffff) }))
      return keyed.toSorted((left, right) => left.key - right.key).map(({ item }) => item)
    }
  }
}
