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

test('an order that its buyer takes back just before its supply leaves holds it up, until its parcel is out', async () => {
  const rig = await startRig({ orders: 0, settings: { pollSeconds: 600 } })
  const { control } = rig.marketplace
  const [dead = 0, alive = 0] = control.addOrders(2, { article: 'notebook-a5-dots' })
  await rig.refresh('the orders', ({ counts }) => counts.fresh === 2)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(2)
  for (const id of [dead, alive]) await rig.pack(rig.thing(id))
  await rig.drained()
  control.cancelOrder(dead, 'canceled')
  await rig.scan('VRSTK-SUPPLY-DONE')
  await rig.when('the word of it', ({ feedback }) => feedback.message.code === 'orderCancelled')
  await rig.drained()
  const stuck = await rig.scan('VRSTK-ACKNOWLEDGE')
  expect(stuck.feedback).toMatchObject({ face: 'ask', message: { hitch: { kind: 'cancelled', orderIds: [dead] } } })
  expect(control.state().supplies).toMatchObject([{ done: false }])
  const asked = await rig.scan('VRSTK-YES')
  expect(asked.feedback.message).toMatchObject({ code: 'cancelledInside', orderIds: [dead] })
  await rig.scan('VRSTK-YES')
  await rig.drained()
  expect(control.state().supplies).toMatchObject([{ done: true, orderIds: [alive] }])
})

test('an order that died long after its label was asked about is told as soon as it is packed', async () => {
  const rig = await startRig({ orders: 0, settings: { pollSeconds: 600 } })
  const { control } = rig.marketplace
  const [id = 0] = control.addOrders(1, { article: 'notebook-a5-dots' })
  await rig.refresh('the order', ({ counts }) => counts.fresh === 1)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(1)
  await rig.scan(rig.thing(id).barcode)
  const { order } = await rig.when('the label', ({ feedback }) => feedback.message.code === 'scanStickerBack')
  // A new start has forgotten what was asked at the print moment.
  await rig.stop()
  await rig.start()
  await rig.when('the first round', ({ news }) => news.isKnown)
  await rig.drained()
  control.cancelOrder(id, 'canceled')
  await rig.scan(order?.sticker?.barcode ?? '')
  const told = await rig.when('the cancellation', ({ counts }) => counts.problems === 1)
  expect(told.feedback.message).toMatchObject({ code: 'orderCancelled', orderId: id })
})
