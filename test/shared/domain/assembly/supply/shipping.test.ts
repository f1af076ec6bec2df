import { describe, expect, test } from 'vitest'
import type { IntentBody } from '../../../../../shared/domain/intents.ts'
import { moscowDay } from '../../../../../shared/domain/orders/moscow-day.ts'
import { newDesk, newOrder, NOW, packedOrder, point, russianBook, SUPPLY, supply } from '../support.ts'
import type { BenchParts, Desk } from '../support.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const TODAY = moscowDay(NOW)
const NOTHING = { supplies: [], supplyId: null } as const
const HOME = point(11)
const BOXED = point(13, { fulfilment: true })

/** A desk of an account in Russia. */
function russian(parts: BenchParts = {}): Desk {
  return newDesk({ shipping: russianBook(HOME), ...parts })
}

function kinds(desk: Desk): readonly IntentBody['kind'][] {
  return desk.queued.map(({ kind }) => kind)
}

function only(desk: Desk) {
  const [first] = desk.bench.supplies.values()
  if (first === undefined) throw new Error('no supply')
  return first
}

describe('the first supply', () => {
  test('asks for a point once: city, then point, by scanner alone; the next ones go there by themselves', () => {
    const desk = russian({ ...NOTHING, orders: [newOrder(1), newOrder(2, { isB2b: true })], shipping: russianBook() })
    desk.command('newSupply')
    expect(desk.message).toMatchObject({ code: 'whichPoint', step: 'city', closes: false })
    desk.scan('VRSTK-C-0')
    expect(desk.message).toMatchObject({ code: 'whichPoint', step: 'loading', city: 'Москва' })
    desk.pointsCome('Москва', ...[11, 12, 13, 14, 15, 16].map(id => point(id)))
    expect(desk.message).toMatchObject({ code: 'whichPoint', step: 'point' })
    // Another page, and round again to the first.
    desk.command('next')
    desk.scan('VRSTK-D-11')
    expect(desk.said).toBe('refused answerFirst')
    desk.command('acknowledge')
    desk.command('next')
    desk.scan('VRSTK-D-11')
    expect(desk.said).toBe('goOn pointChosen')
    const method = { pointId: 11, type: 'selfShipping', day: TODAY }
    expect(desk.queued.at(-1)).toMatchObject({ kind: 'setShipping', method })

    desk.act({ kind: 'claim', orderIds: [2], supply: { kind: 'new', name: '' } })
    expect(desk.said).toBe('waiting supplyOpened')
    expect(desk.queued.at(-1)).toMatchObject({ kind: 'setShipping', method })
    expect(desk.bench.supplies.size).toBe(2)
  })

  test('put off, it is asked for at the closing, and the supply leaves then', () => {
    const desk = russian({ orders: [packedOrder(1)], shipping: russianBook() })
    desk.command('supplyDone')
    desk.scan('VRSTK-C-1')
    desk.pointsCome('Санкт-Петербург', point(21))
    desk.scan('VRSTK-D-21')
    expect(desk.said).toBe('goOn supplyClosing')
    expect(kinds(desk)).toEqual(['setShipping'])
    desk.sendAll()
    expect(kinds(desk)).toEqual(['setShipping', 'deliverSupply'])
    desk.sendAll()
    expect(only(desk).state).toBe('delivered')
  })

  test('begins in the city where the marketplace takes the orders in', () => {
    const desk = russian({ ...NOTHING, orders: [newOrder(1, { offices: ['Тула'] })], shipping: russianBook() })
    desk.command('newSupply')
    expect(desk.message).toMatchObject({ code: 'whichPoint', step: 'loading', city: 'Тула' })
    desk.pointsCome('Тула', point(41))
    desk.scan('VRSTK-D-41')
    expect(desk.said).toBe('goOn pointChosen')
  })

  test('no, undo and an empty city lead back, and nothing is queued', () => {
    const desk = russian({ orders: [packedOrder(1)], shipping: russianBook() })
    desk.command('supplyDone')
    desk.command('next')
    desk.scan('VRSTK-C-2')
    desk.pointsCome('Казань')
    expect(desk.message).toMatchObject({ step: 'none', city: 'Казань' })
    desk.command('undo')
    expect(desk.message).toMatchObject({ step: 'city' })
    desk.command('no')
    expect(desk.bench.table.question).toBeNull()
    expect(desk.queued).toEqual([])
    expect(only(desk).state).toBe('open')
  })
})

describe('whether a supply needs it', () => {
  test.each([
    ['the currency of the account', {}, true],
    ['the setting never', { settings: { shippingDemanded: 'never' } }, false],
    ['a border that the supply crosses', { supplies: [supply(SUPPLY, { demand: 'exempt' })] }, false],
    ['a border that an order crosses', { orders: [packedOrder(1, { isCrossBorder: true })] }, false],
    ['another currency', { shipping: { isDemanded: false, currencyCode: 417, routes: [] } }, false],
    ['what was learned', { shipping: { isDemanded: true, currencyCode: 417, routes: [] } }, true],
    [
      'the setting always',
      { settings: { shippingDemanded: 'always' }, shipping: { isDemanded: false, currencyCode: 417, routes: [] } },
      true
    ]
  ] satisfies readonly [string, BenchParts, boolean][])('is told by %s', (_, parts, isNeeded) => {
    const desk = newDesk({ orders: [packedOrder(1)], shipping: russianBook(), ...parts })
    desk.command('supplyDone')
    expect(desk.said).toBe(isNeeded ? 'ask whichPoint' : 'goOn supplyClosing')
  })

  test('orders tell the currency, supplies that they cross a border', () => {
    const desk = newDesk({ orders: [packedOrder(1)] })
    const { facts } = newOrder(2)
    const seen = { facts, supplierStatus: 'new', wbStatus: 'waiting', supplyRemoteId: null } as const
    desk.act({ kind: 'ordersSeen', orders: [{ ...seen, sellerCurrency: 643 }] })
    expect(desk.bench.shipping.currencyCode).toBe(643)
    const news = { remoteId: SUPPLY, name: '', createdAt: NOW, done: false, cargoType: 1 }
    desk.act({ kind: 'suppliesSeen', supplies: [{ ...news, isExempt: true }] })
    desk.command('supplyDone')
    expect(desk.said).toBe('goOn supplyClosing')
  })
})

describe('closing looks before it sends', () => {
  test('the usual point is told, and the delivery waits until the marketplace knows it', () => {
    const desk = russian({ orders: [packedOrder(1)] })
    desk.command('supplyDone')
    expect(kinds(desk)).toEqual(['setShipping'])
    desk.sendAll()
    expect(kinds(desk)).toEqual(['setShipping', 'deliverSupply'])
  })

  test('a day that has passed is told anew', () => {
    const desk = russian({ ...NOTHING, orders: [newOrder(1)] })
    desk.command('newSupply')
    desk.sendAll()
    expect(only(desk).shipping).toMatchObject({ day: TODAY, state: { kind: 'accepted' } })
    desk.act({ kind: 'stickersSeen', stickers: [] })
    desk.wait(DAY_MS)
    const { id } = only(desk)
    desk.stickersCome(1)
    desk.scan(newOrder(1).facts.skus[0] ?? '')
    desk.printAll()
    desk.scan(desk.order(1).sticker?.barcode ?? '')
    desk.command('supplyDone')
    const day = moscowDay(NOW + DAY_MS)
    expect(desk.queued.at(-1)).toMatchObject({ kind: 'setShipping', supplyId: id, method: { day } })
    desk.sendAll()
    expect(desk.queued.at(-1)).toMatchObject({ kind: 'deliverSupply' })
  })

  test('a point with fulfilment asks for a box, which is added before the delivery and labelled', () => {
    const desk = russian({ ...NOTHING, orders: [newOrder(1)], shipping: russianBook(BOXED) })
    desk.command('newSupply')
    desk.stickersCome(1)
    desk.scan(newOrder(1).facts.skus[0] ?? '')
    desk.printAll()
    desk.scan(desk.order(1).sticker?.barcode ?? '')
    desk.command('supplyDone')
    expect(desk.message).toMatchObject({ code: 'addBox', point: BOXED.name })
    desk.command('no')
    expect(only(desk).state).toBe('open')
    desk.command('supplyDone')
    desk.command('yes')
    expect(desk.queued.at(-1)).toMatchObject({ kind: 'addBoxes', amount: 1 })
    expect(only(desk).boxes).toEqual({ ids: [], queued: 1 })
    desk.sendAll()
    expect(only(desk).boxes).toMatchObject({ queued: 0, ids: [expect.stringContaining('WB-TRBX-')] })
    expect(desk.prints.at(-1)?.source).toMatchObject({ kind: 'own', label: { kind: 'box', number: 1 } })
    expect(desk.queued.at(-1)).toMatchObject({ kind: 'deliverSupply' })
  })

  test('cancelled parcels are to be out of the pile first, and are not asked about twice', () => {
    const desk = newDesk({ orders: [packedOrder(1), packedOrder(2, {}, { life: 'cancelled' })] })
    desk.command('supplyDone')
    expect(desk.message).toMatchObject({ code: 'cancelledInside', orderIds: [2] })
    desk.command('no')
    desk.command('supplyDone')
    desk.command('yes')
    expect(desk.said).toBe('goOn supplyClosing')
    expect(desk.order(2)).toMatchObject({ label: 'printed', takenOut: true })
  })
})

test('on the page a point is chosen, changed and made the usual one', () => {
  const desk = russian({ orders: [packedOrder(1)], shipping: russianBook() })
  const choose = (id: number) =>
    desk.act({ kind: 'chooseShipping', supplyId: SUPPLY, point: point(id), type: 'selfShipping', day: '2026-09-01' })
  choose(31)
  choose(32)
  expect(only(desk).shipping).toMatchObject({ point: { id: 32 }, day: '2026-09-01', state: { kind: 'queued' } })
  const usual = () => desk.bench.shipping.routes[0]?.choices.map(choice => choice.point.id)
  expect(usual()).toEqual([31, 32])
  const route = { kind: 'usualShipping', warehouseId: 5, cargoType: 1 } as const
  desk.act({ ...route, choice: { point: point(32), type: 'selfShipping' } })
  expect(usual()).toEqual([32, 31])
  desk.act({ ...route, choice: null })
  expect(desk.bench.shipping.routes).toEqual([])
})

test('an answer to an older wish changes nothing', () => {
  const desk = russian({ orders: [packedOrder(1)] })
  desk.act({ kind: 'chooseShipping', supplyId: SUPPLY, point: point(31), type: 'selfShipping', day: TODAY })
  const [older] = desk.waiting
  desk.act({ kind: 'chooseShipping', supplyId: SUPPLY, point: point(32), type: 'selfShipping', day: TODAY })
  if (older !== undefined) desk.carryOut(older)
  expect(only(desk).shipping?.state).toEqual({ kind: 'queued' })
  desk.sendAll()
  expect(only(desk).shipping?.state).toEqual({ kind: 'accepted' })
})
