import { expect, test } from 'vitest'
import { openMarketplace } from './harness.ts'
import { openScheme } from './scheme-harness.ts'

/** The first edition's paths that have a successor. */
function oldPaths(prefix: string, id: number, steps: readonly string[]) {
  return [
    ['POST', `${prefix}/status`, { orders: [id] }],
    ['GET', `${prefix}/${id}/meta`],
    ['DELETE', `${prefix}/${id}/meta?key=uin`],
    ...['sgtin', 'uin', 'imei', 'gtin'].map(key => ['PUT', `${prefix}/${id}/meta/${key}`, {}] as const),
    ...steps.map(step => ['PATCH', `${prefix}/${id}/${step}`, {}] as const)
  ] as const
}

const SCHEMES = {
  dbs: { path: '/api/v3/dbs/orders', last: '2026-04-12', steps: ['confirm', 'deliver', 'receive', 'reject', 'cancel'] },
  pickup: {
    path: '/api/v3/click-collect/orders',
    last: '2026-05-18',
    steps: ['confirm', 'prepare', 'receive', 'reject', 'cancel']
  }
} as const

test.each(['dbs', 'pickup'] as const)('%s: the first edition’s paths end at midnight in Moscow', async scheme => {
  const { path, last, steps } = SCHEMES[scheme]
  const clock = { now: Date.parse(`${last}T23:59:59+03:00`) }
  const { call, control } = await openMarketplace({ orders: 0, dbsOrders: 1, pickupOrders: 1, now: () => clock.now })
  const { dbsOrders, pickupOrders } = control.state()
  const id = (scheme === 'dbs' ? dbsOrders : pickupOrders)[0]?.id ?? 0
  const gone = async () => {
    const paths: string[] = []
    for (const [method, to, body] of oldPaths(path, id, steps)) {
      const answer = await call(method, to, body)
      if (JSON.stringify(answer.body).includes('path not found')) paths.push(to)
    }
    return paths.length
  }
  expect(await gone()).toBe(0)
  const fresh = control.addOrders(1, { scheme })
  const list = await call('GET', `${path}/new`)
  expect(list).toMatchObject({ body: { orders: [{ id: fresh[0] }] } })
  expect(JSON.stringify(list.body)).not.toContain('optionalMeta')
  clock.now += 1000
  expect(await gone()).toBe(12)
  expect(await call('GET', `${path}/new`)).toMatchObject({
    body: { orders: [{ id: fresh[0], options: { isB2b: false } }] }
  })
})

test.each(['dbs', 'pickup'] as const)('%s: a read-only token reads, and changes nothing', async scheme => {
  for (const edition of ['seed', 'successor'] as const) {
    const { call, control, add, path, bulkPath, statusOf } = await openScheme(scheme, edition)
    const id = add()
    const token = control.issueToken({ readOnly: true })
    expect(await call('GET', `${path}/new`, undefined, token)).toMatchObject({ status: 200 })
    const change =
      edition === 'seed'
        ? call('PATCH', `${path}/${id}/confirm`, undefined, token)
        : call('POST', `${bulkPath}/status/confirm`, { ordersIds: [id] }, token)
    expect(await change).toMatchObject({ status: 401, body: { detail: expect.stringContaining('read-only') } })
    expect(await call('GET', `${path}/new`, undefined, null)).toMatchObject({ status: 401 })
    expect(statusOf(id)).toBe('new waiting')
  }
})

test('a bulk reply is lost on its way only when something was changed', async () => {
  const { call, control, add, bulkPath, statusOf } = await openScheme('dbs', 'successor')
  const id = add()
  const confirm = (...ordersIds: readonly number[]) => call('POST', `${bulkPath}/status/confirm`, { ordersIds })
  control.setFaults({ dropReplyAfterCommit: 1 })
  expect(await confirm(5)).toMatchObject({ status: 200 })
  await expect(confirm(5, id)).rejects.toThrow()
  expect(statusOf(id)).toBe('confirm waiting')
  const other = add()
  control.setFaults({ dropBeforeCommit: 1 })
  await expect(confirm(other)).rejects.toThrow()
  expect(statusOf(other)).toBe('new waiting')
})

test('the log names the orders of single and bulk calls', async () => {
  const { call, control, add, path, bulkPath } = await openScheme('dbs', 'successor')
  const [first, second] = [add(), add()]
  await call('POST', `${bulkPath}/status/receive`, { orders: [{ orderId: first, code: '1' }] })
  await call('POST', `${bulkPath}/meta/delete`, { key: 'uin', orderIds: [second] })
  await call('POST', `${path}/client`, { orders: [first, second] })
  expect(control.requests().map(request => request.orderIds)).toEqual([[first], [second], [first, second]])
})
