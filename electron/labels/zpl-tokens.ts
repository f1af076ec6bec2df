import { BadLabelError } from './bad-label.ts'

/** One command: prefix `^` or `~`, two characters of name in capitals, and what follows as it came, its parameters parted by commas. */
export interface ZplToken {
  readonly prefix: '^' | '~'
  readonly name: string
  readonly args: Uint8Array
}

const CARET = 0x5e
const TILDE = 0x7e
const COMMA = 0x2c

/** The characters that make commands of text; a label may change each of them. */
interface Signs {
  readonly CC: number
  readonly CT: number
  readonly CD: number
}

/** Commands whose parameter is text: no comma in it parts anything. */
const TEXTS: readonly string[] = ['FD', 'FV', 'FX']
/** Commands that bring data in the printer's memory or in place: how many parameters stand before it. */
const PARAMETERS: { readonly [command: string]: number } = { '^GF': 4, '~DG': 3, '~DY': 5 }

/**
 * Splits ZPL into commands as a printer with the maker's prefixes does, following the label where it changes a prefix or the
 * delimiter. Binary graphics are skipped by their declared length, so that no byte of a picture is taken for a command.
 */
export function tokenizeZpl(zpl: Uint8Array): readonly ZplToken[] {
  const tokens: ZplToken[] = []
  let signs: Signs = { CC: CARET, CT: TILDE, CD: COMMA }
  let at = nextPrefix(zpl, 0, signs)
  while (at < zpl.length) {
    const name = nameAt(zpl, at + 1)
    if (name === null) {
      at = nextPrefix(zpl, at + 1, signs)
      continue
    }
    const start = at + 3
    if (name === 'CC' || name === 'CT' || name === 'CD') {
      signs = changed(signs, name, zpl[start])
      at = nextPrefix(zpl, start + 1, signs)
      continue
    }
    const prefix = zpl[at] === signs.CC ? '^' : '~'
    const end = nextPrefix(zpl, start + binaryLength(zpl, prefix + name, start, signs.CD), signs)
    tokens.push({ prefix, name, args: withCommas(zpl.subarray(start, end), prefix + name, signs.CD) })
    at = end
  }
  return tokens
}

function changed(signs: Signs, name: keyof Signs, to: number | undefined): Signs {
  const others = Object.entries(signs).filter(([sign]) => sign !== name)
  // A letter, a digit or a sign that means something else already would make nonsense of the rest.
  const isFit = to !== undefined && to > 0x20 && to < 0x7f && !/[A-Za-z0-9]/.test(String.fromCharCode(to))
  if (!isFit || others.some(([, sign]) => sign === to)) throw new BadLabelError('notHonoured', `^${name}`)
  return { ...signs, [name]: to }
}

function nextPrefix(zpl: Uint8Array, from: number, { CC, CT }: Signs): number {
  let at = from
  while (at < zpl.length && zpl[at] !== CC && zpl[at] !== CT) at += 1
  return at
}

function nameAt(zpl: Uint8Array, at: number): string | null {
  const name = latin1(zpl.subarray(at, at + 2)).toUpperCase()
  return /^[A-Z][0-9A-Z@]$/.test(name) ? name : null
}

/** Parameters parted by commas, whatever parted them. */
function withCommas(args: Uint8Array, command: string, delimiter: number): Uint8Array {
  if (delimiter === COMMA || TEXTS.includes(command.slice(1))) return args
  const data = PARAMETERS[command]
  const end = data === undefined ? args.length : parametersAt(args, 0, data, delimiter).length
  if (args.subarray(0, end).includes(COMMA)) throw new BadLabelError('notHonoured', '^CD')
  return args.map((byte, at) => (at < end && byte === delimiter ? COMMA : byte))
}

/** Bytes from `start` that are no text: parameters and data of a binary graphic or download; 0 for anything else. */
function binaryLength(zpl: Uint8Array, command: string, start: number, delimiter: number): number {
  // ^GF format, bytes, … ; ~DY name, format, extension, bytes, …
  const [formatAt, countAt] = command === '^GF' ? [0, 1] : [1, 3]
  const parameters = command === '~DG' ? undefined : PARAMETERS[command]
  if (parameters === undefined) return 0
  const { fields, length } = parametersAt(zpl, start, parameters, delimiter)
  if (/^\s*A?\s*$/i.test(fields[formatAt] ?? 'none')) return 0
  const count = Number(fields[countAt])
  if (fields.length < parameters || !Number.isInteger(count) || count < 0 || start + length + count > zpl.length) {
    throw new BadLabelError('unreadableGraphic', command)
  }
  return length + count
}

/** The first `count` parameters from `start`, and how many bytes they and their delimiters take. */
export function parametersAt(
  bytes: Uint8Array,
  start: number,
  count: number,
  delimiter = COMMA
): { readonly fields: readonly string[]; readonly length: number } {
  const fields: string[] = []
  let from = start
  while (fields.length < count) {
    const end = bytes.indexOf(delimiter, from)
    // No parameter is longer than a file name on the printer.
    if (end < 0 || end - from > 64) break
    fields.push(latin1(bytes.subarray(from, end)))
    from = end + 1
  }
  return { fields, length: from - start }
}

/** One character a byte. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
