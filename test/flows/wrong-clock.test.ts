import { expect, test } from 'vitest'
import { createClock } from '../../electron/composition/clock.ts'
import { startRig } from '../support/station-rig.ts'

const YEAR = 365 * 24 * 60 * 60 * 1000

test.each([
  ['years fast', 4 * YEAR],
  ['years slow', -4 * YEAR]
])('a PC whose clock is %s packs by the marketplace’s time, and says so', async (_, ahead) => {
  const machine = createClock()
  const clock = { ...machine, now: () => Date.now() + ahead }
  // The edition goes by the date: the wrong one would speak of methods that the marketplace has not.
  const rig = await startRig({ orders: 0, clock, marketplace: { edition: 'successor', tellsTime: true } })
  const [id = 0] = rig.marketplace.control.addOrders(1, { article: 'tea-ivan-100' })
  const { clockOffMs, tokenExpiresAt } = await rig.refresh(
    'the order',
    view => view.counts.fresh === 1 && view.clockOffMs !== 0
  )
  expect(Math.abs(clockOffMs - ahead)).toBeLessThan(60_000)
  expect(tokenExpiresAt).toBeGreaterThan(Date.now())
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(1)
  expect(await rig.pack(rig.thing(id))).toBe(id)
  await rig.drained()
  const page = await rig.call('orders.get', { orderId: id })
  expect(Math.abs((page?.packedAt ?? 0) - Date.now())).toBeLessThan(60_000)
  expect(rig.marketplace.control.state().orders[0]?.meta.expiration).toHaveLength(1)

  // By this PC's clock the token ran out long ago, or was never issued.
  await rig.stop()
  await rig.start()
  expect(rig.view().mode).toBe('live')
})
