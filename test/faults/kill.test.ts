import { expect, test } from 'vitest'
import { repeatedWrites } from '../support/write-log.ts'
import { codesOf, killAgainAndAgain } from './killing.ts'
import { supplyAfterSupply } from './robot.ts'

const KILLS = Number(process.env['VERSTAK_KILLS'] ?? 200)
const SEED = Number(process.env['VERSTAK_SEED'] ?? 20_261_122)
/** Orders that are there at a time. */
const BATCH = 8
const ARTICLES = ['tshirt-basic-m-white', 'vitamin-d3-60', 'phone-nova-128', 'one-ring-7548', 'mug-enamel-350'] as const

test('P3: what was beeped survives kill -9, and nothing is sent or printed twice because of it', async () => {
  const { control, printed, writes, starts } = await killAgainAndAgain({
    seed: SEED,
    kills: KILLS,
    addOrders(shop, random) {
      for (let n = 0; n < BATCH; n += 1) shop.addOrders(1, { article: random.pick(ARTICLES) })
    },
    emptyTable: supplyAfterSupply,
    isOver(shop, labels) {
      const { supplies } = shop.state()
      const isShipped = supplies.every(({ done, orderIds }) => done || orderIds.length === 0)
      return isShipped && supplies.every(({ id, done }) => !done || labels(id) > 0)
    }
  })
  const { orders, supplies } = control.state()
  expect(starts).toBeGreaterThan(KILLS * 0.6)
  expect(orders.length).toBeGreaterThan(KILLS / 4)
  // Each code stands at the marketplace on its order; each sticker and each supply's QR label is out once.
  for (const order of orders) {
    expect(order.supplierStatus, String(order.id)).toBe('complete')
    expect(order.meta).toEqual(codesOf(control, order))
  }
  expect(orders.filter(({ sticker }) => printed(sticker.barcode) !== 1).map(({ id }) => id)).toEqual([])
  expect(supplies.filter(({ id, done }) => done && printed(id) !== 1).map(({ id }) => id)).toEqual([])
  expect(repeatedWrites(writes)).toEqual([])
})
