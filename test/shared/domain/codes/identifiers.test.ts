import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  checkGtin,
  checkImei,
  checkUin,
  gs1CheckDigit,
  hasValidCheckDigit,
  luhnDigit,
  luhnValid,
  sameGtin,
  toGtin14
} from '../../../../shared/domain/codes/identifiers.ts'
import { digits, gtin, imei } from '../arbitraries.ts'

test('published GTINs of every length have the right check digit', () => {
  for (const known of ['96385074', '036000291452', '4006381333931', '5901234123457', '10614141000415']) {
    expect(hasValidCheckDigit(known), known).toBe(true)
    expect(toGtin14(known)).toBe(known.padStart(14, '0'))
  }
})

test('text that is no GTIN is not padded to one', () => {
  for (const text of ['', '4', '4006381333932', '400638133393', '40063813339310', '400638133393a', '４006381333931']) {
    expect(toGtin14(text), text).toBeNull()
  }
})

test('a GTIN equals itself under any padding, other text only itself', () => {
  expect(sameGtin('4006381333931', '04006381333931')).toBe(true)
  expect(sameGtin('36000291452', '036000291452')).toBe(false)
  expect(sameGtin('036000291452', '0036000291452')).toBe(true)
  expect(sameGtin('4006381333931', '5901234123457')).toBe(false)
  expect(sameGtin('SHIRT-1', 'SHIRT-1')).toBe(true)
  expect(sameGtin('SHIRT-1', 'shirt-1')).toBe(false)
  expect(sameGtin('4006381333932', '04006381333932')).toBe(false)
})

test('any one changed digit of a GTIN is caught', () => {
  fc.assert(
    fc.property(gtin, fc.nat(), fc.integer({ min: 1, max: 9 }), (code, at, by) => {
      expect(hasValidCheckDigit(code)).toBe(true)
      expect(hasValidCheckDigit(changeDigit(code, at, by))).toBe(false)
    })
  )
})

test('any one changed digit of an IMEI is caught', () => {
  fc.assert(
    fc.property(imei, fc.nat(), fc.integer({ min: 1, max: 9 }), (code, at, by) => {
      expect(luhnValid(code)).toBe(true)
      expect(checkImei(changeDigit(code, at, by))).toEqual({ kind: 'bad', problem: { code: 'imeiLuhn' } })
    })
  )
})

test('exactly one last digit is right for any body', () => {
  fc.assert(
    fc.property(digits(1, 20), body => {
      const lasts = [...'0123456789']
      expect(lasts.filter(last => hasValidCheckDigit(body + last))).toEqual([gs1CheckDigit(body)])
      expect(lasts.filter(last => luhnValid(body + last))).toEqual([luhnDigit(body)])
    })
  )
})

test('an IMEI is taken with or without the separators printed in it', () => {
  for (const text of ['490154203237518', '49-015420-323751-8', '49 015420 323751 8', '490154/20/323751/8']) {
    expect(checkImei(text), text).toEqual({ kind: 'ok', value: '490154203237518' })
  }
})

test('an IMEI problem says what is wrong', () => {
  expect(checkImei('490154203237519')).toEqual({ kind: 'bad', problem: { code: 'imeiLuhn' } })
  expect(checkImei('4901542032375')).toEqual({ kind: 'bad', problem: { code: 'imeiLength', length: 13 } })
  expect(checkImei('')).toEqual({ kind: 'bad', problem: { code: 'imeiLength', length: 0 } })
  expect(checkImei('49015420323751O')).toEqual({ kind: 'bad', problem: { code: 'imeiNotDigits' } })
  expect(checkImei('490154-203')).toEqual({ kind: 'bad', problem: { code: 'imeiNotDigits' } })
})

test('a UIN is 16 digits', () => {
  expect(checkUin('1234567890123456')).toEqual({ kind: 'ok', value: '1234567890123456' })
  expect(checkUin('123456789012345')).toEqual({ kind: 'bad', problem: { code: 'uinLength', length: 15 } })
  expect(checkUin('12345678901234567')).toEqual({ kind: 'bad', problem: { code: 'uinLength', length: 17 } })
  expect(checkUin('123456789012345X')).toEqual({ kind: 'bad', problem: { code: 'uinNotDigits' } })
})

test('a GTIN for the metadata is 13 digits with a check digit, and the right one is told', () => {
  expect(checkGtin('4006381333931')).toEqual({ kind: 'ok', value: '4006381333931' })
  expect(checkGtin('4006381333937')).toEqual({ kind: 'bad', problem: { code: 'gtinCheckDigit', expected: '1' } })
  expect(checkGtin('04006381333931')).toEqual({ kind: 'bad', problem: { code: 'gtinLength', length: 14 } })
  expect(checkGtin('400638133393x')).toEqual({ kind: 'bad', problem: { code: 'gtinNotDigits' } })
})

function changeDigit(code: string, at: number, by: number): string {
  const index = at % code.length
  return code.slice(0, index) + String((Number(code[index]) + by) % 10) + code.slice(index + 1)
}
