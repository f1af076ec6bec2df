import { expect, test } from 'vitest'
import { startRig } from '../support/station-rig.ts'

const PATIENCE_MS = 120_000

test('thirty thousand new orders, some 20 MB of an answer, are all here, and still are after a start', async () => {
  const rig = await startRig({ orders: 0 })
  for (const count of [30_000, 1]) {
    const before = rig.view().counts.fresh
    rig.marketplace.control.addOrders(count)
    await rig.call('queue.retry', { id: '' })
    await rig.when('all of them', ({ counts }) => counts.fresh === before + count, PATIENCE_MS)
  }
  expect(rig.view().news).toEqual({ isKnown: true, oddOrders: 0, oddOthers: 0, odd: [], unread: [] })
  const page = { lives: null, supplyId: null, search: '', offset: 29_900, limit: 200 }
  const { rows, total } = await rig.call('orders.list', page)
  expect([rows.length, total]).toEqual([101, 30_001])
  await rig.network.cut()
  await rig.stop()
  await rig.start()
  expect(rig.view().counts.fresh).toBe(30_001)
  expect(rig.errors()).toEqual([])
})
