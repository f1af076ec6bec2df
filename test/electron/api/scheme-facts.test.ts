import { expect, onTestFinished, test } from 'vitest'
import type { MarketplaceClient } from '../../../electron/api/client.ts'
import type { Reply } from '../../../electron/station/ports/ports.ts'
import { connectTo, json, startFaultyServer } from './faulty-server.ts'
import { letRun, openShop } from './practice.ts'

async function open(now: number) {
  const shop = await openShop({ edition: 'successor' })
  onTestFinished(shop.close)
  const { client, clock, marketplace } = shop
  await clock.advance(now - clock.now())
  const must = async <T>(call: (client: MarketplaceClient) => Promise<Reply<T>>): Promise<T> => {
    const reply = await letRun(clock, call(client), 200)
    if (reply.kind !== 'ok') throw new Error(JSON.stringify(reply))
    return reply.value
  }
  return { must, clock, control: marketplace.control }
}

const OCTOBER = Date.UTC(2026, 9, 10, 9)

test('organisations are told of their own orders alone', async () => {
  const { must, control } = await open(OCTOBER)
  const [firm = 0] = control.addOrders(1, { scheme: 'dbs', isB2b: true })
  const [person = 0] = control.addOrders(1, { scheme: 'dbs' })
  expect(await must(({ dbs }) => dbs.organisations([firm, person, 5]))).toMatchObject([
    { orderId: firm, firm: { kpp: '000001001' }, failure: null },
    { orderId: person, firm: null, failure: { kind: 'refused', status: 422, code: 'OrderNotB2B' } },
    { orderId: 5, firm: null, failure: { status: 404, code: 'NotFound' } }
  ])
})

test.each(['dbs', 'pickup'] as const)('%s: a final price is computed, known, or the one of the order', async scheme => {
  const { must, clock, control } = await open(OCTOBER)
  const shape = { scheme, paidShare: 0.8 } as const
  const [slow = 0] = control.addOrders(1, { ...shape, pricingTakesMs: 60_000 })
  const [known = 0] = control.addOrders(1, shape)
  const [old = 0] = control.addOrders(1, { ...shape, ageDays: 90 })
  const ask = () => must(client => client[scheme].finalPrices([slow, known, old]))
  const truth = [...control.state().dbsOrders, ...control.state().pickupOrders].find(({ id }) => id === known)
  expect(await ask()).toMatchObject([
    { kind: 'computing', orderId: slow },
    { kind: 'known', full: truth?.convertedPrice, paid: truth?.convertedFinalPrice, currencyCode: 643 },
    { kind: 'refused', failure: { status: 422, code: 'PriceNotCalculated' } }
  ])
  await clock.advance(60_000)
  expect((await ask())[0]?.kind).toBe('known')
})

test('without a price of its own an order keeps the one that it told', async () => {
  const results = [{ orderId: 1, isError: false, errors: [], data: null }, { orderId: 2 }, { orderId: 3, data: {} }]
  const server = await startFaultyServer(json(200, { results }))
  onTestFinished(server.close)
  const { client, clock } = connectTo(server.url)
  const reply = await letRun(clock, client.pickup.finalPrices([1, 2, 3]))
  expect(reply.kind === 'ok' && reply.value.map(({ kind }) => kind)).toEqual(['asOrdered', 'asOrdered', 'computing'])
})

test('orders tell how they travel and what the counter has to know; a moved delivery what it was', async () => {
  const { must, control } = await open(OCTOBER)
  const [express = 0] = control.addOrders(1, { scheme: 'dbs', isExpress: true })
  const [point = 0] = control.addOrders(1, { scheme: 'dbs', toPickupPoint: true })
  control.addOrders(1, { scheme: 'pickup', tireService: true, payMode: 'unknown' })
  const [first, second] = await must(({ dbs }) => dbs.newOrders())
  const sticker = control.state().dbsOrders[1]?.sticker
  expect([first, second]).toMatchObject([
    { facts: { id: express }, deliveryType: 'edbs', stickerId: null },
    { facts: { id: point }, deliveryType: 'dbsPickupPoint', stickerId: `${sticker?.partA}${sticker?.partB}` }
  ])
  expect(await must(({ pickup }) => pickup.newOrders())).toMatchObject([{ tireService: true, payMode: 'unknown' }])
  expect((await must(({ dbs }) => dbs.deliveryDates([express])))[0]?.before).toBeNull()
})

test('the groups of paid deliveries may be no list at all', async () => {
  const server = await startFaultyServer(json(200, null, { 'x-ratelimit-remaining': '10' }))
  onTestFinished(server.close)
  const { client, clock } = connectTo(server.url)
  expect(await letRun(clock, client.dbs.groups(['a']))).toEqual({ kind: 'ok', value: [] })
})

test('an order refused for its codes says which of them', async () => {
  const { must, control } = await open(OCTOBER)
  const [id = 0] = control.addOrders(1, { scheme: 'pickup', requiredMeta: ['sgtin'] })
  await must(({ pickup }) => pickup.confirm([id]))
  const [result] = (await must(({ pickup }) => pickup.prepare([id]))).results
  expect(result).toMatchObject({
    outcome: { kind: 'refused', code: 'MetaValidationFail' },
    metaDetails: [{ key: 'sgtin', values: [], decision: 'required' }]
  })
})

test('a file that is no PDF keeps back no other sticker', async () => {
  const pdf = Buffer.from('%PDF-1.4').toString('base64')
  const sticker = (orderId: number, file: string) => ({ orderId, partA: '231648', partB: '0753', barcode: '!a', file })
  const server = await startFaultyServer(json(200, { stickers: [sticker(1, pdf), sticker(2, 'AAAA')] }))
  onTestFinished(server.close)
  const { client, clock } = connectTo(server.url)
  const reply = await letRun(clock, client.dbs.stickers([1, 2]))
  expect(reply).toMatchObject({ value: { ready: [{ orderId: 1, partB: '0753' }], unreadable: [2] } })
})
