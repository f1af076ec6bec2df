import { expect, test } from 'vitest'
import {
  claimAll,
  expectClean,
  leaveRound,
  lifeOf,
  newOrders,
  SCHEME_EDITIONS,
  schemeRig,
  stateOf,
  statusesOf
} from '../support/scheme-rig.ts'
import type { SchemeEdition } from '../support/scheme-rig.ts'
import type { StationRig } from '../support/station-rig.ts'
import { until } from '../support/until.ts'

const ARTICLES = ['mug-enamel-350', 'lamp-clip-01', 'notebook-a5-dots', 'cable-usbc-2m'] as const

/** What the seller tells the marketplace elsewhere, on the portal say, while this station is off. */
async function tellElsewhere(
  { marketplace }: StationRig,
  edition: SchemeEdition,
  orderId: number,
  step: 'receive' | 'reject',
  code: string | null
): Promise<void> {
  const scheme = code === null ? 'click-collect' : 'dbs'
  const [method, path, body] =
    edition === 'seed'
      ? ['PATCH', `v3/${scheme}/orders/${orderId}/${step}`, { code }]
      : [
          'POST',
          `marketplace/v3/${scheme}/orders/status/${step}`,
          code === null ? { ordersIds: [orderId] } : { orders: [{ orderId, code }] }
        ]
  const headers = { authorization: marketplace.token, 'content-type': 'application/json' }
  const reply = await fetch(`${marketplace.url}/api/${path}`, { method, headers, body: JSON.stringify(body) })
  expect(reply.ok).toBe(true)
}

/** All orders of a scheme packed and on their way to their buyers. */
async function sendOff(rig: StationRig, scheme: 'dbs' | 'pickup'): Promise<readonly number[]> {
  const ids = await newOrders(rig, scheme, ...ARTICLES)
  await claimAll(rig, ids)
  await rig.drained()
  for (const id of ids) expect(await rig.pack(rig.thing(id))).toBe(id)
  const gone = scheme === 'dbs' ? 'deliver' : 'prepare'
  if (scheme === 'dbs') await leaveRound(rig)
  await until('their way', () => statusesOf(rig, ids).every(status => status === gone))
  await rig.drained()
  return ids
}

async function expectEnds(rig: StationRig, ids: readonly number[], lives: readonly string[]): Promise<void> {
  await until(`the ends ${lives.join(', ')}`, async () => {
    const now = await Promise.all(ids.map(id => lifeOf(rig, id)))
    return now.join() === lives.join()
  })
  // What has ended is asked for no more.
  const path = /\/(status|status\/info)$/
  const before = rig.marketplace.control.requests().length
  await rig.call('queue.retry', { id: '' })
  await until('a round of news', () =>
    rig.marketplace.control
      .requests()
      .slice(before)
      .some(({ path: one }) => one.endsWith('/new'))
  )
  const asked = rig.marketplace.control
    .requests()
    .slice(before)
    .filter(request => path.test(request.path))
  expect(asked.flatMap(({ orderIds }) => orderIds).filter(id => ids.includes(id))).toEqual([])
}

test.each(SCHEME_EDITIONS)(
  '%s edition: DBS orders that ended while the program was off have their ends after the start',
  async edition => {
    const rig = await schemeRig(edition)
    const ids = await sendOff(rig, 'dbs')
    const [taken = 0, refused = 0, missed = 0, called = 0] = ids
    await rig.stop()
    const codeOf = (id: number) => {
      const state = stateOf(rig, id)
      return 'code' in state ? state.code : ''
    }
    await tellElsewhere(rig, edition, taken, 'receive', codeOf(taken))
    await tellElsewhere(rig, edition, refused, 'reject', codeOf(refused))
    expect(rig.marketplace.control.cancelOrder(missed, 'canceled_by_missed_call')).toBe(true)
    expect(rig.marketplace.control.cancelOrder(called, 'canceled_by_client')).toBe(true)
    await rig.start()
    await expectEnds(rig, ids, ['handed', 'returned', 'returned', 'returned'])
    expectClean(rig, ids)
  }
)

test.each(SCHEME_EDITIONS)(
  '%s edition: pickup orders that ended while the program was off have their ends after the start',
  async edition => {
    const rig = await schemeRig(edition)
    const ids = await sendOff(rig, 'pickup')
    const [taken = 0, refused = 0, expired = 0, called = 0] = ids
    await rig.stop()
    await tellElsewhere(rig, edition, taken, 'receive', null)
    await tellElsewhere(rig, edition, refused, 'reject', null)
    expect(rig.marketplace.control.expireOrder(expired)).toBe(true)
    expect(rig.marketplace.control.cancelOrder(called, 'canceled_by_client')).toBe(true)
    await rig.start()
    await expectEnds(rig, ids, ['handed', 'returned', 'cancelled', 'cancelled'])
    expectClean(rig, ids)
  }
)
