import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GS } from '../../../../shared/domain/codes/gs1.ts'
import { toGtin14 } from '../../../../shared/domain/codes/identifiers.ts'
import { makeEan13, makeImei, makeMarkingCode, makeUin } from '../../../../shared/domain/printing/samples.ts'
import { decodeScan } from '../../../../shared/domain/scanning/scan.ts'
import { gtin } from '../arbitraries.ts'

const seed = fc.nat()

test('made codes are decoded as what they were made for, and depend on the seed alone', () => {
  fc.assert(
    fc.property(fc.oneof(seed, fc.double()), any => {
      expect(decodeScan(makeEan13(any))).toMatchObject({ kind: 'product' })
      expect(decodeScan(makeImei(any))).toMatchObject({ kind: 'imei', check: { kind: 'ok' } })
      expect(decodeScan(makeUin(any))).toMatchObject({ kind: 'uin' })
      expect(makeEan13(any)).toBe(makeEan13(any))
    })
  )
})

test('a made marking code passes the check, for its GTIN, with the ending asked for', () => {
  fc.assert(
    fc.property(gtin, seed, fc.constantFrom('crypto' as const, 'short' as const), (text, any, tail) => {
      const code = makeMarkingCode({ gtin: text, seed: any, tail })
      expect(makeMarkingCode({ gtin: text, seed: any, tail })).toBe(code)
      expect(decodeScan(code)).toMatchObject({
        kind: 'markingCode',
        check: { kind: 'ok', value: { code, gtin: toGtin14(text) } }
      })
      expect(code.includes(`${GS}${tail === 'short' ? '93' : '92'}`)).toBe(true)
    })
  )
})

test('different seeds make different codes', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 999_999_999 }), { minLength: 2, maxLength: 50 }), seeds => {
      for (const make of [makeEan13, makeImei, makeUin]) expect(new Set(seeds.map(make)).size).toBe(seeds.length)
      const codes = seeds.map(any => makeMarkingCode({ gtin: '4006381333931', seed: any, tail: 'short' }))
      expect(new Set(codes).size).toBe(seeds.length)
    })
  )
})

test('a marking code is not made for text that is no GTIN', () => {
  expect(() => makeMarkingCode({ gtin: 'SHIRT-1', seed: 1, tail: 'short' })).toThrow('not a GTIN')
})
