import { expect, test } from 'vitest'
import type { Card } from '../../../electron/station/ports/ports.ts'
import { makeEan13 } from '../../../shared/domain/printing/samples.ts'
import { databasePath, openStore } from './fixtures.ts'

const [barcode, other, extra] = [makeEan13(1), makeEan13(2), makeEan13(3)] as const
const cursor = { updatedAt: '2026-10-02T09:00:00Z', nmId: 7 }

function card(chrtId: number, skus: readonly string[], gtin: string | null = null): Card {
  const sizes = [{ chrtId, skus, gtin, size: 'M' }]
  return { nmId: 7, article: 'mug', name: 'Mug', color: 'red', picture: 'https://x.wbbasket.ru/1.webp', sizes }
}

test('each size’s barcodes and its additional GTIN are kept as GTINs of 14 digits; a seller’s own barcode is none', () => {
  const { cards } = openStore(':memory:')
  expect([cards.gtins(1), cards.progress()]).toEqual([[], { cursor: null, readAt: null }])
  cards.keep({ cards: [card(1, [barcode, 'SKU-17'], `0${extra}`), card(2, [])], cursor, readAt: null })
  expect(cards.gtins(1).toSorted()).toEqual([`0${barcode}`, `0${extra}`].toSorted())
  expect(cards.gtins(2)).toEqual([])
})

test('whose GTIN it is can be told, with the name of the product', () => {
  const { cards } = openStore(':memory:')
  cards.keep({ cards: [card(1, [barcode], extra), card(2, [other])], cursor, readAt: null })
  expect(cards.owners(`0${extra}`)).toEqual([{ chrtId: 1, article: 'mug' }])
  expect(cards.owners('04600000000008')).toEqual([])
})

test('a newer card takes the place of the older one, and the reading goes on where it was', () => {
  const path = databasePath()
  const first = openStore(path).cards
  first.keep({ cards: [card(1, [barcode], extra), card(2, [barcode])], cursor: null, readAt: null })
  first.keep({ cards: [card(1, [other])], cursor, readAt: 1000 })
  const { cards } = openStore(path)
  expect(cards.gtins(1)).toEqual([`0${other}`])
  expect(cards.gtins(2)).toEqual([`0${barcode}`])
  expect(cards.progress()).toEqual({ cursor, readAt: 1000 })
})
