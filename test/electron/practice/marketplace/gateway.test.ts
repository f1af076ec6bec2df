import { expect, test } from 'vitest'
import { openMarketplace } from './harness.ts'

const NEW = '/api/v3/orders/new'

test('a ping with the token is answered, without it the gateway answers 401', async () => {
  const { call, token, control } = await openMarketplace()
  expect(await call('GET', '/ping')).toMatchObject({ status: 200, body: { TS: '2026-09-01T09:00:00Z', Status: 'OK' } })
  for (const wrong of [null, 'nonsense', `Bearer ${token}`, `${token}x`]) {
    const answer = await call('GET', NEW, undefined, wrong)
    expect(answer).toMatchObject({
      status: 401,
      body: { title: 'unauthorized', status: 401, statusText: 'Unauthorized' }
    })
    expect(answer.headers.get('x-ratelimit-remaining')).not.toBeNull()
  }
  expect(await call('GET', NEW, undefined, control.issueToken({ expiresInDays: -1 }))).toMatchObject({
    status: 401,
    body: { detail: expect.stringContaining('expired') }
  })
  expect(await call('GET', NEW, undefined, control.issueToken({ marketplace: false }))).toMatchObject({
    status: 403,
    body: { detail: expect.stringContaining('scope is not allowed') }
  })
})

test('the token is a sandbox JWT with the claims a client reads', async () => {
  const { token, clock } = await openMarketplace()
  const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
  expect(claims).toMatchObject({ exp: clock.now / 1000 + 180 * 86_400, s: 2 + 16, t: true, acc: 3 })
  expect(claims).toHaveProperty('sid', expect.stringMatching(/^[0-9a-f-]{36}$/))
})

test('each type of token says so in its claims', async () => {
  const { control } = await openMarketplace()
  const claims = (type: 'base' | 'test' | 'personal' | 'service'): unknown =>
    JSON.parse(Buffer.from(control.issueToken({ type }).split('.')[1] ?? '', 'base64url').toString())
  expect(claims('base')).toMatchObject({ acc: 1, t: false })
  expect(claims('test')).toMatchObject({ acc: 2, t: true })
  expect(claims('personal')).toMatchObject({ acc: 3, for: 'self', t: false })
  expect(claims('service')).toMatchObject({ acc: 4, for: expect.stringMatching(/^asid:/), t: false })
})

test('a Base token is refused by some methods, and has ten DBS marks an hour', async () => {
  const { call, control, clock } = await openMarketplace({ edition: 'successor', limits: 'real' })
  const [id = 0] = control.addOrders(1, { scheme: 'dbs', requiredMeta: ['uin'] })
  const base = control.issueToken({ type: 'base' })
  const ask = (path: string, body: unknown) => call('POST', `/api/marketplace/v3/dbs/orders/${path}`, body, base)
  expect(await ask('stickers?type=pdf&width=58&height=40', { orders: [id] })).toMatchObject({
    status: 403,
    body: { detail: expect.stringContaining('base token is not allowed') }
  })
  await ask('status/confirm', { ordersIds: [id] })
  const mark = () => ask('meta/uin', { orders: [{ orderId: id, uin: '1'.repeat(16) }] })
  expect(await mark()).toMatchObject({ status: 200 })
  const refused = await mark()
  expect([refused.status, refused.headers.get('x-ratelimit-retry')]).toEqual([429, '360'])
  clock.monotonic += 360_000
  expect(await mark()).toMatchObject({ status: 200 })
})

test('a read-only token reads, and is told so when it writes', async () => {
  const { call, control } = await openMarketplace()
  const token = control.issueToken({ readOnly: true })
  expect(await call('GET', NEW, undefined, token)).toMatchObject({ status: 200 })
  expect(await call('POST', '/api/v3/supplies', { name: 'a' }, token)).toMatchObject({
    status: 401,
    body: { detail: expect.stringContaining('read-only') }
  })
  expect(control.state().supplies).toEqual([])
})

test('a token of the owner’s choice is accepted whatever it looks like', async () => {
  const { call } = await openMarketplace({ token: 'anything' })
  expect(await call('GET', NEW)).toMatchObject({ status: 200 })
})

test('paths of the first edition are off after their day, unless pinned', async () => {
  const paths = (supply: string, order: number) =>
    [
      ['GET', `/api/v3/supplies/${supply}/orders`],
      ['PATCH', `/api/v3/supplies/${supply}/orders/${order}`],
      ['GET', `/api/v3/orders/${order}/meta`]
    ] as const
  const statuses = async (options: Parameters<typeof openMarketplace>[0]) => {
    const { call, control } = await openMarketplace(options)
    await call('POST', '/api/v3/supplies', { name: 'a' })
    const { supplies, orders } = control.state()
    const answers = paths(supplies[0]?.id ?? '', orders[0]?.id ?? 0).map(([method, path]) => call(method, path))
    return (await Promise.all(answers)).map(answer => answer.status)
  }
  const on = (day: string) => ({ now: () => Date.parse(`${day}T12:00:00+03:00`) })
  expect(await statuses(on('2025-12-16'))).toEqual([200, 204, 200])
  expect(await statuses(on('2025-12-17'))).toEqual([404, 204, 200])
  expect(await statuses(on('2025-12-18'))).toEqual([404, 404, 200])
  expect(await statuses(on('2025-12-24'))).toEqual([404, 404, 404])
  expect(await statuses({ edition: 'both' })).toEqual([200, 204, 200])
  expect(await statuses({ edition: 'successor', ...on('2025-12-01') })).toEqual([404, 404, 404])
})

test('a marketplace pinned to the first edition knows none of the successor', async () => {
  const { call, control } = await openMarketplace({ edition: 'seed' })
  const id = control.state().orders[0]?.id
  expect(await call('POST', '/api/marketplace/v3/orders/meta', { orders: [id] })).toMatchObject({
    status: 404,
    body: { title: 'path not found' }
  })
  const fresh = await call('GET', NEW)
  expect(JSON.stringify(fresh.body)).not.toContain('optionalMeta')
})

test('what is away destroys connections, a drop before the commit loses the write, one after it keeps it', async () => {
  const { call, control } = await openMarketplace()
  control.setFaults({ away: true })
  await expect(call('GET', NEW)).rejects.toThrow()
  control.setFaults({ away: false, dropBeforeCommit: 1, dropReplyAfterCommit: 1 })
  await expect(call('POST', '/api/v3/supplies', { name: 'lost' })).rejects.toThrow()
  await expect(call('POST', '/api/v3/supplies', { name: 'kept' })).rejects.toThrow()
  expect(await call('POST', '/api/v3/supplies', { name: 'told' })).toMatchObject({ status: 201 })
  expect(control.state().supplies.map(supply => supply.name)).toEqual(['kept', 'told'])
  expect(control.requests().map(request => request.outcome)).toEqual([
    'away',
    'droppedBeforeCommit',
    'droppedAfterCommit',
    'answered'
  ])
})

test('reads and refused writes use up no drop', async () => {
  const { call, control } = await openMarketplace()
  control.setFaults({ dropReplyAfterCommit: 1 })
  expect(await call('GET', NEW)).toMatchObject({ status: 200 })
  expect(await call('POST', '/api/v3/supplies', { name: '' })).toMatchObject({ status: 400 })
  expect(control.faults().dropReplyAfterCommit).toBe(1)
})

test('5xx refuses without doing anything, and runs out; an unpaid account gets 402', async () => {
  const { call, control } = await openMarketplace()
  control.setFaults({ refuse5xx: 2 })
  for (let left = 2; left > 0; left -= 1) {
    expect((await call('POST', '/api/v3/supplies', { name: 'a' })).status).toBeGreaterThanOrEqual(500)
  }
  expect(control.state().supplies).toEqual([])
  control.setFaults({ unpaid: true })
  expect(await call('GET', NEW)).toMatchObject({ status: 402 })
  control.setFaults({ unpaid: false })
  expect(await call('GET', NEW)).toMatchObject({ status: 200 })
})

test('a long answer comes packed to whoever takes it so, a short one never', async () => {
  const { url, token } = await openMarketplace({ orders: 60, packs: true })
  const head = async (path: string, accepted: string): Promise<Headers> => {
    const response = await fetch(url + path, { headers: { Authorization: token, 'Accept-Encoding': accepted } })
    expect(JSON.parse(await response.text())).toBeTypeOf('object')
    return response.headers
  }
  expect((await head(NEW, 'gzip')).get('content-encoding')).toBe('gzip')
  expect((await head(NEW, 'identity')).get('content-encoding')).toBeNull()
  expect((await head('/ping', 'gzip')).get('content-encoding')).toBeNull()
})
