import { expect, test } from 'vitest'
import { startRig } from '../support/station-rig.ts'

test.each(['seed', 'successor'] as const)(
  'before many orders are called off the marketplace is asked about all at once, and those that it keeps are left as they are',
  async edition => {
    const rig = await startRig({ orders: 30, edition, marketplace: { edition } })
    await rig.when('the orders', ({ counts }) => counts.fresh > 20)
    const asked = { lives: ['fresh' as const], supplyId: null, search: '', offset: 0, limit: 5 }
    const ids = (await rig.call('orders.list', asked)).rows.map(({ id }) => id)
    // Ended behind the station's back: its own list still has them.
    const gone = ids.slice(0, 2)
    for (const id of gone) rig.marketplace.control.cancelOrder(id, 'canceled')
    const before = rig.marketplace.control.requests().length
    expect(await rig.call('orders.actMany', { orderIds: ids, act: { kind: 'cancel' } })).toEqual({ done: 3 })
    await rig.drained()
    const requests = rig.marketplace.control.requests().slice(before)
    expect(
      requests.filter(({ path }) => path.endsWith('/cancel')).map(({ path }) => Number(path.split('/').at(-2)))
    ).toEqual(ids.slice(2))
    expect(requests.some(({ status }) => status >= 400)).toBe(false)
    const lives = await Promise.all(ids.map(async orderId => (await rig.call('orders.get', { orderId }))?.order.life))
    expect(lives).toEqual(['fresh', 'fresh', 'cancelled', 'cancelled', 'cancelled'])
  }
)
