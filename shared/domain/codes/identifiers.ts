import { bad, ok, type Check } from './check.ts'

export type { Check } from './check.ts'
export { checkExpiration } from './expiration.ts'
export type { ExpirationProblem } from './expiration.ts'

export type ImeiProblem =
  | { readonly code: 'imeiLength'; readonly length: number }
  | { readonly code: 'imeiNotDigits' }
  | { readonly code: 'imeiLuhn' }

export type UinProblem = { readonly code: 'uinLength'; readonly length: number } | { readonly code: 'uinNotDigits' }

export type GtinProblem =
  | { readonly code: 'gtinLength'; readonly length: number }
  | { readonly code: 'gtinNotDigits' }
  | { readonly code: 'gtinCheckDigit'; readonly expected: string }

const DIGITS = /^[0-9]+$/
const GTIN_LENGTHS: readonly number[] = [8, 12, 13, 14]

/** True for a non-empty run of ASCII digits. */
export function isDigits(text: string): boolean {
  return DIGITS.test(text)
}

/** The GS1 mod-10 check digit for the digits before it: weights 3, 1, 3… from the right (GS1 General Specifications, 7.9.1). */
export function gs1CheckDigit(body: string): string {
  let sum = 0
  for (let index = 0; index < body.length; index += 1) {
    sum += Number(body[body.length - 1 - index]) * (index % 2 === 0 ? 3 : 1)
  }
  return String((10 - (sum % 10)) % 10)
}

/** True for two or more digits of which the last is the right GS1 check digit; false for anything else. */
export function hasValidCheckDigit(digits: string): boolean {
  return isDigits(digits) && digits.length > 1 && gs1CheckDigit(digits.slice(0, -1)) === digits.slice(-1)
}

/** A GTIN of 8, 12, 13 or 14 digits left-padded to 14; null for another length or a wrong check digit. */
export function toGtin14(digits: string): string | null {
  return GTIN_LENGTHS.includes(digits.length) && hasValidCheckDigit(digits) ? digits.padStart(14, '0') : null
}

/** True for as many digits as a GTIN has, of which the last is not the right check digit: one was misread or mistyped. */
export function isMisreadGtin(text: string): boolean {
  return GTIN_LENGTHS.includes(text.length) && isDigits(text) && !hasValidCheckDigit(text)
}

/** True if both are one GTIN whatever their padding; text that is no GTIN must be equal exactly. */
export function sameGtin(a: string, b: string): boolean {
  const first = toGtin14(a)
  const second = toGtin14(b)
  return first !== null && second !== null ? first === second : a === b
}

/** The Luhn digit for the digits before it: every second one from the right is doubled (ISO/IEC 7812-1, annex B). */
export function luhnDigit(body: string): string {
  let sum = 0
  for (let index = 0; index < body.length; index += 1) {
    const digit = Number(body[body.length - 1 - index])
    const weighted = index % 2 === 0 ? digit * 2 : digit
    sum += weighted > 9 ? weighted - 9 : weighted
  }
  return String((10 - (sum % 10)) % 10)
}

/** True for two or more digits of which the last is the right Luhn digit; false for anything else. */
export function luhnValid(digits: string): boolean {
  return isDigits(digits) && digits.length > 1 && luhnDigit(digits.slice(0, -1)) === digits.slice(-1)
}

/** Drops the spaces, '-' and '/' that makers print inside an IMEI, but only if exactly 15 digits are left. */
export function stripImeiSeparators(text: string): string {
  const stripped = text.replace(/[ \-/]/g, '')
  return /^[0-9]{15}$/.test(stripped) ? stripped : text
}

/** An IMEI as the API takes it: 15 digits, the last by Luhn (3GPP TS 23.003). */
export function checkImei(text: string): Check<ImeiProblem> {
  const value = stripImeiSeparators(text)
  if (value !== '' && !isDigits(value)) return bad({ code: 'imeiNotDigits' })
  if (value.length !== 15) return bad({ code: 'imeiLength', length: value.length })
  return luhnValid(value) ? ok(value) : bad({ code: 'imeiLuhn' })
}

/** A UIN as the API takes it: 16 digits, no check digit is published. */
export function checkUin(text: string): Check<UinProblem> {
  if (text !== '' && !isDigits(text)) return bad({ code: 'uinNotDigits' })
  return text.length === 16 ? ok(text) : bad({ code: 'uinLength', length: text.length })
}

/** A GTIN as the API takes it in an order's metadata: 13 digits with a GS1 check digit; `expected` is the digit that would be right. */
export function checkGtin(text: string): Check<GtinProblem> {
  if (text !== '' && !isDigits(text)) return bad({ code: 'gtinNotDigits' })
  if (text.length !== 13) return bad({ code: 'gtinLength', length: text.length })
  const expected = gs1CheckDigit(text.slice(0, -1))
  return text.endsWith(expected) ? ok(text) : bad({ code: 'gtinCheckDigit', expected })
}
