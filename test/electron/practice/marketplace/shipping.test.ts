import { expect, test } from 'vitest'
import { z } from 'zod'
import { openMarketplace } from './harness.ts'

const POINTS = '/api/marketplace/v3/fbs/shipping-points'
const METHOD = '/api/marketplace/v3/fbs/supplies/shipping-method'
const OCTOBER = Date.parse('2026-10-01T00:00:00+03:00')

const pointsReply = z.object({
  shippingPoints: z.array(
    z.object({
      id: z.int(),
      name: z.string().min(1),
      address: z.string().min(1),
      city: z.string().min(1),
      officeType: z.enum(['sc', 'sw', 'pp']),
      cargoTypes: z.array(z.union([z.literal(1), z.literal(2), z.literal(3)])).min(1),
      latitude: z.number(),
      longitude: z.number(),
      fulfillment: z.boolean()
    })
  )
})

/** A marketplace on the first day of the demand, with a supply of simple goods. */
async function october(options: Parameters<typeof openMarketplace>[0] = {}) {
  const shop = await openMarketplace(options)
  shop.clock.now = OCTOBER
  const supplyId = await shop.supplyWith(shop.control.addOrders(4, { article: 'mug-enamel-350' }))
  const points = async (city: string, cargoType = 1) =>
    pointsReply.parse(
      (await shop.call('GET', `${POINTS}?city=${encodeURIComponent(city)}&cargoType=${cargoType}`)).body
    ).shippingPoints
  const plain = (await points('Калуга')).find(point => !point.fulfillment)?.id ?? 0
  const wish = { supplyId, shippingPointId: plain, shippingDt: '2026-10-01', shippingType: 'selfShipping' }
  const set = (change: object = {}) => shop.call('PATCH', METHOD, { data: [{ ...wish, ...change }] })
  const deliver = () => shop.call('PATCH', `/api/v3/supplies/${supplyId}/deliver`)
  return { ...shop, supplyId, points, plain, set, deliver }
}

const refused = (supplyId: string, code: number, detail: string) => ({
  status: 200,
  body: { results: [{ supplyId, error: { code, detail } }] }
})

test('points are listed by city and cargo type; pickup points take small goods alone', async () => {
  const { call, points } = await october()
  const small = await points('Москва')
  expect(small.length).toBeGreaterThan(100)
  expect(new Set(small.map(({ officeType }) => officeType))).toEqual(new Set(['sc', 'sw', 'pp']))
  const bulky = await points('Москва', 2)
  expect(new Set(bulky.map(({ officeType }) => officeType))).toEqual(new Set(['sc', 'sw']))
  expect(await points('Орёл')).not.toEqual([])
  expect(await points('Урюпинск')).toEqual([])
  for (const query of ['city=Moscow&cargoType=1', 'cargoType=1', 'city=Москва', 'city=Москва&cargoType=4']) {
    expect(await call('GET', `${POINTS}?${encodeURI(query)}`)).toMatchObject({ status: 400 })
  }
})

test('a Russian seller’s supply leaves only with point, type and day; the supply shows them', async () => {
  const { call, set, deliver, supplyId, plain } = await october()
  expect(await deliver()).toMatchObject({ status: 409, body: { code: 'SupplyShippingRequired' } })
  expect(await set()).toMatchObject({ status: 200, body: { results: [{ supplyId, success: true }] } })
  // Again is as good as once.
  expect(await set()).toMatchObject({ status: 200, body: { results: [{ supplyId, success: true }] } })
  expect(await call('GET', `/api/v3/supplies/${supplyId}`)).toMatchObject({
    body: {
      shippingPointId: plain,
      shippingDt: '2026-10-01',
      shippingType: 'selfShipping',
      crossBorderType: 0,
      isB2b: false,
      spotAvailable: false,
      waybillUuid: null
    }
  })
  expect(await deliver()).toMatchObject({ status: 204 })
})

test('each item has its own verdict', async () => {
  const { set, supplyId, points, control, call } = await october()
  const abroad = (await points('Минск'))[0]?.id
  for (const change of [
    { shippingPointId: abroad },
    { shippingDt: '01.10.2026' },
    { shippingType: 'drone' },
    { shippingPointId: -1 }
  ]) {
    expect(await set(change)).toMatchObject(refused(supplyId, 400, 'IncorrectRequestBody'))
  }
  expect(await set({ shippingPointId: 5 })).toMatchObject(refused(supplyId, 404, 'NotFound'))
  expect(await set({ supplyId: 'WB-GI-5' })).toMatchObject(refused('WB-GI-5', 404, 'NotFound'))
  expect(await set({ shippingDt: '2026-09-30' })).toMatchObject(refused(supplyId, 409, 'InvalidShippingDt'))
  control.setFulfilment(true)
  expect(await set()).toMatchObject(refused(supplyId, 400, 'FulfillmentRequired'))
  control.setFulfilment(false)
  await call('POST', '/api/v3/supplies', { name: 'empty' })
  const empty = control.state().supplies.at(-1)?.id ?? ''
  expect(await set({ supplyId: empty })).toMatchObject(refused(empty, 400, 'IncorrectRequestBody'))
  control.scanSupply(supplyId)
  expect(await set()).toMatchObject(refused(supplyId, 409, 'SupplyAlreadyScanned'))
  for (const data of [[], Array.from({ length: 101 }, () => ({ supplyId }))]) {
    expect(await call('PATCH', METHOD, { data })).toMatchObject({ status: 400, body: { code: 'IncorrectRequestBody' } })
  }
})

test('a day that has passed keeps the supply, and a point with fulfilment wants a box', async () => {
  const { set, deliver, clock, points, call, supplyId } = await october()
  const fulfilment = (await points('Москва', 2)).find(point => point.fulfillment)?.id
  await set({ shippingPointId: fulfilment })
  clock.now += 24 * 60 * 60 * 1000
  expect(await deliver()).toMatchObject({ status: 409, body: { code: 'InvalidShippingDt' } })
  await set({ shippingPointId: fulfilment, shippingDt: '2026-10-02' })
  expect(await deliver()).toMatchObject({ status: 409, body: { code: 'FulfillmentSupplyBoxesRequired' } })
  expect(await call('POST', `/api/v3/supplies/${supplyId}/trbx`, { amount: 1 })).toMatchObject({ status: 201 })
  expect(await deliver()).toMatchObject({ status: 204 })
})

test('a seller abroad, goods that cross the border and the time before October need none of it', async () => {
  const abroad = await october({ seller: 'abroad' })
  expect(await abroad.call('GET', `/api/v3/supplies/${abroad.supplyId}`)).toMatchObject({
    body: { spotAvailable: true }
  })
  expect(await abroad.call('GET', '/api/v3/orders/new')).toMatchObject({
    body: { orders: expect.arrayContaining([expect.objectContaining({ convertedCurrencyCode: 417 })]) }
  })
  expect(await abroad.deliver()).toMatchObject({ status: 204 })
  const home = await october()
  const crossing = await home.supplyWith(home.control.addOrders(1, { article: 'mug-enamel-350', isCrossBorder: true }))
  expect(await home.call('PATCH', `/api/v3/supplies/${crossing}/deliver`)).toMatchObject({ status: 204 })
  home.clock.now = OCTOBER - 1
  expect(await home.deliver()).toMatchObject({ status: 204 })
})

test('a refusal that was called up is met once', async () => {
  const { control, deliver, set } = await october()
  await set()
  control.planRefusal('/api/v3/supplies/{supplyId}/deliver', 409, { code: 'SupplyIsProcessing', message: '' })
  expect(await deliver()).toMatchObject({ status: 409, body: { code: 'SupplyIsProcessing' } })
  expect(await deliver()).toMatchObject({ status: 204 })
})
