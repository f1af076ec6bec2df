import type { Random } from './random.ts'

/** So long an input may grow (characters or bytes); what must hold against longer ones has tests of its own. */
const LONGEST = 8192

/** Pieces that readers have stumbled over. */
const PIECES: readonly string[] = [
  '',
  '\0',
  '\u001d',
  '\u0002',
  '\u0003',
  '\r\n',
  '\t',
  ' ',
  '\ufffd',
  '\ufeff',
  '\u00a0',
  '\u2028',
  '\ud800',
  '\udc00',
  'é',
  'ё',
  'Ж',
  '😀',
  '0',
  '1',
  '-1',
  '9'.repeat(20),
  '1e999',
  'NaN',
  '"',
  "'",
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  ';',
  '%',
  '%00',
  '../',
  '<',
  '&',
  '^',
  '~',
  '__proto__',
  'constructor',
  'null',
  'true',
  ']d2',
  ']C1',
  '(01)',
  'A'.repeat(300)
]

/** A text with one to four changes: letters and pieces put in, left out, doubled, turned about, lent by another text. */
export function mutateText(random: Random, base: string, other: string, pieces: readonly string[] = PIECES): string {
  let text = base
  for (let left = 1 + random.below(4); left > 0; left -= 1) text = changed(random, text, other, pieces)
  return text.slice(0, LONGEST)
}

function changed(random: Random, text: string, other: string, pieces: readonly string[]): string {
  const from = random.below(text.length + 1)
  const to = from + random.below(Math.min(12, text.length - from + 1))
  const [before, middle, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)]
  switch (random.below(9)) {
    case 0:
      return before + after
    case 1:
      return before + middle + middle + after
    case 2:
      return before + random.pick(pieces) + after
    case 3:
      return before + random.pick(pieces) + middle + after
    case 4:
      return before + String.fromCharCode(random.below(random.oneIn(4) ? 0x1_0000 : 0x100)) + text.slice(from + 1)
    case 5:
      return before + otherCase(middle) + after
    case 6:
      return before + other.slice(random.below(other.length + 1))
    case 7: {
      const lent = random.below(other.length + 1)
      return before + other.slice(lent, lent + 1 + random.below(24)) + middle + after
    }
    default:
      return random.oneIn(2) ? before : middle + before + after
  }
}

function otherCase(text: string): string {
  const lower = text.toLowerCase()
  return text === lower ? text.toUpperCase() : lower
}

/** Bytes, changed as a text of one character a byte is. */
export function mutateBytes(random: Random, base: Uint8Array, other: Uint8Array): Uint8Array {
  const [text, lender] = [Buffer.from(base).toString('latin1'), Buffer.from(other).toString('latin1')]
  return Buffer.from(mutateText(random, text, lender), 'latin1')
}

/** A text, as a literal that can be pasted. */
export function showText(text: string): string {
  return JSON.stringify(text)
}

/** Bytes, as an expression that can be pasted. */
export function showBytes(bytes: Uint8Array): string {
  return `Buffer.from(${JSON.stringify(Buffer.from(bytes).toString('base64'))}, 'base64')`
}
