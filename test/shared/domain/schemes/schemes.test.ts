import { describe, expect, test } from 'vitest'
import { decodeScan } from '../../../../shared/domain/scanning/scan.ts'
import { parcelBarcode } from '../../../../shared/domain/scanning/commands.ts'
import { ownSticker } from '../../../../shared/domain/schemes/own-sticker.ts'
import { rulesOf } from '../../../../shared/domain/schemes/schemes.ts'
import { SCHEMES } from '../../../../shared/domain/schemes/scheme.ts'
import type { OrderScheme } from '../../../../shared/domain/schemes/scheme.ts'
import { byUrgency } from '../../../../shared/domain/schemes/urgency.ts'
import { DBS, newOrder, PICKUP } from '../assembly/builders.ts'

const HOUR = 3_600_000
const at = Date.UTC(2026, 7, 3, 9)

function slot(date: string, from: string, to: string): OrderScheme {
  return { ...DBS, slot: { date, from, to } }
}

describe('an order has to be ready', () => {
  test.each([
    ['FBS: 120 hours after it was made', { kind: 'fbs' }, at + 120 * HOUR],
    ['DBS: by the end of its slot in Moscow', slot('03.08.2026', '15:00', '16:00'), Date.UTC(2026, 7, 3, 13)],
    ['DBS: by its beginning, where no end is told', slot('03.08.2026', '15:00', ''), Date.UTC(2026, 7, 3, 12)],
    ['DBS: on its day, where no time is told', slot('03.08.2026', '', ''), Date.UTC(2026, 7, 3, 20, 59)],
    ['DBS: nobody knows when', slot('', '', ''), null],
    ['DBS: a day that is none', slot('31.02.2026', '', ''), null],
    ['pickup: on the day that the buyer was promised', PICKUP, Date.UTC(2026, 7, 3, 20, 59)],
    ['pickup: nobody knows when', { ...PICKUP, date: '' }, null]
  ] satisfies readonly (readonly [string, OrderScheme, number | null])[])('%s', (_what, scheme, expected) => {
    const order = newOrder(1, { createdAt: at }, { scheme })
    expect(rulesOf(scheme.kind).deadlineOf(order)).toBe(expected)
  })
})

test('the most urgent order goes first: pinned, express, by deadline, by age; without a deadline last', () => {
  const orders = [
    newOrder(1, {}, { scheme: { ...PICKUP, date: '' } }),
    newOrder(2),
    newOrder(3, {}, { scheme: DBS }),
    newOrder(4, {}, { scheme: { ...DBS, deliveryType: 'edbs', slot: { date: '', from: '', to: '' } } }),
    newOrder(5, {}, { isPinned: true }),
    newOrder(6, {}, { scheme: DBS })
  ]
  expect(orders.toSorted(byUrgency).map(({ facts }) => facts.id)).toEqual([5, 4, 3, 6, 2, 1])
})

test('the marketplace is told of claiming, packing and leaving as each scheme has it', () => {
  const told = SCHEMES.map(scheme => {
    const { claimed, packed, leave } = rulesOf(scheme)
    return [...claimed('b', [1]), ...packed(1), ...leave('b', [1])].map(({ kind }) => kind)
  })
  expect(told).toEqual([
    ['addToSupply', 'deliverSupply'],
    ['confirm', 'deliver'],
    ['confirm', 'prepare']
  ])
})

test.each(SCHEMES)('what is told of many orders of %s goes in calls of a hundred', scheme => {
  const ids = Array.from({ length: 250 }, (_, place) => place)
  const bodies = rulesOf(scheme).claimed('b', ids)
  expect(bodies.map(body => ('orderIds' in body ? body.orderIds.length : 0))).toEqual([100, 100, 50])
})

test('an own label is known by any scanner, and tells what a person compares', () => {
  expect(ownSticker(13_833_711, { kind: 'fbs' })).toBeNull()
  expect(ownSticker(13_833_711, DBS)).toEqual({ partA: '1383', partB: '3711', barcode: parcelBarcode(13_833_711) })
  expect(ownSticker(1, PICKUP)?.partB).toBe(PICKUP.orderCode)
  for (const text of [parcelBarcode(13_833_711), parcelBarcode(13_833_711).toLowerCase(), 'МКЫЕЛ-Д-13833711']) {
    expect(decodeScan(text)).toMatchObject({ kind: 'sticker', barcode: parcelBarcode(13_833_711) })
  }
})
