import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GS } from '../../../../shared/domain/codes/gs1.ts'
import { parseGs1Elements } from '../../../../shared/domain/codes/gs1-elements.ts'
import { decodeScan } from '../../../../shared/domain/scanning/scan.ts'
import { digits, gtin } from '../arbitraries.ts'

const GTIN = '04600099929815'
const SKU = '4600099929815'

describe('symbols without a serial name the product', () => {
  test.each([
    // The AIM identifier says GS1.
    [`]e001${GTIN}`, undefined],
    [`]d201${GTIN}`, undefined],
    [`]C101${GTIN}10LOT7`, undefined],
    [`]d201${GTIN}1730091210LOT7`, '12.09.2030'],
    [`]Q301${GTIN}1730091210LOT7`, '12.09.2030'],
    [`]C101${GTIN}17300900`, '30.09.2030'],
    [`]C101${GTIN}17320200`, '29.02.2032'],
    [`]d201${GTIN}10LOT7${GS}17300912`, '12.09.2030'],
    [`]d217300912${GS}10A${GS}01${GTIN}`, '12.09.2030'],
    [`]d2${GS}01${GTIN}17300912`, '12.09.2030'],
    [`]e001${GTIN}3103001250`, undefined],
    [`]J101${GTIN}11260101`, undefined],
    // Not a day of the calendar: the product is known all the same.
    [`]C101${GTIN}17301340`, undefined],
    // What follows is nothing of GS1's.
    [`]C101${GTIN}ZZ`, undefined],
    // A Russian layout between the scanner and us.
    [`ъС101${GTIN}`, undefined],
    // No identifier: everything fits.
    [`01${GTIN}17300912`, '12.09.2030'],
    [`01${GTIN}1730091210LOT7`, '12.09.2030'],
    [`01${GTIN}10LOT7${GS}17300912`, '12.09.2030'],
    [`]d101${GTIN}1730091210LOT7`, '12.09.2030'],
    [`01${GTIN}11260101`, undefined],
    [`01${GTIN}3103001250`, undefined],
    [`(01)${GTIN}(17)300912(10)LOT7`, '12.09.2030'],
    [`01${GTIN}10LOT7|17300912`, '12.09.2030'],
    [`01${GTIN}10LOT7<GS>17300912`, '12.09.2030'],
    [`01${GTIN}37120\\x1d17300912`, '12.09.2030']
  ])('%s', (text, expiration) => {
    const { kind, ...scan } = decodeScan(text)
    expect({ kind, ...scan }).toMatchObject({ kind: 'product', barcode: SKU })
    expect('expiration' in scan ? scan.expiration : undefined).toBe(expiration)
  })

  test.each([
    ['a UIN', `01${GTIN}`, 'uin'],
    ['a wrong check digit', `]d20104600099929816`, 'unknown'],
    ['a box’s own number', ']C100346000999298150012', 'unknown'],
    ['the content of a box', `]C102${GTIN}3712`, 'unknown'],
    ['no elements', '0104600099929815-RED', 'unknown'],
    ['a lot that is too long', `01${GTIN}10${'x'.repeat(21)}`, 'unknown'],
    ['no such day, and nobody says GS1', `01${GTIN}17301340`, 'unknown'],
    ['a unit', `]d201${GTIN}21SERIAL`, 'markingCode'],
    ['a unit as it is printed', `(01)${GTIN}(21)SERIAL`, 'markingCode'],
    ['a product’s plain barcode', `]E0${SKU}`, 'product']
  ])('%s stays what it is', (_, text, kind) => {
    const scan = decodeScan(text)
    expect(scan.kind).toBe(kind)
    expect('expiration' in scan).toBe(false)
  })
})

const VALUE = fc.string({ unit: fc.constantFrom(...'AZaz09-_/:'), minLength: 1, maxLength: 12 })
const DAY = fc
  .record({
    year: fc.integer({ min: 26, max: 99 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 0, max: 28 })
  })
  .map(({ year, month, day }) => [year, month, day].map(part => String(part).padStart(2, '0')).join(''))
/** An element, and whether a separator has to follow it. */
const ELEMENT = fc.oneof(
  DAY.map(day => ({ text: `11${day}`, open: false })),
  DAY.map(day => ({ text: `15${day}`, open: false })),
  digits(6, 6).map(weight => ({ text: `3103${weight}`, open: false })),
  VALUE.map(lot => ({ text: `10${lot}`, open: true })),
  VALUE.map(value => ({ text: `240${value}`, open: true })),
  VALUE.map(value => ({ text: `91${value}`, open: true })),
  digits(1, 8).map(count => ({ text: `37${count}`, open: true })),
  digits(5, 5).map(price => ({ text: `3922${price}`, open: true }))
)
const AIMS = [']C1', ']d2', ']Q3', ']e0', `]d2${GS}`]
const SPELLINGS = [
  GS,
  ...'␝ <GS> {GS} [FNC1] \\x1d \\u001d \\035 _x001D_ &#29; ~d029 ^029 0x1D ^] | ] ^ ~ # @ $ \\F è ñ ↔ \u001e \u001c'.split(
    ' '
  ),
  ' '
]

test('whatever stands in a symbol, however GS is spelled, the product and its date are the same', () => {
  const composition = fc.record({
    gtin: gtin.map(text => text.padStart(14, '0')),
    before: fc.array(ELEMENT, { maxLength: 3 }),
    after: fc.array(ELEMENT, { maxLength: 3 }),
    expiry: fc.option(DAY),
    spelling: fc.constantFrom(...SPELLINGS),
    aim: fc.constantFrom(...AIMS)
  })
  fc.assert(
    fc.property(composition, ({ gtin: item, before, after, expiry, spelling, aim }) => {
      const dated = expiry === null ? [] : [{ text: `17${expiry}`, open: false }]
      const elements = [{ text: `01${item}`, open: false }, ...before, ...dated, ...after]
      const written = (separator: string) =>
        elements
          .map(({ text, open }, index) => (open && index < elements.length - 1 ? text + separator : text))
          .join('')
      const { raw: _plain, symbol: _whole, ...wanted } = decodeScan(`]d2${written(GS)}`)
      const { raw: _raw, symbol: _symbol, ...got } = decodeScan(aim + written(spelling))
      expect(wanted.kind).toBe('product')
      expect('expiration' in wanted).toBe(expiry !== null)
      expect(got).toEqual(wanted)
    }),
    { numRuns: 2000 }
  )
})

test('elements are taken apart by the lengths that GS1 gives them', () => {
  expect(parseGs1Elements(`01${GTIN}3103001250392212345${GS}4101234567890123${GS}240ART`)).toEqual([
    { ai: '01', value: GTIN },
    { ai: '3103', value: '001250' },
    { ai: '3922', value: '12345' },
    { ai: '410', value: '1234567890123' },
    { ai: '240', value: 'ART' }
  ])
  for (const text of ['0', '01123', '10', `10${GS}17300912`, '55ABC', '410123', '17abcdef', '31AB001250']) {
    expect(parseGs1Elements(text), text).toBeNull()
  }
})
