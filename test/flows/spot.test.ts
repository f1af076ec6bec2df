import { expect, test } from 'vitest'
import type { SpotCarrier } from '../../shared/domain/orders/spot.ts'
import { startRig } from '../support/station-rig.ts'
import type { StationRig } from '../support/station-rig.ts'
import { until } from '../support/until.ts'
import { overruns, repeatedWrites, writesOf } from '../support/write-log.ts'

const CARRIER: SpotCarrier = {
  name: 'Ала-Тоо Транс',
  taxNumber: '02912345678901',
  countryCode: '417',
  vehicle: '01KG123ABC',
  trailer: null
}
/** The practice marketplace finds no carrier of such a number. */
const UNKNOWN: SpotCarrier = { ...CARRIER, taxNumber: '000' }

/** A station whose only supply, of a seller in the EAEU, has been delivered and has its QR label. */
async function deliveredRig(): Promise<{ readonly rig: StationRig; readonly supplyId: string }> {
  const rig = await startRig({ orders: 0 })
  rig.marketplace.control.addOrders(1, { article: 'notebook-a5-dots', goesBySpot: true })
  await rig.refresh('the order', ({ counts }) => counts.fresh === 1)
  const supplyId = (await rig.scan('VRSTK-NEW-SUPPLY')).batch?.id ?? ''
  await rig.stickered(1)
  const [row] = await rig.ordersOf(supplyId)
  await rig.pack(rig.thing(row?.id ?? 0))
  await rig.drained()
  await rig.scan('VRSTK-SUPPLY-DONE')
  await rig.when('delivery', ({ feedback }) => feedback.message.code === 'supplyDelivered')
  await until('the QR label', () => rig.printer.labels.length === 2)
  await until('its way', async () => (await spotOf(rig)) !== null)
  return { rig, supplyId }
}

async function spotOf(rig: StationRig) {
  return (await rig.call('supplies.list'))[0]?.spot ?? null
}

async function stands(rig: StationRig, kind: string): Promise<void> {
  await until(kind, async () => (await spotOf(rig))?.state.kind === kind)
}

function named(rig: StationRig) {
  return writesOf(rig.marketplace.control).filter(({ name }) => name.endsWith('/spot'))
}

const stickers = (rig: StationRig) => rig.printer.labels.slice(2)

test('a carrier is named, checked, and the sticker for the vehicle prints once; again with a reason, offline too', async () => {
  const { rig, supplyId } = await deliveredRig()
  await stands(rig, 'wanted')
  const countries = await until('the countries', async () => {
    const found = (await rig.call('spot.book')).countries
    return found.length > 0 ? found : null
  })
  expect(countries).toContainEqual({ code: '417', name: expect.any(String) })

  await rig.call('spot.nameCarrier', { supplyId, carrier: CARRIER })
  await stands(rig, 'pending')
  rig.passTime(3000)
  await stands(rig, 'completed')
  await until('the sticker', () => stickers(rig).length === 1)
  expect(new TextDecoder().decode(stickers(rig)[0])).toContain(':Z64:')

  // Nothing more comes out by itself: not by news, nor by a new start.
  await rig.stop()
  await rig.start()
  await rig.refresh('a round', () => true)
  expect((await spotOf(rig))?.sticker).toBe('here')
  await rig.network.cut()
  await rig.call('spot.reprint', { supplyId, reason: 'damaged' })
  await until('the second sticker', () => stickers(rig).length === 2)
  const jobs = await rig.call('jobs.list', { offset: 0, limit: 10 })
  const reasons = jobs.filter(({ source }) => source.kind === 'spotSticker').map(({ reason }) => reason)
  expect(new Set(reasons)).toEqual(new Set([null, 'damaged']))
  expect(reasons).toHaveLength(2)
  expect((await rig.call('spot.book')).carriers).toEqual([CARRIER])
  const { control } = rig.marketplace
  expect(named(rig)).toHaveLength(1)
  expect(control.requests().filter(({ path }) => path.includes('countries'))).toHaveLength(1)
  expect(overruns(control)).toEqual([])
  expect(rig.errors()).toEqual([])
})

test('a carrier that does not pass is named anew, and passes', async () => {
  const { rig, supplyId } = await deliveredRig()
  await rig.call('spot.nameCarrier', { supplyId, carrier: UNKNOWN })
  await stands(rig, 'pending')
  rig.passTime(3000)
  await stands(rig, 'failed')
  expect((await spotOf(rig))?.state).toEqual({ kind: 'failed', code: 'doppFailed' })
  expect(stickers(rig)).toEqual([])
  await rig.call('spot.nameCarrier', { supplyId, carrier: CARRIER })
  await stands(rig, 'pending')
  rig.passTime(3000)
  await until('the sticker', () => stickers(rig).length === 1)
  expect(named(rig)).toHaveLength(2)
  expect(rig.errors()).toEqual([])
})

test.for(['dropReplyAfterCommit', 'dropBeforeCommit', 'refuseWrites'] as const)(
  'a carrier that meets %s is told once',
  async fault => {
    const { rig, supplyId } = await deliveredRig()
    const { control } = rig.marketplace
    control.setFaults({ [fault]: 1 })
    await rig.call('spot.nameCarrier', { supplyId, carrier: CARRIER })
    await until(`${fault} is used up`, () => control.faults()[fault] === 0)
    await rig.call('queue.retry', { id: '' })
    await rig.drained()
    rig.passTime(3000)
    await stands(rig, 'completed')
    await until('the sticker', () => stickers(rig).length === 1)
    expect(named(rig).filter(({ isCommitted }) => isCommitted)).toHaveLength(1)
    expect(repeatedWrites(writesOf(control))).toEqual([])
  }
)

test('named without network it waits, the newest takes the older one’s place, and it goes out once', async () => {
  const { rig, supplyId } = await deliveredRig()
  await rig.network.cut()
  await rig.call('spot.nameCarrier', { supplyId, carrier: UNKNOWN })
  await rig.when('offline', ({ network }) => network.kind === 'offline')
  await rig.stop()
  await rig.start()
  expect((await spotOf(rig))?.state).toEqual({ kind: 'queued' })
  const vehicle = '01KG999XYZ'
  await rig.call('spot.nameCarrier', { supplyId, carrier: { ...CARRIER, vehicle } })
  await rig.network.mend()
  await rig.call('queue.retry', { id: '' })
  await rig.drained()
  rig.passTime(3000)
  await until('the sticker', () => stickers(rig).length === 1)
  expect(
    named(rig)
      .filter(({ isCommitted }) => isCommitted)
      .at(-1)?.body
  ).toMatchObject({
    vehicleRegistrationNumber: vehicle
  })
})
