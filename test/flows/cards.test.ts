import { expect, test } from 'vitest'
import { makePracticeToken } from '../../electron/practice/marketplace/http/token.ts'
import { codeOf } from '../support/packer.ts'
import { startRig } from '../support/station-rig.ts'
import type { RigOptions } from '../support/station-rig.ts'
import { until } from '../support/until.ts'

/** Sold under the seller's own barcode: the GTIN in its marking codes stands on the card alone. */
const ARTICLE = 'jeans-straight-32'

async function rigWithOrders(count: number, options: RigOptions = {}) {
  const rig = await startRig({ orders: 0, ...options })
  const { control } = rig.marketplace
  const ids = control.addOrders(count, { article: ARTICLE })
  await rig.refresh('the orders', ({ counts }) => counts.fresh === count)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(count)
  const cardsAsked = () => control.requests().filter(({ path }) => path.startsWith('/content/')).length
  return { rig, ids, cardsAsked }
}

test('a marking code whose GTIN stands on the seller’s card is not asked about, offline and after a restart too', async () => {
  const { rig, ids, cardsAsked } = await rigWithOrders(2)
  const [first = 0, second = 0] = ids
  await until('the cards', () => cardsAsked() > 0)
  expect(await rig.pack(rig.thing(first))).toBe(first)
  await rig.drained()
  const asked = cardsAsked()

  await rig.stop()
  await rig.network.cut()
  await rig.start()
  await rig.when('the banner', ({ network }) => network.kind === 'offline')
  expect(await rig.pack(rig.thing(second))).toBe(second)
  // Read within the day: not read again.
  expect(cardsAsked()).toBe(asked)
  await rig.network.mend()
  expect(rig.errors()).toEqual([])
})

test('a day later only the cards that changed are read', async () => {
  const { rig, cardsAsked } = await rigWithOrders(1)
  await until('the cards', () => cardsAsked() > 0)
  await rig.stop()
  rig.skipTime(25 * 60 * 60 * 1000)
  const before = cardsAsked()
  await rig.start()
  await until('they are read again', () => cardsAsked() > before)
  expect(cardsAsked()).toBe(before + 1)
  expect(rig.errors()).toEqual([])
})

test('without the Content category no card is asked for, and such a code asks as ever', async () => {
  const { rig, ids, cardsAsked } = await rigWithOrders(1, {
    token: makePracticeToken(11, Date.now(), { content: false })
  })
  const unit = rig.thing(ids[0] ?? 0)
  await rig.scan(unit.barcode)
  const asked = await rig.scan(codeOf(unit, 'sgtin'))
  expect(asked.feedback).toMatchObject({ face: 'ask', message: { code: 'gtinDiffers' } })
  expect(cardsAsked()).toBe(0)
})
