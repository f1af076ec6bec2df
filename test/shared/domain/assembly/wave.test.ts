import { expect, test } from 'vitest'
import { MUG, newDesk, order, packedOrder, SUPPLY } from './support.ts'

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

test('a second wave prints only what has come since, and an order of the wave does not print again', () => {
  const desk = newDesk({ orders: [order(1), order(2, {}, { sticker: null })] })
  desk.command('wave')
  desk.command('wave')
  expect(desk.bench.feedback.face).toBe('refused')
  expect(desk.message).toEqual({ code: 'wavePrinting', labels: 0, missing: 1 })
  desk.stickersCome(2)
  desk.command('wave')
  desk.printAll()
  desk.scan(MUG)
  expect(desk.said).toBe('goOn scanStickerBack')
  const stickers = desk.prints.filter(job => job.source.kind === 'sticker')
  expect(stickers).toHaveLength(2)
  desk.command('wave')
  expect(desk.said).toBe('refused nothingToReprint')
})
