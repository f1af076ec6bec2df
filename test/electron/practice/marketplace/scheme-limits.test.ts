import { expect, test } from 'vitest'
import { openMarketplace } from './harness.ts'
import type { Answer, Harness } from './harness.ts'

type Request = readonly [method: string, path: string, body?: unknown]

async function open(edition: 'seed' | 'successor' | 'both'): Promise<Harness> {
  return openMarketplace({ orders: 0, dbsOrders: 3, pickupOrders: 3, limits: 'real', edition })
}

function left(answer: Answer): number {
  return Number(answer.headers.get('x-ratelimit-remaining'))
}

/** What each bucket is called, how many it holds, how fast a token comes back; and a request that takes from it. */
async function bucketsOf(edition: 'seed' | 'successor', requests: (dbs: number, pickup: number) => readonly Request[]) {
  const { call, control } = await open(edition)
  const { dbsOrders, pickupOrders } = control.state()
  const names: unknown[] = []
  for (const request of requests(dbsOrders[0]?.id ?? 0, pickupOrders[0]?.id ?? 0)) {
    const before = new Map(control.state().buckets.map(({ group, remaining }) => [group, remaining]))
    await call(...request)
    const touched = control.state().buckets.filter(({ group, remaining }) => before.get(group) !== remaining)
    names.push(...touched.map(({ group, burst, intervalMs }) => `${group} ${burst}/${intervalMs}`))
  }
  return names
}

test('first edition: reading, statuses, setting and deleting metadata have buckets of their own', async () => {
  const names = await bucketsOf('seed', (dbs, pickup) => [
    ['GET', '/api/v3/dbs/orders/new'],
    ['PATCH', `/api/v3/dbs/orders/${dbs}/confirm`],
    ['PUT', `/api/v3/dbs/orders/${dbs}/meta/uin`, {}],
    ['DELETE', `/api/v3/dbs/orders/${dbs}/meta?key=uin`],
    ['GET', '/api/v3/click-collect/orders/new'],
    ['PATCH', `/api/v3/click-collect/orders/${pickup}/confirm`],
    ['PUT', `/api/v3/click-collect/orders/${pickup}/meta/uin`, {}],
    ['DELETE', `/api/v3/click-collect/orders/${pickup}/meta?key=uin`],
    ['POST', '/api/v3/click-collect/orders/client/identity', { orderCode: '1', passcode: '1' }]
  ])
  expect(names).toEqual([
    'dbs 20/200',
    'dbs-status-seed 20/600',
    'dbs-meta-set-seed 20/60',
    'dbs-meta-delete-seed 20/200',
    'pickup 20/200',
    'pickup-status-seed 20/600',
    'pickup-meta-set-seed 20/60',
    'pickup 20/200',
    'pickup-identity 20/2000'
  ])
})

test('successor: every change of status has a bucket of its own', async () => {
  const dbs = ['confirm', 'deliver', 'receive', 'reject', 'cancel']
  const pickup = ['confirm', 'prepare', 'receive', 'reject', 'cancel']
  const body = { ordersIds: [5] }
  const names = await bucketsOf('successor', () => [
    ['POST', '/api/marketplace/v3/dbs/orders/status/info', body],
    ['POST', '/api/marketplace/v3/dbs/orders/meta/details', body],
    ['POST', '/api/marketplace/v3/dbs/orders/meta/gtin', { orders: [{ orderId: 5, gtin: '' }] }],
    ['POST', '/api/marketplace/v3/dbs/orders/meta/delete', { key: 'gtin', orderIds: [5] }],
    ...dbs.map((step): Request => ['POST', `/api/marketplace/v3/dbs/orders/status/${step}`, body]),
    ['POST', '/api/marketplace/v3/click-collect/orders/status/info', body],
    ['POST', '/api/marketplace/v3/click-collect/orders/meta/details', body],
    ['POST', '/api/marketplace/v3/click-collect/orders/meta/gtin', { orders: [{ orderId: 5, gtin: '' }] }],
    ['POST', '/api/marketplace/v3/click-collect/orders/meta/delete', { key: 'gtin', ordersIds: [5] }],
    ...pickup.map((step): Request => ['POST', `/api/marketplace/v3/click-collect/orders/status/${step}`, body])
  ])
  expect(names).toEqual([
    'dbs 20/200',
    'dbs 20/200',
    'dbs-meta-set 20/120',
    'dbs-meta-delete 20/400',
    ...dbs.map(step => `dbs-${step} 10/1000`),
    'pickup-status-info 10/1000',
    'pickup-meta-read 20/400',
    'pickup-meta-set 500/3000',
    'pickup-meta-read 20/400',
    ...pickup.map(step => `pickup-${step} 10/1000`)
  ])
})

test('first edition: a DBS conflict counts as ten, a wrong code of the buyer’s as thirty-three', async () => {
  const { call, control, clock } = await open('seed')
  const id = control.state().dbsOrders[0]?.id
  expect(left(await call('PATCH', `/api/v3/dbs/orders/${id}/deliver`))).toBe(10)
  expect(left(await call('PATCH', '/api/v3/dbs/orders/5/deliver'))).toBe(9)
  clock.monotonic += 600 * 11
  expect(left(await call('PATCH', `/api/v3/dbs/orders/${id}/receive`, {}))).toBe(19)
  const conflict = await call('PATCH', `/api/v3/dbs/orders/${id}/receive`, { code: '123456' })
  expect(conflict).toMatchObject({ status: 409 })
  // 19 − 33 = −14: fifteen tokens have to come first, 600 ms each.
  const refused = await call('PATCH', `/api/v3/dbs/orders/${id}/confirm`)
  expect(refused.status).toBe(429)
  expect(refused.headers.get('x-ratelimit-retry')).toBe('9')
  clock.monotonic += 600 * 15
  expect(await call('PATCH', `/api/v3/dbs/orders/${id}/reject`, { code: '123456' })).toMatchObject({ status: 409 })
  clock.monotonic += 600 * 32
  expect(await call('PATCH', `/api/v3/dbs/orders/${id}/confirm`)).toMatchObject({ status: 429 })
  clock.monotonic += 600
  expect(await call('PATCH', `/api/v3/dbs/orders/${id}/confirm`)).toMatchObject({ status: 204 })
})

test('first edition: a conflict of in-store pickup counts as five', async () => {
  const { call, control } = await open('seed')
  const id = control.state().pickupOrders[0]?.id
  expect(left(await call('PATCH', `/api/v3/click-collect/orders/${id}/receive`))).toBe(15)
  expect(left(await call('PATCH', '/api/v3/click-collect/orders/5/receive'))).toBe(14)
  const wrong = { orderCode: control.state().pickupOrders[0]?.orderCode, passcode: '1' }
  expect(left(await call('POST', '/api/v3/click-collect/orders/client/identity', wrong))).toBe(15)
})

test('successor: any refused request counts as ten, a refused item of a bulk call as nothing', async () => {
  const { call, control } = await open('successor')
  const id = control.state().dbsOrders[0]?.id
  expect(left(await call('POST', '/api/marketplace/v3/dbs/orders/status/deliver', { ordersIds: [id, 5] }))).toBe(9)
  expect(left(await call('POST', '/api/marketplace/v3/dbs/orders/status/confirm', {}))).toBe(0)
  expect(await call('POST', '/api/marketplace/v3/dbs/orders/status/confirm', { ordersIds: [id] })).toMatchObject({
    status: 429
  })
  expect(left(await call('POST', '/api/v3/dbs/orders/client', { orders: [5] }))).toBe(10)
})

test('where both editions answer, the dearer penalty counts', async () => {
  const { call, control } = await open('both')
  const { dbsOrders, pickupOrders } = control.state()
  expect(left(await call('PATCH', `/api/v3/click-collect/orders/${pickupOrders[0]?.id}/receive`))).toBe(10)
  const code = { code: '123456' }
  expect(left(await call('PATCH', `/api/v3/dbs/orders/${dbsOrders[0]?.id}/receive`, code))).toBe(0)
  expect((await call('PATCH', `/api/v3/dbs/orders/${dbsOrders[0]?.id}/confirm`)).headers.get('x-ratelimit-retry')).toBe(
    '9'
  )
})
