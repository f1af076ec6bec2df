import { expect, test } from 'vitest'
import { z } from 'zod'
import { openMarketplace } from './harness.ts'
import { openScheme } from './scheme-harness.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const ordersSchema = z.object({ orders: z.array(z.record(z.string(), z.unknown())) })

async function firstOf(shop: { call: (method: string, path: string) => Promise<{ body: unknown }> }, path: string) {
  return ordersSchema.parse((await shop.call('GET', path)).body).orders.at(-1)
}

test('FBS makes orders of every kind, each with the fields that tell it', async () => {
  const shop = await openMarketplace({ orders: 0 })
  const add = async (shape: object) => {
    shop.control.addOrders(1, { article: 'mug-enamel-350', ...shape })
    return firstOf(shop, '/api/v3/orders/new')
  }
  expect(await add({ isB2b: true })).toMatchObject({ options: { isB2B: true }, sellerDate: null })
  expect(await add({ isCrossBorder: true })).toMatchObject({ crossBorderType: 1 })
  expect(await add({ optionalMeta: ['imei'] })).toMatchObject({ requiredMeta: [], optionalMeta: ['imei'] })
  expect(await add({ requiredMeta: ['customsDeclaration'] })).toMatchObject({ requiredMeta: ['customsDeclaration'] })
  const bulky = { article: 'shelf-loft-180', sellerDate: '04.09.2026', isPickupPointShipmentAllowed: false }
  expect(await add({ article: 'shelf-loft-180' })).toMatchObject(bulky)
  expect(await add({ paidShare: 0.5 })).toMatchObject({ convertedPrice: 49_900, convertedFinalPrice: 24_950 })
  expect(await add({ oddFields: { nmId: null, chrtId: 'many' } })).toMatchObject({ nmId: null, chrtId: 'many' })
  const created = new Date(shop.clock.now - 100 * DAY).toISOString().slice(0, 19)
  expect(await add({ ageDays: 100 })).toMatchObject({ createdAt: `${created}Z` })
})

test('the first edition tells none of the fields that came later', async () => {
  const shop = await openMarketplace({ orders: 0, edition: 'seed' })
  shop.control.addOrders(1, { isB2b: true, isCrossBorder: true, optionalMeta: ['imei'] })
  const order = await firstOf(shop, '/api/v3/orders/new')
  expect(order).toMatchObject({ options: { isB2b: true } })
  for (const name of ['crossBorderType', 'optionalMeta', 'sellerDate', 'isPickupPointShipmentAllowed']) {
    expect(order, name).not.toHaveProperty(name)
  }
})

test('a set bears several marking codes, all of one product and each of its own', async () => {
  const { control } = await openMarketplace({ orders: 0 })
  control.addOrders(3, { article: 'tshirt-basic-m-white', markingCodes: 4 })
  const codes = control
    .things()
    .flatMap(({ markingCode = '', moreMarkingCodes = [] }) => [markingCode, ...moreMarkingCodes])
  expect(new Set(codes).size).toBe(12)
  expect(new Set(codes.map(code => code.slice(0, 16))).size).toBe(1)
})

test('a supply tells what its orders have in common, and nothing while it is empty', async () => {
  const shop = await openMarketplace({ orders: 0 })
  const supplyOf = async (shape: object) => {
    const id = await shop.supplyWith(shop.control.addOrders(1, { article: 'mug-enamel-350', ...shape }))
    return (await shop.call('GET', `/api/v3/supplies/${id}`)).body
  }
  expect(await supplyOf({})).toMatchObject({ crossBorderType: 0, isB2b: false, spotAvailable: false })
  expect(await supplyOf({ isB2b: true, isCrossBorder: true })).toMatchObject({ crossBorderType: 1, isB2b: true })
  expect(await supplyOf({ goesBySpot: true })).toMatchObject({ spotAvailable: true, recommendedWhId: 0 })
  await shop.call('POST', '/api/v3/supplies', { name: 'Пустая' })
  const { id } = shop.control.state().supplies.at(-1) ?? { id: '' }
  const empty = (await shop.call('GET', `/api/v3/supplies/${id}`)).body
  expect(empty).toMatchObject({ crossBorderType: null, isB2b: null, isPickupPointShipmentAllowed: false })
})

test('statuses say whether the seller may still cancel', async () => {
  const shop = await openMarketplace({ orders: 0 })
  const [fresh = 0, assembled = 0, cancelled = 0] = shop.control.addOrders(3, { article: 'mug-enamel-350' })
  await shop.supplyWith([assembled])
  shop.control.cancelOrder(cancelled, 'declined_by_client')
  const ask = async (orders: readonly number[]) => (await shop.call('POST', '/api/v3/orders/status', { orders })).body
  expect(await ask([fresh, assembled, cancelled])).toMatchObject({
    orders: [{ isCancellable: true }, { isCancellable: true }, { isCancellable: false }]
  })
})

test('DBS makes express orders and orders to a pickup point', async () => {
  const shop = await openScheme('dbs', 'successor')
  shop.add({ isExpress: true })
  expect(await firstOf(shop, `${shop.path}/new`)).toMatchObject({ deliveryType: 'edbs' })
  shop.add({ toPickupPoint: true })
  const point = { deliveryType: 'dbsPickupPoint', wbStickerId: expect.any(Number) }
  expect(await firstOf(shop, `${shop.path}/new`)).toMatchObject({
    ...point,
    address: { fullAddress: expect.stringContaining('пункт выдачи') }
  })
  shop.add({ toPickupPoint: false })
  const plain = await firstOf(shop, `${shop.path}/new`)
  expect(plain).toMatchObject({ deliveryType: 'dbs' })
  expect(plain).not.toHaveProperty('wbStickerId')
})

test('B2B orders of DBS and pickup know their organisation, others none', async () => {
  for (const scheme of ['dbs', 'pickup'] as const) {
    const shop = await openScheme(scheme, 'successor')
    shop.add({ isB2b: true })
    shop.add()
    expect(shop.orders().map(order => order.organisation)).toEqual([
      { inn: expect.stringMatching(/^0000\d{6}$/), kpp: '000001001', orgName: expect.any(String) },
      null
    ])
  }
})

test('pickup tells of tyre fitting ordered and of who has paid', async () => {
  const shop = await openScheme('pickup', 'successor')
  shop.add({ tireService: true, payMode: 'unknown' })
  expect(await firstOf(shop, `${shop.path}/new`)).toMatchObject({ tireService: true, payMode: 'unknown' })
})

test('a delivery that was moved shows its old day and hours for a day', async () => {
  const shop = await openScheme('dbs', 'successor')
  const id = shop.add()
  const ask = async () => (await shop.call('POST', `${shop.path}/delivery-date`, { orders: [id] })).body
  const [before] = shop.control.state().dbsOrders
  expect(shop.control.moveDelivery(5, { day: 0, timeFrom: '', timeTo: '' })).toBe(false)
  shop.control.moveDelivery(id, { day: Date.UTC(2026, 8, 20), timeFrom: '18:00', timeTo: '19:00' })
  const moved = { dDate: '2026-09-20', dTimeFrom: '18:00', dTimeTo: '19:00' }
  const old = { dTimeFromOld: before?.delivery.timeFrom, dTimeToOld: before?.delivery.timeTo }
  expect(await ask()).toMatchObject({ orders: [{ id, ...moved, ...old, dDateOld: expect.any(String) }] })
  shop.clock.now += DAY
  expect(await ask()).toEqual({ orders: [{ id, ...moved }] })
})
