import { expect, test } from 'vitest'
import { labelText } from '../support/packer.ts'
import { startPrinterSimulator } from '../support/printer-simulator.ts'
import { startRig, zebraAt } from '../support/station-rig.ts'
import type { StationRig } from '../support/station-rig.ts'
import { until } from '../support/until.ts'

/** A supply of mugs with all stickers here; nothing packed. */
async function mugs(count: number) {
  const rig = await startRig({ orders: 0 })
  const ids = rig.marketplace.control.addOrders(count, { article: 'mug-enamel-350' })
  await rig.refresh('the orders', ({ counts }) => counts.fresh === count)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(count)
  await rig.drained()
  return { rig, ids }
}

function stickerOf(rig: StationRig, orderId: number | undefined): string {
  return rig.marketplace.control.state().orders.find(({ id }) => id === orderId)?.sticker.barcode ?? ''
}

function printed(rig: StationRig): readonly (string | null)[] {
  return rig.printer.labels.map(labelText)
}

async function jobStates(rig: StationRig): Promise<readonly string[]> {
  return (await rig.call('jobs.list', { offset: 0, limit: 20 })).map(({ state }) => state.kind).toReversed()
}

test('without paper the label waits and says why; with paper it comes out by itself, once', async () => {
  const { rig, ids } = await mugs(1)
  const [id = 0] = ids
  rig.printer.setFault('paperOut')
  await rig.scan(rig.thing(id).barcode)
  const waiting = await rig.when('the fault', ({ feedback }) => feedback.message.code === 'waitPrinter')
  expect(waiting.feedback).toMatchObject({ face: 'refused', message: { code: 'waitPrinter', fault: 'paperOut' } })
  expect(waiting.printers).toMatchObject([{ name: 'Zebra', state: 'fault', fault: 'paperOut', waiting: 1 }])
  expect(printed(rig)).toEqual([])
  rig.printer.setFault(null)
  expect(await rig.pack(rig.thing(id))).toBe(id)
  expect(printed(rig)).toEqual([stickerOf(rig, id)])
  expect(await jobStates(rig)).toEqual(['confirmed'])
})

test('the packer of the next item hears of the missing paper too, though an order set aside is before it', async () => {
  const { rig, ids } = await mugs(2)
  const [first = 0, second = 0] = ids
  rig.printer.setFault('paperOut')
  await rig.scan(rig.thing(first).barcode)
  await rig.when('the fault', ({ feedback }) => feedback.message.code === 'waitPrinter')
  expect((await rig.scan('VRSTK-SKIP')).feedback.message).toMatchObject({ code: 'skipped', orderId: first })
  await rig.scan(rig.thing(second).barcode)
  const told = await rig.when('the fault again', ({ feedback }) => feedback.message.code === 'waitPrinter')
  expect(told.order?.id).toBe(second)
})

test('a link lost in the middle of a label asks; "yes" goes on without a second label', async () => {
  const { rig, ids } = await mugs(1)
  const [id = 0] = ids
  rig.printer.dropNext('label', true)
  await rig.scan(rig.thing(id).barcode)
  const asked = await rig.when('the question', ({ feedback }) => feedback.face === 'ask')
  expect(asked.feedback.message).toMatchObject({ code: 'labelInHand', orderId: id, doubt: 'linkLost' })
  expect(asked.answers.map(({ code }) => code)).toEqual(['yes', 'no'])
  expect((await rig.scan('VRSTK-YES')).feedback.message).toMatchObject({ code: 'scanStickerBack' })
  expect(await rig.pack(rig.thing(id))).toBe(id)
  expect(printed(rig)).toEqual([stickerOf(rig, id)])
  expect(rig.errors()).toEqual([])
})

test('a label that is not in the hand prints again, and both tries are on record', async () => {
  const { rig, ids } = await mugs(1)
  const [id = 0] = ids
  rig.printer.dropNext('label', false)
  await rig.scan(rig.thing(id).barcode)
  await rig.when('the question', ({ feedback }) => feedback.face === 'ask')
  // Nothing else is taken while the question stands.
  const insisting = await rig.scan(rig.thing(id).barcode)
  expect(insisting.feedback.message).toEqual({ code: 'answerFirst' })
  expect(insisting.question).toMatchObject({ code: 'labelInHand', orderId: id })
  await rig.scan('VRSTK-NO')
  expect(await rig.pack(rig.thing(id))).toBe(id)
  expect(printed(rig)).toEqual([stickerOf(rig, id)])
  const jobs = await rig.call('jobs.list', { offset: 0, limit: 5 })
  expect(jobs.map(({ state, reason }) => [state.kind, reason])).toEqual([
    ['confirmed', 'notPrinted'],
    ['failed', null]
  ])
})

test('scanning the label itself settles the question, on the table and off it', async () => {
  const { rig, ids } = await mugs(1)
  const [first] = ids
  rig.printer.dropNext('label', true)
  await rig.scan(rig.thing(first ?? 0).barcode)
  await rig.when('the question', ({ feedback }) => feedback.face === 'ask')
  await until('the label', () => printed(rig).length === 1)
  const packed = await rig.scan(stickerOf(rig, first))
  expect(packed.feedback.message).toMatchObject({ code: 'packed', orderId: first })

  // On an empty table the question is about a label of a wave: here the second one, behind the separator.
  await rig.when('the printer is back', ({ printers: [printer] }) => printer?.state === 'ready')
  const [noted = 0] = rig.marketplace.control.addOrders(1, { article: 'notebook-a5-dots' })
  await rig.refresh('one more', ({ counts }) => counts.fresh === 1)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(2)
  await rig.scan('VRSTK-WAVE')
  await rig.scan('VRSTK-YES')
  await until('the separator', () => printed(rig).length === 2)
  rig.printer.dropNext('label', true)
  const asked = await rig.when('the question', ({ feedback }) => feedback.face === 'ask')
  expect(asked.feedback.message).toMatchObject({ code: 'labelInHand', orderId: noted })
  expect((await rig.scan(stickerOf(rig, noted))).feedback.message).toEqual({ code: 'settled', orderId: noted })
  expect(printed(rig)).toEqual([stickerOf(rig, first), null, stickerOf(rig, noted)])
})

test("a label swallowed without a word is noticed by the printer's own count", async () => {
  const { rig, ids } = await mugs(1)
  const [id = 0] = ids
  rig.printer.swallowNext()
  await rig.scan(rig.thing(id).barcode)
  const asked = await rig.when('the question', ({ feedback }) => feedback.face === 'ask')
  expect(asked.feedback.message).toMatchObject({ code: 'labelInHand', doubt: 'countDiffers' })
  await rig.scan('VRSTK-NO')
  expect(await rig.pack(rig.thing(id))).toBe(id)
  expect(printed(rig)).toEqual([stickerOf(rig, id)])
})

test("a reprint is asked for with a reason, by barcode and from the order's page", async () => {
  const { rig, ids } = await mugs(1)
  const [id = 0] = ids
  await rig.pack(rig.thing(id))
  expect((await rig.scan('VRSTK-REPRINT')).feedback.message).toEqual({ code: 'whyReprint', orderId: id })
  await rig.scan('VRSTK-R-DAMAGED')
  await until('the second label', () => printed(rig).length === 2)
  await until('it is proven', async () => (await jobStates(rig)).every(state => state === 'confirmed'))
  await rig.call('orders.reprint', { orderId: id, reason: 'lost' })
  await until('the third label', () => printed(rig).length === 3)
  expect(new Set(printed(rig))).toEqual(new Set([stickerOf(rig, id)]))
  const jobs = await rig.call('jobs.list', { offset: 0, limit: 5 })
  expect(jobs.map(({ reason }) => reason)).toEqual(['lost', 'damaged', null])
})

test('another printer takes over what the first one could not print', async () => {
  const { rig, ids } = await mugs(1)
  const [id = 0] = ids
  const other = await startPrinterSimulator({ answers: 'silent', odometer: false, printMs: 5 })
  rig.onEnd(() => other.close())
  rig.printer.setFault('headOpen')
  await rig.scan(rig.thing(id).barcode)
  await rig.when('the fault', ({ feedback }) => feedback.message.code === 'waitPrinter')
  await rig.call('settings.set', { printers: [zebraAt(other.port)] })
  // It never says what became of a label, so the packer is asked.
  const asked = await rig.when('the question', ({ feedback }) => feedback.face === 'ask')
  expect(asked.feedback.message).toMatchObject({ code: 'labelInHand', doubt: 'oneWayLink' })
  await until('the label', () => other.labels.length === 1)
  expect(other.labels.map(labelText)).toEqual([stickerOf(rig, id)])
  await rig.scan(stickerOf(rig, id))
  expect(rig.view().feedback.message).toMatchObject({ code: 'packed', orderId: id })
  rig.printer.setFault(null)
  expect(printed(rig)).toEqual([])

  await rig.call('settings.set', { printers: [] })
  expect(rig.view().printers).toEqual([])
})
