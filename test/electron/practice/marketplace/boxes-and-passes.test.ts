import { expect, test } from 'vitest'
import { z } from 'zod'
import { openMarketplace } from './harness.ts'

test('boxes are added to and taken from an open supply to a pickup point', async () => {
  const { call, control, supplyWith } = await openMarketplace()
  const supplyId = await supplyWith(control.addOrders(6, { article: 'mug-enamel-350' }))
  const path = `/api/v3/supplies/${supplyId}/trbx`
  const added = await call('POST', path, { amount: 3 })
  expect(added.status).toBe(201)
  const { trbxIds } = z.object({ trbxIds: z.array(z.string().regex(/^WB-TRBX-\d+$/)).length(3) }).parse(added.body)
  expect(await call('GET', path)).toMatchObject({ body: { trbxes: trbxIds.map(id => ({ id })) } })
  expect(await call('DELETE', path, { trbxIds: trbxIds.slice(0, 2) })).toMatchObject({ status: 204 })
  expect(await call('GET', path)).toMatchObject({ body: { trbxes: [{ id: trbxIds[2] }] } })
  expect(await call('DELETE', path, { trbxIds: trbxIds.slice(0, 1) })).toMatchObject({ status: 404 })
  for (const body of [{ amount: 0 }, { amount: 1001 }, {}]) {
    expect(await call('POST', path, body)).toMatchObject({ status: 400, body: { code: 'IncorrectRequestBody' } })
  }
  await call('PATCH', `/api/v3/supplies/${supplyId}/deliver`)
  expect(await call('POST', path, { amount: 1 })).toMatchObject({ status: 400 })
  expect(await call('DELETE', path, { trbxIds: trbxIds.slice(2) })).toMatchObject({ status: 400 })
})

test('a supply to a warehouse has no boxes', async () => {
  const { call, control, supplyWith } = await openMarketplace()
  const supplyId = await supplyWith(control.addOrders(1, { cargoType: 2 }))
  expect(await call('POST', `/api/v3/supplies/${supplyId}/trbx`, { amount: 1 })).toMatchObject({ status: 400 })
})

test('there are half as many boxes as orders at most, and one at least', async () => {
  for (const [orders, most] of [
    [1, 1],
    [3, 1],
    [10, 5],
    [20, 10]
  ] as const) {
    const { call, control, supplyWith } = await openMarketplace({ orders: 0 })
    const path = `/api/v3/supplies/${await supplyWith(control.addOrders(orders, { article: 'mug-enamel-350' }))}/trbx`
    expect(await call('POST', path, { amount: most + 1 })).toMatchObject({ status: 400 })
    expect(await call('POST', path, { amount: most })).toMatchObject({ status: 201 })
    expect(await call('POST', path, { amount: 1 })).toMatchObject({ status: 400 })
  }
  const old = await openMarketplace({ orders: 0, edition: 'seed' })
  const [order = 0] = old.control.addOrders(1, { article: 'mug-enamel-350' })
  const { id } = z.object({ id: z.string() }).parse((await old.call('POST', '/api/v3/supplies', { name: 'a' })).body)
  await old.call('PATCH', `/api/v3/supplies/${id}/orders/${order}`)
  expect(await old.call('POST', `/api/v3/supplies/${id}/trbx`, { amount: 9 })).toMatchObject({ status: 201 })
})

const PASS = {
  firstName: 'Александр',
  lastName: 'Петров',
  carModel: 'Lamborghini',
  carNumber: 'A456BC123',
  officeId: 15
}

test('a pass is made, shown for forty-eight hours, changed and deleted', async () => {
  const { call, clock } = await openMarketplace()
  expect(await call('GET', '/api/v3/passes/offices')).toMatchObject({
    body: [{ id: 15, name: 'Коледино', address: 'г. Подольск, д. Коледино, ул. Троицкая' }, { id: 16 }]
  })
  const { id } = z.object({ id: z.number() }).parse((await call('POST', '/api/v3/passes', PASS)).body)
  expect(await call('GET', '/api/v3/passes')).toMatchObject({
    body: [{ ...PASS, id, dateEnd: '2026-09-03 09:00:00+00:00', officeName: 'Коледино' }]
  })
  expect(await call('PUT', `/api/v3/passes/${id}`, { ...PASS, carNumber: 'О777ОО', officeId: 16 })).toMatchObject({
    status: 204
  })
  expect(await call('GET', '/api/v3/passes')).toMatchObject({
    body: [{ carNumber: 'О777ОО', officeName: 'Электросталь' }]
  })
  clock.now += 48 * 3_600_000
  expect(await call('GET', '/api/v3/passes')).toMatchObject({ body: [] })
  expect(await call('DELETE', `/api/v3/passes/${id}`)).toMatchObject({ status: 204 })
  expect(await call('DELETE', `/api/v3/passes/${id}`)).toMatchObject({ status: 404 })
  expect(await call('PUT', `/api/v3/passes/${id}`, PASS)).toMatchObject({ status: 404 })
})

test('the fields of a pass keep to their rules', async () => {
  const { call } = await openMarketplace()
  const wrong = [
    { firstName: '' },
    { firstName: 'Ян', lastName: 'Ким' },
    { lastName: 'х'.repeat(92) },
    { carModel: '' },
    { carModel: 'x'.repeat(101) },
    { carNumber: 'A45BC' },
    { carNumber: 'A456BC1234' },
    { carNumber: 'A 456 BC' },
    { officeId: 0 }
  ]
  for (const change of wrong) {
    expect((await call('POST', '/api/v3/passes', { ...PASS, ...change })).status, JSON.stringify(change)).toBe(400)
  }
  expect(await call('POST', '/api/v3/passes', { ...PASS, officeId: 123 })).toMatchObject({ status: 404 })
  // Six letters of last name are asked of a change alone.
  const { id } = z
    .object({ id: z.number() })
    .parse((await call('POST', '/api/v3/passes', { ...PASS, lastName: 'Ли' })).body)
  const change = (fields: object) => call('PUT', `/api/v3/passes/${id}`, { ...PASS, ...fields })
  expect(await change({ lastName: 'Иванс' })).toMatchObject({ status: 400, body: { code: 'IncorrectRequestBody' } })
  expect(await change({ lastName: 'Иванов' })).toMatchObject({ status: 204 })
  expect(await change({ officeId: 123 })).toMatchObject({ status: 400, body: { code: 'WarehouseNameInvalid' } })
})
