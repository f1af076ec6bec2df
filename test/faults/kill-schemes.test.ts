import { expect, test } from 'vitest'
import { parcelBarcode } from '../../shared/domain/scanning/commands.ts'
import { repeatedWrites } from '../support/write-log.ts'
import { codesOf, killAgainAndAgain } from './killing.ts'
import { heapOfAll } from './robot.ts'

const KILLS = Number(process.env['VERSTAK_SCHEME_KILLS'] ?? 20)
const SEED = Number(process.env['VERSTAK_SEED'] ?? 20_261_129)
/** Orders of each scheme that are there at a time. */
const BATCH = 2
const SCHEMES = ['fbs', 'dbs', 'pickup'] as const
const ARTICLES = ['tshirt-basic-m-white', 'phone-nova-128', 'mug-enamel-350', 'halva-sunflower-350'] as const

test('P4: orders of three schemes on one table survive kill -9, each leaves once, with its own codes and its own label', async () => {
  const { control, printed, writes, starts } = await killAgainAndAgain({
    seed: SEED,
    kills: KILLS,
    addOrders(shop, random) {
      for (const scheme of SCHEMES) {
        for (let n = 0; n < BATCH; n += 1) shop.addOrders(1, { scheme, article: random.pick(ARTICLES) })
      }
    },
    emptyTable: heapOfAll,
    isOver(shop, labels) {
      const { supplies, orders, dbsOrders, pickupOrders } = shop.state()
      const all = [...orders, ...dbsOrders, ...pickupOrders]
      const isGone = all.every(({ supplierStatus }) => ['complete', 'deliver', 'prepare'].includes(supplierStatus))
      return isGone && supplies.every(({ id, done }) => !done || labels(id) > 0)
    }
  })
  const { orders, dbsOrders, pickupOrders } = control.state()
  expect(starts).toBeGreaterThan(KILLS * 0.6)
  const packed = [
    ...orders.map(order => ({ order, label: order.sticker.barcode, end: 'complete' })),
    ...dbsOrders.map(order => ({ order, label: parcelBarcode(order.id), end: 'deliver' })),
    ...pickupOrders.map(order => ({ order, label: parcelBarcode(order.id), end: 'prepare' }))
  ]
  for (const { order, label, end } of packed) {
    expect(order.supplierStatus, String(order.id)).toBe(end)
    expect(printed(label), label).toBe(1)
    expect(order.meta).toEqual(codesOf(control, order))
  }
  expect(packed.length).toBeGreaterThan(KILLS / 4)
  expect(repeatedWrites(writes)).toEqual([])
})
