import { expect, test } from 'vitest'
import { openMarketplace } from '../harness.ts'

test('the control answers over HTTP what it answers in the process', async () => {
  const { call, control } = await openMarketplace()
  await call('GET', '/ping')
  const [id = 0] = control.state().orders.map(order => order.id)
  const same = async (path: string, value: unknown) =>
    expect((await call('GET', path, undefined, null)).body).toEqual(JSON.parse(JSON.stringify(value)))
  await same('/practice/state', control.state())
  await same('/practice/things', control.things())
  await same('/practice/requests', control.requests())
  await same('/practice/requests?after=1', [])

  const post = async (path: string, body: unknown) => (await call('POST', `/practice/${path}`, body, null)).body
  expect(await post('faults', { latencyMs: 1, refuse5xx: 2 })).toMatchObject({
    latencyMs: 1,
    refuse5xx: 2,
    away: false
  })
  expect(await post('faults', { latencyMs: 0, refuse5xx: 0 })).toEqual(control.faults())
  expect(await post('orders', { count: 2, article: 'tea-ivan-100' })).toEqual({
    orderIds: control
      .state()
      .orders.slice(-2)
      .map(order => order.id)
  })
  expect(await post('cancel', { orderId: id, wbStatus: 'canceled' })).toEqual({ done: true })
  expect(await post('cancel', { orderId: 5, wbStatus: 'canceled' })).toEqual({ done: false })
  expect(control.state().orders[0]?.wbStatus).toBe('canceled')
  expect(await post('late-stickers', { oneIn: 3, times: 2 })).toEqual({ done: true })
  expect(control.state().lateStickers).toEqual({ oneIn: 3, times: 2 })
  expect(await post('decision', { orderId: id, key: 'sgtin', decision: 'sgtinEmitted' })).toEqual({ done: true })
  expect(await post('plan', { code: 'a', decision: 'sgtinEmitted' })).toEqual({ done: true })
  expect(await post('scan-supply', { supplyId: 'WB-GI-1' })).toEqual({ done: false })
  expect(await post('reshipment', { orderIds: [id] })).toEqual({ orderIds: [] })
  expect(await post('token', { readOnly: true })).toEqual({ token: expect.stringContaining('.') })
  await call('DELETE', '/practice/requests', undefined, null)
  expect(control.requests()).toEqual([])
})

test('the control stays reachable while the marketplace is away, and refuses nonsense and foreign pages', async () => {
  const { url, call, control } = await openMarketplace()
  control.setFaults({ away: true })
  expect(await call('POST', '/practice/faults', { away: false })).toMatchObject({ status: 200 })
  expect(await call('GET', '/ping')).toMatchObject({ status: 200 })
  expect(await call('POST', '/practice/faults', { odd: 1 })).toMatchObject({ status: 400 })
  expect(await call('POST', '/practice/orders', '{')).toMatchObject({ status: 400 })
  expect(await call('POST', '/practice/odd', {})).toMatchObject({ status: 404 })
  const foreign = await fetch(`${url}/practice/state`, { headers: { Origin: 'https://example.com' } })
  expect(foreign.status).toBe(403)
  const page = await fetch(url)
  expect(page.headers.get('content-type')).toContain('text/html')
})

test('the log names the orders of every request', async () => {
  const { call, control } = await openMarketplace()
  const [first = 0, second = 0] = control.state().orders.map(order => order.id)
  await call('PATCH', `/api/v3/orders/${first}/cancel`)
  await call('POST', '/api/v3/orders/status', { orders: [first, second] })
  await call('GET', '/api/v3/orders/new', undefined, null)
  expect(control.requests()).toMatchObject([
    { serial: 1, method: 'PATCH', path: `/api/v3/orders/${first}/cancel`, status: 204, orderIds: [first] },
    { serial: 2, status: 200, body: { orders: [first, second] }, orderIds: [first, second] },
    { serial: 3, status: 401, orderIds: [], outcome: 'answered' }
  ])
})
