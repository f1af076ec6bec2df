import { expect, test } from 'vitest'
import { openMarketplace } from './harness.ts'
import { openScheme } from './scheme-harness.ts'

test('a shop has orders of the other schemes only when asked for, and FBS never notices', async () => {
  const plain = await openMarketplace()
  expect(plain.control.state()).toMatchObject({ dbsOrders: [], pickupOrders: [] })
  const full = await openMarketplace({ dbsOrders: 12, pickupOrders: 8 })
  expect(full.control.state().dbsOrders).toHaveLength(12)
  expect(full.control.state().pickupOrders).toHaveLength(8)
  expect(full.control.state().orders).toEqual(plain.control.state().orders)
})

test('things of all schemes lie on the table, each with the codes its order asks for', async () => {
  const { control } = await openMarketplace({ orders: 2, dbsOrders: 30, pickupOrders: 30 })
  const things = control.things()
  const { orders, dbsOrders, pickupOrders } = control.state()
  const ids = (list: readonly { readonly id: number }[]) => list.map(({ id }) => id)
  const thingsOf = (scheme: string) => things.filter(thing => thing.scheme === scheme).map(thing => thing.orderId)
  expect(thingsOf('fbs')).toEqual(ids(orders))
  expect(thingsOf('dbs')).toEqual(ids(dbsOrders))
  expect(thingsOf('pickup')).toEqual(ids(pickupOrders))
  for (const { id, requiredMeta } of [...dbsOrders, ...pickupOrders]) {
    const thing = things.find(({ orderId }) => orderId === id)
    expect(thing?.markingCode !== undefined || !requiredMeta.includes('sgtin')).toBe(true)
    expect(thing?.imei !== undefined || !requiredMeta.includes('imei')).toBe(true)
    expect(requiredMeta).not.toContain('expiration')
  }
  expect(new Set(things.map(thing => thing.orderId)).size).toBe(62)
})

test('orders of one basket have one buyer, who says one passcode', async () => {
  const { control } = await openMarketplace({ orders: 0, dbsOrders: 60, pickupOrders: 60 })
  const { dbsOrders, pickupOrders } = control.state()
  const baskets = new Map<string, Set<string>>()
  const note = (orderUid: string, words: string) => {
    baskets.set(orderUid, (baskets.get(orderUid) ?? new Set()).add(words))
  }
  for (const order of dbsOrders) note(order.orderUid, `${order.buyer.name} ${order.groupId}`)
  for (const order of pickupOrders) note(order.orderUid, `${order.buyer.name} ${order.orderCode} ${order.passcode}`)
  expect(baskets.size).toBeLessThan(120)
  expect(baskets.size).toBeGreaterThan(60)
  expect([...baskets.values()].every(words => words.size === 1)).toBe(true)
  expect(new Set(pickupOrders.map(order => order.orderCode)).size).toBe(
    new Set(pickupOrders.map(order => order.orderUid)).size
  )
  expect(dbsOrders.some(order => order.sticker === null) && dbsOrders.some(order => order.sticker !== null)).toBe(true)
})

test('the same seed makes the same orders of every scheme', async () => {
  const stateOf = async (seed: number) => {
    const { control } = await openMarketplace({ seed, orders: 1, dbsOrders: 5, pickupOrders: 5 })
    const { dbsOrders, pickupOrders } = control.state()
    return { dbsOrders, pickupOrders, things: control.things() }
  }
  expect(await stateOf(7)).toEqual(await stateOf(7))
  expect(await stateOf(7)).not.toEqual(await stateOf(8))
})

test('a buyer who missed a call ends a DBS order, a shelf life that is over a pickup one', async () => {
  const dbs = await openScheme('dbs', 'successor')
  const id = await dbs.orderIn('deliver')
  expect(dbs.control.expireOrder(id)).toBe(false)
  expect(dbs.control.cancelOrder(id, 'canceled_by_missed_call')).toBe(true)
  expect(dbs.statusOf(id)).toBe('cancel_missed_call canceled_by_missed_call')
  expect(await dbs.step('receive', id)).toBe('409 StatusMismatch')

  const pickup = await openScheme('pickup', 'successor')
  const waiting = await pickup.orderIn('prepare')
  expect(pickup.control.expireOrder(waiting)).toBe(true)
  expect(pickup.statusOf(waiting)).toBe('cancel_shelf_life canceled')
  expect(await pickup.step('receive', waiting)).toBe('409 StatusMismatch')
})

test('over HTTP the control adds orders of a scheme, ends them, and tells their secrets', async () => {
  const { call, control } = await openMarketplace({ orders: 0 })
  const post = (path: string, body: unknown) => call('POST', `/practice/${path}`, body, null)
  await post('orders', { count: 2, scheme: 'dbs', article: 'one-ring-7548', toPickupPoint: true })
  await post('orders', { count: 1, scheme: 'pickup' })
  const { dbsOrders, pickupOrders } = control.state()
  expect(dbsOrders).toHaveLength(2)
  const state = await call('GET', '/practice/state', undefined, null)
  expect(state.body).toMatchObject({
    orders: [],
    dbsOrders: dbsOrders.map(({ code }) => ({
      code,
      article: 'one-ring-7548',
      sticker: { partA: expect.any(String) }
    })),
    pickupOrders: pickupOrders.map(({ orderCode, passcode }) => ({ orderCode, passcode }))
  })
  expect(await post('orders', { count: 1, scheme: 'odd' })).toMatchObject({ status: 400 })
  expect(await post('expire', { orderId: pickupOrders[0]?.id })).toMatchObject({ body: { done: true } })
  expect(await post('expire', { orderId: dbsOrders[0]?.id })).toMatchObject({ body: { done: false } })
  const missed = { orderId: dbsOrders[0]?.id, wbStatus: 'canceled_by_missed_call' }
  expect(await post('cancel', missed)).toMatchObject({ body: { done: true } })
  expect(await post('decision', { orderId: dbsOrders[1]?.id, key: 'uin', decision: 'x' })).toMatchObject({
    body: { done: true }
  })
})
