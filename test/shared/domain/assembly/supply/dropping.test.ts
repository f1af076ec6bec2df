import { expect, test } from 'vitest'
import { MUG, newDesk, order, packedOrder, SCARF, stickerOf, SUPPLY } from '../support.ts'
import type { Desk } from '../support.ts'

const dead = { life: 'cancelled' } as const

function cancel(desk: Desk, ...orderIds: readonly number[]): void {
  const gone = { supplierStatus: 'confirm', wbStatus: 'canceled_by_client' } as const
  desk.act({ kind: 'statusesSeen', statuses: orderIds.map(orderId => ({ orderId, ...gone })) })
}

test('parcels that are cancelled together, or one after the other unseen, are all named', () => {
  const desk = newDesk({ orders: [packedOrder(1), packedOrder(2), packedOrder(3), packedOrder(4)] })
  cancel(desk, 1, 2)
  expect(desk.message).toEqual({ code: 'ordersCancelled', orderIds: [1, 2], partBs: ['9001', '9002'] })
  cancel(desk, 3)
  expect(desk.message).toMatchObject({ orderIds: [1, 2, 3] })
  desk.command('acknowledge')
  cancel(desk, 4)
  expect(desk.message).toEqual({ code: 'orderCancelled', orderId: 4, partB: '9004' })
})

test('the sticker of a cancelled parcel takes it out, once', () => {
  const desk = newDesk({ orders: [packedOrder(1, {}, dead), packedOrder(2, {}, dead), packedOrder(3)] })
  desk.scan(stickerOf(1).barcode)
  expect(desk.message).toEqual({ code: 'takenOut', orderId: 1, partB: '9001', left: 1 })
  desk.scan(stickerOf(1).barcode)
  expect(desk.said).toBe('refused orderCancelled')
  desk.command('supplyDone')
  expect(desk.message).toMatchObject({ code: 'cancelledInside', orderIds: [2] })
  desk.scan(stickerOf(3).barcode)
  expect(desk.said).toBe('refused answerFirst')
  // The last of them answers the question, and the rest leaves.
  desk.scan(stickerOf(2).barcode)
  expect(desk.said).toBe('goOn supplyClosing')
  expect([1, 2].map(id => desk.order(id).takenOut)).toEqual([true, true])
})

test('a supply of which all is cancelled goes, parcel by parcel, and at the marketplace too', () => {
  const desk = newDesk({ orders: [packedOrder(1), packedOrder(2), order(3)] })
  cancel(desk, 1, 2, 3)
  desk.command('acknowledge')
  expect(desk.message).toEqual({ code: 'allCancelled', supplyName: `supply ${SUPPLY}`, parcels: 2 })
  desk.command('supplyDone')
  expect(desk.message).toMatchObject({ code: 'cancelledInside', orderIds: [1, 2], partBs: ['9001', '9002'] })
  desk.scan(stickerOf(2).barcode)
  expect(desk.message).toMatchObject({ code: 'cancelledInside', orderIds: [1] })
  desk.command('yes')
  expect(desk.said).toBe('ask emptySupply')
  desk.command('no')
  expect(desk.message).toEqual({ code: 'allCancelled', supplyName: `supply ${SUPPLY}`, parcels: 0 })
  desk.command('supplyDone')
  desk.command('yes')
  expect(desk.message).toEqual({ code: 'supplyDropped', name: `supply ${SUPPLY}` })
  expect(desk.bench.supplyId).toBeNull()
  expect(desk.bench.supplies.get(SUPPLY)?.state).toBe('abandoned')
  expect(desk.queued).toEqual([{ kind: 'deleteSupply', supplyId: SUPPLY }])
  // The marketplace may keep it: here it stays forgotten.
  desk.refuse('deleteSupply', 'SupplyHasOrders')
  desk.act({
    kind: 'suppliesSeen',
    supplies: [{ remoteId: SUPPLY, name: `supply ${SUPPLY}`, createdAt: 0, done: false, cargoType: 1 }]
  })
  expect(desk.bench.supplies.get(SUPPLY)?.state).toBe('abandoned')
  expect(desk.said).toBe('done supplyDropped')
})

test('one that is not on the table is offered when nothing else is left, and found by the sticker of its parcel', () => {
  const desk = newDesk({ orders: [packedOrder(1, {}, dead)], supplyId: null })
  desk.command('acknowledge')
  expect(desk.bench.feedback.note).toMatchObject({ code: 'leftSupply', supplyId: SUPPLY, orders: 0 })
  desk.scan(stickerOf(1).barcode)
  expect(desk.said).toBe('ask emptySupply')
  desk.command('yes')
  expect(desk.said).toBe('done supplyDropped')
  expect(desk.bench.feedback.note).toBeUndefined()
})

test('an order that comes into it meanwhile keeps it', () => {
  const desk = newDesk({ orders: [packedOrder(1, {}, dead), order(2, {}, { supplyId: null, life: 'fresh' })] })
  desk.scan(stickerOf(1).barcode)
  expect(desk.said).toBe('ask emptySupply')
  const { facts } = desk.order(2)
  const seen = { facts, supplierStatus: 'confirm', wbStatus: 'waiting', supplyRemoteId: SUPPLY } as const
  desk.act({ kind: 'ordersSeen', orders: [seen] })
  expect(desk.said).toBe('waiting scanItem')
})

test('only parcels that lie in the pile are to be found: no sticker that never printed', () => {
  const desk = newDesk({ orders: [order(1), packedOrder(2, { skus: [SCARF] })] })
  desk.scan(MUG)
  cancel(desk, 1, 2)
  expect(desk.message).toEqual({ code: 'ordersCancelled', orderIds: [1, 2], partBs: ['9002'] })
})

test('one that the marketplace kept is open again as soon as an order that lives is listed in it', () => {
  const desk = newDesk({ orders: [packedOrder(1, {}, dead), order(2, {}, { supplyId: null, life: 'fresh' })] })
  desk.scan(stickerOf(1).barcode)
  desk.command('yes')
  desk.refuse('deleteSupply', 'SupplyHasOrders')
  const list = (orderId: number, wbStatus: string) => {
    const { facts } = desk.order(orderId)
    const seen = { facts, supplierStatus: 'confirm', wbStatus, supplyRemoteId: SUPPLY } as const
    desk.act({ kind: 'ordersSeen', orders: [seen] })
    return desk.bench.supplies.get(SUPPLY)?.state
  }
  expect(list(1, 'canceled_by_client')).toBe('abandoned')
  expect(list(2, 'waiting')).toBe('open')
  desk.command('yes')
  desk.scan(MUG)
  expect(desk.bench.table.orderId).toBe(2)
})
