import { expect, test } from 'vitest'
import { ANNA, entry, markingCode, MUG, newDesk, order, SCARF, stickerOf, SUPPLY } from './support.ts'
import type { Desk } from './support.ts'

const needsCode = { requiredMeta: ['sgtin'] } as const

function justPacked(scanBack = true): Desk {
  const desk = newDesk({ orders: [order(1, needsCode), order(2, { skus: [SCARF] })], settings: { scanBack } })
  desk.badge(ANNA.id)
  desk.scan(MUG, markingCode(1))
  desk.printAll()
  if (scanBack) desk.scan(stickerOf(1).barcode)
  expect(desk.said).toBe('done packed')
  return desk
}

test.each([true, false])(
  'undo right after "packed" puts the order back with its codes, its label known as printed (scanning back: %s)',
  scanBack => {
    const desk = justPacked(scanBack)
    const { codes } = desk.order(1)
    desk.command('undo')
    expect(desk.message).toEqual({ code: 'reopened', orderId: 1, partB: '9001' })
    expect(desk.order(1)).toMatchObject({ life: 'stickered', label: 'printed', packedAt: null, packedBy: null, codes })
    expect(desk.bench.shift.packed).toBe(0)
    // Nothing finishes it but its sticker, whatever is looked at meanwhile.
    desk.badge(ANNA.id)
    expect(desk.said).toBe('goOn scanStickerBack')
    desk.scan(stickerOf(1).barcode)
    expect(desk.said).toBe('done packed')
    expect(desk.bench.shift.packed).toBe(1)
    expect(desk.prints).toHaveLength(1)
  }
)

test('one more undo takes its code off, and the right one takes its place', () => {
  const desk = justPacked()
  desk.command('undo')
  desk.command('undo')
  expect(desk.message).toEqual({ code: 'undone', what: 'sgtin' })
  expect(desk.bench.feedback.note).toMatchObject({ code: 'stickerOut', partB: '9001' })
  desk.scan(markingCode(2), stickerOf(1).barcode)
  expect(desk.said).toBe('done packed')
  expect(desk.order(1).codes.sgtin?.values[0]).toBe(markingCode(2))
})

test('with nothing but the item to undo it leaves the table, and its sticker is named', () => {
  const desk = newDesk({ orders: [order(1)] })
  desk.scan(stickerOf(1).barcode, MUG)
  desk.command('undo')
  desk.command('undo')
  expect(desk.message).toEqual({ code: 'undone', what: 'item' })
  expect(desk.bench.feedback.note).toMatchObject({ code: 'stickerOut', partB: '9001' })
})

test('something came between, or its supply closes: it stays packed', () => {
  const between = justPacked()
  between.scan(SCARF)
  between.command('undo')
  expect(between.message).toEqual({ code: 'undone', what: 'item' })
  expect(between.order(1).life).toBe('packed')
  const desk = newDesk({ orders: [order(1, {}, { codes: { imei: entry('354912345678907') } })] })
  desk.scan(stickerOf(1).barcode, MUG)
  desk.act({ kind: 'closeSupply', supplyId: SUPPLY })
  desk.command('undo')
  expect(desk.order(1).life).toBe('packed')
})

test('the sticker of a parcel packed earlier says that undo opens it again, as its packer', () => {
  const desk = justPacked()
  desk.scan('what is this', stickerOf(1).barcode)
  expect(desk.message).toMatchObject({ code: 'alreadyPacked', orderId: 1, canReopen: true })
  desk.command('undo')
  expect(desk.message).toEqual({ code: 'reopened', orderId: 1, partB: '9001' })
  expect(desk.order(1)).toMatchObject({ life: 'stickered', packedAt: null, packedBy: null })
  desk.scan(stickerOf(1).barcode)
  expect(desk.order(1)).toMatchObject({ life: 'packed', packedBy: ANNA.id })
  // And the sticker read twice in a row.
  desk.scan(stickerOf(1).barcode)
  desk.command('undo')
  expect(desk.said).toBe('goOn reopened')
})

test('one unit too many, of which no sticker was read, offers nothing to open again', () => {
  const desk = justPacked()
  desk.scan(MUG)
  expect(desk.message).toMatchObject({ code: 'alreadyPacked' })
  expect(desk.message).not.toHaveProperty('canReopen')
  desk.command('undo')
  expect(desk.said).toBe('refused nothingToUndo')
})

test('from its page too, with the table empty, and not once it leaves', () => {
  const desk = justPacked()
  desk.scan(SCARF)
  desk.act({ kind: 'reopenOrder', orderId: 1 })
  expect(desk.message).toEqual({ code: 'finishCurrent', orderId: 2 })
  desk.command('skip')
  desk.act({ kind: 'reopenOrder', orderId: 2 })
  expect(desk.said).toBe('refused notNow')
  desk.act({ kind: 'reopenOrder', orderId: 1 })
  expect(desk.said).toBe('goOn reopened')
  desk.scan(stickerOf(1).barcode)
  desk.act({ kind: 'closeSupply', supplyId: SUPPLY })
  desk.command('yes')
  expect(desk.bench.supplies.get(SUPPLY)?.state).not.toBe('open')
  desk.act({ kind: 'reopenOrder', orderId: 1 })
  expect(desk.said).toBe('refused notNow')
  desk.scan(stickerOf(1).barcode)
  expect(desk.message).not.toHaveProperty('canReopen')
})
