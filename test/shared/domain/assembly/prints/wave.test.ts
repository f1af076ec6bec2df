import { expect, test } from 'vitest'
import { MUG, newDesk, order, packedOrder, SCARF, SUPPLY } from '../support.ts'
import type { Desk } from '../support.ts'

test('a wave is sorted by article, a separator before each, and prints what was not printed', () => {
  const desk = newDesk({
    orders: [
      order(1, { article: 'vase' }),
      order(2, { article: 'cup', colorCode: 'white' }),
      order(3, { article: 'cup', colorCode: 'blue' }),
      order(4, { article: 'cup', colorCode: 'blue' }),
      order(5, { article: 'cup' }, { sticker: null }),
      order(6, { article: 'cup' }, { label: 'printed' }),
      order(7, { article: 'cup' }, { life: 'cancelled' }),
      packedOrder(8, { article: 'cup' })
    ]
  })
  desk.act({ kind: 'printWave', supplyId: SUPPLY })
  expect(desk.message).toEqual({ code: 'wholeWave', labels: 4, separators: 3, missing: 1 })
  expect(desk.prints).toEqual([])
  desk.command('yes')
  const labels = desk.prints.map(({ source, reason }) => {
    expect(reason).toBeNull()
    if (source.kind === 'sticker') return source.orderId
    return (
      source.kind === 'own' &&
      source.label.kind === 'separator' &&
      `${source.label.article} ${source.label.colorCode} ${source.label.count}`
    )
  })
  expect(labels).toEqual(['cup blue 2', 3, 4, 'cup white 1', 2, 'vase RAL 3017 1', 1])
  expect(desk.message).toEqual({ code: 'wavePrinting', labels: 4, missing: 1 })
  expect(desk.prints.map(job => job.seq)).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test('each size has a separator of its own, which names the size and where it lies', () => {
  const desk = newDesk({
    orders: [order(1, { chrtId: 11 }), order(2, { chrtId: 12 }), order(3, { chrtId: 11 })],
    words: { 11: { name: 'Cup', size: 'S', place: 'B-7' }, 12: { size: 'M', place: 'A-1' } }
  })
  printWave(desk)
  const labels = desk.prints.map(({ source }) => {
    if (source.kind === 'sticker') return source.orderId
    return source.kind === 'own' && source.label.kind === 'separator'
      ? [source.label.name, source.label.place, source.label.count]
      : source.kind
  })
  expect(labels).toEqual([['M', 'A-1', 1], 2, ['Cup, S', 'B-7', 2], 1, 3])
})

test('papers for people are stopped as labels are; what a supply wants once comes out, and that is said', () => {
  const desk = newDesk({ orders: [order(1)] })
  const receipt = { kind: 'pickList', title: '', lines: [], at: 0 } as const
  const papers = [
    { kind: 'pickList', receipt },
    { kind: 'routeSheet', orderIds: [1] },
    { kind: 'packingSlip', orderId: 1 }
  ] as const
  desk.act({ kind: 'printOwn', sources: [...papers, { kind: 'supplyQr', supplyId: SUPPLY }] })
  desk.act({ kind: 'stopPrints' })
  expect(desk.message).toEqual({ code: 'printingStopped', labels: 3 })
  expect([...desk.bench.jobs.values()].map(({ state }) => state.kind)).toEqual([
    'failed',
    'failed',
    'failed',
    'intended'
  ])
  desk.act({ kind: 'stopPrints' })
  expect(desk.message).toEqual({ code: 'printingStopped', labels: 0 })
})

test('a second wave prints only what has come since, and an order of the wave does not print again', () => {
  const desk = newDesk({ orders: [order(1), order(2, {}, { sticker: null })] })
  printWave(desk)
  desk.command('wave')
  expect(desk.message).toEqual({ code: 'waveEmpty', missing: 1, printing: 1, printed: 0, failed: 0 })
  expect(desk.bench.feedback.face).toBe('refused')
  desk.stickersCome(2)
  printWave(desk)
  desk.printAll()
  desk.scan(MUG)
  expect(desk.said).toBe('goOn scanStickerBack')
  const stickers = desk.prints.filter(job => job.source.kind === 'sticker')
  expect(stickers).toHaveLength(2)
  desk.command('wave')
  expect(desk.message).toEqual({ code: 'waveEmpty', missing: 0, printing: 0, printed: 2, failed: 0 })
})

test('"no" to a wave prints nothing', () => {
  const desk = newDesk({ orders: [order(1)] })
  desk.command('wave')
  desk.command('no')
  expect(desk.said).toBe('waiting scanItem')
  expect(desk.prints).toEqual([])
})

test('undo stops a wave: what has not left for the printer does not print, and prints with the next wave', () => {
  const desk = newDesk({ orders: [order(1), order(2, { article: 'scarf' })] })
  printWave(desk)
  const [separator] = desk.prints
  desk.act({ kind: 'jobSending', jobId: separator?.id ?? '', printer: 'ZD421' })
  desk.command('undo')
  expect(desk.message).toEqual({ code: 'printingStopped', labels: 3 })
  expect([...desk.bench.jobs.values()].map(({ state }) => state.kind)).toEqual([
    'sending',
    'failed',
    'failed',
    'failed'
  ])
  expect([desk.order(1).label, desk.order(2).label]).toEqual(['none', 'none'])
  desk.command('wave')
  expect(desk.message).toMatchObject({ code: 'wholeWave', labels: 2 })
})

test('a wave that is printing is stopped later too, once the table is empty; then there is nothing to undo', () => {
  const desk = newDesk({ orders: [order(1), order(2, { skus: [SCARF] })] })
  printWave(desk)
  desk.scan(MUG)
  expect(desk.said).toBe('goOn printing')
  desk.command('undo')
  expect(desk.said).toBe('waiting undone')
  desk.command('undo')
  expect(desk.said).toBe('waiting printingStopped')
  desk.command('undo')
  expect(desk.said).toBe('refused nothingToUndo')
})

test('once a whole wave is out, the stage asks for an item', () => {
  const desk = newDesk({ orders: [order(1)] })
  printWave(desk)
  expect(desk.said).toBe('goOn wavePrinting')
  desk.printAll()
  expect(desk.said).toBe('waiting scanItem')
})

function printWave(desk: Desk): void {
  desk.command('wave')
  desk.command('yes')
}
