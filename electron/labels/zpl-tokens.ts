import { BadLabelError } from './bad-label.ts'

/** One command: prefix `^` or `~`, two characters of name in capitals, and what follows as it came. */
export interface ZplToken {
  readonly prefix: '^' | '~'
  readonly name: string
  readonly args: Uint8Array
}

const CARET = 0x5e
const TILDE = 0x7e
const COMMA = 0x2c

/** Commands that move the prefixes or the delimiter, and the only value with which they change nothing. */
const STANDARD_PREFIXES: Readonly<Record<string, number>> = { CC: CARET, CT: TILDE, CD: COMMA }

/**
 * Splits ZPL into commands. Binary graphics are skipped by their declared length, so that no byte of a picture is taken
 * for a command. Throws `BadLabelError` where the text cannot be read with the standard prefixes.
 */
export function tokenizeZpl(zpl: Uint8Array): readonly ZplToken[] {
  const tokens: ZplToken[] = []
  let at = nextPrefix(zpl, 0)
  while (at < zpl.length) {
    const name = nameAt(zpl, at + 1)
    if (name === null) {
      at = nextPrefix(zpl, at + 1)
      continue
    }
    const standard = STANDARD_PREFIXES[name]
    if (standard !== undefined && zpl[at + 3] !== standard) throw new BadLabelError('prefixChanged')
    const prefix = zpl[at] === CARET ? '^' : '~'
    const start = at + 3
    const end = nextPrefix(zpl, start + binaryLength(zpl, prefix + name, start))
    tokens.push({ prefix, name, args: zpl.subarray(start, end) })
    at = end
  }
  return tokens
}

function nextPrefix(zpl: Uint8Array, from: number): number {
  let at = from
  while (at < zpl.length && zpl[at] !== CARET && zpl[at] !== TILDE) at += 1
  return at
}

function nameAt(zpl: Uint8Array, at: number): string | null {
  const name = latin1(zpl.subarray(at, at + 2)).toUpperCase()
  return /^[A-Z][0-9A-Z@]$/.test(name) ? name : null
}

/** Bytes from `start` that are no text: parameters and data of a binary graphic or download; 0 for anything else. */
function binaryLength(zpl: Uint8Array, command: string, start: number): number {
  // ^GF format, bytes, … (4 parameters); ~DY name, format, extension, bytes, … (5 parameters)
  const [formatAt, countAt, parameters] = command === '^GF' ? [0, 1, 4] : command === '~DY' ? [1, 3, 5] : [0, 0, 0]
  if (parameters === 0) return 0
  const { fields, length } = parametersAt(zpl, start, parameters)
  if (/^\s*A?\s*$/i.test(fields[formatAt] ?? 'none')) return 0
  const count = Number(fields[countAt])
  if (fields.length < parameters || !Number.isInteger(count) || count < 0 || start + length + count > zpl.length) {
    throw new BadLabelError('unreadableGraphic')
  }
  return length + count
}

/** The first `count` parameters from `start`, and how many bytes they and their commas take. */
export function parametersAt(
  bytes: Uint8Array,
  start: number,
  count: number
): { readonly fields: readonly string[]; readonly length: number } {
  const fields: string[] = []
  let from = start
  while (fields.length < count) {
    const comma = bytes.indexOf(COMMA, from)
    // No parameter is longer than a file name on the printer.
    if (comma < 0 || comma - from > 64) break
    fields.push(latin1(bytes.subarray(from, comma)))
    from = comma + 1
  }
  return { fields, length: from - start }
}

/** One character a byte. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
