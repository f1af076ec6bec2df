import { describe, expect, test } from 'vitest'
import { makeEan13 } from '../../../../../shared/domain/printing/samples.ts'
import { markingCode, MUG, newDesk, newOrder, NOW, order, OTHER_SUPPLY, packedOrder, SCARF } from '../support.ts'
import { stickerOf, SUPPLY, supply } from '../support.ts'

const into = { kind: 'new', name: 'Morning' } as const

describe('orders are taken into assembly', () => {
  test('into a new supply: born here, opened, and queued as one creation and one addition', () => {
    const desk = newDesk({ orders: [newOrder(1), newOrder(2)], supplies: [], supplyId: null })
    desk.act({ kind: 'claim', orderIds: [1, 2, 1], supply: into })
    const born = [...desk.bench.supplies.values()][0]
    expect(born).toMatchObject({ remoteId: null, state: 'open', cargoType: 1 })
    expect(born?.name).toMatch(/^Morning · /)
    expect(desk.bench.supplyId).toBe(born?.id)
    expect(desk.queued).toEqual([
      { kind: 'createSupply', supplyId: born?.id, name: born?.name },
      { kind: 'addToSupply', supplyId: born?.id, orderIds: [1, 2] }
    ])
    expect(desk.message).toEqual({ code: 'supplyOpened', name: born?.name, orders: 2 })
    expect(desk.order(1)).toMatchObject({ life: 'claimed', supplyId: born?.id, supplierStatus: 'new' })
    desk.sendAll()
    expect(desk.bench.supplies.get(born?.id ?? '')?.remoteId).toBe('WB-GI-21')
    expect(desk.order(1).supplierStatus).toBe('confirm')
  })

  test("by the command barcode: everything new of the oldest order's kind", () => {
    const desk = newDesk({
      orders: [
        newOrder(1, { createdAt: NOW - 1 }),
        newOrder(2, { createdAt: NOW - 9, cargoType: 2 }),
        newOrder(3, { createdAt: NOW - 5, cargoType: 2 }),
        newOrder(4, { cargoType: 2, warehouseId: 6, createdAt: NOW }),
        newOrder(5, { cargoType: 2 }, { supplierStatus: 'confirm' })
      ]
    })
    desk.command('newSupply')
    expect(desk.queued.at(-1)).toMatchObject({ kind: 'addToSupply', orderIds: [2, 3] })
  })

  test('at most a hundred a call', () => {
    const orders = Array.from({ length: 230 }, (_, index) => newOrder(index + 1))
    const desk = newDesk({ orders })
    desk.command('newSupply')
    const calls = desk.queued.flatMap(body => (body.kind === 'addToSupply' ? [body.orderIds.length] : []))
    expect(calls).toEqual([100, 100, 30])
  })

  test('a name that is too long is cut to what the marketplace takes, its end kept unique', () => {
    const desk = newDesk({ orders: [newOrder(1), newOrder(2)] })
    desk.act({ kind: 'claim', orderIds: [1], supply: { kind: 'new', name: 'я'.repeat(200) } })
    desk.act({ kind: 'claim', orderIds: [2], supply: { kind: 'new', name: 'я'.repeat(200) } })
    const names = desk.queued.flatMap(body => (body.kind === 'createSupply' ? [body.name] : []))
    expect(names.map(name => name.length)).toEqual([128, 128])
    expect(new Set(names).size).toBe(2)
  })

  test('into a supply that is active', () => {
    const desk = newDesk({ orders: [order(1), newOrder(2)] })
    desk.act({ kind: 'claim', orderIds: [2], supply: { kind: 'existing', supplyId: SUPPLY } })
    expect(desk.queued).toEqual([{ kind: 'addToSupply', supplyId: SUPPLY, orderIds: [2] }])
    expect(desk.message).toMatchObject({ code: 'supplyOpened', orders: 2 })
  })

  test('while an order of that supply is on the table, the stage keeps asking for its next step', () => {
    const desk = newDesk({ orders: [order(1, { requiredMeta: ['sgtin'] }), newOrder(2)] })
    desk.scan(MUG)
    desk.act({ kind: 'claim', orderIds: [2], supply: { kind: 'existing', supplyId: SUPPLY } })
    expect(desk.order(2).life).toBe('claimed')
    expect(desk.said).toBe('goOn scanCode')
    desk.scan(SUPPLY)
    expect(desk.said).toBe('goOn scanCode')
  })
})

describe('what can not be taken is refused, and nothing of it is done', () => {
  test('orders of different kinds', () => {
    const strangers = [{ cargoType: 2 }, { warehouseId: 9 }, { isB2b: true }, { isCrossBorder: true }] as const
    const desk = newDesk({
      orders: [newOrder(1), ...strangers.map((facts, index) => newOrder(index + 2, facts)), order(9)]
    })
    for (const id of [2, 3, 4, 5]) {
      desk.act({ kind: 'claim', orderIds: [1, id], supply: into })
      expect(desk.said).toBe('refused supplyKindDiffers')
      desk.act({ kind: 'claim', orderIds: [id], supply: { kind: 'existing', supplyId: SUPPLY } })
      expect(desk.said).toBe('refused supplyKindDiffers')
    }
    expect(desk.queued).toEqual([])
    expect(desk.order(1).life).toBe('fresh')
  })

  test('a cargo type that a supply made elsewhere has; 0 is the type of an empty one', () => {
    const supplies = [supply(SUPPLY, { cargoType: 3 }), supply(OTHER_SUPPLY, { cargoType: 0 })]
    const desk = newDesk({ orders: [newOrder(1), newOrder(2, { cargoType: 2 })], supplies, supplyId: null })
    desk.act({ kind: 'claim', orderIds: [1], supply: { kind: 'existing', supplyId: SUPPLY } })
    expect(desk.said).toBe('refused supplyKindDiffers')
    desk.act({ kind: 'claim', orderIds: [1], supply: { kind: 'existing', supplyId: OTHER_SUPPLY } })
    expect(desk.said).toBe('waiting supplyOpened')
    expect(desk.bench.supplies.get(OTHER_SUPPLY)?.cargoType).toBe(1)
    desk.act({ kind: 'claim', orderIds: [2], supply: { kind: 'existing', supplyId: OTHER_SUPPLY } })
    expect(desk.said).toBe('refused supplyKindDiffers')
  })

  test('anything into a new supply while an order is on the table', () => {
    const desk = newDesk({ orders: [order(1), newOrder(2)] })
    desk.scan(MUG)
    desk.act({ kind: 'claim', orderIds: [2], supply: into })
    expect(desk.message).toEqual({ code: 'finishCurrent', orderId: 1 })
    desk.command('newSupply')
    expect(desk.said).toBe('refused finishCurrent')
    desk.act({ kind: 'claim', orderIds: [2], supply: { kind: 'existing', supplyId: OTHER_SUPPLY } })
    expect(desk.said).toBe('refused finishCurrent')
    expect(desk.queued).toEqual([])
    expect(desk.order(2).life).toBe('fresh')
  })

  test('nothing new, or a supply that is not open', () => {
    const closed = [supply(SUPPLY, { state: 'delivered' })]
    const desk = newDesk({ orders: [newOrder(1), order(2)], supplies: closed, supplyId: null })
    desk.act({ kind: 'claim', orderIds: [2, 77], supply: into })
    expect(desk.said).toBe('refused nothingFresh')
    for (const supplyId of [SUPPLY, 'nowhere']) {
      desk.act({ kind: 'claim', orderIds: [1], supply: { kind: 'existing', supplyId } })
      expect(desk.said).toBe('refused noSupply')
      desk.act({ kind: 'openSupply', supplyId })
      expect(desk.said).toBe('refused noSupply')
      // It is named: the code that opens another one would be no answer.
      expect(desk.message).toMatchObject({ isClosed: true })
    }
    const empty = newDesk()
    empty.command('newSupply')
    expect(empty.said).toBe('refused nothingFresh')
  })
})

test('an order that asks for a code nobody here can collect goes to the shelf, and does not stand in the way of others', () => {
  const desk = newDesk({ orders: [newOrder(1, { unknownMeta: ['veterinary'] }), newOrder(2)] })
  desk.command('newSupply')
  expect(desk.order(1)).toMatchObject({ life: 'shelved', shelf: { why: { kind: 'unknownMeta' } } })
  desk.scan(MUG)
  expect(desk.bench.table.orderId).toBe(2)
  desk.act({ kind: 'unshelve', orderId: 1 })
  expect(desk.said).toBe('refused unknownMeta')
  expect(desk.order(1).life).toBe('shelved')
})

describe('with the scanner alone', () => {
  const EAN = makeEan13(5)
  const elsewhere = { supplyId: OTHER_SUPPLY }
  const supplies = [supply(SUPPLY, { createdAt: NOW - 2 }), supply(OTHER_SUPPLY, { createdAt: NOW - 1 })]

  test.each([
    ['its barcode', SCARF],
    ['its sticker', stickerOf(2).barcode],
    ['its marking code', markingCode(7, EAN)]
  ])('a thing opens the supply it is for, by %s', (_name, text) => {
    const skus = [SCARF, EAN]
    const orders = [order(1), order(2, { skus, requiredMeta: ['sgtin'] }, elsewhere)]
    const desk = newDesk({ orders, supplies, supplyId: null })
    expect(desk.scan(text).bench.supplyId).toBe(OTHER_SUPPLY)
    expect(desk.bench.table.orderId).toBe(2)
  })

  test('of one product in two supplies, the oldest order opens its own', () => {
    const orders = [order(1, { createdAt: NOW }), order(2, { createdAt: NOW - 5 }, elsewhere)]
    const desk = newDesk({ orders, supplies, supplyId: null })
    desk.scan(MUG)
    expect(desk.bench.table.orderId).toBe(2)
  })

  test('a thing of a supply that is closing or of none opens nothing', () => {
    const closing = [supply(SUPPLY, { state: 'closing' })]
    const desk = newDesk({ orders: [order(1)], supplies: closing, supplyId: null })
    desk.scan(MUG)
    expect(desk.said).toBe('refused noSupply')
    expect(desk.bench.supplyId).toBeNull()
  })

  test('with no supply open, a thing that is done with says so', () => {
    const orders = [packedOrder(1, { skus: [SCARF] }), order(2, {}, { life: 'cancelled' })]
    const desk = newDesk({ orders, supplies, supplyId: null })
    desk.scan(SCARF)
    expect(desk.message).toMatchObject({ code: 'alreadyPacked', orderId: 1 })
    desk.scan(stickerOf(2).barcode)
    expect(desk.message).toEqual({ code: 'orderCancelled', orderId: 2 })
    expect(desk.bench.supplyId).toBeNull()
  })

  test('with nothing fresh the command goes round the supplies that have something to pack', () => {
    const desk = newDesk({ orders: [order(1), order(2, {}, elsewhere)], supplies, supplyId: null })
    const opened = [1, 2, 3].map(() => {
      desk.command('newSupply')
      return desk.bench.supplyId
    })
    expect(opened).toEqual([SUPPLY, OTHER_SUPPLY, SUPPLY])
    expect(desk.queued).toEqual([])
  })

  test('what was left out of a closed supply goes on by scanning it', () => {
    const desk = newDesk({ orders: [packedOrder(1), order(2, { skus: [SCARF] })] })
    desk.command('supplyDone')
    desk.command('yes')
    desk.sendAll()
    desk.command('acknowledge')
    expect(desk.message).toEqual({ code: 'resumeSupply', supplies: 1 })
    desk.scan(SCARF)
    expect(desk.bench.table.orderId).toBe(2)
  })
})

describe('opening a supply', () => {
  test('by its QR or from the list', () => {
    const desk = newDesk({ orders: [order(1, {}, { supplyId: OTHER_SUPPLY }), order(2)] })
    desk.scan(OTHER_SUPPLY)
    expect(desk.message).toEqual({ code: 'supplyOpened', name: `supply ${OTHER_SUPPLY}`, orders: 1 })
    desk.act({ kind: 'openSupply', supplyId: SUPPLY })
    expect(desk.bench.supplyId).toBe(SUPPLY)
  })

  test('waits until the order on the table is done', () => {
    const desk = newDesk({ orders: [order(1), order(2, { skus: [SCARF] }, { supplyId: OTHER_SUPPLY })] })
    desk.scan(MUG, OTHER_SUPPLY)
    expect(desk.said).toBe('refused finishCurrent')
    expect(desk.bench.supplyId).toBe(SUPPLY)
  })
})
