import { gs1CheckDigit, luhnDigit, toGtin14 } from '../codes/identifiers.ts'
import { GS } from '../codes/marking-structure.ts'

/** Which ending a made marking code gets: `crypto` is 91 and 92 with 44 characters, `short` is 93. */
export type MarkingTail = 'crypto' | 'short'

const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const SERIAL_ALPHABET = `${LETTERS_AND_DIGITS}!"%&'()*+,-./_:;<=>?`
const BASE64_ALPHABET = `${LETTERS_AND_DIGITS}+/`
/** Prime and not a factor of a power of ten, so that seeds spread over all numbers of a length without repeating. */
const SPREAD = 7919

/** A made EAN-13 of the Russian range 460 with a right check digit; seeds below 10⁹ give different ones. */
export function makeEan13(seed: number): string {
  const body = `460${spread(seed, 9)}`
  return body + gs1CheckDigit(body)
}

/** A made IMEI of 15 digits, right by Luhn; seeds below 10¹⁰ give different ones. */
export function makeImei(seed: number): string {
  const body = `3549${spread(seed, 10)}`
  return body + luhnDigit(body)
}

/** A made UIN of 16 digits; seeds below 10¹⁰ give different ones. */
export function makeUin(seed: number): string {
  return `643100${spread(seed, 10)}`
}

/** A made number of a customs declaration; seeds below 10⁷ give different ones. */
export function makeDeclaration(seed: number): string {
  return `10704010/010624/${spread(seed, 7)}`
}

/** A made marking code with a 13-character serial, one per seed, that `checkMarkingCode` takes; throws on a gtin that is none. */
export function makeMarkingCode(options: {
  readonly gtin: string
  readonly seed: number
  readonly tail: MarkingTail
}): string {
  const gtin = toGtin14(options.gtin)
  if (gtin === null) throw new Error(`not a GTIN: ${options.gtin}`)
  const random = randomSequence(options.seed)
  const serial = `5${spell(options.seed, 6)}${pick(random, SERIAL_ALPHABET, 6)}`
  const tail =
    options.tail === 'short'
      ? `${GS}93${pick(random, BASE64_ALPHABET, 4)}`
      : `${GS}91EE${pick(random, '0123456789', 2)}${GS}92${pick(random, BASE64_ALPHABET, 43)}=`
  return `01${gtin}21${serial}${tail}`
}

function whole(seed: number): number {
  return Number.isFinite(seed) ? Math.abs(Math.trunc(seed)) : 0
}

function spread(seed: number, digits: number): string {
  const range = 10 ** digits
  return String(((whole(seed) % range) * SPREAD + 1_234_567) % range).padStart(digits, '0')
}

/** The seed in base 62, so that no two seeds below 62⁶ share a serial. */
function spell(seed: number, length: number): string {
  let rest = whole(seed)
  let text = ''
  for (let index = 0; index < length; index += 1) {
    text = LETTERS_AND_DIGITS.charAt(rest % 62) + text
    rest = Math.floor(rest / 62)
  }
  return text
}

function pick(random: () => number, alphabet: string, length: number): string {
  let text = ''
  for (let index = 0; index < length; index += 1) text += alphabet.charAt(Math.floor(random() * alphabet.length))
  return text
}

/** Mulberry32: numbers in [0, 1) that depend on the seed alone. */
function randomSequence(seed: number): () => number {
  let state = whole(seed) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
