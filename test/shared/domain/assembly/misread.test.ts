import { describe, expect, test } from 'vitest'
import { gs1CheckDigit } from '../../../../shared/domain/codes/identifiers.ts'
import { makeEan13 } from '../../../../shared/domain/printing/samples.ts'
import { GOOD_DATE, MUG, newDesk, order, SCARF, stickerOf, STRANGER } from './support.ts'

const needsCode = { requiredMeta: ['sgtin'] } as const

/** The last digit one too high. */
function misread(barcode: string): string {
  return `${barcode.slice(0, -1)}${(Number(barcode.at(-1)) + 1) % 10}`
}

describe('a barcode with one digit off is a slip, not an unknown product', () => {
  const barcodes = ['9638507', '03600029145', MUG.slice(0, -1), `1${MUG.slice(0, -1)}`].map(
    body => body + gs1CheckDigit(body)
  )

  test.each(barcodes.map(misread))('%s on an empty table', text => {
    const desk = newDesk({ orders: [order(1)] })
    desk.scan(text)
    expect(desk.message).toEqual({ code: 'checkDigitWrong', text })
  })

  test('whatever else is going on: another digit, an AIM identifier, a GS1 symbol, no supply open, an order on the table', () => {
    const swapped = `${MUG.slice(0, 5)}${MUG.charAt(6)}${MUG.charAt(5)}${MUG.slice(7)}`
    const symbol = `]d2010${misread(MUG)}`
    for (const text of [misread(MUG), swapped, `]E0${misread(MUG)}`, symbol]) {
      const desk = newDesk({ orders: [order(1)] })
      desk.scan(text)
      expect(desk.said, text).toBe('refused checkDigitWrong')
    }
    const closed = newDesk({ orders: [order(1)], supplyId: null })
    closed.scan(misread(MUG))
    expect(closed.said).toBe('refused checkDigitWrong')
    const waiting = newDesk({ orders: [order(1)] })
    waiting.scan(stickerOf(1).barcode, misread(MUG))
    expect(waiting.said).toBe('refused checkDigitWrong')
  })

  test('a seller’s own barcode may have any last digit, and a right one that nobody has is unknown', () => {
    const desk = newDesk({ orders: [order(1, { skus: [misread(MUG)] })] })
    desk.scan(STRANGER)
    expect(desk.message).toEqual({ code: 'notFound', text: STRANGER })
    desk.scan(misread(MUG))
    expect(desk.bench.table.orderId).toBe(1)
  })
})

describe('a product’s barcode where the marking code is asked for', () => {
  test.each([
    ['the item’s own', MUG],
    ['one of its maker’s', STRANGER],
    ['the item’s own as a GS1 symbol', `]e0010${MUG}`]
  ])('%s: the square code is needed', (_, text) => {
    const desk = newDesk({ orders: [order(1, needsCode)] })
    desk.scan(MUG, text)
    expect(desk.message).toEqual({ code: 'squareCodeNeeded' })
  })

  test('another order’s item is another item; after the date the square code is the next', () => {
    const desk = newDesk({ orders: [order(1, needsCode), order(2, { skus: [SCARF] })] })
    desk.scan(MUG, SCARF)
    expect(desk.message).toEqual({ code: 'wrongProduct', expected: 'mug' })
    const other = newDesk({ orders: [order(1, { requiredMeta: ['expiration', 'sgtin'] })] })
    other.scan(MUG, GOOD_DATE, MUG)
    expect(other.said).toBe('refused squareCodeNeeded')
  })

  test('where another code is asked for it is asked for again', () => {
    const desk = newDesk({ orders: [order(1, { requiredMeta: ['imei'] })] })
    desk.scan(MUG, MUG)
    expect(desk.message).toEqual({ code: 'scanCode', key: 'imei' })
  })
})

describe('an item at the sticker step', () => {
  const known = order(2, { skus: [SCARF] })

  test.each([
    ['another order’s', SCARF],
    ['nobody’s', makeEan13(77)],
    ['its own once more', MUG]
  ])('%s: the sticker is needed, not the item', (_, text) => {
    const desk = newDesk({ orders: [order(1), known] })
    desk.scan(MUG)
    desk.printAll()
    desk.scan(text)
    expect(desk.message).toEqual({ code: 'stickerFirst', partB: stickerOf(1).partB })
    desk.scan(stickerOf(1).barcode)
    expect(desk.said).toBe('done packed')
  })

  test('while the sticker still prints the order has to be finished first', () => {
    const desk = newDesk({ orders: [order(1), known] })
    desk.scan(MUG, SCARF)
    expect(desk.message).toEqual({ code: 'finishCurrent', orderId: 1 })
  })
})
