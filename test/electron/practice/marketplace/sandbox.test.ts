import { expect, test } from 'vitest'
import { openMarketplace } from './harness.ts'
import type { Harness } from './harness.ts'

function lever({ call }: Harness, path: string, body?: unknown) {
  return call('PATCH', `/api/v3/test/${path}`, body)
}

const CONFLICT = { status: 409, body: { code: 'StatusMismatch' } }

test('orders of every scheme are made by barcode', async () => {
  const shop = await openMarketplace({ orders: 1, dbsOrders: 0, sandbox: true })
  const sku = shop.control.state().orders[0]?.skus[0]
  const make = (scheme: string, orders: readonly object[]) =>
    shop.call('POST', `/api/v3/test/${scheme}/orders/make`, { orders })
  expect(await make('fbs', [{ sku, amount: 3 }])).toMatchObject({ status: 204 })
  expect(await make('click-collect', [{ sku, amount: 1 }])).toMatchObject({ status: 204 })
  const deliveries = ['dbs', 'edbs', 'dbsPickupPoint'].map(deliveryType => ({ sku, amount: 1, deliveryType }))
  expect(await make('dbs', deliveries)).toMatchObject({ status: 204 })
  const { orders, dbsOrders, pickupOrders } = shop.control.state()
  expect([orders.length, dbsOrders.length, pickupOrders.length]).toEqual([4, 3, 1])
  expect(dbsOrders.map(order => order.deliveryType)).toEqual(['dbs', 'edbs', 'dbsPickupPoint'])
  expect(new Set([...orders, ...dbsOrders, ...pickupOrders].flatMap(order => order.skus))).toEqual(new Set([sku]))

  expect(
    await make('fbs', [
      { sku, amount: 1 },
      { sku: '4', amount: 1 }
    ])
  ).toMatchObject({
    status: 409,
    body: { code: 'NotFound', data: [{ sku: '4' }] }
  })
  expect(shop.control.state().orders).toHaveLength(4)
  expect(await make('fbs', [])).toMatchObject({ status: 400 })
})

test('a buyer declines in the first hour before assembly, in every scheme', async () => {
  const shop = await openMarketplace({ orders: 0, sandbox: true })
  for (const [scheme, path] of [
    ['fbs', 'fbs'],
    ['dbs', 'dbs'],
    ['pickup', 'click-collect']
  ] as const) {
    const [early = 0] = shop.control.addOrders(1, { scheme })
    const [late = 0] = shop.control.addOrders(1, { scheme, ageDays: 1 })
    expect(await lever(shop, `${path}/orders/${early}/decline`)).toMatchObject({ status: 204 })
    expect(await lever(shop, `${path}/orders/${late}/decline`)).toMatchObject(CONFLICT)
    expect(await lever(shop, `${path}/orders/5/decline`)).toMatchObject({ status: 404 })
  }
})

test('a supply is taken in, its orders come to their buyers, and what was not found travels again', async () => {
  const shop = await openMarketplace({ orders: 0, sandbox: true, now: () => Date.parse('2026-12-01T09:00:00Z') })
  const ids = shop.control.addOrders(4, { article: 'mug-enamel-350' })
  const [sold = 0, back = 0, broken = 0, lost = 0] = ids
  const supplyId = await shop.supplyWith(ids)
  expect(await lever(shop, `fbs/orders/${sold}/deliver`)).toMatchObject(CONFLICT)
  // The sandbox has no shipping methods, and asks for no shipping.
  expect(await shop.call('PATCH', `/api/v3/supplies/${supplyId}/deliver`)).toMatchObject({ status: 204 })
  expect(await lever(shop, `fbs/supplies/${supplyId}/close`, { orderIds: [5] })).toMatchObject({ status: 404 })
  expect(await lever(shop, `fbs/supplies/${supplyId}/close`, { orderIds: [sold, back, broken] })).toMatchObject({
    status: 204
  })
  expect(await lever(shop, `fbs/supplies/${supplyId}/close`, { orderIds: [] })).toMatchObject(CONFLICT)
  expect((await shop.call('GET', '/api/v3/supplies/orders/reshipment')).body).toEqual({
    orders: [{ supplyID: supplyId, orderID: lost }]
  })
  expect(await lever(shop, `fbs/orders/${sold}/receive`, { code: '1' })).toMatchObject(CONFLICT)
  for (const id of [sold, back]) expect(await lever(shop, `fbs/orders/${id}/deliver`)).toMatchObject({ status: 204 })
  expect(await lever(shop, `fbs/orders/${sold}/receive`, {})).toMatchObject({ status: 400 })
  expect(await lever(shop, `fbs/orders/${sold}/receive`, { code: '1' })).toMatchObject({ status: 204 })
  expect(await lever(shop, `fbs/orders/${back}/reject`, { code: '1' })).toMatchObject({ status: 204 })
  expect(await lever(shop, `fbs/orders/${broken}/defect`)).toMatchObject({ status: 204 })
  expect(shop.control.state().orders.map(order => order.wbStatus)).toEqual([
    'sold',
    'canceled_by_client',
    'defect',
    'waiting'
  ])
})

test('the sandbox answers a request a second, and has levers where production has methods', async () => {
  const shop = await openMarketplace({ orders: 0, sandbox: true, limits: 'real' })
  expect(await shop.call('GET', '/api/v3/orders/new')).toMatchObject({ status: 200 })
  expect(await shop.call('GET', '/api/v3/passes')).toMatchObject({ status: 429 })
  const PRODUCTION_ONLY = [
    ['GET', '/api/marketplace/v3/fbs/shipping-points'],
    ['PATCH', '/api/marketplace/v3/fbs/supplies/shipping-method'],
    ['GET', '/api/marketplace/v3/fbs/orders/archive'],
    ['POST', '/api/marketplace/v3/fbs/supplies/spot/list'],
    ['POST', '/api/marketplace/v3/dbs/orders/stickers'],
    ['POST', '/api/marketplace/v3/dbs/orders/meta/details']
  ] as const
  for (const [method, path] of PRODUCTION_ONLY) {
    expect(await shop.call(method, path, method === 'GET' ? undefined : {}), path).toMatchObject({
      status: 404,
      body: { title: 'path not found' }
    })
  }
  const real = await openMarketplace({ orders: 0 })
  expect(await real.call('POST', '/api/v3/test/fbs/orders/make', {})).toMatchObject({
    body: { title: 'path not found' }
  })
})
