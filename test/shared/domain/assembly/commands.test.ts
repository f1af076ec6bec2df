import { describe, expect, test } from 'vitest'
import { codeFor, entry, GOOD_DATE, markingCode, MUG, newDesk, order, packedOrder } from './support.ts'
import { shelfReasonBarcode } from '../../../../shared/domain/scanning/commands.ts'
import { SCARF, stickerOf, STRANGER, SUPPLY } from './support.ts'

const needsCode = { requiredMeta: ['sgtin'] } as const
const needsTwo = { requiredMeta: ['sgtin', 'imei'] } as const

describe('undo', () => {
  test('takes one scan back at a time, the newest first, and frees the code', () => {
    const desk = newDesk({ orders: [order(1, needsTwo)] })
    desk.scan(stickerOf(1).barcode, MUG, codeFor('imei', 1))
    desk.command('undo')
    expect(desk.message).toEqual({ code: 'undone', what: 'imei' })
    expect(desk.register.size).toBe(0)
    desk.command('undo')
    expect(desk.message).toEqual({ code: 'undone', what: 'product' })
    expect(desk.order(1).itemChecked).toBe(false)
    desk.command('undo')
    expect(desk.message).toEqual({ code: 'undone', what: 'item' })
    expect(desk.bench.table).toMatchObject({ orderId: null, undo: [] })
    desk.command('undo')
    expect(desk.said).toBe('refused nothingToUndo')
    expect(desk.queued).toEqual([])
  })

  test('right after an order went to the problem shelf takes it back onto the table, with its codes', () => {
    const desk = newDesk({ orders: [order(1, needsTwo)] })
    desk.scan(MUG, markingCode(1))
    desk.command('problem')
    desk.scan(shelfReasonBarcode('damaged'))
    expect(desk.said).toBe('done shelved')
    const { codes } = desk.order(1)
    desk.command('undo')
    expect(desk.bench.table.orderId).toBe(1)
    expect(desk.order(1)).toMatchObject({ shelf: null, codes })
    expect(desk.said).toBe('goOn scanProduct')
    desk.scan(MUG)
    expect(desk.message).toMatchObject({ code: 'scanCode', key: 'imei' })
    // It is an order like any other again.
    desk.command('undo')
    expect(desk.message).toEqual({ code: 'undone', what: 'product' })
  })

  test('of a shelf that something else was said after leaves it there', () => {
    const desk = newDesk({ orders: [order(1), order(2, { skus: [SCARF] })] })
    desk.scan(MUG)
    desk.command('problem')
    desk.scan(shelfReasonBarcode('damaged'), SCARF)
    desk.command('undo')
    desk.command('undo')
    expect(desk.order(1).life).toBe('shelved')
  })

  test('of a code that was already sent deletes it at the marketplace; the next one is sent again', () => {
    const desk = newDesk({ orders: [order(1, needsCode)] })
    desk.scan(MUG, markingCode(1))
    desk.printAll()
    desk.sendAll()
    desk.command('undo')
    expect(desk.queued.at(-1)).toEqual({ kind: 'deleteMeta', orderId: 1, key: 'sgtin' })
    desk.scan(markingCode(2))
    expect(desk.queued.at(-1)).toEqual({ kind: 'setMeta', orderId: 1, key: 'sgtin', values: [markingCode(2)] })
    expect(desk.prints).toHaveLength(1)
  })

  test('news of a code that was undone and scanned again does not count for the new one', () => {
    const desk = newDesk({ orders: [order(1, { requiredMeta: ['sgtin'], optionalMeta: ['imei'] })] })
    desk.scan(MUG, markingCode(1))
    desk.command('undo')
    desk.sendAll()
    expect(desk.order(1).codes).toEqual({})
    desk.scan(markingCode(1))
    expect(desk.queued.filter(body => body.kind === 'setMeta')).toHaveLength(2)
  })

  test('an expiry date that was sent stays until another one replaces it', () => {
    const desk = newDesk({ orders: [order(1, { requiredMeta: ['expiration'] })] })
    desk.scan(MUG, GOOD_DATE)
    desk.command('undo')
    expect(desk.said).toBe('refused expirationStays')
    desk.scan('01.12.2027')
    desk.command('yes')
    expect(desk.order(1).codes.expiration?.values[0]).toBe('01.12.2027')
    expect(desk.queued.map(body => body.kind === 'setMeta' && body.values)).toEqual([[GOOD_DATE], ['01.12.2027']])
    expect(desk.said).toBe('goOn printing')
  })

  test('a date that was replaced before it was sent is one step, and undo never hangs on it', () => {
    const desk = newDesk({ orders: [order(1, { requiredMeta: ['sgtin', 'expiration'] })] })
    desk.scan(MUG, GOOD_DATE, '01.12.2027')
    desk.command('yes')
    desk.command('undo')
    expect(desk.message).toEqual({ code: 'undone', what: 'expiration' })
    desk.command('undo')
    expect(desk.message).toEqual({ code: 'undone', what: 'item' })
  })

  test("after a code was deleted on the order's page, undo takes the step before it", () => {
    const desk = newDesk({ orders: [order(1, needsTwo)] })
    desk.scan(MUG, codeFor('imei', 1), markingCode(1))
    desk.act({ kind: 'deleteCode', orderId: 1, key: 'sgtin' })
    expect(desk.message).toEqual({ code: 'scanCode', key: 'sgtin' })
    desk.command('undo')
    expect(desk.message).toEqual({ code: 'undone', what: 'imei' })
  })
})

describe('the item in hand', () => {
  test.each(['undo', 'skip'] as const)('is gone after %s: the sticker alone does not bring its check back', leave => {
    const desk = newDesk({ orders: [order(1)], settings: { printWhen: 'onCommand' } })
    desk.scan(MUG)
    desk.command(leave)
    expect(desk.order(1)).toMatchObject({ itemChecked: false, life: 'claimed' })
    desk.scan(stickerOf(1).barcode)
    expect(desk.said).toBe('goOn scanProduct')
  })

  test('is gone from the problem shelf too', () => {
    const desk = newDesk({ orders: [order(1)] })
    desk.scan(MUG)
    desk.printAll()
    desk.act({ kind: 'shelfReason', reason: 'other' })
    desk.act({ kind: 'unshelve', orderId: 1 })
    expect(desk.said).toBe('waiting scanItem')
    desk.scan(stickerOf(1).barcode)
    expect(desk.said).toBe('goOn scanProduct')
    desk.scan(MUG)
    expect(desk.said).toBe('done packed')
    expect(desk.prints).toHaveLength(1)
  })

  test('is not asserted by taking an order from the list', () => {
    const desk = newDesk({ orders: [order(1)] })
    desk.act({ kind: 'takeOrder', orderId: 1 })
    expect(desk.said).toBe('goOn scanProduct')
    expect(desk.bench.table.entry).toBe('item')
  })
})

describe('skip', () => {
  test('others with the same product come first, then the skipped ones in turn', () => {
    const desk = newDesk({ orders: [order(1, needsCode), order(2, needsCode), order(3, needsCode)] })
    const seen: (number | null)[] = []
    for (let round = 0; round < 7; round++) {
      desk.scan(MUG)
      seen.push(desk.bench.table.orderId)
      desk.command('skip')
    }
    expect(seen).toEqual([1, 2, 3, 1, 2, 3, 1])
    expect(desk.message).toEqual({ code: 'skipped', orderId: 1 })
  })

  test('keeps the codes, and an order that was packed is skipped no more', () => {
    const desk = newDesk({ orders: [order(1, needsTwo), order(2, needsTwo)] })
    desk.scan(MUG, markingCode(1))
    desk.command('skip')
    expect(desk.order(1).codes.sgtin?.values[0]).toBe(markingCode(1))
    desk.act({ kind: 'takeOrder', orderId: 1 })
    desk.scan(MUG, codeFor('imei', 1))
    desk.printAll()
    desk.scan(stickerOf(1).barcode)
    expect(desk.bench.table.skipped).toEqual([])
  })

  test('needs an order on the table', () => {
    const desk = newDesk({ orders: [order(1)] })
    for (const name of ['skip', 'problem', 'print'] as const) {
      desk.command(name)
      expect(desk.said).toBe('refused noOrderHere')
    }
  })
})

describe('commands that mean nothing now', () => {
  test('are refused and change nothing', () => {
    const desk = newDesk({ orders: [order(1, needsCode)] })
    desk.command('yes')
    expect(desk.said).toBe('refused notNow')
    desk.command('no')
    expect(desk.said).toBe('refused notNow')
    desk.command('reprint')
    expect(desk.said).toBe('refused nothingToReprint')
    desk.act({ kind: 'reprintReason', reason: 'lost' })
    expect(desk.said).toBe('refused nothingToReprint')
    desk.scan(MUG)
    desk.command('next')
    expect(desk.message).toEqual({ code: 'codesMissing', keys: ['sgtin'] })
    desk.act({ kind: 'unshelve', orderId: 1 })
    expect(desk.said).toBe('refused notNow')
    desk.act({ kind: 'takeOrder', orderId: 77 })
    expect(desk.message).toEqual({ code: 'notFound', text: '77' })
  })

  test('a refusal is seen and put aside by acknowledging it', () => {
    const desk = newDesk({ orders: [order(1, needsCode), order(2, { skus: [SCARF] })] })
    desk.scan(MUG, SCARF)
    expect(desk.said).toBe('refused wrongProduct')
    desk.command('acknowledge')
    expect(desk.said).toBe('goOn scanCode')
    desk.command('skip')
    desk.scan('nothing known')
    desk.command('acknowledge')
    expect(desk.said).toBe('waiting scanItem')
  })

  test('without a supply there is nothing to close, print as a wave or take', () => {
    const desk = newDesk({ orders: [order(1)], supplyId: null })
    for (const name of ['supplyDone', 'wave'] as const) {
      desk.command(name)
      expect(desk.said).toBe('refused noSupply')
    }
    desk.act({ kind: 'takeOrder', orderId: 1 })
    expect(desk.said).toBe('refused noSupply')
    desk.scan(STRANGER)
    expect(desk.said).toBe('refused noSupply')
  })
})

test('an unknown badge is refused, a known one greeted', () => {
  const desk = newDesk()
  desk.badge('99')
  expect(desk.message).toEqual({ code: 'unknownBadge', badge: '99' })
  desk.act({ kind: 'savePacker', packer: { id: '99', name: 'Олег' } })
  desk.badge('99')
  expect(desk.message).toEqual({ code: 'signedIn', name: 'Олег' })
})

describe("deleting a code on an order's page", () => {
  test('unpacks a packed order: it wants the item and the code again, and its label is there', () => {
    const desk = newDesk({ orders: [packedOrder(1, needsCode, { codes: { sgtin: entry(markingCode(1)) } })] })
    desk.act({ kind: 'deleteCode', orderId: 1, key: 'sgtin' })
    expect(desk.order(1)).toMatchObject({ life: 'claimed', packedAt: null, itemChecked: false, label: 'printed' })
    expect(desk.queued).toEqual([{ kind: 'deleteMeta', orderId: 1, key: 'sgtin' }])
    desk.scan(MUG, markingCode(2), stickerOf(1).barcode)
    expect(desk.said).toBe('done packed')
    expect(desk.prints).toEqual([])
  })

  test('is too late when its delivery is on the way, and needs a code', () => {
    const desk = newDesk({
      orders: [
        packedOrder(1),
        packedOrder(2, needsCode, { codes: { sgtin: entry(markingCode(1), { decision: 'sgtinIntroduced' }) } })
      ]
    })
    desk.act({ kind: 'deleteCode', orderId: 1, key: 'sgtin' })
    expect(desk.said).toBe('refused notNow')
    desk.command('supplyDone')
    expect(desk.bench.supplies.get(SUPPLY)?.state).toBe('delivering')
    desk.act({ kind: 'deleteCode', orderId: 2, key: 'sgtin' })
    expect(desk.said).toBe('refused notNow')
    expect(desk.order(2).codes.sgtin).toBeDefined()
  })
})
