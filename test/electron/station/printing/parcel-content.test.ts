import { expect, test } from 'vitest'
import { parcelLabel } from '../../../../electron/station/printing/parcel-content.ts'
import type { Bench } from '../../../../shared/domain/bench.ts'
import { OrderBook } from '../../../../shared/domain/orders/order-book.ts'
import type { Order } from '../../../../shared/domain/orders/orders.ts'
import type { OrderScheme } from '../../../../shared/domain/schemes/scheme.ts'
import { createStore } from '../../../../electron/store/store.ts'
import { newOrder } from '../../../shared/domain/assembly/builders.ts'
import { quietLog } from '../../../support/quiet-log.ts'

const ADDRESS = 'г. Самара, Канареечная ул., 7'
const sticker = { partA: '1', partB: '2', barcode: '*V1' }
const dbs: OrderScheme = {
  kind: 'dbs',
  slot: { date: '01.12.2026', from: '14:00', to: '18:00' },
  deliveryType: 'edbs',
  groupId: null
}
const pickup: OrderScheme = {
  kind: 'pickup',
  date: '01.12.2026',
  orderCode: '170046918-0011',
  payMode: 'postpaid',
  tireService: true,
  place: 'Б-12'
}

function benchOf(orders: readonly Order[], parcelAddress: boolean) {
  const store = createStore({ path: ':memory:', log: quietLog })
  const { bench } = store.load(0)
  const round = { kind: 'round', id: 'round-1', scheme: 'dbs', name: 'Day', createdAt: 0, state: 'open' } as const
  store.commit({ orders, buyers: [{ kind: 'delivery', orderId: 2, address: ADDRESS }] })
  const full: Bench = {
    ...bench,
    orders: OrderBook.of(orders),
    rounds: new Map([[round.id, round]]),
    settings: { ...bench.settings, parcelAddress }
  }
  return { bench: full, store }
}

test('a parcel for a courier says when, which of its round, and where to only if that is set', () => {
  const orders = [1, 2, 3].map((id): Order => ({ ...newOrder(id), scheme: dbs, sticker, supplyId: 'round-1' }))
  const [, order] = orders
  if (order === undefined) throw new Error('no order')
  for (const parcelAddress of [false, true]) {
    const { bench, store } = benchOf(orders, parcelAddress)
    expect(parcelLabel(bench, order, store)).toEqual({
      kind: 'dbsParcel',
      orderId: 2,
      told: sticker.partB,
      barcode: '*V1',
      article: order.facts.article,
      delivery: 'express',
      date: '01.12.2026',
      from: '14:00',
      to: '18:00',
      place: { number: 2, of: 3 },
      address: parcelAddress ? ADDRESS : null
    })
    store.close()
  }
})

test('a parcel for the store says what its buyer names, and what the counter has to do', () => {
  const order: Order = { ...newOrder(1), scheme: pickup, sticker }
  const { bench, store } = benchOf([order], true)
  expect(parcelLabel(bench, order, store)).toMatchObject({
    kind: 'pickupParcel',
    orderCode: '170046918-0011',
    shelfPlace: 'Б-12',
    isToBePaid: true,
    hasTireService: true
  })
  expect(parcelLabel(bench, { ...order, sticker: null }, store)).toBeNull()
  expect(parcelLabel(bench, { ...newOrder(1), sticker }, store)).toBeNull()
  store.close()
})
