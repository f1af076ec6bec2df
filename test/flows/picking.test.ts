import { expect, test } from 'vitest'
import { startPrinterSimulator } from '../support/printer-simulator.ts'
import { paperText, readEscpos } from '../support/escpos-reader.ts'
import { textsOn } from '../support/packer.ts'
import { startRig, zebraAt } from '../support/station-rig.ts'
import { until } from '../support/until.ts'

/** Mugs at A-10, lamps at A-2, a cable nobody has placed. */
async function rigWithPlaces() {
  const rig = await startRig({ orders: 0 })
  const { control } = rig.marketplace
  const mugs = control.addOrders(2, { article: 'mug-enamel-350' })
  control.addOrders(1, { article: 'cable-usbc-2m' })
  control.addOrders(1, { article: 'lamp-clip-01' })
  await rig.refresh('the orders', ({ counts }) => counts.fresh === 4)
  const begun = await rig.call('cards.beginOwn')
  const batch = begun.kind === 'open' ? begun.batch : ''
  const empty = { name: '', color: '', size: '', picture: '' }
  const cards = [
    { ...empty, code: 'mug-enamel-350', place: 'A-10' },
    { ...empty, code: 'lamp-clip-01', name: 'Лампа', place: 'A-2' }
  ]
  await rig.call('cards.keepOwn', { batch, cards })
  await rig.call('cards.ownIsWhole', { batch })
  const linesOf = async (scope: Parameters<typeof rig.call<'picking.list'>>[1]['scope']) =>
    (await rig.call('picking.list', { scope }))?.lines.map(({ article, count, card }) => [
      card?.place ?? '',
      article,
      count
    ])
  return { rig, mugs, linesOf }
}

const WHOLE = [
  ['A-2', 'lamp-clip-01', 1],
  ['A-10', 'mug-enamel-350', 2],
  ['', 'cable-usbc-2m', 1]
]

test('what is to be fetched stands by place; what lies on the table is not fetched again', async () => {
  const { rig, mugs, linesOf } = await rigWithPlaces()
  expect(await linesOf({ kind: 'fresh', scheme: 'fbs' })).toEqual(WHOLE)
  expect(await linesOf({ kind: 'fresh', scheme: 'dbs' })).toEqual([])
  const batchId = (await rig.scan('VRSTK-NEW-SUPPLY')).batch?.id ?? ''
  await rig.stickered(4)
  expect(await linesOf({ kind: 'batch', batchId })).toEqual(WHOLE)
  expect(await linesOf({ kind: 'claimed', scheme: 'fbs' })).toEqual(WHOLE)
  expect(await linesOf({ kind: 'fresh', scheme: 'fbs' })).toEqual([])
  await rig.scan(rig.thing(mugs[0] ?? 0).barcode)
  expect((await linesOf({ kind: 'batch', batchId }))?.[1]).toEqual(['A-10', 'mug-enamel-350', 1])
  expect(await rig.call('picking.list', { scope: { kind: 'batch', batchId: 'none' } })).toBeNull()
})

test('it prints on labels where no receipt printer is, on a receipt where one is, and nothing where nothing is to be fetched', async () => {
  const { rig } = await rigWithPlaces()
  const scope = { kind: 'fresh', scheme: 'fbs' } as const
  expect(await rig.call('picking.print', { scope })).toEqual({ labels: 1 })
  await until('the label', () => rig.printer.labels.length === 1)
  expect(textsOn(rig.printer.labels[0])).toEqual(
    expect.arrayContaining(['A-2', 'lamp-clip-01, RAL 9005', '1 шт.', 'A-10', 'mug-enamel-350, RAL 3017', '2 шт.'])
  )

  const receipts = await startPrinterSimulator({ answers: 'zebra', language: 'escpos', odometer: false, printMs: 5 })
  rig.onEnd(() => receipts.close())
  await rig.call('settings.set', {
    printers: [
      zebraAt(rig.printer.port),
      zebraAt(receipts.port, { id: '2', name: 'Receipts', language: 'escpos', paper: 58 })
    ]
  })
  await rig.when('both are ready', view => view.printers.every(({ state }) => state === 'ready'))
  expect(await rig.call('picking.print', { scope })).toEqual({ labels: 1 })
  await until('the receipt', () => receipts.labels.length === 1)
  const paper = paperText(readEscpos(receipts.labels[0] ?? new Uint8Array(), 384), 32)
  expect(paper).toContain('Лист подбора')
  expect(paper.indexOf('A-2')).toBeLessThan(paper.indexOf('A-10'))
  expect(paper.indexOf('A-10')).toBeLessThan(paper.indexOf('место не указано'))
  expect(paper).toContain('Лампа')
  expect(await rig.call('picking.print', { scope: { kind: 'fresh', scheme: 'dbs' } })).toEqual({ labels: 0 })
  expect(rig.errors()).toEqual([])
})

test('a wave goes by place, and its separators say what and where', async () => {
  const { rig } = await rigWithPlaces()
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(4)
  await rig.scan('VRSTK-WAVE')
  await rig.scan('VRSTK-YES')
  await until('seven labels', () => rig.printer.labels.length === 7)
  const separators = rig.printer.labels
    .map(label => textsOn(label))
    .filter(texts => texts.some(text => text.endsWith('шт.')))
  expect(separators.map(texts => texts.find(text => text.startsWith('A-')) ?? '')).toEqual(['A-2', 'A-10', ''])
  expect(separators[0]).toContain('Лампа')
})

test('what is waiting for a printer is stopped by a person anywhere; what is out stays on record', async () => {
  const { rig } = await rigWithPlaces()
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(4)
  rig.printer.setFault('paperOut')
  await rig.when('the fault', view => view.printers[0]?.fault === 'paperOut')
  await rig.scan('VRSTK-WAVE')
  await rig.scan('VRSTK-YES')
  expect(rig.view().printers[0]?.waiting).toBe(7)
  await rig.call('prints.stop')
  const stopped = await rig.when('nothing waits', view => view.printers[0]?.waiting === 0)
  expect(stopped.feedback.message).toEqual({ code: 'printingStopped', labels: 7 })
  rig.printer.setFault(null)
  // They may print once more.
  expect((await rig.scan('VRSTK-WAVE')).question).toMatchObject({ code: 'wholeWave', labels: 4 })
})

test('a list on many labels is one decision and one line of the log', async () => {
  const rig = await startRig({ orders: 0 })
  const articles = ['mug-enamel-350', 'cable-usbc-2m', 'lamp-clip-01', 'phone-nova-128', 'notebook-a5-dots']
  for (const article of articles) rig.marketplace.control.addOrders(1, { article })
  await rig.refresh('the orders', ({ counts }) => counts.fresh === articles.length)
  expect(await rig.call('picking.print', { scope: { kind: 'fresh', scheme: 'fbs' } })).toEqual({ labels: 2 })
  await until('both labels', () => rig.printer.labels.length === 2)
  const lines = (await rig.call('history.list', { offset: 0, limit: 50 })).filter(({ kind }) => kind === 'printOwn')
  expect(lines).toEqual([expect.objectContaining({ facts: expect.stringContaining('"labels":2') })])
})
