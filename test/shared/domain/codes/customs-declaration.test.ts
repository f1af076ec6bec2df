import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDeclaration, looksLikeDeclaration } from '../../../../shared/domain/codes/customs-declaration.ts'
import { makeDeclaration } from '../../../../shared/domain/printing/samples.ts'
import { decodeScan } from '../../../../shared/domain/scanning/scan.ts'

test.each([
  ['10704010/010624/0000302', '10704010/010624/0000302'],
  ['10702070/140120/0001234', '10702070/140120/0001234'],
  ['05100010/311225/\u041f0000302', '05100010/311225/\u041f0000302'],
  ['55302/010624/0000302', '55302/010624/0000302'],
  ['10704010/010624/0000302/01', '10704010/010624/0000302/01'],
  [' 10704010 / 010624 / 0000302 ', '10704010/010624/0000302'],
  ['107/010624/0000302', '107/010624/0000302'],
  ['10704010/010624/p000302', '10704010/010624/P000302'],
  ['10704010/010624/12345678901234', null],
  ['107/010624/00003', null],
  ['10704010010624/0000302', null],
  ['10704010-010624-0000302', null],
  ['4601234567893', null],
  ['', null]
])('%s', (text, value) => {
  const check = checkDeclaration(text)
  expect(check.kind === 'ok' ? check.value : null).toBe(value)
})

test('what was made as one is one, whatever a scan of its digits might be taken for', () => {
  fc.assert(
    fc.property(fc.nat({ max: 9_999_999 }), seed => {
      const number = makeDeclaration(seed)
      expect(checkDeclaration(number)).toEqual({ kind: 'ok', value: number })
      expect(looksLikeDeclaration(decodeScan(number).raw)).toBe(true)
    })
  )
})

test('any text is judged, and one that passes has a length that the marketplace takes', () => {
  const letters = fc.constantFrom(...'0123456789/-PП x')
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: letters, maxLength: 40 })), text => {
      const check = checkDeclaration(text)
      if (check.kind === 'ok') expect(check.value).toMatch(/^[^\s]{17,29}$/)
      if (!looksLikeDeclaration(text)) expect(check).toEqual({ kind: 'bad', problem: { code: 'declarationFormat' } })
    })
  )
})
