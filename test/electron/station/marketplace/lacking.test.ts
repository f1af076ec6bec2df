import { expect, test } from 'vitest'
import {
  lacksSticker,
  ordersToRead,
  ordersToSticker,
  pointsWanted,
  suppliesWithoutQr
} from '../../../../electron/station/marketplace/lacking.ts'
import type { Order, StickerMake } from '../../../../shared/domain/orders/orders.ts'
import { usualPrinter } from '../../../../shared/domain/printing/printers.ts'
import { stickerMake } from '../../../../shared/domain/printing/routes.ts'
import {
  DBS,
  entry,
  inRound,
  newBench,
  newDesk,
  newOrder,
  order,
  OTHER_SUPPLY,
  packedOrder,
  russianBook,
  stickerOf,
  SUPPLY,
  supply
} from '../../../shared/domain/assembly/support.ts'

const PRINTER = usualPrinter({ id: '1', name: 'Zebra', link: { kind: 'practice' } })
const SETTINGS = { printers: [PRINTER] }
const FITTING = stickerMake(newBench({ settings: SETTINGS }).settings)
const OTHER_SIZE: StickerMake = { ...FITTING, size: FITTING.size === '58x40' ? '40x30' : '58x40' }

const without = { sticker: null }
const drawn = (make: StickerMake) => ({ sticker: { ...stickerOf(1), make } })

test.each<readonly [string, Order, boolean]>([
  ['no sticker in assembly', order(1, {}, without), true],
  ['its sticker is here', order(1, {}, drawn(FITTING)), false],
  ['drawn for another size', order(1, {}, drawn(OTHER_SIZE)), true],
  ['a picture more than is needed', order(1, {}, drawn({ ...FITTING, picture: true })), false],
  ['printed, whatever it was drawn for', order(1, {}, { ...drawn(OTHER_SIZE), label: 'printed' }), false],
  ['a border’s PDF fits every printer', order(1, { isCrossBorder: true }, drawn(OTHER_SIZE)), false],
  ['not in assembly', newOrder(1), false],
  ['cancelled', order(1, {}, { ...without, life: 'cancelled' }), false],
  ['an order with a label of our own', inRound(1, DBS), false]
])('a sticker to be fetched: %s', (_, one, lacks) => {
  const bench = newBench({ orders: [one], settings: SETTINGS, rounds: [] })
  expect(ordersToSticker(bench, 10).map(({ facts }) => facts.id)).toEqual(lacks ? [1] : [])
  expect(lacksSticker(bench, one)).toBe(lacks)
})

test('the open supply’s stickers are fetched first, then the oldest, and no more than wanted', () => {
  const orders = [
    order(1, { createdAt: 10 }, { ...without, supplyId: OTHER_SUPPLY }),
    order(2, { createdAt: 40 }, without),
    order(3, { createdAt: 30 }, drawn(OTHER_SIZE)),
    order(4, { createdAt: 20 }, { ...without, supplyId: OTHER_SUPPLY })
  ]
  const ids = (most: number, supplyId: string | null = SUPPLY) =>
    ordersToSticker(newBench({ orders, supplyId, settings: SETTINGS }), most).map(({ facts }) => facts.id)
  expect(ids(10)).toEqual([3, 2, 1, 4])
  expect(ids(3)).toEqual([3, 2, 1])
  expect(ids(10, null)).toEqual([1, 4, 3, 2])
})

test('codes are read of orders in closing supplies whose verdict is open, and of none whose supply is open', () => {
  const coded = (id: number, part: Partial<Order> = {}) =>
    packedOrder(id, {}, { codes: { sgtin: entry('x', { decision: 'pending' }) }, ...part })
  const orders = [coded(1), coded(2, { supplyId: OTHER_SUPPLY }), packedOrder(3, {}, { supplyId: OTHER_SUPPLY })]
  const supplies = [supply(SUPPLY), supply(OTHER_SUPPLY, { state: 'closing' })]
  expect(ordersToRead(newBench({ orders, supplies }))).toEqual([2])
  expect(ordersToRead(newBench({ orders, supplies: [supply(SUPPLY), supply(OTHER_SUPPLY)] }))).toEqual([])
})

test('a QR label is fetched of supplies that the marketplace knows and nobody has printed it of', () => {
  const supplies = [
    supply('a', { qrWanted: true }),
    supply('b'),
    supply('local-c', { qrWanted: true, remoteId: null }),
    supply('local-d', { qrWanted: true, remoteId: 'WB-GI-4' })
  ]
  expect(suppliesWithoutQr(newBench({ supplies }))).toEqual([
    { id: 'a', remoteId: 'a' },
    { id: 'local-d', remoteId: 'WB-GI-4' }
  ])
})

test('points are fetched of the city that was just named, for what the supply holds', () => {
  const desk = newDesk({ supplies: [], supplyId: null, orders: [newOrder(1)], shipping: russianBook() })
  desk.command('newSupply')
  expect(pointsWanted(desk.bench)).toBeNull()
  desk.scan('VRSTK-C-0')
  expect(pointsWanted(desk.bench)).toEqual({ city: 'Москва', cargoType: 1 })
})
