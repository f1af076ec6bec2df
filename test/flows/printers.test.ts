import { expect, test } from 'vitest'
import type { PrinterSetting } from '../../shared/domain/printing/printers.ts'
import { decodePng } from '../support/decode.ts'
import { labelText, nextMove, textsOn } from '../support/packer.ts'
import { startPrinterSimulator, type PrinterSimulator } from '../support/printer-simulator.ts'
import { paperText, readEscpos } from '../support/escpos-reader.ts'
import { startRig, zebraAt, type StationRig } from '../support/station-rig.ts'
import { until } from '../support/until.ts'

/** A supply of mugs with all stickers here, and a second printer beside the rig's own. */
async function twoPrinters(orders: number, second: Partial<PrinterSetting> = {}) {
  const rig = await startRig({ orders: 0 })
  const other = await startPrinterSimulator({ answers: 'zebra', odometer: true, printMs: 5 })
  rig.onEnd(() => other.close())
  const printers = [zebraAt(rig.printer.port), zebraAt(other.port, { id: '2', name: 'Side', ...second })]
  await rig.call('settings.set', { printers })
  await rig.when('both are ready', view => view.printers.every(({ state }) => state === 'ready'))
  const ids = rig.marketplace.control.addOrders(orders, { article: 'mug-enamel-350' })
  await rig.refresh('the orders', ({ counts }) => counts.fresh === orders)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(orders)
  await rig.drained()
  return { rig, other, ids }
}

function codesOn({ labels }: PrinterSimulator): readonly (string | null)[] {
  return labels.map(labelText)
}

function stickersOf(rig: StationRig, ids: readonly number[]): readonly string[] {
  const { orders } = rig.marketplace.control.state()
  return ids.flatMap(id => orders.find(order => order.id === id)?.sticker.barcode ?? [])
}

test('each kind of label goes to its printer; each printer keeps the order', async () => {
  const { rig, other, ids } = await twoPrinters(4)
  await rig.call('settings.set', { routes: { separator: { printerId: '2' }, badge: { printerId: '2' } } })
  await rig.call('packers.save', { id: 'A1', name: 'Anna' })
  await rig.scan('VRSTK-P-A1')
  await rig.call('packers.printBadge', { id: 'A1' })
  await rig.scan('VRSTK-WAVE')
  await rig.scan('VRSTK-YES')
  await until('all labels', () => rig.printer.labels.length === 4 && other.labels.length === 2)
  expect(labelText(other.labels[0] ?? new Uint8Array())).toBe('VRSTK-P-A1')
  expect(textsOn(other.labels[1])).toContain('4 шт.')
  await until('all are on record', async () =>
    (await rig.call('jobs.list', { offset: 0, limit: 10 })).every(({ state }) => state.kind === 'confirmed')
  )
  const jobs = (await rig.call('jobs.list', { offset: 0, limit: 10 })).toReversed()
  expect(jobs.map(({ printedOn }) => printedOn)).toEqual(['Side', 'Side', 'Zebra', 'Zebra', 'Zebra', 'Zebra'])
  const wanted = jobs.flatMap(({ source }) => (source.kind === 'sticker' ? [source.orderId] : []))
  expect(wanted.toSorted()).toEqual(ids.toSorted())
  expect(codesOn(rig.printer)).toEqual(stickersOf(rig, wanted))
})

test('the stand-in prints when its printer has been unable for ten seconds, and not a label twice', async () => {
  const { rig, other, ids } = await twoPrinters(2)
  await rig.call('settings.set', { routes: { sticker: { printerId: '1', fallbackId: '2' } } })
  rig.printer.setFault('headOpen')
  await rig.when('the fault', view => view.printers[0]?.fault === 'headOpen')
  const from = performance.now()
  const [first = 0] = ids
  await rig.scan(rig.thing(first).barcode)
  const told = await rig.when('the packer hears why', ({ feedback }) => feedback.message.code === 'waitPrinter')
  expect(told.printers[0]).toMatchObject({ waiting: 1 })
  await until('the label', () => other.labels.length === 1)
  expect(performance.now() - from).toBeGreaterThan(9000)
  expect(codesOn(other)).toEqual(stickersOf(rig, [first]))
  rig.printer.setFault(null)
  await rig.when('it can print again', view => view.printers[0]?.state === 'ready')
  expect((await rig.scan(codesOn(other)[0] ?? '')).feedback.message).toMatchObject({ code: 'packed', orderId: first })
  expect([rig.printer.labels.length, other.labels.length]).toEqual([0, 1])
  expect(await rig.pack(rig.thing(ids[1] ?? 0))).toBe(ids[1])
  expect([rig.printer.labels.length, other.labels.length]).toEqual([1, 1])
})

test('a printer without paper holds up nobody else', async () => {
  const { rig, other, ids } = await twoPrinters(1)
  await rig.call('settings.set', { routes: { commands: { printerId: '2' } } })
  other.setFault('paperOut')
  await rig.call('commandSheet.print')
  await rig.when(
    'its labels wait',
    view => (view.printers[1]?.waiting ?? 0) > 0 && view.printers[1]?.fault === 'paperOut'
  )
  expect(await rig.pack(rig.thing(ids[0] ?? 0))).toBe(ids[0])
  expect(rig.printer.labels).toHaveLength(1)
  expect(rig.view().printers[0]).toMatchObject({ state: 'ready', waiting: 0 })
})

test('a change to one printer leaves the label alone that another one is printing', async () => {
  const { rig, other, ids } = await twoPrinters(1)
  const [, side] = rig.view().settings.printers
  if (side === undefined) throw new Error('no second printer')
  rig.printer.setSilent(false)
  await rig.scan(rig.thing(ids[0] ?? 0).barcode)
  await rig.call('settings.set', { printers: [zebraAt(rig.printer.port), { ...side, darkness: 12 }] })
  expect(await rig.pack(rig.thing(ids[0] ?? 0))).toBe(ids[0])
  const jobs = await rig.call('jobs.list', { offset: 0, limit: 5 })
  expect(jobs.map(({ state }) => state.kind)).toEqual(['confirmed'])
  expect(other.labels).toEqual([])
})

test('a label that could not print in its time does not come out in the evening; its item prints it anew', async () => {
  const rig = await startRig({ orders: 0 })
  const ids = rig.marketplace.control.addOrders(1, { article: 'mug-enamel-350' })
  await rig.refresh('the order', ({ counts }) => counts.fresh === 1)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(1)
  rig.printer.setFault('paperOut')
  await rig.when('no paper', view => view.printers[0]?.fault === 'paperOut')
  await rig.scan('VRSTK-WAVE')
  await rig.scan('VRSTK-YES')
  await rig.when('they wait', view => view.printers[0]?.waiting === 2)
  await rig.stop()
  rig.skipTime(3 * 60 * 60 * 1000)
  await rig.start()
  rig.printer.setFault(null)
  await rig.when('nothing waits', view => view.printers[0]?.state === 'ready' && view.printers[0].waiting === 0)
  const expired = await rig.call('jobs.list', { offset: 0, limit: 5 })
  expect(expired.map(({ state }) => state)).toMatchObject([
    { kind: 'failed', why: 'expired' },
    { kind: 'failed', why: 'expired' }
  ])
  expect(rig.printer.labels).toEqual([])
  expect(await rig.pack(rig.thing(ids[0] ?? 0))).toBe(ids[0])
  expect(codesOn(rig.printer)).toEqual(stickersOf(rig, ids))
})

test("a finer print head gets the marketplace's picture, dot by dot, and stickers that are here are fetched again for it", async () => {
  const { rig, other, ids } = await twoPrinters(2, { dpi: 300 })
  const asked = () => rig.marketplace.control.requests().filter(({ path }) => path.includes('type=png')).length
  expect(asked()).toBe(0)
  await rig.call('settings.set', { routes: { sticker: { printerId: '2' } } })
  await until('pictures', () => asked() > 0)
  const [first = 0] = ids
  await until('the label', async () => {
    const move = nextMove(rig.view(), rig.thing(first))
    if (move.kind === 'scan') await rig.scan(move.text)
    return other.labels.length > 0
  })
  const sticker = stickersOf(rig, [first])[0] ?? ''
  expect((await rig.scan(sticker)).feedback.message).toMatchObject({ code: 'packed', orderId: first })
  const png = await rig.call('label.preview', { orderId: first })
  expect(await decodePng(Buffer.from(png ?? '', 'base64'))).toEqual(stickersOf(rig, [first]))
  const zpl = Buffer.from(other.labels[0] ?? []).toString('latin1')
  expect(zpl).toContain('^PW696^LL480')
  expect(zpl).toContain(':Z64:')
})

test('what a person asks for is filled in and printed: supply sheet, box labels, shelf label', async () => {
  const { rig, ids } = await twoPrinters(2)
  const supplyId = rig.view().batch?.id ?? ''
  await rig.call('labels.print', { kind: 'supplySheet', supplyId })
  await rig.call('labels.print', { kind: 'boxes', supplyId, boxes: 2 })
  await rig.scan(rig.thing(ids[0] ?? 0).barcode)
  await until('the sticker', () => rig.printer.labels.length === 4)
  await rig.scan('VRSTK-PROBLEM')
  await rig.scan('VRSTK-S-DAMAGED')
  await rig.call('labels.print', { kind: 'shelf', orderId: ids[0] ?? 0 })
  await until('the shelf label', () => rig.printer.labels.length === 5)
  expect(textsOn(rig.printer.labels[0])).toEqual(expect.arrayContaining(['mug-enamel-350, RAL 3017']))
  expect(textsOn(rig.printer.labels[4])).toContain('Брак')
  // Nothing is asked about: nobody scans them back.
  expect(rig.view().feedback.face).not.toBe('ask')
})

test('without a receipt printer a packing slip says so', async () => {
  const { rig, ids } = await twoPrinters(1)
  await rig.call('labels.print', { kind: 'packingSlip', orderId: ids[0] ?? 0 })
  const [job] = await rig.call('jobs.list', { offset: 0, limit: 1 })
  expect(job?.state).toMatchObject({ kind: 'failed', why: 'noReceiptPrinter' })
  expect(rig.view().feedback).toMatchObject({
    face: 'refused',
    message: { code: 'printFailed', why: 'noReceiptPrinter' }
  })
})

test('a receipt printer prints the packing slip with what the buyer wrote, and the journal keeps nothing of it', async () => {
  const { rig, ids } = await twoPrinters(1)
  const paper = await startPrinterSimulator({ answers: 'zebra', language: 'escpos', odometer: false, printMs: 5 })
  rig.onEnd(() => paper.close())
  const { printers } = rig.view().settings
  const receipts = zebraAt(paper.port, { id: '3', name: 'Receipts', language: 'escpos', paper: 58 })
  await rig.call('settings.set', { printers: [...printers, receipts] })
  await rig.when('it is ready', view => view.printers[2]?.state === 'ready')
  const [id = 0] = ids
  await rig.call('labels.print', { kind: 'packingSlip', orderId: id })
  await rig.call('devices.printTest', { printerId: '3', label: 'receipt' })
  await until('both', () => paper.labels.length === 2)
  const [slip = '', pickup = ''] = paper.labels.map(bytes => paperText(readEscpos(bytes, 384), 32))
  expect(slip).toContain('Упаковочный лист')
  expect(slip).toContain('mug-enamel-350')
  expect(pickup).toContain('Выдача заказа')
  expect(pickup).toContain('1 248 руб.')
  await until('both are on record', async () =>
    (await rig.call('jobs.list', { offset: 0, limit: 2 })).every(({ state }) => state.kind === 'sent')
  )
  const jobs = await rig.call('jobs.list', { offset: 0, limit: 2 })
  expect(jobs.map(({ source }) => source)).toMatchObject([
    { kind: 'pickupReceipt' },
    { kind: 'packingSlip', orderId: id }
  ])
  expect(rig.view().feedback.face).not.toBe('ask')
  expect([rig.printer.labels.length, rig.errors().length]).toEqual([0, 0])
})
