import fc from 'fast-check'
import { gs1CheckDigit, luhnDigit } from '../../../shared/domain/codes/identifiers.ts'

const GS = '\u001d'
const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Runs of digits of a length between the two. */
export function digits(minLength: number, maxLength: number): fc.Arbitrary<string> {
  return charsOf('0123456789', minLength, maxLength)
}

/** GTINs of 8, 12, 13 and 14 digits. */
export const gtin = fc
  .oneof(...[7, 11, 12, 13].map(length => digits(length, length)))
  .map(body => body + gs1CheckDigit(body))

export const imei = digits(14, 14).map(body => body + luhnDigit(body))

/** AI 21 by the GS1 alphabet of 82 characters. */
const serial = charsOf(`${LETTERS_AND_DIGITS}!"%&'()*+,-./_:;<=>?`, 1, 20)

const tail = fc.oneof(
  fc.tuple(base64(4, 4), fc.oneof(base64(44, 44), base64(88, 88))).map(([key, sign]) => `${GS}91${key}${GS}92${sign}`),
  base64(4, 4).map(short => `${GS}93${short}`),
  fc.tuple(base64(4, 4), digits(6, 6)).map(([short, weight]) => `${GS}93${short}${GS}3103${weight}`)
)

/** Right marking codes, with the parts they were made of. */
export const markingCode = fc
  .tuple(digits(13, 13), serial, tail)
  .map(([body, serialText, tailText]) => {
    const gtin14 = body + gs1CheckDigit(body)
    return { code: `01${gtin14}21${serialText}${tailText}`, gtin: gtin14, serial: serialText }
  })
  .filter(({ code }) => code.length <= 135)

/** Any text at all: lone surrogates, control characters, alphabets, and the beginnings that the decoder looks for. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map(units => String.fromCharCode(...units)),
  fc.array(fc.integer({ min: 0, max: 0xff }), { maxLength: 60 }).map(bytes => String.fromCharCode(...bytes)),
  fc
    .tuple(
      fc.constantFrom(']d2', '!', '*', '$WBMP:', 'WB-GI-', 'VRSTK-', '0104600439930112', '010460043993011221', '17'),
      fc.string({ unit: fc.constantFrom(...'0123456789-./ аЪ]|~1%<GS>\u001d'), maxLength: 40 })
    )
    .map(([start, rest]) => start + rest)
)

function base64(minLength: number, maxLength: number): fc.Arbitrary<string> {
  return charsOf(`${LETTERS_AND_DIGITS}+/=`, minLength, maxLength)
}

function charsOf(alphabet: string, minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength })
}
