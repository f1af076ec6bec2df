import { expect, test } from 'vitest'
import { openMarketplace } from './harness.ts'
import type { Harness } from './harness.ts'

const NEW = '/api/v3/orders/new'

async function remaining(marketplace: Harness, path = NEW): Promise<number> {
  return Number((await marketplace.call('GET', path)).headers.get('x-ratelimit-remaining'))
}

test('a burst of twenty passes, the next waits a token’s time, and the headers say how long', async () => {
  const marketplace = await openMarketplace({ limits: 'real' })
  const left: number[] = []
  for (let count = 0; count < 20; count += 1) left.push(await remaining(marketplace))
  expect(left).toEqual(Array.from({ length: 20 }, (_, index) => 19 - index))

  const refused = await marketplace.call('GET', NEW)
  expect(refused).toMatchObject({ status: 429, body: { title: 'too many requests', status: 429 } })
  expect(refused.headers.get('x-ratelimit-remaining')).toBeNull()
  expect(refused.headers.get('x-ratelimit-retry')).toBe('1')
  expect(refused.headers.get('x-ratelimit-reset')).toBe('4')
  expect(refused.headers.get('x-ratelimit-limit')).toBe('20')

  marketplace.clock.monotonic += 199
  expect(await marketplace.call('GET', NEW)).toMatchObject({ status: 429 })
  marketplace.clock.monotonic += 1
  expect(await marketplace.call('GET', NEW)).toMatchObject({ status: 200 })
})

test('a jump of the wall clock opens nothing', async () => {
  const marketplace = await openMarketplace({ limits: 'real' })
  for (let count = 0; count < 20; count += 1) await marketplace.call('GET', NEW)
  marketplace.clock.now += 3_600_000
  expect(await marketplace.call('GET', NEW)).toMatchObject({ status: 429 })
})

test('in the successor edition any refused request counts as ten', async () => {
  const marketplace = await openMarketplace({ limits: 'real' })
  await marketplace.call('GET', '/api/v3/supplies/WB-GI-1')
  expect(await remaining(marketplace)).toBe(9)
  await marketplace.call('POST', '/api/v3/supplies', {})
  expect(await marketplace.call('GET', NEW)).toMatchObject({ status: 429 })
})

test('in the first edition a conflict counts as ten, five for adding to a supply, and a 404 as one', async () => {
  const marketplace = await openMarketplace({ limits: 'real', edition: 'seed' })
  const { call, control } = marketplace
  await call('POST', '/api/v3/supplies', { name: 'a' })
  await call('GET', '/api/v3/supplies/WB-GI-1')
  expect(await remaining(marketplace)).toBe(17)
  const supplyId = control.state().supplies[0]?.id ?? ''
  await call('PATCH', `/api/v3/supplies/${supplyId}/deliver`)
  expect(await remaining(marketplace)).toBe(6)

  const orderId = control.state().orders[0]?.id ?? 0
  control.cancelOrder(orderId, 'canceled')
  const conflict = await call('PATCH', `/api/v3/supplies/${supplyId}/orders/${orderId}`)
  expect(conflict).toMatchObject({ status: 409 })
  expect(conflict.headers.get('x-ratelimit-remaining')).toBe('15')
})

test('groups have buckets of their own', async () => {
  const marketplace = await openMarketplace({ limits: 'real' })
  const orderId = marketplace.control.state().orders[0]?.id ?? 0
  const answers = [
    await marketplace.call('POST', '/api/marketplace/v3/orders/meta', { orders: [orderId] }),
    await marketplace.call('PATCH', `/api/v3/orders/${orderId}/cancel`),
    await marketplace.call('PUT', `/api/v3/orders/${orderId}/meta/uin`, { uin: 'x' })
  ]
  expect(answers.map(answer => answer.headers.get('x-ratelimit-remaining'))).toEqual(['19', '19', '10'])
  expect(await remaining(marketplace)).toBe(19)
  expect(marketplace.control.state().buckets.map(bucket => bucket.group)).toEqual([
    'fbs-meta-read',
    'fbs-cancel',
    'fbs-meta-set',
    'fbs-orders'
  ])
})

test('a pass is made once in ten minutes', async () => {
  const { call, clock } = await openMarketplace({ limits: 'real' })
  const pass = { firstName: 'Александр', lastName: 'Петров', carModel: 'Газель', carNumber: 'A456BC123', officeId: 15 }
  expect(await call('POST', '/api/v3/passes', pass)).toMatchObject({ status: 201 })
  const refused = await call('POST', '/api/v3/passes', pass)
  expect(refused.status).toBe(429)
  expect(refused.headers.get('x-ratelimit-retry')).toBe('600')
  clock.monotonic += 600_000
  expect(await call('POST', '/api/v3/passes', pass)).toMatchObject({ status: 201 })
})
