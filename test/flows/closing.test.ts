import { expect, test } from 'vitest'
import { codeOf, labelText } from '../support/packer.ts'
import { startRig } from '../support/station-rig.ts'
import type { RigOptions, StationRig } from '../support/station-rig.ts'
import { until } from '../support/until.ts'
import { overruns, repeatedWrites, writesOf } from '../support/write-log.ts'

/** Longer than the practice marketplace takes to check a code. */
const CHECKED_MS = 5000

/** A supply of T-shirts, all of them packed unless told otherwise. */
async function packedSupply(count: number, options: RigOptions = {}, packed = count) {
  const rig = await startRig({ orders: 0, ...options })
  rig.marketplace.control.addOrders(count, { article: 'tshirt-basic-m-white' })
  await rig.refresh('the orders', ({ counts }) => counts.fresh === count)
  const supplyId = (await rig.scan('VRSTK-NEW-SUPPLY')).batch?.id ?? ''
  await rig.stickered(count)
  const rows = await rig.ordersOf(supplyId)
  for (const { id } of rows.slice(0, packed)) await rig.pack(rig.thing(id))
  await rig.drained()
  return { rig, supplyId, ids: rows.map(({ id }) => id) }
}

function supplyAt(rig: StationRig, name: string | undefined) {
  return rig.marketplace.control.state().supplies.find(supply => supply.name === name)
}

test('a closed supply is read back, delivered, and its QR label printed once', async () => {
  const { rig, supplyId, ids } = await packedSupply(3)
  expect(rig.view().feedback.message).toMatchObject({ code: 'packed' })
  const closing = await rig.scan('VRSTK-SUPPLY-DONE')
  expect(closing.feedback.message).toMatchObject({ code: 'supplyClosing' })
  // The codes are still being checked: nothing is delivered before their verdict.
  expect(writesOf(rig.marketplace.control).filter(({ name }) => name.endsWith('/deliver'))).toEqual([])
  rig.passTime(CHECKED_MS)
  const delivered = await rig.when('delivery', ({ feedback }) => feedback.message.code === 'supplyDelivered')
  expect(delivered.feedback.face).toBe('done')
  const remote = supplyAt(rig, closing.notes[0] === undefined ? '' : (await rig.call('supplies.list'))[0]?.name)
  expect(remote).toMatchObject({ done: true, orderIds: ids })
  await until('the QR label', () => rig.printer.labels.length === 4)
  expect(labelText(rig.printer.labels[3] ?? new Uint8Array())).toBe(remote?.id)
  const [supply] = await rig.call('supplies.list')
  expect(supply).toMatchObject({ id: supplyId, remoteId: remote?.id, state: 'delivered', total: 3, packed: 3 })

  await rig.stop()
  await rig.start()
  await rig.when('news', ({ network }) => network.kind === 'online')
  expect(rig.printer.labels).toHaveLength(4)
  expect(repeatedWrites(writesOf(rig.marketplace.control))).toEqual([])
  expect(overruns(rig.marketplace.control)).toEqual([])
  expect(rig.errors()).toEqual([])
})

test('unfinished orders are listed, and carried over into a new supply when the packer says so', async () => {
  const { rig, supplyId, ids } = await packedSupply(4, {}, 2)
  const asked = await rig.scan('VRSTK-SUPPLY-DONE')
  expect(asked.feedback).toMatchObject({ face: 'ask', message: { code: 'supplyUnfinished', orderIds: ids.slice(2) } })
  expect((await rig.scan('VRSTK-NO')).batch?.id).toBe(supplyId)
  await rig.scan('VRSTK-SUPPLY-DONE')
  await rig.scan('VRSTK-YES')
  rig.passTime(CHECKED_MS)
  await until('both supplies', () => {
    const held = rig.marketplace.control.state().supplies.map(({ done, orderIds }) => ({ done, orderIds }))
    return held.length === 2 && held[0]?.done === true ? held : null
  }).then(held =>
    expect(held).toEqual([
      { done: true, orderIds: ids.slice(0, 2) },
      { done: false, orderIds: ids.slice(2) }
    ])
  )
  await rig.drained()
  const next = (await rig.call('supplies.list')).find(({ state }) => state === 'open')
  expect(next).toMatchObject({ total: 2, packed: 0 })
  await rig.call('supplies.open', { supplyId: next?.id ?? '' })
  await rig.pack(rig.thing(ids[2] ?? 0))
  await rig.drained()
  expect(rig.marketplace.control.state().orders.find(({ id }) => id === ids[2])?.meta).toEqual({
    sgtin: [codeOf(rig.thing(ids[2] ?? 0), 'sgtin')]
  })
  expect(rig.errors()).toEqual([])
})

test.each(['seed', 'successor'] as const)(
  'a refused code puts its order on the problem shelf, the rest is delivered (%s edition)',
  async edition => {
    const { rig, ids } = await packedSupply(3, { marketplace: { edition }, edition })
    const [badId = 0] = ids
    rig.marketplace.control.planDecision(codeOf(rig.thing(badId), 'sgtin'), 'sgtinRetired')
    if (edition === 'seed') {
      // Its documents name no such check; a marketplace that makes it all the same refuses the delivery.
      const metaDetails = [{ key: 'sgtin', value: 'null', decision: 'sgtinRetired' }]
      const data = { orders: [{ id: badId, metaDetails }] }
      const body = { code: 'MetaValidationFail', message: '', data }
      rig.marketplace.control.planRefusal('/api/v3/supplies/{supplyId}/deliver', 409, body)
    }
    rig.passTime(CHECKED_MS)
    await rig.scan('VRSTK-SUPPLY-DONE')
    const shelved = await rig.when('the shelf', ({ counts }) => counts.problems === 1)
    // There the refused delivery asks how to go on.
    expect(shelved.feedback.face).toBe(edition === 'successor' ? 'refused' : 'ask')
    const page = await rig.call('orders.get', { orderId: badId })
    expect(page?.order.shelf?.why).toEqual({ kind: 'codeRefused', key: 'sgtin', decision: 'sgtinRetired' })
    if (edition === 'seed') {
      // There only the delivery itself tells: the supply is open again without the culprit's parcel.
      const open = (await rig.call('supplies.list')).find(({ state }) => state === 'open')
      await rig.call('supplies.close', { supplyId: open?.id ?? '' })
    }
    const first = await until('delivery', () => rig.marketplace.control.state().supplies.find(({ done }) => done))
    expect(first.orderIds).toEqual(ids.slice(1))
    await rig.drained()

    // Off the shelf the order asks for a code again: the refused one is gone from the order, here and there.
    const rest = (await rig.call('supplies.list')).find(({ state, total }) => state === 'open' && total === 1)
    await rig.call('supplies.open', { supplyId: rest?.id ?? '' })
    await rig.call('orders.unshelve', { orderId: badId })
    rig.marketplace.control.addOrders(1, { article: 'tshirt-basic-m-white' })
    const spare = rig.marketplace.control.things().at(-1)
    expect(await rig.pack({ ...rig.thing(badId), markingCode: spare?.markingCode ?? '' })).toBe(badId)
    rig.passTime(CHECKED_MS)
    await rig.drained()
    await rig.scan('VRSTK-SUPPLY-DONE')
    await until('the second delivery', () => rig.marketplace.control.state().supplies.every(({ done }) => done))
    const order = rig.marketplace.control.state().orders.find(({ id }) => id === badId)
    expect(order?.meta).toEqual({ sgtin: [spare?.markingCode] })
    expect(repeatedWrites(writesOf(rig.marketplace.control))).toEqual([])
    expect(rig.errors()).toEqual([])
  }
)

test('a verdict that turns while the supply is being closed: the delivery is refused, the order told apart by its own code', async () => {
  const { rig, supplyId, ids } = await packedSupply(2, {}, 1)
  const [turning = 0, late = 0] = ids
  rig.passTime(CHECKED_MS)
  await rig.pack(rig.thing(late))
  await rig.drained()
  await rig.scan('VRSTK-SUPPLY-DONE')
  const decisionOf = async (orderId: number) => (await rig.call('orders.get', { orderId }))?.codes[0]?.decision
  await until('the first verdict', async () => (await decisionOf(turning)) === 'sgtinIntroduced')
  // Settled here, and settled otherwise there before the second code is.
  rig.marketplace.control.setDecision(turning, 'sgtin', 'sgtinWithdrawn')
  rig.passTime(CHECKED_MS)
  await rig.when('the shelf', ({ counts }) => counts.problems === 1)
  const page = await rig.call('orders.get', { orderId: turning })
  expect(page?.order.shelf?.why).toEqual({ kind: 'codeRefused', key: 'sgtin', decision: 'sgtinWithdrawn' })
  expect(page?.codes).toMatchObject([{ key: 'sgtin', state: 'refused', decision: 'sgtinWithdrawn' }])
  expect((await rig.call('orders.get', { orderId: late }))?.order.life).toBe('packed')
  expect((await rig.call('supplies.list')).find(({ id }) => id === supplyId)?.state).toBe('open')
  expect(rig.errors()).toEqual([])
})

test('an expiry date that the marketplace does not see: the lead may try, and a refusal names it', async () => {
  const rig = await startRig({ orders: 0 })
  const [orderId = 0] = rig.marketplace.control.addOrders(1, { article: 'tea-ivan-100' })
  await rig.refresh('the order', ({ counts }) => counts.fresh === 1)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(1)
  await rig.pack(rig.thing(orderId))
  await rig.drained()
  rig.marketplace.control.setDecision(orderId, 'expiration', 'required')
  rig.passTime(CHECKED_MS)
  await rig.scan('VRSTK-SUPPLY-DONE')
  const asked = await rig.when('the question', ({ feedback }) => feedback.face === 'ask')
  expect(asked.feedback.message).toMatchObject({ code: 'codesWarned', orderIds: [orderId], keys: ['expiration'] })
  await rig.scan('VRSTK-YES')
  await rig.when('the shelf', ({ counts }) => counts.problems === 1)
  const page = await rig.call('orders.get', { orderId })
  expect(page?.order.shelf?.why).toEqual({ kind: 'codeRefused', key: 'expiration', decision: 'required' })
  expect(rig.errors()).toEqual([])
})
