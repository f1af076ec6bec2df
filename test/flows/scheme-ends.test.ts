import { expect, test } from 'vitest'
import { claimAll, claimRound, expectClean, lifeOf, newOrders, SCHEME_EDITIONS } from '../support/scheme-rig.ts'
import { schemeRig, statusesOf, writesNamed } from '../support/scheme-rig.ts'
import type { StationRig } from '../support/station-rig.ts'
import { until } from '../support/until.ts'

const MUG = 'mug-enamel-350'
const LAMP = 'lamp-clip-01'
const NOTEBOOK = 'notebook-a5-dots'
const CABLE = 'cable-usbc-2m'
const [DECLINED, CALLED_OFF, REFUSED] = ['declined_by_client', 'canceled', 'canceled_by_client'] as const

/** The station has heard what became of the order. */
async function toldOf(rig: StationRig, orderId: number, life: string): Promise<void> {
  await rig.call('queue.retry', { id: '' })
  await until(`${orderId} ${life}`, async () => (await lifeOf(rig, orderId)) === life)
}

test.each(SCHEME_EDITIONS)(
  '%s edition: DBS orders that are called off before, on and after the table travel no further',
  async edition => {
    const rig = await schemeRig(edition)
    const { control } = rig.marketplace
    const ids = await newOrders(rig, 'dbs', MUG, LAMP, NOTEBOOK, CABLE, MUG)
    const [declined = 0, onTable = 0, inPile = 0, ours = 0, travels = 0] = ids
    expect(control.cancelOrder(declined, DECLINED)).toBe(true)
    await toldOf(rig, declined, 'cancelled')
    await claimAll(rig, ids.slice(1))
    await rig.drained()

    await rig.scan(rig.thing(onTable).barcode)
    expect(rig.view().order?.id).toBe(onTable)
    expect(control.cancelOrder(onTable, CALLED_OFF)).toBe(true)
    await toldOf(rig, onTable, 'cancelled')
    expect(rig.view().order).toBeNull()
    expect(rig.view().feedback).toMatchObject({ face: 'refused', message: { orderId: onTable } })

    for (const id of [inPile, ours, travels]) expect(await rig.pack(rig.thing(id))).toBe(id)
    expect(control.cancelOrder(inPile, CALLED_OFF)).toBe(true)
    await toldOf(rig, inPile, 'cancelled')
    await rig.call('orders.cancel', { orderId: ours })
    await until('the seller’s cancellation', () => statusesOf(rig, [ours])[0] === 'cancel')
    await rig.drained()
    // Both parcels lie in the pile: nobody hands them to the courier.
    const asked = (await rig.scan('VRSTK-SUPPLY-DONE')).feedback.message
    if (asked.code !== 'cancelledInside') throw new Error(JSON.stringify(asked))
    expect(asked.orderIds).toEqual(expect.arrayContaining([inPile, ours]))
    await rig.scan('VRSTK-YES')
    await until('the courier', () => statusesOf(rig, [travels])[0] === 'deliver')
    await rig.drained()
    expect(writesNamed(rig, 'deliver')).toHaveLength(1)
    await rig.call('orders.cancel', { orderId: travels })
    expect(rig.view().feedback.message).toEqual({ code: 'cantCancel', orderId: travels })
    expect(control.cancelOrder(travels, REFUSED)).toBe(true)
    await toldOf(rig, travels, 'returned')
    expect(rig.view().feedback.message).toEqual({ code: 'parcelReturns', orderId: travels })
    expect(rig.printer.labels.length).toBeGreaterThanOrEqual(3)
    expect(rig.errors()).toEqual([])
  }
)

test.each(SCHEME_EDITIONS)(
  '%s edition: a DBS buyer who misses the courier’s calls sends the parcel back',
  async edition => {
    const { rig, ids } = await claimRound(edition, 'dbs', MUG)
    const [missed = 0] = ids
    await rig.pack(rig.thing(missed))
    await rig.scan('VRSTK-SUPPLY-DONE')
    await until('the courier', () => statusesOf(rig, ids)[0] === 'deliver')
    await rig.drained()
    expect(rig.marketplace.control.cancelOrder(missed, 'canceled_by_missed_call')).toBe(true)
    await toldOf(rig, missed, 'returned')
    expectClean(rig, ids)
  }
)

test.each(SCHEME_EDITIONS)(
  '%s edition: pickup orders that are called off before, on and after the table wait for no buyer',
  async edition => {
    const rig = await schemeRig(edition)
    const { control } = rig.marketplace
    const ids = await newOrders(rig, 'pickup', MUG, LAMP, NOTEBOOK, CABLE, MUG, LAMP)
    const [declined = 0, onTable = 0, expired = 0, ours = 0, refused = 0, off = 0] = ids
    expect(control.cancelOrder(declined, DECLINED)).toBe(true)
    await toldOf(rig, declined, 'cancelled')
    await claimAll(rig, ids.slice(1, -1))
    await rig.drained()
    await rig.scan(rig.thing(onTable).barcode)
    expect(control.cancelOrder(onTable, CALLED_OFF)).toBe(true)
    await toldOf(rig, onTable, 'cancelled')
    expect(rig.view().feedback).toMatchObject({ face: 'refused', message: { orderId: onTable } })
    for (const id of [expired, ours, refused]) expect(await rig.pack(rig.thing(id))).toBe(id)
    await until('the store', () => statusesOf(rig, [expired, ours, refused]).join() === 'prepare,prepare,prepare')
    await rig.drained()

    expect(control.expireOrder(expired)).toBe(true)
    await toldOf(rig, expired, 'cancelled')
    expect(control.cancelOrder(refused, REFUSED)).toBe(true)
    await toldOf(rig, refused, 'cancelled')
    await rig.call('orders.cancel', { orderId: ours })
    await until('the seller’s cancellation', () => statusesOf(rig, [ours])[0] === 'cancel')
    await rig.drained()
    expect(await lifeOf(rig, ours)).toBe('cancelled')
    // Their parcels lie in the store, and somebody has to take them off its shelf.
    expect(rig.view().counts.problems).toBeGreaterThanOrEqual(3)
    await rig.call('orders.cancel', { orderId: off })
    await until('one that nobody took', () => statusesOf(rig, [off])[0] === 'cancel')
    await rig.drained()
    expect(rig.errors()).toEqual([])
  }
)

test.each(SCHEME_EDITIONS)(
  '%s edition: pickup goes on offline and over a restart: what was packed is told when the network is back',
  async edition => {
    const { rig, ids } = await claimRound(edition, 'pickup', MUG, LAMP)
    const [first = 0, second = 0] = ids
    await rig.network.cut()
    await rig.pack(rig.thing(first))
    await rig.stop()
    await rig.start()
    await rig.pack(rig.thing(second))
    expect(statusesOf(rig, ids)).toEqual(['confirm', 'confirm'])
    expect(await rig.call('orders.identify', { orderId: first, passcode: '1234' })).toMatchObject({
      kind: 'unanswered'
    })
    await rig.network.mend()
    await rig.call('queue.retry', { id: '' })
    await until('the store', () => statusesOf(rig, ids).every(status => status === 'prepare'))
    await rig.drained()
    expect(await Promise.all(ids.map(id => lifeOf(rig, id)))).toEqual(['shipped', 'shipped'])
    expectClean(rig, ids)
  }
)
