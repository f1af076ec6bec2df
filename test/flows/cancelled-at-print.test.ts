import { expect, test } from 'vitest'
import { labelText } from '../support/packer.ts'
import { startRig } from '../support/station-rig.ts'

test('an order that its buyer has just cancelled prints no sticker, and the packer is told at once', async () => {
  // Its next round of news is ten minutes away.
  const rig = await startRig({ orders: 0, settings: { pollSeconds: 600 } })
  const { control } = rig.marketplace
  const [dead = 0] = control.addOrders(1, { article: 'mug-enamel-350' })
  const [alive = 0] = control.addOrders(1, { article: 'notebook-a5-dots' })
  await rig.refresh('the orders', ({ counts }) => counts.fresh === 2)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(2)
  await rig.drained()
  expect(control.cancelOrder(dead, 'canceled')).toBe(true)
  await rig.scan(rig.thing(dead).barcode)
  const told = await rig.when('the cancellation', ({ feedback }) => feedback.message.code === 'orderCancelled')
  expect(told.feedback).toMatchObject({ face: 'refused', message: { orderId: dead } })
  expect(told.order).toBeNull()
  expect(await rig.pack(rig.thing(alive))).toBe(alive)
  const barcodes = control.state().orders.map(({ id, sticker }) => [id, sticker.barcode] as const)
  expect(rig.printer.labels.map(labelText)).toEqual([new Map(barcodes).get(alive)])
  expect(rig.errors()).toEqual([])
})
