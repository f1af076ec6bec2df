/** The letter keys of the Russian layout and, in the same places, what the US layout types with them. */
const RUSSIAN = 'йцукенгшщзхъфывапролджэячсмитьбюё'
const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
const LATIN_SHIFTED = 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~'

const CYRILLIC = /[\u0400-\u04ff]/

/** Where the first Cyrillic letter stands (0-based), or -1. */
export function cyrillicAt(text: string): number {
  return text.search(CYRILLIC)
}

/** Undoes a Russian layout letter by letter, as if the same keys were pressed under the US one; digits and punctuation stay. */
export function undoRussianLayout(text: string): string {
  if (cyrillicAt(text) < 0) return text
  let undone = ''
  for (const char of text) {
    const lower = RUSSIAN.indexOf(char)
    const upper = lower < 0 ? RUSSIAN.indexOf(char.toLowerCase()) : -1
    undone += LATIN[lower] ?? LATIN_SHIFTED[upper] ?? char
  }
  return undone
}
