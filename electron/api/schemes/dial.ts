import type { Dial } from '../../station/ports/ports.ts'

/** What the marketplace tells of a buyer's phones; null: not assigned yet. */
export interface Phones {
  readonly replacementPhone: string | null
  readonly phone: string | null
  readonly phoneCode: string | null
  readonly additionalPhoneCodes: readonly string[]
  readonly replacementAdditionalPhones: readonly string[]
  readonly additionalPhones: readonly string[]
}

/**
 * What to dial for a buyer, best first (the vendor's notes of 2026 on DBS buyers): the replacement phone; the phone with
 * its code, then with each additional code, alone where there is none; then the lists. Empty: nothing is assigned yet.
 */
export function dialsOf(phones: Phones): readonly Dial[] {
  const { replacementPhone, phone, phoneCode, additionalPhoneCodes } = phones
  const codes = [...new Set([...(phoneCode === null ? [] : [phoneCode]), ...additionalPhoneCodes])]
  const withCodes = codes.length === 0 ? [null] : codes
  const plain = [...phones.replacementAdditionalPhones, ...phones.additionalPhones]
  const dials = [
    ...(replacementPhone === null ? [] : [{ phone: replacementPhone, code: null }]),
    ...(phone === null ? [] : withCodes.map(code => ({ phone, code }))),
    ...plain.map(other => ({ phone: other, code: null }))
  ]
  return dials.filter(
    (dial, place) => dials.findIndex(({ phone: number, code }) => number === dial.phone && code === dial.code) === place
  )
}
