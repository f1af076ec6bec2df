import { expect, test } from 'vitest'
import { MUG, newDesk, order, OTHER_SUPPLY, packedOrder, stickerOf, SUPPLY, supply } from '../support.ts'

const two = [supply(SUPPLY), supply(OTHER_SUPPLY)]

test('orders move into another open supply, packed ones as packed ones; those of another kind do not', () => {
  const desk = newDesk({ orders: [order(1), packedOrder(2), order(3, { cargoType: 2 })], supplies: two })
  const into = { kind: 'existing', supplyId: OTHER_SUPPLY } as const
  desk.act({ kind: 'moveOrders', orderIds: [1, 2], into })
  expect(desk.message).toMatchObject({ code: 'ordersMoved', orders: 2 })
  expect([1, 2].map(id => [desk.order(id).supplyId, desk.order(id).life])).toEqual([
    [OTHER_SUPPLY, 'claimed'],
    [OTHER_SUPPLY, 'packed']
  ])
  expect(desk.queued).toMatchObject([{ kind: 'addToSupply', supplyId: OTHER_SUPPLY, orderIds: [1, 2] }])
  desk.act({ kind: 'moveOrders', orderIds: [3], into })
  expect(desk.message).toEqual({ code: 'supplyKindDiffers', by: 'cargoType' })
  expect(desk.order(3).supplyId).toBe(SUPPLY)
})

test('an order on the table is finished first, and one that left moves nowhere', () => {
  const desk = newDesk({ orders: [order(1), packedOrder(2, {}, { life: 'shipped' })], supplies: two })
  desk.act({ kind: 'moveOrders', orderIds: [2], into: { kind: 'new', name: '' } })
  expect(desk.said).toBe('refused notNow')
  desk.act({ kind: 'takeOrder', orderId: 1 })
  desk.act({ kind: 'moveOrders', orderIds: [1], into: { kind: 'new', name: '' } })
  expect(desk.message).toEqual({ code: 'finishCurrent', orderId: 1 })
})

test('a supply has half as many boxes as orders, those that are on their way included', () => {
  const desk = newDesk({ orders: [1, 2, 3, 4, 5].map(id => packedOrder(id)) })
  desk.act({ kind: 'addBoxes', supplyId: SUPPLY, amount: 2 })
  expect(desk.queued).toMatchObject([{ kind: 'addBoxes', supplyId: SUPPLY, amount: 2 }])
  desk.act({ kind: 'addBoxes', supplyId: SUPPLY, amount: 1 })
  expect(desk.message).toEqual({ code: 'tooManyBoxes', maximum: 2 })
})

test('a supply is deleted only when nothing lives in it and no cancelled parcel lies in the pile', () => {
  const dead = packedOrder(1, {}, { life: 'cancelled' })
  const desk = newDesk({ orders: [dead, order(2, {}, { supplyId: OTHER_SUPPLY })], supplies: two })
  for (const supplyId of [SUPPLY, OTHER_SUPPLY]) {
    desk.act({ kind: 'dropSupply', supplyId })
    expect(desk.said).toBe('refused notNow')
  }
  const empty = newDesk({ orders: [], supplies: two })
  empty.act({ kind: 'dropSupply', supplyId: OTHER_SUPPLY })
  expect(empty.said).toBe('done supplyDropped')
  expect(empty.queued).toMatchObject([{ kind: 'deleteSupply', supplyId: OTHER_SUPPLY }])
})

test('a box is gone at once, and comes back if the marketplace keeps it', () => {
  const desk = newDesk({
    orders: [packedOrder(1), packedOrder(2)],
    supplies: [supply(SUPPLY, { boxes: { ids: ['WB-TRBX-1'], queued: 0 } })]
  })
  desk.act({ kind: 'deleteBox', supplyId: SUPPLY, boxId: 'WB-TRBX-1' })
  expect(desk.bench.supplies.get(SUPPLY)?.boxes.ids).toEqual([])
  expect(desk.queued).toMatchObject([{ kind: 'deleteBoxes', boxIds: ['WB-TRBX-1'] }])
  desk.refuse('deleteBoxes', 'NotFound')
  expect(desk.bench.supplies.get(SUPPLY)?.boxes.ids).toEqual(['WB-TRBX-1'])
})

test('what lay in a box that the marketplace has deleted lies in none', () => {
  const desk = newDesk({
    orders: [
      packedOrder(1, {}, { boxId: 'WB-TRBX-1' }),
      packedOrder(2, {}, { boxId: 'WB-TRBX-2' }),
      packedOrder(3, {}, { boxId: 'WB-TRBX-1' })
    ],
    supplies: [supply(SUPPLY, { boxes: { ids: ['WB-TRBX-1', 'WB-TRBX-2'], queued: 0 } })]
  })
  desk.act({ kind: 'deleteBox', supplyId: SUPPLY, boxId: 'WB-TRBX-1' })
  expect(desk.order(1).boxId).toBe('WB-TRBX-1')
  desk.sendAll()
  expect([1, 2, 3].map(id => desk.order(id).boxId)).toEqual([undefined, 'WB-TRBX-2', undefined])
})

test('a scanned box takes what is packed and whose label is scanned, until it is scanned again', () => {
  const desk = newDesk({
    orders: [packedOrder(1), order(2), packedOrder(3)],
    supplies: [supply(SUPPLY, { boxes: { ids: ['WB-TRBX-7'], queued: 0 } })]
  })
  desk.scan('$WBMP:1:123:7')
  expect(desk.message).toEqual({ code: 'boxOpen', name: 'WB-TRBX-7', orders: 0 })
  desk.scan(stickerOf(1).barcode, MUG)
  desk.printAll()
  desk.scan(stickerOf(2).barcode)
  expect(desk.said).toBe('done packed')
  desk.scan('WB-TRBX-7')
  expect(desk.message).toEqual({ code: 'boxClosed', name: 'WB-TRBX-7', orders: 2 })
  desk.scan(stickerOf(3).barcode)
  expect([1, 2, 3].map(id => desk.order(id).boxId)).toEqual(['WB-TRBX-7', 'WB-TRBX-7', undefined])
  // In another supply it lies in none.
  desk.act({ kind: 'moveOrders', orderIds: [1], into: { kind: 'new', name: '' } })
  expect(desk.order(1).boxId).toBeUndefined()
  desk.scan('WB-TRBX-8')
  expect(desk.said).toBe('refused wrongKind')
})
