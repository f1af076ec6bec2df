import { describe, expect, test } from 'vitest'
import { entry, markingCode, MUG, newDesk, newOrder, NOW, order, OTHER_SUPPLY, packedOrder } from '../support.ts'
import { SCARF, stickerOf, STRANGER } from '../support.ts'

const needsCode = { requiredMeta: ['sgtin'] } as const

describe('item first', () => {
  test('the oldest packable order with the product comes to the table', () => {
    const desk = newDesk({
      orders: [
        order(3, { createdAt: NOW - 1 }),
        order(2, { createdAt: NOW - 9 }),
        packedOrder(1, { createdAt: NOW - 99 })
      ]
    })
    desk.scan(MUG)
    expect(desk.bench.table).toMatchObject({ orderId: 2, entry: 'item', undo: [{ kind: 'item' }] })
    expect(desk.order(2).itemChecked).toBe(true)
  })

  test("any of its barcodes means it, with or without leading zeros, and a seller's own text too", () => {
    const upc = '036000291452'
    for (const text of [MUG, `0${upc}`, upc, 'MUG/RAL-3017']) {
      const desk = newDesk({ orders: [order(1, { skus: [MUG, upc, 'MUG/RAL-3017'] })] })
      desk.scan(text)
      expect(desk.bench.table.orderId).toBe(1)
    }
  })

  test('a scanner that puts an AIM identifier before the text is understood', () => {
    const desk = newDesk({ orders: [order(1, needsCode), order(2, { skus: ['MUG/RAL'] })] })
    desk.scan(`]E0${MUG}`)
    expect(desk.said).toBe('goOn scanCode')
    desk.command('skip')
    desk.scan(']C0MUG/RAL')
    expect(desk.bench.table.orderId).toBe(2)
  })

  test('what can not be packed is refused, each for its own reason', () => {
    const shelf = { why: { kind: 'packer', reason: 'damaged' }, at: NOW, packerId: null } as const
    const desk = newDesk({
      orders: [
        packedOrder(1, { skus: ['packed'] }),
        order(2, { skus: ['cancelled'] }, { life: 'cancelled' }),
        order(3, { skus: ['elsewhere'] }, { supplyId: OTHER_SUPPLY }),
        newOrder(4, { skus: ['fresh'] }),
        order(5, { skus: ['shelved'] }, { life: 'shelved', shelf }),
        order(6, { skus: ['unknown'], unknownMeta: ['veterinary'] }),
        order(7, { skus: ['other shelf'] }, { life: 'shelved', shelf, supplyId: OTHER_SUPPLY })
      ]
    })
    const messages = ['packed', 'cancelled', 'elsewhere', 'fresh', 'shelved', 'unknown', 'other shelf', 'nobody'].map(
      text => {
        desk.scan(text)
        expect(desk.bench.feedback.face).toBe('refused')
        return desk.message
      }
    )
    expect(messages).toEqual([
      { code: 'alreadyPacked', orderId: 1, at: NOW - 60_000 },
      { code: 'orderCancelled', orderId: 2 },
      { code: 'wrongSupply', orderId: 3, supplyName: `supply ${OTHER_SUPPLY}` },
      { code: 'notInSupply', orderId: 4 },
      { code: 'onShelf', orderId: 5, why: shelf.why },
      { code: 'unknownMeta', keys: ['veterinary'] },
      { code: 'onShelf', orderId: 7, why: shelf.why },
      { code: 'notFound', text: 'nobody' }
    ])
    expect(desk.bench.table.orderId).toBeNull()
  })

  test('what is no product is refused for what it is', () => {
    const desk = newDesk({ orders: [order(1, needsCode)] })
    const said = ['354912345678901', '1234567890123456', '01.12.2027', 'WB-TRBX-123', '1234567-1234', 'NOREAD'].map(
      text => {
        desk.scan(text)
        return desk.said
      }
    )
    expect(said).toEqual([
      'refused itemFirst',
      'refused itemFirst',
      'refused itemFirst',
      'refused wrongKind',
      'refused wrongKind',
      'refused unreadable'
    ])
    desk.scan('WB-GI-777')
    expect(desk.message).toEqual({ code: 'wrongKind', kind: 'supply' })
  })
})

describe('marking code first', () => {
  test('finds the order by its GTIN and counts as item and code', () => {
    const desk = newDesk({ orders: [order(1, needsCode)] })
    desk.scan(markingCode(1))
    expect(desk.said).toBe('goOn printing')
    expect(desk.order(1)).toMatchObject({ itemChecked: true, codes: { sgtin: { values: [markingCode(1)] } } })
  })

  test('is taken where the code is optional too', () => {
    const desk = newDesk({ orders: [order(1, { optionalMeta: ['sgtin'] })], settings: { printWhen: 'onCommand' } })
    desk.scan(markingCode(1))
    expect(desk.order(1).codes.sgtin?.values[0]).toBe(markingCode(1))
  })

  test('passes over orders that have their code', () => {
    const desk = newDesk({
      orders: [order(1, { requiredMeta: ['sgtin', 'imei'] }), order(2, { requiredMeta: ['sgtin', 'imei'] })]
    })
    desk.scan(markingCode(1))
    desk.command('skip')
    desk.scan(markingCode(2))
    expect(desk.bench.table.orderId).toBe(2)
    desk.command('skip')
    desk.scan(markingCode(3))
    expect(desk.message).toEqual({ code: 'codeAlreadyHere', key: 'sgtin' })
  })

  test('is refused when used, bad, or of nothing that is ordered', () => {
    const used = packedOrder(9, { skus: [SCARF] }, { codes: { sgtin: entry(markingCode(1)) } })
    const desk = newDesk({ orders: [order(1, needsCode), used] })
    desk.scan(markingCode(1))
    expect(desk.message).toEqual({ code: 'codeUsed', orderId: 9, at: NOW - 120_000 })
    desk.scan(markingCode(2).replaceAll('\u001d', ''))
    expect(desk.message).toMatchObject({ code: 'badCode', key: 'sgtin', problem: { code: 'markingNoGs' } })
    desk.scan(markingCode(2, STRANGER))
    expect(desk.said).toBe('refused itemFirst')
    expect(desk.bench.table.orderId).toBeNull()
  })
})

describe('sticker first', () => {
  test('the sticker names the order, the product is checked, then its codes; nothing is scanned back', () => {
    const desk = newDesk({ orders: [order(1, needsCode), order(2, { ...needsCode, skus: [SCARF] })] })
    desk.command('wave')
    desk.command('yes')
    desk.printAll()
    const labels = desk.prints.length
    desk.scan(stickerOf(2).barcode)
    expect(desk.message).toEqual({ code: 'scanProduct', article: 'mug' })
    desk.scan(MUG)
    expect(desk.said).toBe('refused wrongProduct')
    desk.scan(SCARF)
    expect(desk.message).toEqual({ code: 'scanCode', key: 'sgtin' })
    desk.scan(markingCode(1, SCARF))
    expect(desk.message).toEqual({ code: 'packed', orderId: 2, partB: '9002' })
    expect(desk.prints).toHaveLength(labels)
  })

  test('a sticker that was printed elsewhere counts as printed', () => {
    const desk = newDesk({ orders: [order(1)] })
    desk.scan(stickerOf(1).barcode, MUG)
    expect(desk.said).toBe('done packed')
    expect(desk.prints).toEqual([])
  })

  test('the sticker does not stand for what is missing: scanning it again says so', () => {
    const desk = newDesk({ orders: [order(1, needsCode)] })
    desk.scan(MUG, stickerOf(1).barcode)
    expect(desk.message).toEqual({ code: 'scanCode', key: 'sgtin' })
    expect(desk.order(1).label).toBe('printed')
    expect(desk.bench.table.orderId).toBe(1)
  })

  test('a scanner that drops the star is understood', () => {
    const desk = newDesk({ orders: [order(1)] })
    desk.scan(stickerOf(1).barcode.slice(1))
    expect(desk.bench.table).toMatchObject({ orderId: 1, entry: 'sticker' })
  })

  test('the sticker of a packed order, and one of nobody, are told apart', () => {
    const desk = newDesk({ orders: [packedOrder(1)] })
    desk.scan(stickerOf(1).barcode)
    expect(desk.said).toBe('refused alreadyPacked')
    desk.scan('!uKEtQZVx')
    expect(desk.said).toBe('refused notFound')
  })
})
