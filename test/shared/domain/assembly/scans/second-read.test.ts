import { describe, expect, test } from 'vitest'
import { cityBarcode, pointBarcode } from '../../../../../shared/domain/scanning/commands.ts'
import { DBS, inRound, MUG, newDesk, newOrder, order, packedOrder, PICKUP, point } from '../support.ts'
import { round, russianBook, SCARF, stickerOf, SUPPLY, supply } from '../support.ts'
import type { BenchParts, Desk } from '../support.ts'

const cancel = (orderId: number) =>
  ({
    kind: 'statusesSeen',
    statuses: [{ orderId, supplierStatus: 'cancel', wbStatus: 'canceled' }]
  }) as const

describe('the sticker of the order that was just packed, read a second time', () => {
  function justPacked() {
    const desk = newDesk({ orders: [order(1), order(2)] })
    desk.scan(MUG)
    desk.printAll()
    desk.scan(stickerOf(1).barcode)
    expect(desk.said).toBe('done packed')
    return desk
  }

  test('is no mistake: it is ready, as often as it is read', () => {
    const desk = justPacked()
    for (let times = 0; times < 3; times++) {
      desk.scan(stickerOf(1).barcode)
      expect(desk.said).toBe('done alreadyPacked')
      expect(desk.message).toMatchObject({ orderId: 1, justNow: stickerOf(1).partB })
    }
    expect(desk.bench.shift.packed).toBe(1)
    desk.scan(MUG)
    expect(desk.bench.table.orderId).toBe(2)
  })

  test('once something else was said, it is a parcel packed earlier', () => {
    const desk = justPacked()
    desk.scan('what is this', stickerOf(1).barcode)
    expect(desk.said).toBe('refused alreadyPacked')
  })

  test('cancelled meanwhile, it has to be put aside', () => {
    const desk = justPacked()
    desk.act(cancel(1))
    desk.scan(stickerOf(1).barcode)
    expect(desk.said).toBe('done takenOut')
  })

  test.each([DBS, PICKUP])('a $kind parcel too', scheme => {
    const orders = [inRound(1, scheme), inRound(2, scheme)]
    const batch = round(scheme.kind)
    const desk = newDesk({ orders, rounds: [batch], supplies: [], supplyId: batch.id })
    desk.scan(MUG)
    desk.printAll()
    const barcode = desk.order(1).sticker?.barcode ?? ''
    desk.scan(barcode)
    expect(desk.said).toBe('done packed')
    desk.scan(barcode)
    expect(desk.said).toBe('done alreadyPacked')
  })
})

describe('the item of the order on the table, read a second time', () => {
  test.each(['imei', 'uin', 'gtin', 'expiration'] as const)('where %s is awaited it asks for that', key => {
    const desk = newDesk({ orders: [order(1, { requiredMeta: [key], skus: ['mug-1'] })] })
    desk.scan('mug-1', 'mug-1')
    expect(desk.said).toBe('goOn scanCode')
    expect(desk.message).toEqual({ code: 'scanCode', key })
  })

  test('an optional code is asked for again too', () => {
    const desk = newDesk({ orders: [order(1, { optionalMeta: ['imei'] })], settings: { optionalCodes: 'ask' } })
    desk.scan(MUG, MUG)
    expect(desk.message).toEqual({ code: 'scanOptionalCode', key: 'imei' })
  })
})

test('the sticker of a cancelled parcel beside an order on the table: it is put aside, the order stays', () => {
  const desk = newDesk({ orders: [order(1), packedOrder(2)] })
  desk.scan(MUG)
  desk.act(cancel(2))
  desk.scan(stickerOf(2).barcode)
  expect(desk.said).toBe('goOn takenOut')
  expect(desk.message).toMatchObject({ orderId: 2, partB: stickerOf(2).partB, onTable: 'mug' })
  expect(desk.order(2).takenOut).toBe(true)
  expect(desk.bench.table.orderId).toBe(1)
})

test.each([
  ['opened', () => {}],
  ['opened by hand', (desk: Desk) => void desk.act({ kind: 'openSupply', supplyId: SUPPLY })]
])('a supply whose orders are all cancelled before its first scan says so by itself, %s', (_, begin) => {
  const desk = newDesk({ orders: [order(1), order(2)] })
  begin(desk)
  desk.act(cancel(1))
  expect(['supplyOpened', 'scanItem']).toContain(desk.message.code)
  desk.act(cancel(2))
  expect(desk.message).toMatchObject({ code: 'allCancelled', parcels: 0 })
})

test('the words after a packed order give way too, once nothing is left to pack', () => {
  const desk = newDesk({ orders: [order(1), order(2, { skus: [SCARF] })] })
  desk.scan(MUG)
  desk.printAll()
  desk.scan(stickerOf(1).barcode)
  desk.act(cancel(2))
  expect(desk.said).toBe('waiting allPacked')
})

describe('a shipping point read a second time', () => {
  function asked(part: BenchParts) {
    const desk = newDesk({ shipping: russianBook(), ...part })
    desk.command('newSupply')
    desk.scan(cityBarcode(0))
    desk.pointsCome('Москва', point(11), point(12))
    desk.scan(pointBarcode(11))
    return desk
  }
  const nothing = { supplies: [], supplyId: null, orders: [newOrder(1)] } as const

  test('within a moment: the good word again', () => {
    const desk = asked(nothing)
    expect(desk.said).toBe('goOn pointChosen')
    desk.scan(pointBarcode(11), pointBarcode(11))
    expect(desk.said).toBe('goOn pointChosen')
    desk.scan(pointBarcode(12))
    expect(desk.said).toBe('refused notNow')
  })

  test('much later it is not asked for', () => {
    const desk = asked(nothing)
    desk.wait(60_000)
    desk.scan(pointBarcode(11))
    expect(desk.said).toBe('refused notNow')
  })

  test('with the box asked about next, that is asked again', () => {
    const born = supply('local-1', { remoteId: 'WB-GI-5' })
    const orders = [packedOrder(1, {}, { supplyId: born.id })]
    const desk = newDesk({ orders, supplies: [born], supplyId: born.id, shipping: russianBook() })
    desk.command('supplyDone')
    desk.scan(cityBarcode(0))
    desk.pointsCome('Москва', point(13, { fulfilment: true }))
    desk.scan(pointBarcode(13))
    expect(desk.said).toBe('ask addBox')
    desk.scan(pointBarcode(13))
    expect(desk.said).toBe('ask addBox')
  })
})

test('the sticker of a cancelled parcel while it is asked whether a label is out: it is put aside, the question stays', () => {
  const desk = newDesk({ orders: [order(1), packedOrder(2)] })
  desk.scan(MUG)
  desk.loseAll()
  desk.act(cancel(2))
  desk.scan(stickerOf(2).barcode)
  expect(desk.said).toBe('ask labelInHand')
  expect(desk.bench.feedback.note).toEqual({ code: 'parcelOut', partB: stickerOf(2).partB })
  expect(desk.order(2).takenOut).toBe(true)
})
