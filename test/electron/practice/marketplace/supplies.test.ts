import { expect, test } from 'vitest'
import { z } from 'zod'
import { openMarketplace } from './harness.ts'

const NOT_ADDED = { status: 409, body: { code: 'FailedToAddSupplyOrder' } }

test('a supply is named, listed, shown, and deleted while it is empty', async () => {
  const { call } = await openMarketplace()
  const created = await call('POST', '/api/v3/supplies', { name: 'Утро' })
  const { id } = z.object({ id: z.string().regex(/^WB-GI-\d{7,}$/) }).parse(created.body)
  expect(created.status).toBe(201)
  const supply = {
    id,
    name: 'Утро',
    done: false,
    createdAt: '2026-09-01T09:00:00Z',
    closedAt: null,
    scanDt: null,
    cargoType: 0
  }
  expect(await call('GET', `/api/v3/supplies/${id}`)).toMatchObject({ status: 200, body: supply })
  expect(await call('GET', '/api/v3/supplies?limit=10&next=0')).toMatchObject({ body: { next: 0, supplies: [supply] } })
  expect(await call('DELETE', `/api/v3/supplies/${id}`)).toMatchObject({ status: 204 })
  expect(await call('GET', `/api/v3/supplies/${id}`)).toMatchObject({ status: 404, body: { code: 'NotFound' } })
  expect(await call('GET', '/api/v3/supplies/odd')).toMatchObject({ status: 400, body: { code: 'IncorrectParameter' } })
  for (const name of ['', 'x'.repeat(129), 5]) {
    expect(await call('POST', '/api/v3/supplies', { name })).toMatchObject({ status: 400 })
  }
  expect(await call('POST', '/api/v3/supplies', { name: 'x'.repeat(128) })).toMatchObject({ status: 201 })
})

test('supplies are read page by page', async () => {
  const { call, control } = await openMarketplace()
  for (const name of ['a', 'b', 'c']) await call('POST', '/api/v3/supplies', { name })
  const page = z.object({ next: z.number(), supplies: z.array(z.object({ name: z.string() })) })
  const first = page.parse((await call('GET', '/api/v3/supplies?limit=2&next=0')).body)
  const second = page.parse((await call('GET', `/api/v3/supplies?limit=2&next=${first.next}`)).body)
  expect([...first.supplies, ...second.supplies].map(supply => supply.name)).toEqual(['a', 'b', 'c'])
  expect(second.next).toBe(0)
  expect(control.state().supplies).toHaveLength(3)
})

test('adding takes orders into assembly, in both editions', async () => {
  const { call, control, supplyWith, ordersWanting } = await openMarketplace({ edition: 'both' })
  const [first = 0, second = 0] = ordersWanting('imei')
  const id = await supplyWith([first])
  expect(await call('PATCH', `/api/v3/supplies/${id}/orders/${second}`)).toMatchObject({ status: 204, body: null })
  expect(await call('PATCH', `/api/v3/supplies/${id}/orders/${second}`)).toMatchObject({ status: 204 })
  expect(await call('GET', `/api/marketplace/v3/supplies/${id}/order-ids`)).toMatchObject({
    body: { orderIds: [first, second] }
  })
  expect(await call('GET', `/api/v3/supplies/${id}/orders`)).toMatchObject({
    body: { orders: [{ id: first, scanPrice: null }, { id: second }] }
  })
  expect(await call('GET', `/api/v3/supplies/${id}`)).toMatchObject({
    body: { cargoType: 1, destinationOfficeId: 123 }
  })
  const statuses = control.state().orders.filter(order => order.supplierStatus === 'confirm')
  expect(statuses.map(order => order.id)).toEqual([first, second])
  expect(await call('DELETE', `/api/v3/supplies/${id}`)).toMatchObject({
    status: 409,
    body: { code: 'SupplyHasOrders' }
  })
  expect(await call('PATCH', `/api/v3/supplies/${id}/orders/5`)).toMatchObject({ status: 404 })
  expect(await call('PATCH', `/api/v3/supplies/WB-GI-5/orders/${first}`)).toMatchObject({ status: 404 })
})

test('orders of another kind are refused, and with them all of the request', async () => {
  const { call, control, supplyWith } = await openMarketplace()
  const [small = 0, other = 0] = control.addOrders(2, { cargoType: 1 })
  const id = await supplyWith([small])
  const strangers = [
    ...control.addOrders(1, { cargoType: 2 }),
    ...control.addOrders(1, { cargoType: 1, warehouseId: 1 }),
    ...control.addOrders(1, { cargoType: 1, isB2b: true }),
    ...control.addOrders(1, { cargoType: 1, isCrossBorder: true })
  ]
  for (const stranger of strangers) {
    expect(
      await call('PATCH', `/api/marketplace/v3/supplies/${id}/orders`, { orders: [other, stranger] })
    ).toMatchObject(NOT_ADDED)
  }
  expect(control.state().supplies[0]?.orderIds).toEqual([small])
  const tooMany = Array.from({ length: 101 }, () => other)
  for (const orders of [[], tooMany]) {
    expect(await call('PATCH', `/api/marketplace/v3/supplies/${id}/orders`, { orders })).toMatchObject({ status: 400 })
  }
})

test('the first edition’s documents part supplies by cargo type alone', async () => {
  const { call, control } = await openMarketplace({ orders: 0, edition: 'seed' })
  await call('POST', '/api/v3/supplies', { name: 'a' })
  const id = control.state().supplies[0]?.id
  const add = async (shape: object) =>
    (await call('PATCH', `/api/v3/supplies/${id}/orders/${control.addOrders(1, { cargoType: 1, ...shape })[0]}`)).status
  for (const shape of [{}, { warehouseId: 1 }, { isB2b: true }, { isCrossBorder: true }])
    expect(await add(shape)).toBe(204)
  expect(await add({ cargoType: 2 })).toBe(409)
  expect(await call('PATCH', `/api/v3/supplies/${id}/deliver`)).toMatchObject({ status: 204 })
})

test('somebody else’s orders and supplies are denied', async () => {
  const { call, control, supplyWith } = await openMarketplace({ orders: 0 })
  const [own = 0, foreign = 0] = control.addOrders(2, { article: 'mug-enamel-350' })
  const id = await supplyWith([own])
  control.denyAccess([foreign, id])
  const denied = { status: 403, body: { code: 'AccessDenied' } }
  expect(await call('PATCH', `/api/v3/orders/${foreign}/cancel`)).toMatchObject(denied)
  expect(await call('GET', `/api/v3/supplies/${id}`)).toMatchObject(denied)
  expect(await call('PATCH', `/api/v3/orders/${own}/cancel`)).toMatchObject({ status: 204 })
})

test('orders move between active supplies, and out of a closed one only to be shipped again', async () => {
  const { call, control, supplyWith } = await openMarketplace()
  const [order = 0, other = 0] = control.addOrders(2, { article: 'mug-enamel-350' })
  const first = await supplyWith([order])
  const second = await supplyWith([order, other])
  expect(control.state().supplies.map(supply => supply.orderIds)).toEqual([[], [order, other]])
  await call('PATCH', `/api/v3/supplies/${second}/deliver`)
  const back = () => call('PATCH', `/api/marketplace/v3/supplies/${first}/orders`, { orders: [order] })
  expect(await back()).toMatchObject(NOT_ADDED)

  expect(control.scanSupply(second)).toBe(true)
  expect(control.requireReshipment([order])).toEqual([order])
  expect(await call('GET', '/api/v3/supplies/orders/reshipment')).toMatchObject({
    body: { orders: [{ supplyID: second, orderID: order }] }
  })
  expect(await back()).toMatchObject({ status: 204 })
  expect(control.state().orders.find(({ id }) => id === order)).toMatchObject({
    supplierStatus: 'confirm',
    supplyId: first
  })
  expect(await call('GET', '/api/v3/supplies/orders/reshipment')).toMatchObject({ body: { orders: [] } })
})

test('delivering closes the supply for good', async () => {
  const { call, control, supplyWith, clock } = await openMarketplace()
  const orders = control.addOrders(2, { article: 'mug-enamel-350' })
  const id = await supplyWith(orders)
  clock.now += 60_000
  expect(await call('PATCH', `/api/v3/supplies/${id}/deliver`)).toMatchObject({ status: 204 })
  expect(await call('GET', `/api/v3/supplies/${id}`)).toMatchObject({
    body: { done: true, closedAt: '2026-09-01T09:01:00Z' }
  })
  expect(await call('POST', '/api/v3/orders/status', { orders })).toMatchObject({
    body: { orders: orders.map(order => ({ id: order, supplierStatus: 'complete', wbStatus: 'waiting' })) }
  })
  const [late = 0] = control.addOrders(1, { article: 'mug-enamel-350' })
  expect(await call('PATCH', `/api/marketplace/v3/supplies/${id}/orders`, { orders: [late] })).toMatchObject(NOT_ADDED)
  expect(await call('PATCH', `/api/v3/supplies/${id}/deliver`)).toMatchObject({ status: 409 })
  expect(await call('DELETE', `/api/v3/supplies/${id}`)).toMatchObject({
    status: 409,
    body: { code: 'SupplyHasOrders' }
  })
})

test('an empty supply can not go', async () => {
  const { call, control } = await openMarketplace()
  await call('POST', '/api/v3/supplies', { name: 'a' })
  expect(await call('PATCH', `/api/v3/supplies/${control.state().supplies[0]?.id}/deliver`)).toMatchObject({
    status: 409,
    body: { code: 'SupplyHasZeroOrders' }
  })
})

test('a supply goes when every required code is there, checked and fine', async () => {
  const { call, control, supplyWith, clock } = await openMarketplace()
  const [id = 0] = control.addOrders(1, { article: 'tshirt-basic-m-white' })
  const code = control.things().find(thing => thing.orderId === id)?.markingCode ?? ''
  const supplyId = await supplyWith([id])
  const deliver = () => call('PATCH', `/api/v3/supplies/${supplyId}/deliver`)
  const held = (detail: object) => ({
    status: 409,
    body: { code: 'MetaValidationFail', data: { orders: [{ id, metaDetails: [detail] }] } }
  })
  expect(await deliver()).toMatchObject(held({ key: 'sgtin', decision: 'required' }))
  await call('PUT', `/api/v3/orders/${id}/meta/sgtin`, { sgtins: [code] })
  expect(await deliver()).toMatchObject(held({ key: 'sgtin', decision: 'pending', value: code }))
  clock.now += 2000
  control.setDecision(id, 'sgtin', 'sgtinEmitted')
  expect(await deliver()).toMatchObject(held({ key: 'sgtin', decision: 'sgtinEmitted', value: code }))
  control.setDecision(id, 'sgtin', 'sgtinIntroduced')
  expect(await deliver()).toMatchObject({ status: 204 })
})
