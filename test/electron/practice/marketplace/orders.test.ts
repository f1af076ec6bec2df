import { expect, test } from 'vitest'
import { z } from 'zod'
import { openMarketplace } from './harness.ts'

const listSchema = z.object({ next: z.number().optional(), orders: z.array(z.looseObject({ id: z.number() })) })
const DAY = 86_400

test('new orders come with all that the documents show', async () => {
  const { call, control } = await openMarketplace()
  const answer = await call('GET', '/api/v3/orders/new')
  const { orders } = listSchema.parse(answer.body)
  expect(orders).toHaveLength(30)
  const facts = control.state().orders[0]
  expect(orders[0]).toMatchObject({
    id: facts?.id,
    article: facts?.article,
    skus: facts?.skus,
    requiredMeta: facts?.requiredMeta,
    optionalMeta: facts?.optionalMeta,
    deliveryType: 'fbs',
    scanPrice: null,
    convertedCurrencyCode: 643,
    isZeroOrder: false,
    options: { isB2B: false },
    crossBorderType: 0
  })
  expect(orders[0]).not.toHaveProperty('supplyId')
})

test('all orders are read page by page, within thirty days', async () => {
  const { call, control, clock } = await openMarketplace()
  const seen: number[] = []
  for (let next = 0, pages = 0; pages === 0 || next !== 0; pages += 1) {
    const page = listSchema.parse((await call('GET', `/api/v3/orders?limit=7&next=${next}`)).body)
    seen.push(...page.orders.map(order => order.id))
    next = page.next ?? 0
  }
  expect(seen).toEqual(control.state().orders.map(order => order.id))

  const now = clock.now / 1000
  const withPeriod = (from: number, to: number) =>
    call('GET', `/api/v3/orders?limit=1000&next=0&dateFrom=${from}&dateTo=${to}`)
  expect(await withPeriod(now - 30 * DAY, now)).toMatchObject({ status: 200 })
  expect(await withPeriod(now - 31 * DAY, now)).toMatchObject({ status: 400, body: { code: 'IncorrectParameter' } })
  expect(listSchema.parse((await withPeriod(now - 9 * DAY, now - 8 * DAY)).body).orders).toEqual([])
  for (const query of ['', '?limit=10', '?limit=0&next=0', '?limit=1001&next=0', '?limit=10&next=x']) {
    expect((await call('GET', `/api/v3/orders${query}`)).status, query).toBe(400)
  }
})

test('statuses come for the orders that exist', async () => {
  const { call, control } = await openMarketplace()
  const id = control.state().orders[0]?.id ?? 0
  expect(await call('POST', '/api/v3/orders/status', { orders: [id, 5] })).toMatchObject({
    status: 200,
    body: { orders: [{ id, supplierStatus: 'new', wbStatus: 'waiting' }] }
  })
  for (const body of [{}, { orders: [] }, { orders: ['1'] }, { orders: Array(1001).fill(1) }, 'not json']) {
    expect(await call('POST', '/api/v3/orders/status', body)).toMatchObject({
      status: 400,
      body: { code: 'IncorrectRequestBody' }
    })
  }
})

test('a cancelled order leaves its supply and can not be cancelled again', async () => {
  const { call, control, supplyWith, ordersWanting } = await openMarketplace()
  const [id = 0] = ordersWanting('uin')
  const supplyId = await supplyWith([id])
  expect(await call('PATCH', `/api/v3/orders/${id}/cancel`)).toMatchObject({ status: 204, body: null })
  expect(control.state().orders.find(order => order.id === id)).toMatchObject({
    supplierStatus: 'cancel',
    wbStatus: 'canceled',
    supplyId: null
  })
  expect(await call('GET', `/api/marketplace/v3/supplies/${supplyId}/order-ids`)).toMatchObject({
    body: { orderIds: [] }
  })
  expect(await call('PATCH', `/api/v3/orders/${id}/cancel`)).toMatchObject({
    status: 409,
    body: { code: 'StatusMismatch' }
  })
  expect(await call('PATCH', '/api/v3/orders/5/cancel')).toMatchObject({ status: 404, body: { code: 'NotFound' } })
  expect(await call('PATCH', '/api/v3/orders/x/cancel')).toMatchObject({
    status: 400,
    body: { code: 'IncorrectParameter' }
  })
})

test('a buyer who declines takes the order off the new ones, the seller’s status stays', async () => {
  const { call, control } = await openMarketplace()
  const [id = 0] = control.addOrders(1)
  expect(control.cancelOrder(id, 'declined_by_client')).toBe(true)
  expect(listSchema.parse((await call('GET', '/api/v3/orders/new')).body).orders.map(order => order.id)).not.toContain(
    id
  )
  expect(await call('POST', '/api/v3/orders/status', { orders: [id] })).toMatchObject({
    body: { orders: [{ supplierStatus: 'new', wbStatus: 'declined_by_client' }] }
  })
})

test('a buyer ends an order only where the documents let him', async () => {
  const { control, clock, supplyWith, call } = await openMarketplace({ orders: 0 })
  const [early = 0, packed = 0] = control.addOrders(2, { article: 'mug-enamel-350' })
  const supplyId = await supplyWith([packed])
  expect(control.cancelOrder(packed, 'declined_by_client')).toBe(false)
  expect(control.cancelOrder(packed, 'canceled_by_client')).toBe(false)
  expect(control.cancelOrder(packed, 'canceled_by_missed_call')).toBe(false)
  clock.now += 3_600_001
  expect(control.cancelOrder(early, 'declined_by_client')).toBe(false)
  await call('PATCH', `/api/v3/supplies/${supplyId}/deliver`)
  expect(control.cancelOrder(packed, 'canceled_by_client')).toBe(true)
  expect(control.cancelOrder(early, 'defect')).toBe(true)
})

test('the seller cancels until the pickup point has scanned the order', async () => {
  const { control, supplyWith, call } = await openMarketplace({ orders: 0 })
  const ids = control.addOrders(1, { article: 'mug-enamel-350' })
  control.scanSupply(await supplyWith(ids))
  expect(await call('PATCH', `/api/v3/orders/${ids[0]}/cancel`)).toMatchObject({
    status: 409,
    body: { code: 'StatusChangeNotAllowed' }
  })
})

test('only orders that cross a border have a PDF sticker, a history and a buyer', async () => {
  const { call, control, supplyWith } = await openMarketplace()
  const [id = 0] = control.addOrders(1, { isCrossBorder: true, requiredMeta: [] })
  const home = control.state().orders[0]?.id ?? 0
  const orders = [id, home]
  expect(await call('POST', '/api/v3/orders/client', { orders })).toMatchObject({
    status: 200,
    body: { orders: [{ orderID: id, fullName: 'Андреев Иван Васильевич', phone: 79_871_234_567 }] }
  })
  expect(await call('POST', '/api/v3/orders/client', { orders: [home] })).toMatchObject({ status: 404 })
  expect(await call('POST', '/api/v3/orders/stickers/cross-border', { orders })).toMatchObject({
    body: { stickers: [] }
  })

  await supplyWith([id])
  expect(await call('POST', '/api/v3/orders/status/history', { orders })).toMatchObject({
    body: { orders: [{ orderID: id, statuses: [{ code: 'NEW' }, { code: 'CONFIRM' }] }] }
  })
  const { stickers } = z
    .object({ stickers: z.array(z.object({ orderId: z.number(), parcelId: z.string(), file: z.string() })) })
    .parse((await call('POST', '/api/v3/orders/stickers/cross-border', { orders })).body)
  expect(stickers).toMatchObject([{ orderId: id, parcelId: `WB${id}` }])
  const pdf = Buffer.from(stickers[0]?.file ?? '', 'base64').toString('latin1')
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(pdf)?.[1])
  expect(pdf.startsWith('%PDF-1.4')).toBe(true)
  expect(pdf.slice(table)).toMatch(/^xref\n0 6\n/)
  const offsets = [...pdf.slice(table).matchAll(/(\d{10}) 00000 n/g)].map(match => Number(match[1]))
  expect(offsets.map((offset, index) => pdf.startsWith(`${index + 1} 0 obj`, offset))).toEqual(Array(5).fill(true))
})
