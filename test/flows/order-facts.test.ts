import { expect, test } from 'vitest'
import { startRig } from '../support/station-rig.ts'

test.each(['seed', 'successor'] as const)(
  'an order tells who it is for, where it is taken in, and what else is of its basket (%s edition)',
  async edition => {
    const rig = await startRig({ orders: 0, marketplace: { edition }, edition })
    const { control } = rig.marketplace
    const b2b = { article: 'mug-enamel-350', isB2b: true } as const
    // The shop puts an order into the basket of the one before it now and then.
    const ids = control.addOrders(30, b2b)
    control.addOrders(1, { article: 'mug-enamel-350' })
    await rig.refresh('the orders', ({ counts }) => counts.fresh === 31)
    const { orders } = control.state()
    const basketOf = (orderId: number) => orders.find(({ id }) => id === orderId)?.orderUid
    const shared = ids.find(id => ids.filter(other => basketOf(other) === basketOf(id)).length > 1) ?? 0
    const others = ids.filter(id => id !== shared && basketOf(id) === basketOf(shared)).length

    await rig.call('orders.claim', { orderIds: [...ids], supply: { kind: 'new', name: 'Companies' } })
    await rig.stickered(30)
    await rig.call('bench.takeOrder', { orderId: shared })
    expect(others).toBeGreaterThan(0)
    expect(rig.view().order).toMatchObject({ id: shared, isB2b: true, basket: others })
    const page = await rig.call('orders.get', { orderId: shared })
    expect(page?.order).toMatchObject({ isB2b: true, travelsAgain: false })
    expect(page?.order.offices).toHaveLength(1)
    expect(rig.view().batch).toHaveProperty('offices', page?.order.offices)

    // Companies' orders and buyers' never share a supply: refused before anything is sent.
    const before = control.requests().length
    const { rows } = await rig.call('orders.list', {
      lives: ['fresh'],
      supplyId: null,
      search: '',
      offset: 0,
      limit: 5
    })
    await rig.call('bench.command', { command: 'skip' })
    const supplyId = rig.view().batch?.id ?? ''
    await rig.call('orders.claim', { orderIds: rows.map(({ id }) => id), supply: { kind: 'existing', supplyId } })
    expect(rig.view().feedback.message).toEqual({ code: 'supplyKindDiffers', by: 'b2b' })
    expect(control.requests()).toHaveLength(before)
    expect(rig.errors()).toEqual([])
  }
)
