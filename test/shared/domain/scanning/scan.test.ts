import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkMarkingCode, normalizeSymbol } from '../../../../shared/domain/codes/gs1.ts'
import { hasValidCheckDigit } from '../../../../shared/domain/codes/identifiers.ts'
import { decodeScan, stickerKeys } from '../../../../shared/domain/scanning/scan.ts'
import { anyText, digits, gtin, imei, markingCode } from '../arbitraries.ts'
import { underRussianLayout } from '../russian-layout.ts'

const FRAMES = ['', '\r', '\r\n', '\t', '\u0003', ' ']
const AIMS = ['', ']E0', ']C0', ']d0', ']Q1']

test('any text gets a kind and keeps its raw form, and the raw form means the same', () => {
  fc.assert(
    fc.property(anyText, text => {
      const scan = decodeScan(text)
      expect(text).toContain(scan.raw)
      expect(decodeScan(scan.raw)).toEqual(scan)
      for (const key of stickerKeys(scan)) expect(key).not.toBe('')
    }),
    { numRuns: 1000 }
  )
})

test('a right GTIN of any length is a product under any AIM identifier and frame', () => {
  fc.assert(
    fc.property(gtin, fc.constantFrom(...AIMS), fc.constantFrom(...FRAMES), (barcode, aim, end) => {
      expect(decodeScan(aim + barcode + end)).toEqual({
        kind: 'product',
        raw: aim + barcode,
        symbol: barcode,
        barcode
      })
    })
  )
})

test('a marking code is one whatever is wrong with it, never a product', () => {
  fc.assert(
    fc.property(markingCode, fc.nat(), ({ code }, lost) => {
      const read = code.slice(0, Math.max(18, code.length - (lost % 60)))
      expect(decodeScan(`]d2${read}`)).toEqual({
        kind: 'markingCode',
        raw: `]d2${read}`,
        symbol: normalizeSymbol(read).text,
        check: checkMarkingCode(read)
      })
    })
  )
})

test('a marking code typed under a Russian layout is named as such', () => {
  const code = '0104600439930112215Abcdefg\u001d93xYzW'
  for (const text of [underRussianLayout(code), `ъв2${underRussianLayout(code)}`]) {
    expect(decodeScan(text)).toMatchObject({
      kind: 'markingCode',
      check: { kind: 'bad', problem: { code: 'markingCyrillic', at: 19, char: 'Ф' } }
    })
  }
})

test('fifteen digits are an IMEI, checked', () => {
  fc.assert(
    fc.property(imei, text => {
      expect(decodeScan(text)).toEqual({ kind: 'imei', raw: text, symbol: text, check: { kind: 'ok', value: text } })
    })
  )
  expect(decodeScan('49-015420-323751-8')).toMatchObject({ kind: 'imei', check: { value: '490154203237518' } })
  expect(decodeScan('490154203237519')).toMatchObject({ kind: 'imei', check: { problem: { code: 'imeiLuhn' } } })
})

test('sixteen digits are a UIN, unless the symbol says that they are a GS1 element', () => {
  fc.assert(
    fc.property(digits(16, 16), text => {
      expect(decodeScan(text)).toEqual({ kind: 'uin', raw: text, symbol: text, uin: text })
    })
  )
  expect(decodeScan(']d20104600439930112')).toMatchObject({ kind: 'product', barcode: '4600439930112' })
  expect(decodeScan(']d10104600439930112')).toMatchObject({ kind: 'uin' })
})

test('a date in any separated form is an expiry date, possible or not', () => {
  for (const text of ['12.09.2030', '1.9.2030', '12/09/2030', '12-09-2030', '2030-09-12', '31.02.2030']) {
    expect(decodeScan(text), text).toEqual({ kind: 'expiration', raw: text, symbol: text, text })
  }
})

test('eight digits are a product by check digit, else a day of this century, else GS1 expiry', () => {
  const days = fc.date({
    min: new Date('2000-01-01T00:00:00Z'),
    max: new Date('2099-12-31T00:00:00Z'),
    noInvalidDate: true
  })
  fc.assert(
    fc.property(days, date => {
      const [year = '', month = '', day = ''] = date.toISOString().slice(0, 10).split('-')
      const together = day + month + year
      const expected = hasValidCheckDigit(together) ? 'product' : 'expiration'
      expect(decodeScan(together)).toMatchObject({ kind: expected, raw: together })
      const element = `17${year.slice(2)}${month}${day}`
      expect(decodeScan(element)).toMatchObject(
        hasValidCheckDigit(element) ? { kind: 'product' } : { kind: 'expiration', text: `${day}.${month}.${year}` }
      )
    })
  )
  expect(decodeScan('17280200')).toMatchObject({ kind: 'expiration', text: '29.02.2028' })
  expect(decodeScan('31022030')).toMatchObject({ kind: 'unknown', reason: 'notRecognised' })
})

test.each([
  ['!uKEtQZVx', { kind: 'sticker', barcode: '!uKEtQZVx' }],
  ['*Ab12cD', { kind: 'sticker', barcode: '*Ab12cD' }],
  ['!гЛУеЙЯМч', { kind: 'sticker', barcode: '!uKEtQZVx' }],
  [']Q1!uKEtQZVx', { kind: 'sticker', barcode: '!uKEtQZVx' }],
  ['!Ab1', { kind: 'unknown', reason: 'notRecognised' }],
  [`!${'a'.repeat(20)}`, { kind: 'unknown', reason: 'notRecognised' }],
  ['WB-GI-1234567', { kind: 'supply', supplyId: 'WB-GI-1234567' }],
  ['wb-gi-1234567', { kind: 'supply', supplyId: 'WB-GI-1234567' }],
  ['ЦИ-ПШ-1234567', { kind: 'supply', supplyId: 'WB-GI-1234567' }],
  ['WB-GI-', { kind: 'unknown', reason: 'notRecognised' }],
  ['WB-TRBX-1234567', { kind: 'box', boxId: 'WB-TRBX-1234567' }],
  ['$WBMP:1:123:1234567', { kind: 'box', boxId: '$WBMP:1:123:1234567' }],
  ['$WBMP:1:aB', { kind: 'box', boxId: '$WBMP:1:aB' }],
  ['170046918-0011', { kind: 'pickupCode', orderCode: '170046918-0011' }],
  ['17004-0011', { kind: 'unknown', reason: 'notRecognised' }],
  ['VRSTK-SUPPLY-DONE', { kind: 'command', command: 'supplyDone' }],
  ['МКЫЕЛ-З-ФТТФ', { kind: 'operator', badge: 'ANNA' }],
  ['VRSTK-S-DAMAGED', { kind: 'shelfReason', reason: 'damaged' }],
  ['VRSTK-R-LOST', { kind: 'reprintReason', reason: 'lost' }],
  ['', { kind: 'unknown', reason: 'empty' }],
  [' \u0002\u0003\r\n', { kind: 'unknown', reason: 'empty' }],
  ['\u001d', { kind: 'unknown', reason: 'empty' }],
  ['NOREAD', { kind: 'unknown', reason: 'unreadable' }],
  ['ab\ufffdcd', { kind: 'unknown', reason: 'unreadable' }],
  ['ab\u0000cd', { kind: 'unknown', reason: 'unreadable' }],
  ['4006381333932', { kind: 'unknown', reason: 'notRecognised', raw: '4006381333932' }],
  [']C0SHIRT-1', { kind: 'unknown', reason: 'notRecognised', raw: ']C0SHIRT-1', symbol: 'SHIRT-1' }]
])('%j is told what it is', (text, expected) => {
  expect(decodeScan(text)).toMatchObject(expected)
})

test('a sticker is looked up as read and with the lost asterisk, never ignoring case', () => {
  expect(stickerKeys(decodeScan('!uKEtQZVx\r'))).toEqual(['!uKEtQZVx'])
  expect(stickerKeys(decodeScan('*uKEtQZVx'))).toEqual(['*uKEtQZVx'])
  expect(stickerKeys(decodeScan(']Q1uKEtQZVx'))).toEqual(['uKEtQZVx', '*uKEtQZVx'])
  expect(stickerKeys(decodeScan('гЛУеЙЯМч'))).toEqual(['uKEtQZVx', '*uKEtQZVx'])
  expect(stickerKeys(decodeScan(' \r\n'))).toEqual([])
})
