import { describe, expect, test } from 'vitest'
import { ANNA, markingCode, MUG, newDesk, NOW, order, packedOrder, SCARF, STRANGER, stickerOf } from '../support.ts'
import type { Desk } from '../support.ts'

const needsCode = { requiredMeta: ['sgtin'] } as const

test('a code whose GTIN the seller’s card names for that size is taken unasked, however the card writes it', () => {
  for (const written of [STRANGER, `0${STRANGER}`]) {
    const orders = [order(1, { ...needsCode, chrtId: 7 }), order(2, { ...needsCode, chrtId: 8, skus: [SCARF] })]
    const desk = newDesk({ orders, cardGtins: { 7: [written] } })
    desk.scan(MUG, markingCode(1, STRANGER))
    expect(desk.said).toBe('goOn printing')
    desk.printAll()
    // The card of one size says nothing of another.
    desk.scan(stickerOf(1).barcode, SCARF, markingCode(2, STRANGER))
    expect(desk.message).toEqual({ code: 'codeOfOther', product: 'card 7', gtin: `0${STRANGER}` })
  }
})

describe('a marking code whose GTIN is known to be another product’s is refused with that product’s name', () => {
  const jeans = order(1, { ...needsCode, article: 'jeans', chrtId: 7 })

  test.each([
    ['as an order says', { orders: [jeans, order(2, { skus: [SCARF], chrtId: 8, article: 'T-shirt' })] }, 'T-shirt'],
    [
      'as an order that left says',
      { orders: [jeans, packedOrder(2, { skus: [SCARF], chrtId: 8 }, { life: 'shipped' })] },
      'mug'
    ],
    ['as a card alone says', { orders: [jeans], cardGtins: { 9: [SCARF] } }, 'card 9']
  ] as const)('%s', (_name, parts, product) => {
    const desk = newDesk(parts)
    desk.scan(MUG, markingCode(1, SCARF))
    expect(desk.message).toEqual({ code: 'codeOfOther', product, gtin: `0${SCARF}` })
    desk.command('yes')
    expect(desk.order(1).codes).toEqual({})
    desk.scan(markingCode(2))
    expect(desk.said).toBe('goOn printing')
  })

  test('also if somebody vouched for it before it was known, and if it gets known while the question stands', () => {
    const desk = newDesk({ orders: [jeans, order(3, { ...needsCode, article: 'jeans', chrtId: 7 })] })
    desk.scan(MUG, markingCode(1, SCARF))
    desk.command('yes')
    desk.printAll()
    desk.scan(stickerOf(1).barcode, MUG)
    const { facts } = order(2, { skus: [SCARF], chrtId: 8, article: 'T-shirt' })
    const seen = { facts, supplierStatus: 'new', wbStatus: 'waiting', supplyRemoteId: null } as const
    desk.act({ kind: 'ordersSeen', orders: [seen] })
    desk.scan(markingCode(2, SCARF))
    expect(desk.said).toBe('refused codeOfOther')

    const asked = newDesk({ orders: [jeans] })
    asked.scan(MUG, markingCode(1, SCARF))
    expect(asked.said).toBe('ask gtinDiffers')
    asked.act({ kind: 'ordersSeen', orders: [seen] })
    asked.command('yes')
    expect(asked.said).toBe('refused codeOfOther')
    expect(asked.order(1).codes).toEqual({})
  })

  test('a GTIN that an order asks for beside its barcode is held to that too', () => {
    const desk = newDesk({ orders: [order(1, { requiredMeta: ['gtin'] })], cardGtins: { 9: [STRANGER] } })
    desk.scan(MUG, STRANGER)
    expect(desk.said).toBe('refused codeOfOther')
  })
})

describe('a GTIN that somebody vouched for', () => {
  function vouched(): Desk {
    const one = { ...needsCode, chrtId: 7 }
    const desk = newDesk({
      orders: [order(1, one), order(2, one), order(3, { ...needsCode, skus: [SCARF], chrtId: 8 })]
    })
    desk.badge(ANNA.id)
    desk.scan(MUG, markingCode(1, STRANGER))
    desk.command('yes')
    return desk
  }

  test('is on record with who and when, and holds for that product alone', () => {
    const desk = vouched()
    expect([...desk.bench.gtinOverrides.values()]).toEqual([
      { chrtId: 7, gtin: `0${STRANGER}`, article: 'mug', orderId: 1, at: NOW + 4000, packerId: ANNA.id }
    ])
    desk.printAll()
    desk.scan(stickerOf(1).barcode, SCARF, markingCode(2, STRANGER))
    expect(desk.said).toBe('ask gtinDiffers')
  })

  test('takes a lead’s word where there are leads: a packer’s own changes nothing', () => {
    const desk = newDesk({ orders: [order(1, needsCode)], mayOverride: false })
    desk.scan(MUG, markingCode(1, STRANGER))
    desk.command('yes')
    expect(desk.said).toBe('refused leadFirst')
    expect(desk.bench.gtinOverrides.size).toBe(0)
    expect(desk.order(1).codes).toEqual({})
    desk.command('no')
    expect(desk.bench.table.question).toBeNull()
  })

  test.each(['undo', 'forgetting it', 'taking the code off on the order’s page'])(
    'is asked about again after %s',
    how => {
      const desk = vouched()
      if (how === 'undo') desk.command('undo')
      else if (how === 'forgetting it') desk.act({ kind: 'forgetGtin', chrtId: 7, gtin: `0${STRANGER}` })
      else desk.act({ kind: 'deleteCode', orderId: 1, key: 'sgtin' })
      expect(desk.bench.gtinOverrides.size).toBe(0)
      desk.command('skip')
      desk.act({ kind: 'takeOrder', orderId: 2 })
      desk.scan(MUG, markingCode(2, STRANGER))
      expect(desk.said).toBe('ask gtinDiffers')
    }
  )
})
