import { expect, test } from 'vitest'
import { z } from 'zod'
import { openScheme } from './scheme-harness.ts'

const STICKERS = '/api/marketplace/v3/dbs/orders/stickers'

test('a buyer’s date and hours are told by order', async () => {
  const { call, add, control } = await openScheme('dbs', 'successor')
  const [id, other] = [add(), add()]
  const delivery = control.state().dbsOrders[0]?.delivery
  const ask = (orders: unknown) => call('POST', '/api/v3/dbs/orders/delivery-date', { orders })
  expect(await ask([id, 5])).toMatchObject({
    status: 200,
    body: {
      orders: [
        {
          id,
          dDate: expect.stringMatching(/^2026-09-\d\d$/),
          dTimeFrom: delivery?.timeFrom,
          dTimeTo: delivery?.timeTo
        }
      ]
    }
  })
  expect((await ask(Array(1000).fill(other))).status).toBe(200)
  for (const orders of [[], Array(1001).fill(id), ['1']]) expect((await ask(orders)).status).toBe(400)
})

test('what a delivery costs is told by group', async () => {
  const { call, add, control } = await openScheme('dbs', 'successor')
  add()
  const groupId = control.state().dbsOrders[0]?.groupId ?? ''
  const ask = (groups: unknown) => call('POST', '/api/v3/dbs/groups/info', { groups })
  expect(await ask([groupId, 'unknown'])).toMatchObject({
    status: 200,
    body: [{ groupID: groupId, deliveryCost: 29_900, currencyCode: 643, convertedCurrencyCode: 643 }]
  })
  expect(await ask(['unknown'])).toMatchObject({ status: 200, body: null })
  expect((await ask(Array(1000).fill(groupId))).status).toBe(200)
  for (const groups of [[], Array(1001).fill(groupId), [1]]) expect((await ask(groups)).status).toBe(400)
})

test('orders on their way to a pickup point have a sticker in PDF, the others none', async () => {
  const { call, orderIn } = await openScheme('dbs', 'successor')
  const shape = { requiredMeta: [], optionalMeta: [], toPickupPoint: true } as const
  const shown = [await orderIn('confirm', shape), await orderIn('deliver', shape)]
  const hidden = [5, await orderIn('confirm', { ...shape, toPickupPoint: false })]
  const ask = (orders: unknown, query = 'type=pdf&width=58&height=40') =>
    call('POST', `${STICKERS}?${query}`, { orders })
  const answer = await ask([...hidden, ...shown])
  const sticker = z.object({
    orderId: z.int(),
    partA: z.string().regex(/^\d+$/),
    partB: z.string().regex(/^\d{4}$/),
    barcode: z.string().regex(/^[!*][A-Za-z0-9]{8}$/),
    file: z.string()
  })
  const { stickers } = z.object({ stickers: z.array(sticker) }).parse(answer.body)
  expect(stickers.map(({ orderId }) => orderId)).toEqual(shown)
  for (const { file, partA, partB } of stickers) {
    const pdf = Buffer.from(file, 'base64').toString('latin1')
    expect(pdf.startsWith('%PDF-1.4')).toBe(true)
    expect(pdf).toContain(`${partA} ${partB}`)
  }
  for (const status of ['new', 'receive', 'cancel']) {
    const early = await ask([...shown, await orderIn(status, shape)])
    expect(early, status).toMatchObject({ status: 400, body: { code: 'StatusMismatch' } })
  }
  expect((await ask(Array(100).fill(5))).status).toBe(200)
  for (const orders of [[], Array(101).fill(5)]) expect((await ask(orders)).status).toBe(400)
  for (const query of ['', 'type=png&width=58&height=40', 'type=pdf&width=40&height=30', 'type=pdf&width=58']) {
    expect(await ask([5], query), query).toMatchObject({ status: 400, body: { code: 'IncorrectParameter' } })
  }
})

test('the first edition knows none of these', async () => {
  const { call } = await openScheme('dbs', 'seed')
  for (const path of ['/api/v3/dbs/orders/delivery-date', '/api/v3/dbs/groups/info', STICKERS]) {
    expect(await call('POST', path, { orders: [1] })).toMatchObject({ status: 404, body: { title: 'path not found' } })
  }
})
