import { expect, test } from 'vitest'
import { claimAll, expectClean, newOrders, SCHEME_EDITIONS, schemeRig, stateOf } from '../support/scheme-rig.ts'
import type { StationRig } from '../support/station-rig.ts'
import { until } from '../support/until.ts'

const [MUG, LAMP] = ['mug-enamel-350', 'lamp-clip-01'] as const
const DAY = 24 * 60 * 60 * 1000

async function schemeOf(rig: StationRig, orderId: number) {
  const scheme = (await rig.call('orders.get', { orderId }))?.order.scheme
  if (scheme?.kind !== 'dbs') throw new Error(`order ${orderId} is none of DBS`)
  return scheme
}

/** The buyer chooses another day and other hours; settles when the station knows. */
async function move(rig: StationRig, orderId: number, days: number) {
  const state = stateOf(rig, orderId)
  if (!('delivery' in state)) throw new Error(`order ${orderId} is none of DBS`)
  const before = (await schemeOf(rig, orderId)).slot
  const when = { day: state.delivery.day + days * DAY, timeFrom: '18:00', timeTo: '20:00' }
  expect(rig.marketplace.control.moveDelivery(orderId, when)).toBe(true)
  await rig.call('queue.retry', { id: '' })
  return until('the other time', async () => {
    const scheme = await schemeOf(rig, orderId)
    return scheme.slot.from === '18:00' && scheme.slot.date !== before.date ? { before, scheme } : null
  })
}

test.each(SCHEME_EDITIONS)(
  '%s edition: a new order whose delivery is moved goes by its new time, and the packer is told both',
  async edition => {
    const rig = await schemeRig(edition)
    const [first = 0] = await newOrders(rig, 'dbs', MUG, LAMP)
    const { before, scheme } = await move(rig, first, 30)
    expect(scheme.movedFrom).toEqual(before)
    expect(rig.view().feedback.message).toEqual({
      code: 'deliveryMoved',
      orderId: first,
      before,
      slot: scheme.slot,
      isPrinted: false
    })
    const page = await rig.call('orders.get', { orderId: first })
    expect(page?.history.map(({ kind }) => kind)).toContain('deliveryMoved')
    expect(rig.errors()).toEqual([])
  }
)

test('an order in assembly whose delivery is moved says so on its card, in its turn and on its label; nothing is asked twice', async () => {
  const rig = await schemeRig('successor')
  const [first = 0, second = 0] = await newOrders(rig, 'dbs', MUG, MUG)
  await claimAll(rig, [first, second])
  await rig.drained()
  await rig.scan(rig.thing(first).barcode)
  const onTable = rig.view().order?.id ?? 0
  const other = onTable === first ? second : first
  const { before, scheme } = await move(rig, onTable, 60)
  // Its card says so; the stage goes on as it was.
  await rig.when(
    'the card',
    ({ order }) => order?.id === onTable && order.scheme.kind === 'dbs' && order.scheme.movedFrom !== undefined
  )
  expect(rig.view().order?.scheme).toMatchObject({ slot: scheme.slot, movedFrom: before })
  await rig.scan('VRSTK-SKIP')
  // Both are mugs: the one that is awaited in two months comes last.
  expect(await rig.pack(rig.thing(other))).toBe(other)
  expect(await rig.pack(rig.thing(onTable))).toBe(onTable)

  const again = await move(rig, other, 90)
  expect(rig.view().feedback.message).toMatchObject({ code: 'deliveryMoved', orderId: other, isPrinted: true })
  expect(again.scheme.movedFrom).toEqual(again.before)
  await rig.stop()
  await rig.start()
  expect(await schemeOf(rig, other)).toEqual(again.scheme)
  expect(rig.marketplace.control.requests().filter(({ status }) => status >= 400)).toEqual([])
  expectClean(rig, [first, second])
})

test('delivery times that the marketplace refuses to tell are asked for again only after two minutes', async () => {
  const rig = await schemeRig('successor')
  const ids = await newOrders(rig, 'dbs', MUG)
  const path = '/api/v3/dbs/orders/delivery-date'
  rig.marketplace.control.planRefusal(path, 403, { code: 'AccessDenied', message: 'no' })
  await claimAll(rig, ids)
  const asked = () => rig.marketplace.control.requests().filter(request => request.path === path)
  const read = () =>
    rig.marketplace.control.requests().filter(request => request.path.endsWith('/dbs/orders/status/info'))
  await until('a refusal', () => asked().length > 0)
  const before = read().length
  await rig.call('queue.retry', { id: '' })
  await until('another round', () => read().length > before)
  expect(asked()).toHaveLength(1)
})
