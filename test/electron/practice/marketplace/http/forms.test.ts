import { expect, test } from 'vitest'
import { z } from 'zod'
import { openMarketplace } from '../harness.ts'
import { openScheme } from '../scheme-harness.ts'

const SUPPLY = '/api/v3/supplies/WB-GI-5'

test('any refusal comes in each shape that the marketplace is known to use', async () => {
  const { call, control } = await openMarketplace({ orders: 0 })
  const said = { code: 'NotFound', message: 'Не найдено' }
  const titled = { title: said.code, detail: said.message }
  const shapes = {
    full: said,
    code: { code: said.code },
    message: { message: said.message },
    bulk: { ...titled, origin: 'marketplace-api', requestId: expect.any(String) },
    titled,
    archive: {
      ...titled,
      code: said.code,
      errors: [{ location: 'body', message: said.message, value: null }],
      origin: 'marketplace-api',
      requestId: expect.any(String),
      status: 404
    },
    gateway: {
      ...titled,
      code: expect.stringMatching(/^practice-/),
      requestId: expect.any(String),
      origin: 'ag-marketplace',
      status: 404,
      statusText: expect.any(String),
      timestamp: expect.any(String)
    }
  } as const
  for (const form of ['full', 'code', 'message', 'bulk', 'titled', 'archive', 'gateway'] as const) {
    control.setForms({ errors: form })
    const answer = await call('GET', SUPPLY)
    expect([form, answer.status, answer.body]).toEqual([form, 404, shapes[form]])
    const isProblem = form === 'titled' || form === 'gateway'
    expect(answer.headers.get('content-type')).toBe(isProblem ? 'application/problem+json' : 'application/json')
  }
})

test('what the documents and the schemas write otherwise is answered either way', async () => {
  const shop = await openScheme('pickup', 'successor')
  const id = await shop.orderIn('confirm')
  const client = async () => (await shop.call('POST', `${shop.path}/client`, { orders: [id] })).body
  const plain = { orderID: id, phone: expect.any(String) }
  expect(await client()).toMatchObject({ orders: [plain] })
  shop.control.setForms({ nesting: 'nested', phones: 'number' })
  expect(await client()).toMatchObject({ orders: [{ orders: [{ orderID: id, phone: expect.any(Number) }] }] })

  const seed = await openScheme('pickup', 'seed')
  const old = await seed.orderIn('confirm', { requiredMeta: ['uin'], optionalMeta: [] })
  const meta = async () => (await seed.call('GET', `${seed.path}/${old}/meta`)).body
  const statuses = async () => (await seed.call('POST', `${seed.path}/status`, { orders: [old] })).body
  expect([await meta(), await statuses()]).toMatchObject([
    { meta: { meta: { uin: null } } },
    { orders: [{ orders: [{}] }] }
  ])
  seed.control.setForms({ nesting: 'flat' })
  expect(await meta()).toEqual({ meta: { uin: null } })
  expect(await statuses()).toMatchObject({ orders: [{ id: old, supplierStatus: 'confirm' }] })
})

test('phones are of one form where that is asked for', async () => {
  const shop = await openScheme('dbs', 'successor')
  const ids = shop.control.addOrders(6, { scheme: 'dbs' })
  for (const id of ids) await shop.step('confirm', id)
  const schema = z.object({ orders: z.array(z.object({ phone: z.unknown() })) })
  for (const [phones, type] of [
    ['number', 'number'],
    ['text', 'string']
  ] as const) {
    shop.control.setForms({ phones })
    const { orders } = schema.parse((await shop.call('POST', `${shop.path}/client`, { orders: ids })).body)
    expect(new Set(orders.map(({ phone }) => typeof phone))).toEqual(new Set([type]))
  }
})

test('the orders whose codes hold a supply back stand in the data or beside the code', async () => {
  const { call, control, supplyWith } = await openMarketplace({ orders: 0 })
  const ids = control.addOrders(1, { article: 'tshirt-basic-m-white' })
  const supplyId = await supplyWith(ids)
  const orders = [{ id: ids[0], metaDetails: [{ key: 'sgtin', value: 'null', decision: 'required' }] }]
  const deliver = async () => (await call('PATCH', `/api/v3/supplies/${supplyId}/deliver`)).body
  expect(await deliver()).toMatchObject({ code: 'MetaValidationFail', data: { orders } })
  expect(await call('POST', '/practice/forms', { culprits: 'atTop' }, null)).toMatchObject({ status: 200 })
  expect(await deliver()).toMatchObject({ code: 'MetaValidationFail', orders })
})
