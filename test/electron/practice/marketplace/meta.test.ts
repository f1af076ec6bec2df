import { expect, test } from 'vitest'
import { openMarketplace } from './harness.ts'
import type { Harness } from './harness.ts'

/** An order in assembly, and the thing it is packed from. */
async function assembled(marketplace: Harness, article: string) {
  const [id = 0] = marketplace.control.addOrders(1, { article })
  await marketplace.supplyWith([id])
  const thing = marketplace.control.things().find(({ orderId }) => orderId === id)
  if (thing === undefined) throw new Error('no thing')
  return { id, thing }
}

function put(marketplace: Harness, id: number, key: string, body: unknown) {
  return marketplace.call('PUT', `/api/v3/orders/${id}/meta/${key}`, body)
}

async function readBack(marketplace: Harness, id: number) {
  return (await marketplace.call('POST', '/api/marketplace/v3/orders/meta', { orders: [id] })).body
}

test('every key is taken, checked for a while, and read back in both editions', async () => {
  const marketplace = await openMarketplace({ edition: 'both' })
  const cases = [
    ['sneakers-run-42', 'sgtin', 'markingCode', 'sgtinIntroduced'],
    ['phone-nova-128', 'imei', 'imei', 'imeiMaySell'],
    ['one-ring-7548', 'uin', 'uin', 'uinMaySell'],
    ['halva-sunflower-350', 'gtin', 'gtin', 'filled'],
    ['tea-ivan-100', 'expiration', 'expiration', 'filled']
  ] as const
  for (const [article, key, field, decision] of cases) {
    const { id, thing } = await assembled(marketplace, article)
    const value = thing[field] ?? ''
    const shown = key === 'sgtin' ? [value] : value
    const details = (verdict: string, what: unknown) => ({
      orders: [{ id, metaDetails: [{ key, value: what, decision: verdict }] }]
    })
    expect(await readBack(marketplace, id)).toEqual(details('required', null))
    const body = key === 'sgtin' ? { sgtins: [value] } : { [key]: value }
    expect(await put(marketplace, id, key, body), key).toMatchObject({ status: 204, body: null })
    // No register is asked about a GTIN or a date.
    const isChecked = decision !== 'filled'
    expect(await readBack(marketplace, id)).toEqual(details(isChecked ? 'pending' : 'filled', shown))
    marketplace.clock.now += 2000
    expect(await readBack(marketplace, id)).toEqual(details(decision, shown))
    expect(await marketplace.call('GET', `/api/v3/orders/${id}/meta`)).toMatchObject({
      status: 200,
      body: { meta: { [key]: { value: shown } } }
    })
  }
})

test('bodies out of bounds are refused before anything else', async () => {
  const marketplace = await openMarketplace()
  const { id, thing } = await assembled(marketplace, 'vitamin-d3-60')
  const code = thing.markingCode ?? ''
  const refused = [
    ['sgtin', { sgtins: [] }],
    ['sgtin', { sgtins: Array(101).fill(code) }],
    ['sgtin', { sgtins: ['x'.repeat(15)] }],
    ['sgtin', { sgtins: ['x'.repeat(136)] }],
    ['sgtin', { sgtins: code }],
    ['uin', { uin: '1'.repeat(15) }],
    ['imei', { imei: '1'.repeat(16) }],
    ['gtin', { gtin: '1'.repeat(14) }],
    ['gtin', {}],
    ['expiration', { expiration: '2030-09-12' }],
    ['expiration', { expiration: '31.02.2030' }]
  ] as const
  for (const [key, body] of refused) {
    expect(await put(marketplace, id, key, body), JSON.stringify(body)).toMatchObject({
      status: 400,
      body: { code: 'IncorrectRequestBody' }
    })
  }
  for (const length of [16, 135]) {
    expect(await put(marketplace, id, 'sgtin', { sgtins: ['x'.repeat(length)] })).toMatchObject({ status: 204 })
  }
})

test('only what the order asks for, and only in assembly', async () => {
  const marketplace = await openMarketplace()
  const { id, thing } = await assembled(marketplace, 'one-ring-7548')
  expect(await put(marketplace, id, 'imei', { imei: '354971711763726' })).toMatchObject({
    status: 409,
    body: { code: 'MetaKeyNotRequired' }
  })
  const [fresh = 0] = marketplace.control.addOrders(1, { article: 'one-ring-7548' })
  expect(await put(marketplace, fresh, 'uin', { uin: thing.uin })).toMatchObject({
    status: 409,
    body: { code: 'StatusMismatch' }
  })
  marketplace.control.cancelOrder(id, 'canceled')
  expect(await put(marketplace, id, 'uin', { uin: thing.uin })).toMatchObject({
    status: 409,
    body: { code: 'StatusMismatch' }
  })
  expect(await put(marketplace, 5, 'uin', { uin: thing.uin })).toMatchObject({ status: 400 })
  expect(await put(marketplace, 5, 'expiration', { expiration: '01.10.2026' })).toMatchObject({ status: 404 })
})

test('one marking code is one unit: another order is refused until the first lets go', async () => {
  const marketplace = await openMarketplace()
  const first = await assembled(marketplace, 'sneakers-run-42')
  const second = await assembled(marketplace, 'sneakers-run-42')
  const body = { sgtins: [first.thing.markingCode] }
  expect(await put(marketplace, first.id, 'sgtin', body)).toMatchObject({ status: 204 })
  expect(await put(marketplace, first.id, 'sgtin', body)).toMatchObject({ status: 204 })
  expect(await put(marketplace, second.id, 'sgtin', body)).toMatchObject({
    status: 409,
    body: { code: 'FailedToUpdateMeta' }
  })
  expect(await marketplace.call('DELETE', `/api/v3/orders/${first.id}/meta?key=sgtin`)).toMatchObject({ status: 204 })
  expect(await put(marketplace, second.id, 'sgtin', body)).toMatchObject({ status: 204 })
})

test('a refusal can be planned for a code or for an order, and the rules refuse spoilt codes by themselves', async () => {
  const marketplace = await openMarketplace()
  const { id, thing } = await assembled(marketplace, 'sneakers-run-42')
  const code = thing.markingCode ?? ''
  const verdict = async (sgtin: string) => {
    await put(marketplace, id, 'sgtin', { sgtins: [sgtin] })
    marketplace.clock.now += 2000
    return marketplace.control.state().orders.find(order => order.id === id)?.decisions['sgtin']
  }
  expect(await verdict(code)).toBe('sgtinIntroduced')
  marketplace.control.setDecision(id, 'sgtin', 'sgtinRetired')
  expect(await readBack(marketplace, id)).toMatchObject({ orders: [{ metaDetails: [{ decision: 'sgtinRetired' }] }] })
  expect(await verdict(code)).toBe('sgtinIntroduced')
  marketplace.control.planDecision(code, 'sgtinEmitted')
  expect(await verdict(code)).toBe('sgtinEmitted')
  expect(await verdict(code.replaceAll('\u001d', ''))).toBe('sgtinNoGS')
  expect(await verdict(`]d2${code}`)).toBe('sgtinInvalidFormat')
  expect(await verdict(code.replace('21', '21ф'))).toBe('sgtinHasNonLatinSymbols')
  expect(await verdict(code.replace('21', '21 '))).toBe('sgtinHasInvalidSymbols')
})

test('an expiry date lies thirty days ahead or more, can be changed, and never deleted', async () => {
  const marketplace = await openMarketplace()
  const { id } = await assembled(marketplace, 'tea-ivan-100')
  const date = (expiration: string) => put(marketplace, id, 'expiration', { expiration })
  const refused = await date('30.09.2026')
  expect(refused).toMatchObject({
    status: 400,
    body: { code: 'LowExpirationDate', message: 'Не удалось обновить срок годности. Указан срок меньше допустимого' }
  })
  expect(await date('01.10.2026')).toMatchObject({ status: 204 })
  expect(await date('12.09.2030')).toMatchObject({ status: 204 })
  expect(await marketplace.call('DELETE', `/api/v3/orders/${id}/meta?key=expiration`)).toMatchObject({ status: 400 })
  expect(await readBack(marketplace, id)).toMatchObject({ orders: [{ metaDetails: [{ value: '12.09.2030' }] }] })
})

test('deleting takes one known key of an order in assembly', async () => {
  const marketplace = await openMarketplace()
  const { id } = await assembled(marketplace, 'one-ring-7548')
  const remove = (query: string, order = id) => marketplace.call('DELETE', `/api/v3/orders/${order}/meta${query}`)
  for (const query of ['', '?key=', '?key=odd', '?key=uin&key=imei']) {
    expect((await remove(query)).status, query).toBe(400)
  }
  expect(await remove('?key=imei')).toMatchObject({ status: 409, body: { code: 'MetaKeyNotRequired' } })
  expect(await remove('?key=uin')).toMatchObject({ status: 204 })
  const [fresh = 0] = marketplace.control.addOrders(1, { article: 'one-ring-7548' })
  expect(await remove('?key=uin', fresh)).toMatchObject({ status: 409, body: { code: 'StatusMismatch' } })
})

test('a customs declaration of 17 to 29 characters comes while the order is in assembly', async () => {
  const marketplace = await openMarketplace()
  const [id = 0] = marketplace.control.addOrders(1, { requiredMeta: [], optionalMeta: ['customsDeclaration'] })
  const supplyId = await marketplace.supplyWith([id])
  const path = `/api/marketplace/v3/orders/${id}/meta/customs-declaration`
  const declare = async (customsDeclaration: string) => marketplace.call('PUT', path, { customsDeclaration })
  for (const length of [16, 30]) expect((await declare('x'.repeat(length))).status).toBe(400)
  for (const length of [17, 29]) expect((await declare('x'.repeat(length))).status).toBe(204)
  expect((await declare('10704010/010624/0000302')).status).toBe(204)
  marketplace.clock.now += 2000
  expect(await readBack(marketplace, id)).toMatchObject({
    orders: [{ metaDetails: [{ key: 'customsDeclaration', value: '10704010/010624/0000302', decision: 'filled' }] }]
  })
  await marketplace.call('PATCH', `/api/v3/supplies/${supplyId}/deliver`)
  expect(await declare('10704010/010624/0000302')).toMatchObject({ status: 409 })
})
