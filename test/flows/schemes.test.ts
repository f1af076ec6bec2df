import { expect, test } from 'vitest'
import { claimRound, expectClean, leaveRound, lifeOf, meetBuyer } from '../support/scheme-rig.ts'
import { SCHEME_EDITIONS, statusesOf } from '../support/scheme-rig.ts'
import { until } from '../support/until.ts'

const MUG = 'mug-enamel-350'

test.each(SCHEME_EDITIONS)(
  '%s edition: DBS orders go from new to the courier and to the buyer, offline and with a restart between',
  async edition => {
    const { rig, ids } = await claimRound(edition, 'dbs', MUG, MUG, MUG, MUG)
    const things = ids.map(id => rig.thing(id))
    const [sold = 0, back = 0, called = 0, late = 0] = ids
    for (const thing of things.slice(0, 1)) await rig.pack(thing)
    await rig.network.cut()
    for (const thing of things.slice(1, 2)) await rig.pack(thing)
    await rig.stop()
    await rig.network.mend()
    await rig.start()
    await rig.when('news', ({ network }) => network.kind === 'online')
    for (const thing of things.slice(2)) await rig.pack(thing)
    await rig.drained()
    // One that its buyer calls off before the courier comes does not travel.
    expect(rig.marketplace.control.cancelOrder(called, 'canceled')).toBe(true)
    await rig.call('queue.retry', { id: '' })
    await until('the cancellation', async () => (await lifeOf(rig, called)) === 'cancelled')
    expect(statusesOf(rig, [sold, back, late])).toEqual(['confirm', 'confirm', 'confirm'])

    await leaveRound(rig)
    await until('the courier', () => statusesOf(rig, [sold, back, late]).every(status => status === 'deliver'))
    await rig.drained()
    await meetBuyer(rig, sold, 'receive')
    await meetBuyer(rig, back, 'reject')
    await until('both ends', () => statusesOf(rig, [sold, back]).join() === 'receive,reject')
    await rig.drained()
    expect(await Promise.all([sold, back, called, late].map(id => lifeOf(rig, id)))).toEqual([
      'handed',
      'returned',
      'cancelled',
      'shipped'
    ])
    expectClean(rig, ids)
  }
)

test.each(SCHEME_EDITIONS)(
  '%s edition: pickup orders are told to be ready one by one, and go to the buyer who says the code',
  async edition => {
    const { rig, ids } = await claimRound(edition, 'pickup', MUG, MUG, MUG)
    const [sold = 0, back = 0, dead = 0] = ids
    for (const id of ids) await rig.pack(rig.thing(id))
    await until('the store', () => statusesOf(rig, ids).every(status => status === 'prepare'))
    await rig.drained()
    const buyers = rig.marketplace.control.state().pickupOrders
    const passcodeOf = (id: number) => buyers.find(order => order.id === id)?.passcode ?? ''
    const wrong = passcodeOf(sold) === '1234' ? '4321' : '1234'
    expect(await rig.call('orders.identify', { orderId: sold, passcode: wrong })).toMatchObject({
      kind: 'wrongPasscode'
    })
    for (const [orderId, outcome] of [
      [sold, 'receive'],
      [back, 'reject']
    ] as const) {
      expect(await rig.call('orders.identify', { orderId, passcode: passcodeOf(orderId) })).toMatchObject({
        kind: 'same'
      })
      await rig.call('orders.handOver', { orderId, outcome, code: null })
    }
    await rig.call('orders.cancel', { orderId: dead })
    await until('their ends', () => statusesOf(rig, ids).join() === 'receive,reject,cancel')
    await rig.drained()
    expect(await Promise.all(ids.map(id => lifeOf(rig, id)))).toEqual(['handed', 'returned', 'cancelled'])
    expectClean(rig, ids)
  }
)
