import { describe, expect, test } from 'vitest'
import type { OrderLife, SupplierStatus } from '../../../../shared/domain/orders/orders.ts'
import { DBS, entry, markingCode, MUG, newDesk, newOrder, order, packedOrder, PICKUP, shippedOrder } from './support.ts'

const fbs = { kind: 'fbs' } as const

describe('a parcel at its buyer', () => {
  test('of a courier ends with the buyer’s code, once', () => {
    const desk = newDesk({ orders: [shippedOrder(1, DBS)] })
    const act = { kind: 'handOver', orderId: 1, outcome: 'receive', code: ' 123456 ' } as const
    desk.act(act)
    desk.act(act)
    expect(desk.said).toBe('refused notNow')
    expect(desk.queued).toEqual([{ kind: 'handOver', scheme: 'dbs', orderId: 1, outcome: 'receive', code: '123456' }])
    desk.sendAll()
    expect(desk.order(1)).toMatchObject({ life: 'handed', supplierStatus: 'receive' })
    expect(desk.order(1).handover).toBeUndefined()
  })

  test('of the store ends after its code was checked, and no code is sent', () => {
    const desk = newDesk({ orders: [shippedOrder(1, PICKUP)] })
    desk.act({ kind: 'buyerIdentified', orderId: 1 })
    desk.act({ kind: 'handOver', orderId: 1, outcome: 'reject', code: null })
    expect(desk.queued).toEqual([{ kind: 'handOver', scheme: 'pickup', orderId: 1, outcome: 'reject', code: null }])
    desk.sendAll()
    expect(desk.order(1)).toMatchObject({ life: 'returned', supplierStatus: 'reject' })
  })

  test('that the marketplace does not take as handed over stays on its way, with the reason, and may be tried again', () => {
    const desk = newDesk({ orders: [shippedOrder(1, DBS)] })
    const act = { kind: 'handOver', orderId: 1, outcome: 'receive', code: '1' } as const
    desk.act(act)
    desk.refuse('handOver', 'WrongCode')
    expect(desk.order(1)).toMatchObject({
      life: 'shipped',
      handover: { outcome: 'receive', state: { kind: 'refused', code: 'WrongCode' } }
    })
    desk.act({ ...act, code: '2' })
    expect(desk.said).toBe('done handingOver')
  })

  test('that comes back gives its codes free', () => {
    const codes = { sgtin: entry(markingCode(1)) }
    const desk = newDesk({ orders: [shippedOrder(1, DBS, { codes })] })
    desk.act({ kind: 'handOver', orderId: 1, outcome: 'reject', code: '1' })
    desk.sendAll()
    expect(desk.register.size).toBe(0)
  })

  test.each([
    ['FBS, which the marketplace hands over', packedOrder(1, {}, { life: 'shipped' })],
    ['one that has not left', packedOrder(1, {}, { scheme: DBS })]
  ])('is no business of %s', (_what, one) => {
    const desk = newDesk({ orders: [one] })
    desk.act({ kind: 'handOver', orderId: 1, outcome: 'receive', code: '1' })
    expect(desk.said).toBe('refused notNow')
    expect(desk.queued).toEqual([])
  })
})

describe('an order is called off', () => {
  test.each([
    [fbs, 'new', true],
    [fbs, 'confirm', true],
    [fbs, 'complete', false],
    [DBS, 'new', true],
    [DBS, 'confirm', true],
    [DBS, 'deliver', false],
    [PICKUP, 'new', true],
    [PICKUP, 'confirm', true],
    [PICKUP, 'prepare', true],
    [PICKUP, 'receive', false]
  ] as const)('%j in status %s: %s', (scheme, supplierStatus, allowed) => {
    const life: OrderLife = supplierStatus === 'new' ? 'fresh' : supplierStatus === 'confirm' ? 'claimed' : 'shipped'
    const desk = newDesk({ orders: [order(1, {}, { scheme, supplierStatus, life })] })
    desk.act({ kind: 'cancelOrder', orderId: 1 })
    expect(desk.said).toBe(allowed ? 'done cancelling' : 'refused cantCancel')
    expect(desk.queued).toEqual(allowed ? [{ kind: 'cancel', scheme: scheme.kind, orderIds: [1] }] : [])
  })

  test('and packed no further until the marketplace has said yes; nothing takes it off the shelf meanwhile', () => {
    const desk = newDesk({ orders: [order(1)] })
    desk.scan(MUG)
    desk.act({ kind: 'cancelOrder', orderId: 1 })
    expect(desk.bench.table.orderId).toBeNull()
    desk.act({ kind: 'unshelve', orderId: 1 })
    expect(desk.order(1)).toMatchObject({ life: 'shelved', shelf: { why: { kind: 'cancelling' } } })
    desk.sendAll()
    expect(desk.order(1)).toMatchObject({ life: 'cancelled', supplierStatus: 'cancel', shelf: null })
  })

  test('in vain: it stays on the shelf with the reason; ready in the store it waits for its buyer again', () => {
    const desk = newDesk({ orders: [order(1), shippedOrder(2, PICKUP)] })
    for (const orderId of [1, 2]) {
      desk.act({ kind: 'cancelOrder', orderId })
      desk.refuse('cancel', 'StatusMismatch')
    }
    expect(desk.order(1)).toMatchObject({ life: 'shelved', shelf: { why: { kind: 'writeRefused', what: 'cancel' } } })
    expect(desk.order(2)).toMatchObject({ life: 'shipped', shelf: null })
  })
})

describe('what the marketplace tells', () => {
  test.each([
    [DBS, 'deliver', 'packed', 'shipped'],
    [DBS, 'receive', 'shipped', 'handed'],
    [DBS, 'reject', 'shipped', 'returned'],
    [DBS, 'cancel_missed_call', 'shipped', 'returned'],
    [DBS, 'cancel_missed_call', 'packed', 'cancelled'],
    [DBS, 'cancel', 'handed', 'handed'],
    [PICKUP, 'prepare', 'packed', 'shipped'],
    [PICKUP, 'receive', 'shipped', 'handed'],
    [PICKUP, 'cancel_shelf_life', 'shipped', 'cancelled'],
    [fbs, 'complete', 'packed', 'shipped'],
    [fbs, 'cancel', 'shipped', 'shipped']
  ] as const)('%j, %s: %s becomes %s', (scheme, supplierStatus: SupplierStatus, life, then) => {
    const desk = newDesk({ orders: [packedOrder(1, {}, { scheme, life })] })
    desk.act({ kind: 'statusesSeen', statuses: [{ orderId: 1, supplierStatus, wbStatus: 'waiting' }] })
    expect(desk.order(1).life).toBe(then)
  })

  test('of a parcel that lies in the store and is called off: it has to be found', () => {
    const desk = newDesk({ orders: [shippedOrder(1, PICKUP)] })
    const status = { orderId: 1, supplierStatus: 'cancel_shelf_life', wbStatus: 'canceled' } as const
    desk.act({ kind: 'statusesSeen', statuses: [status] })
    expect(desk.said).toBe('refused orderCancelled')
    expect(desk.bench.orders.tally.problems).toBe(1)
  })
})

test('orders go into assembly, to the courier and into the store one by one, whatever becomes of the others', () => {
  const desk = newDesk({
    orders: [
      newOrder(1, {}, { scheme: DBS, life: 'claimed', supplyId: 'round-1' }),
      newOrder(2, {}, { scheme: DBS, life: 'claimed', supplyId: 'round-1' }),
      packedOrder(3, {}, { scheme: PICKUP })
    ]
  })
  const sent = { id: 'i', seq: 1, bornAt: 0, packerId: null, state: { kind: 'done', at: 0 } } as const
  const confirm = { kind: 'confirm', scheme: 'dbs' } as const
  desk.act({ kind: 'intentDone', intent: { ...sent, body: { ...confirm, orderIds: [1] } }, remoteId: null })
  const refusal = { code: 'StatusMismatch', message: 'no', culprits: [2] }
  desk.act({ kind: 'intentRefused', intent: { ...sent, body: { ...confirm, orderIds: [2] } }, ...refusal })
  const prepare = { kind: 'prepare', scheme: 'pickup', orderIds: [3] } as const
  desk.act({ kind: 'intentDone', intent: { ...sent, body: prepare }, remoteId: null })
  expect(desk.order(1)).toMatchObject({ supplierStatus: 'confirm', life: 'claimed' })
  expect(desk.order(2)).toMatchObject({ life: 'shelved', shelf: { why: { kind: 'writeRefused', what: 'confirm' } } })
  expect(desk.order(3)).toMatchObject({ supplierStatus: 'prepare', life: 'shipped' })
})

test('a parcel of the store has its place; a pinned order says so', () => {
  const desk = newDesk({ orders: [shippedOrder(1, PICKUP), order(2)] })
  desk.act({ kind: 'placeOrder', orderId: 1, place: ' A-12 ' })
  desk.act({ kind: 'pinOrder', orderId: 2, isPinned: true })
  expect(desk.order(1).scheme).toMatchObject({ place: 'A-12' })
  expect(desk.order(2).isPinned).toBe(true)
  desk.act({ kind: 'pinOrder', orderId: 2, isPinned: false })
  expect(desk.order(2).isPinned).toBeUndefined()
})

test('an order that is in work or packed is set aside from its page, and its label with it; one that left or is new is not', () => {
  const desk = newDesk({ orders: [order(1), packedOrder(2), newOrder(3), shippedOrder(4, PICKUP)] })
  for (const orderId of [1, 2, 3, 4]) desk.act({ kind: 'shelveOrder', orderId, reason: 'damaged' })
  const lives = [1, 2, 3, 4].map(id => desk.order(id).life)
  expect(lives).toEqual(['shelved', 'shelved', 'fresh', 'shipped'])
  expect(desk.order(2).shelf?.why).toEqual({ kind: 'packer', reason: 'damaged' })
  desk.act({ kind: 'unshelve', orderId: 2 })
  expect(desk.order(2).life).toBe('claimed')
})
