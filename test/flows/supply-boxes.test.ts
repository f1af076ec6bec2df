import { expect, test } from 'vitest'
import { startRig } from '../support/station-rig.ts'
import { until } from '../support/until.ts'

test.each(['none', 'dropReplyAfterCommit'] as const)(
  'boxes are added and deleted at the marketplace, once each; fault: %s',
  async fault => {
    const rig = await startRig({ orders: 0 })
    const orderIds = rig.marketplace.control.addOrders(5, { article: 'notebook-a5-dots', cargoType: 1 })
    await rig.refresh('the orders', ({ counts }) => counts.fresh === 5)
    await rig.call('orders.claim', { orderIds: [...orderIds], supply: { kind: 'new', name: 'Boxes' } })
    await rig.drained()
    const supplyId = rig.view().batch?.id ?? ''
    const boxes = () => rig.marketplace.control.state().supplies[0]?.boxes ?? []
    const here = async () => (await rig.call('supplies.boxes', { supplyId })).map(({ boxId }) => boxId)
    if (fault !== 'none') rig.marketplace.control.setFaults({ [fault]: 1 })
    await rig.call('supplies.addBoxes', { supplyId, amount: 2 })
    await until('two boxes', async () => (await here()).length === 2)
    expect(boxes()).toEqual(await here())
    // Half as many as orders: no third is asked for.
    await rig.call('supplies.addBoxes', { supplyId, amount: 1 })
    expect(rig.view().feedback.message).toEqual({ code: 'tooManyBoxes', maximum: 2 })

    const [first = '', second = ''] = await here()
    if (fault !== 'none') rig.marketplace.control.setFaults({ [fault]: 1 })
    await rig.call('supplies.deleteBox', { supplyId, boxId: first })
    await rig.drained()
    expect(boxes()).toEqual([second])
    expect(await here()).toEqual([second])
  }
)

test('a box that is deleted while an added one is not answered for is not taken for it', async () => {
  const rig = await startRig({ orders: 0 })
  const orderIds = rig.marketplace.control.addOrders(5, { article: 'notebook-a5-dots', cargoType: 1 })
  await rig.refresh('the orders', ({ counts }) => counts.fresh === 5)
  await rig.call('orders.claim', { orderIds: [...orderIds], supply: { kind: 'new', name: 'Boxes' } })
  await rig.drained()
  const supplyId = rig.view().batch?.id ?? ''
  const boxes = () => rig.marketplace.control.state().supplies[0]?.boxes ?? []
  const here = async () => (await rig.call('supplies.boxes', { supplyId })).map(({ boxId }) => boxId)
  await rig.call('supplies.addBoxes', { supplyId, amount: 1 })
  await until('a box', async () => (await here()).length === 1)
  const [first = ''] = await here()
  rig.marketplace.control.setFaults({ dropReplyAfterCommit: 1 })
  await Promise.all([
    rig.call('supplies.addBoxes', { supplyId, amount: 1 }),
    rig.call('supplies.deleteBox', { supplyId, boxId: first })
  ])
  await rig.drained()
  expect(boxes()).toHaveLength(1)
  expect(boxes()).not.toContain(first)
  expect(await here()).toEqual(boxes())
})
