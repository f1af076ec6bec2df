import { describe, expect, test } from 'vitest'
import type { SeenOrder } from '../../../../shared/domain/bench.ts'
import type { OrderFacts } from '../../../../shared/domain/orders/orders.ts'
import { factsOf, markingCode, MUG, newDesk, newOrder, order, OTHER_SUPPLY, packedOrder, SUPPLY } from './support.ts'
import { supply } from './support.ts'

function seen(id: number, part: Partial<SeenOrder> = {}, facts: Partial<OrderFacts> = {}): SeenOrder {
  return { facts: factsOf(id, facts), supplierStatus: 'new', wbStatus: 'waiting', supplyRemoteId: null, ...part }
}

describe('orders as the marketplace lists them', () => {
  test('new ones are taken in and counted on an empty table', () => {
    const desk = newDesk({ supplies: [], supplyId: null })
    desk.command('acknowledge')
    expect(desk.message).toEqual({ code: 'openSupply', fresh: 0 })
    desk.act({ kind: 'ordersSeen', orders: [seen(1), seen(2)] })
    expect(desk.message).toEqual({ code: 'openSupply', fresh: 2 })
    expect(desk.order(1)).toMatchObject({ life: 'fresh', supplyId: null })
  })

  test('an order in no supply is not put into one that was born here and has no number yet', () => {
    const desk = newDesk({ orders: [newOrder(1)], supplyId: null })
    desk.command('newSupply')
    desk.act({ kind: 'ordersSeen', orders: [seen(1), seen(2)] })
    expect(desk.order(2)).toMatchObject({ life: 'fresh', supplyId: null })
  })

  test('an order in a supply that is known here can be packed here', () => {
    const desk = newDesk()
    desk.act({ kind: 'ordersSeen', orders: [seen(1, { supplierStatus: 'confirm', supplyRemoteId: SUPPLY })] })
    expect(desk.order(1)).toMatchObject({ life: 'claimed', supplyId: SUPPLY })
    desk.scan(MUG)
    expect(desk.bench.table.orderId).toBe(1)
  })

  test('what somebody packs on the portal is not counted as new here', () => {
    const desk = newDesk({ supplies: [], supplyId: null })
    desk.act({ kind: 'ordersSeen', orders: [seen(1, { supplierStatus: 'confirm', supplyRemoteId: 'WB-GI-9' })] })
    desk.command('newSupply')
    expect(desk.said).toBe('refused nothingFresh')
  })

  test('what ended before it was ever seen is nothing to pack', () => {
    const desk = newDesk()
    desk.act({
      kind: 'ordersSeen',
      orders: [
        seen(1, { supplierStatus: 'complete', supplyRemoteId: SUPPLY }),
        seen(2, { supplierStatus: 'cancel' }),
        seen(3, { supplierStatus: 'confirm', wbStatus: 'canceled_by_client', supplyRemoteId: SUPPLY })
      ]
    })
    expect([1, 2, 3].map(id => desk.order(id).life)).toEqual(['shipped', 'cancelled', 'cancelled'])
  })

  test('the same list again writes nothing', () => {
    const desk = newDesk()
    const orders = [seen(1), seen(2, { supplierStatus: 'confirm', supplyRemoteId: SUPPLY })]
    expect(desk.act({ kind: 'ordersSeen', orders }).changed).toHaveLength(2)
    expect(desk.act({ kind: 'ordersSeen', orders })).toMatchObject({ changed: [], effects: [], feedback: null })
  })

  test('a list that tells no metadata takes none away; one that does is believed', () => {
    const desk = newDesk({ orders: [order(1, { requiredMeta: ['sgtin'] })] })
    desk.act({
      kind: 'ordersSeen',
      orders: [seen(1, { supplierStatus: 'confirm' }, { metaKnown: false, comment: 'soon' })]
    })
    expect(desk.order(1).facts).toMatchObject({ requiredMeta: ['sgtin'], metaKnown: true, comment: 'soon' })
    desk.scan(MUG)
    desk.act({ kind: 'ordersSeen', orders: [seen(1, { supplierStatus: 'confirm' }, { requiredMeta: ['imei'] })] })
    expect(desk.message).toEqual({ code: 'scanCode', key: 'imei' })
  })

  test('an order that turns out to need what nobody here can collect goes to the shelf, off the table too', () => {
    const desk = newDesk({ orders: [order(1)] })
    desk.scan(MUG)
    desk.act({
      kind: 'ordersSeen',
      orders: [seen(1, { supplierStatus: 'confirm' }, { unknownMeta: ['veterinary'] })]
    })
    expect(desk.message).toEqual({ code: 'unknownMeta', keys: ['veterinary'] })
    expect(desk.order(1).life).toBe('shelved')
  })

  test('cancelled ones are put aside', () => {
    const desk = newDesk({ orders: [order(1)] })
    desk.scan(MUG)
    desk.act({ kind: 'ordersSeen', orders: [seen(1, { supplierStatus: 'cancel' })] })
    expect(desk.said).toBe('refused orderCancelled')
  })
})

describe('what left without us', () => {
  test('leaves the table, and the packer is told', () => {
    const desk = newDesk({ orders: [order(1)] })
    desk.scan(MUG)
    desk.act({ kind: 'statusesSeen', statuses: [{ orderId: 1, supplierStatus: 'complete', wbStatus: 'sorted' }] })
    expect(desk.message).toEqual({ code: 'alreadyPacked', orderId: 1, at: null })
    expect(desk.order(1).life).toBe('shipped')
    expect(desk.bench.table.orderId).toBeNull()
  })

  test('a whole supply, with the order on the table', () => {
    const desk = newDesk({ orders: [order(1), packedOrder(2), order(3, {}, { supplyId: OTHER_SUPPLY })] })
    desk.scan(MUG)
    const news = { remoteId: SUPPLY, name: 'x', createdAt: 0, done: true, cargoType: 1 }
    desk.act({ kind: 'suppliesSeen', supplies: [news] })
    expect(desk.said).toBe('refused alreadyPacked')
    expect(desk.bench.supplyId).toBeNull()
    expect([1, 2, 3].map(id => desk.order(id).life)).toEqual(['shipped', 'shipped', 'claimed'])
    desk.command('acknowledge')
    expect(desk.message).toEqual({ code: 'resumeSupply', supplies: 1 })
  })
})

describe('supplies as the marketplace lists them', () => {
  test('open ones made elsewhere can be packed here; finished ones are of no interest', () => {
    const desk = newDesk({ supplies: [], supplyId: null })
    const one = { remoteId: 'WB-GI-5', name: 'portal', createdAt: 7, done: false, cargoType: 2 }
    desk.act({ kind: 'suppliesSeen', supplies: [one, { ...one, remoteId: 'WB-GI-6', done: true }] })
    expect([...desk.bench.supplies.keys()]).toEqual(['WB-GI-5'])
    desk.act({ kind: 'openSupply', supplyId: 'WB-GI-5' })
    expect(desk.bench.supplyId).toBe('WB-GI-5')
  })

  test('one that is being created is known by its name; two of one name are two', () => {
    const local = supply('local-1', { remoteId: null, name: 'ours' })
    const desk = newDesk({ orders: [packedOrder(1)], supplies: [local, supply(SUPPLY, { name: 'twin' })] })
    const news = { createdAt: 7, done: false, cargoType: 1 }
    desk.act({
      kind: 'suppliesSeen',
      supplies: [
        { ...news, remoteId: 'WB-GI-5', name: 'ours' },
        { ...news, remoteId: 'WB-GI-6', name: 'twin' },
        { ...news, remoteId: 'WB-GI-7', name: 'twin', done: true }
      ]
    })
    expect([...desk.bench.supplies.keys()]).toEqual(['local-1', SUPPLY, 'WB-GI-6'])
    expect(desk.bench.supplies.get(SUPPLY)?.state).toBe('open')
    expect(desk.order(1).life).toBe('packed')
  })
})

describe('codes as the marketplace holds them', () => {
  test('an optional key does not become a required one', () => {
    const desk = newDesk({ orders: [order(1, { metaKnown: false })] })
    const details = [
      { key: 'sgtin', values: [], decision: 'optional' },
      { key: 'imei', values: [], decision: 'required' }
    ] as const
    desk.act({ kind: 'metaSeen', metas: [{ orderId: 1, details }] })
    expect(desk.order(1).facts).toMatchObject({ requiredMeta: ['imei'], optionalMeta: ['sgtin'], metaKnown: true })
  })

  test('a refusal for the order on the table takes it off', () => {
    const desk = newDesk({ orders: [order(1, { requiredMeta: ['sgtin'] })] })
    desk.scan(MUG, markingCode(1))
    desk.sendAll()
    desk.act({
      kind: 'metaSeen',
      metas: [{ orderId: 1, details: [{ key: 'sgtin', values: [markingCode(1)], decision: 'sgtinWrittenOff' }] }]
    })
    expect(desk.said).toBe('refused codeRefusedAtMarketplace')
    expect(desk.bench.table.orderId).toBeNull()
  })
})
