import { expect, test } from 'vitest'
import { moscowDay } from '../../shared/domain/orders/moscow-day.ts'
import { codeOf, labelText } from '../support/packer.ts'
import { startRig } from '../support/station-rig.ts'
import type { StationRig } from '../support/station-rig.ts'
import { until } from '../support/until.ts'
import { overruns, repeatedWrites, writesOf } from '../support/write-log.ts'

const FAULTS = ['dropReplyAfterCommit', 'dropBeforeCommit', 'refuseWrites'] as const
const EDITIONS = ['seed', 'successor'] as const
const cases = EDITIONS.flatMap(edition => FAULTS.map(fault => ({ edition, fault })))

/** Waits until the fault was met and nothing is left to send; looks for the network at once, not after a pause. */
async function settled(rig: StationRig, fault: (typeof FAULTS)[number]): Promise<void> {
  await until(`${fault} is used up`, () => rig.marketplace.control.faults()[fault] === 0)
  await rig.call('queue.retry', { id: '' })
  await rig.drained()
}

test.concurrent.for(cases)(
  'P3: $fault at each kind of write leaves it done exactly once ($edition edition)',
  async ({ edition, fault }, { expect, onTestFinished }) => {
    const rig = await startRig({ orders: 0, marketplace: { edition }, edition, onTestFinished })
    const { control } = rig.marketplace
    control.addOrders(2, { article: 'tshirt-basic-m-white' })
    await rig.refresh('the orders', ({ counts }) => counts.fresh === 2)

    // The supply's creation, then the orders into it.
    control.setFaults({ [fault]: 1 })
    const supplyId = (await rig.scan('VRSTK-NEW-SUPPLY')).batch?.id ?? ''
    await settled(rig, fault)
    expect(control.state().supplies).toHaveLength(1)
    control.addOrders(1, { article: 'tshirt-basic-m-white' })
    await rig.refresh('one more order', ({ counts }) => counts.fresh === 1)
    const late = control.things().at(-1)?.orderId ?? 0
    control.setFaults({ [fault]: 1 })
    await rig.call('orders.claim', { orderIds: [late], supply: { kind: 'existing', supplyId } })
    await settled(rig, fault)
    expect(control.state().supplies[0]?.orderIds).toHaveLength(3)
    await rig.stickered(3)

    // A code set, taken off, and another one set.
    const rows = await rig.ordersOf(supplyId)
    const [first = 0, ...others] = rows.map(({ id }) => id)
    const held = () => control.state().orders.find(({ id }) => id === first)?.meta['sgtin'] ?? null
    control.setFaults({ [fault]: 1 })
    expect(await rig.pack(rig.thing(first))).toBe(first)
    await settled(rig, fault)
    expect(held()).toEqual([codeOf(rig.thing(first), 'sgtin')])
    control.setFaults({ [fault]: 1 })
    await rig.call('orders.deleteCode', { orderId: first, key: 'sgtin' })
    await settled(rig, fault)
    expect(held()).toBeNull()
    for (const id of [first, ...others]) await rig.pack(rig.thing(id))
    await rig.drained()
    expect(held()).toEqual([codeOf(rig.thing(first), 'sgtin')])

    const spoiled = writesOf(control).filter(({ status }) => status === 0 || status >= 500)
    expect(spoiled.map(({ name }) => name.split(' ')[0])).toEqual(['POST', 'PATCH', 'PUT', 'DELETE'])
    expect(repeatedWrites(writesOf(control))).toEqual([])
    expect(overruns(control)).toEqual([])
    expect(rig.errors()).toEqual([])
  }
)

test.for(FAULTS)('a delivery that meets %s is carried out once, and its QR label printed once', async fault => {
  const rig = await startRig({ orders: 0 })
  const { control } = rig.marketplace
  control.addOrders(1, { article: 'notebook-a5-dots' })
  await rig.refresh('the order', ({ counts }) => counts.fresh === 1)
  const supplyId = (await rig.scan('VRSTK-NEW-SUPPLY')).batch?.id ?? ''
  await rig.stickered(1)
  const [row] = await rig.ordersOf(supplyId)
  await rig.pack(rig.thing(row?.id ?? 0))
  await rig.drained()
  rig.marketplace.control.setFaults({ [fault]: 1 })
  await rig.scan('VRSTK-SUPPLY-DONE')
  await until('the fault is met', () => control.faults()[fault] === 0)
  await rig.call('queue.retry', { id: '' })
  await rig.when('delivery', ({ feedback }) => feedback.message.code === 'supplyDelivered')
  const deliveries = writesOf(control).filter(({ name }) => name.endsWith('/deliver'))
  expect(deliveries).toHaveLength(fault === 'dropReplyAfterCommit' ? 1 : 2)
  expect(deliveries.filter(({ isCommitted }) => isCommitted)).toHaveLength(1)
  await until('the QR label', () => rig.printer.labels.length === 2)
})

test.for(FAULTS)('a shipping method and a box that meet %s are told once', async fault => {
  const rig = await startRig({ orders: 0, marketplace: { seller: 'russian' } })
  const { control } = rig.marketplace
  control.addOrders(2, { article: 'notebook-a5-dots' })
  await rig.refresh('the orders', ({ counts }) => counts.fresh === 2)
  const supplyId = (await rig.scan('VRSTK-NEW-SUPPLY')).batch?.id ?? ''
  await rig.scan('VRSTK-NO')
  await rig.stickered(2)
  for (const { id } of await rig.ordersOf(supplyId)) await rig.pack(rig.thing(id))
  await rig.drained()
  const search = { city: 'Москва', cargoType: 1, text: 'склад москва 1' }
  const found = await until('points', async () => {
    const { state, points } = await rig.call('shipping.points', search)
    return state === 'here' ? points : null
  })
  const point = found.find(({ fulfilment }) => fulfilment)
  control.setFaults({ [fault]: 1 })
  const day = moscowDay(Date.now())
  const where = { city: 'Москва', pointId: point?.id ?? 0, type: 'selfShipping' } as const
  await rig.call('shipping.choose', { supplyId, ...where, day })
  await settled(rig, fault)
  expect(control.state().supplies[0]?.shipping).toMatchObject({ pointId: point?.id })
  expect((await rig.scan('VRSTK-SUPPLY-DONE')).feedback.message).toMatchObject({ code: 'addBox' })
  control.setFaults({ [fault]: 1 })
  await rig.scan('VRSTK-YES')
  await settled(rig, fault)
  await rig.when('delivery', ({ feedback }) => feedback.message.code === 'supplyDelivered')
  expect(control.state().supplies).toMatchObject([{ done: true, boxes: [expect.any(String)] }])
  expect(repeatedWrites(writesOf(control))).toEqual([])
  await until('the label of the box', () => {
    const [boxId] = control.state().supplies[0]?.boxes ?? []
    return rig.printer.labels.map(labelText).includes(boxId ?? '')
  })
})
