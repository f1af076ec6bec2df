import { describe, expect, test } from 'vitest'
import type { OtherSupply } from '../../../../../shared/domain/messages.ts'
import { MUG, newDesk, newOrder, NOW, order, OTHER_SUPPLY, packedOrder, SCARF, stickerOf } from '../support.ts'
import { SUPPLY, supply } from '../support.ts'

const bulky = { skus: [SCARF], cargoType: 2 } as const

describe('a thing that the open supply does not hold', () => {
  test('of another kind: "yes" makes a supply of its kind, the thing on the table; the other one stays open', () => {
    const desk = newDesk({ orders: [order(1), newOrder(2, bulky), newOrder(3, bulky), newOrder(4)] })
    desk.scan(SCARF)
    expect(desk.message).toEqual({ code: 'notInSupply', orderId: 2 })
    expect(desk.bench.feedback.note).toMatchObject({ code: 'otherSupply', way: 'new', by: 'cargoType', article: 'mug' })
    desk.command('yes')
    const made = desk.bench.supplyId
    expect(desk.bench.table.orderId).toBe(2)
    expect([2, 3, 4].map(id => desk.order(id).supplyId)).toEqual([made, made, null])
    expect(desk.order(2).itemChecked).toBe(true)
    expect(desk.bench.supplies.get(SUPPLY)?.state).toBe('open')
    desk.command('skip')
    desk.scan(MUG)
    expect(desk.bench.feedback.note).toMatchObject({ way: 'open', by: 'cargoType', supplyName: `supply ${SUPPLY}` })
    desk.command('yes')
    expect(desk.bench.supplyId).toBe(SUPPLY)
    expect(desk.bench.table.orderId).toBe(1)
  })

  test('"yes" is taken after a restart too: what disk gives back has its fields in another order', () => {
    const desk = newDesk({ orders: [order(1), newOrder(2, bulky)] })
    desk.scan(SCARF)
    const { note, ...feedback } = desk.bench.feedback
    const turned = Object.fromEntries(Object.entries(note ?? {}).toReversed()) as unknown as OtherSupply
    const after = newDesk({ orders: [...desk.bench.orders.all()], feedback: { ...feedback, note: turned } })
    after.command('yes')
    expect(after.bench.table.orderId).toBe(2)
  })

  test.each([
    ['to another warehouse', { skus: [SCARF], warehouseId: 9 }, 'warehouse'],
    ['over a border', { skus: [SCARF], isCrossBorder: true }, 'border'],
    ['to a company', { skus: [SCARF], isB2b: true }, 'b2b']
  ] as const)('%s: says in what it differs', (_name, facts, by) => {
    const desk = newDesk({ orders: [order(1), newOrder(2, facts)] })
    desk.scan(SCARF)
    expect(desk.bench.feedback.note).toMatchObject({ way: 'new', by })
  })

  test('of the same kind: it joins the open supply', () => {
    const desk = newDesk({ orders: [order(1), newOrder(2, { skus: [SCARF] })] })
    desk.scan(SCARF)
    expect(desk.bench.feedback.note).toMatchObject({ way: 'join', by: null })
    desk.command('yes')
    expect(desk.order(2).supplyId).toBe(SUPPLY)
    expect(desk.bench.table.orderId).toBe(2)
    expect(desk.queued).toEqual([{ kind: 'addToSupply', supplyId: SUPPLY, orderIds: [2] }])
  })

  test('found by its sticker: the item is still asked for', () => {
    const desk = newDesk({ orders: [order(1), order(2, bulky, { supplyId: OTHER_SUPPLY })] })
    desk.scan(stickerOf(2).barcode)
    desk.command('yes')
    expect(desk.bench.table.orderId).toBe(2)
    expect(desk.said).toBe('goOn scanProduct')
  })

  test('"no", or whatever else is scanned, leaves everything as it is', () => {
    const desk = newDesk({ orders: [order(1), newOrder(2, bulky)] })
    desk.scan(SCARF)
    desk.command('no')
    expect(desk.said).toBe('waiting scanItem')
    desk.scan(SCARF, MUG)
    expect(desk.bench.table.orderId).toBe(1)
    expect(desk.queued).toEqual([])
  })

  test('what has changed meanwhile is not done', () => {
    const desk = newDesk({ orders: [order(1), newOrder(2, bulky)] })
    desk.scan(SCARF)
    desk.act({ kind: 'statusesSeen', statuses: [{ orderId: 2, supplierStatus: 'cancel', wbStatus: 'canceled' }] })
    desk.command('yes')
    expect(desk.said).toBe('refused notNow')
    expect(desk.bench.supplyId).toBe(SUPPLY)
  })

  test('an order that nobody here can finish, or that is worked on elsewhere, is not offered', () => {
    const there = { supplierStatus: 'confirm' } as const
    const odd = { skus: ['odd'], unknownMeta: ['veterinary'] }
    const desk = newDesk({ orders: [order(1), newOrder(2, bulky, there), newOrder(3, odd)] })
    desk.scan(SCARF)
    expect(desk.bench.feedback.note).toBeUndefined()
    desk.scan('odd')
    expect(desk.bench.feedback.note).toBeUndefined()
  })
})

describe('with no supply open', () => {
  const supplies = [supply(SUPPLY, { createdAt: NOW - 2 }), supply(OTHER_SUPPLY, { createdAt: NOW - 1 })]
  const shelf = { why: { kind: 'packer', reason: 'damaged' }, at: NOW, packerId: null } as const

  test('the one with the oldest order is offered by name, with what is on the shelf; "yes" opens it', () => {
    const elsewhere = { supplyId: OTHER_SUPPLY }
    const orders = [
      order(1, { createdAt: NOW - 5 }),
      order(2, { createdAt: NOW - 9 }, elsewhere),
      order(3, {}, { ...elsewhere, life: 'shelved', shelf }),
      newOrder(4)
    ]
    const desk = newDesk({ orders, supplies, supplyId: null })
    desk.command('acknowledge')
    expect(desk.message).toEqual({ code: 'openSupply', fresh: 1 })
    const name = `supply ${OTHER_SUPPLY}`
    const others = [`supply ${SUPPLY}`]
    const note = { code: 'leftSupply', supplyId: OTHER_SUPPLY, name, orders: 1, shelved: 1, others }
    expect(desk.bench.feedback.note).toEqual(note)
    desk.command('supplyDone')
    expect(desk.said).toBe('refused noSupply')
    expect(desk.bench.feedback.note).toEqual(note)
    desk.command('yes')
    expect(desk.bench.supplyId).toBe(OTHER_SUPPLY)
  })

  test('what a delivery left behind is named with it, shelved orders are counted before and after', () => {
    const desk = newDesk({
      orders: [packedOrder(1), order(2, { skus: [SCARF] }), order(3, {}, { life: 'shelved', shelf })]
    })
    desk.command('supplyDone')
    expect(desk.message).toMatchObject({ code: 'supplyUnfinished', orderIds: [2], shelved: 1 })
    desk.command('yes')
    expect(desk.bench.feedback.note).toBeUndefined()
    desk.sendAll()
    expect(desk.said).toBe('done supplyDelivered')
    expect(desk.bench.feedback.note).toMatchObject({ code: 'leftSupply', orders: 1, shelved: 1 })
  })

  test('the count follows the news', () => {
    const desk = newDesk({ orders: [order(1), order(2)], supplies, supplyId: null })
    desk.command('acknowledge')
    expect(desk.bench.feedback.note).toMatchObject({ orders: 2 })
    desk.act({ kind: 'statusesSeen', statuses: [{ orderId: 2, supplierStatus: 'cancel', wbStatus: 'canceled' }] })
    expect(desk.bench.feedback.note).toMatchObject({ orders: 1 })
  })

  test('"yes" with nothing offered is not asked for', () => {
    const desk = newDesk({ supplies: [], supplyId: null })
    desk.command('yes')
    expect(desk.said).toBe('refused notNow')
  })
})

test('whoever has to scan a badge is asked for it at once, and offered nothing before', () => {
  const desk = newDesk({ orders: [order(1)], supplyId: null })
  desk.act({ kind: 'settings', settings: { ...desk.bench.settings, signIn: true } })
  expect(desk.message).toEqual({ code: 'scanBadge' })
  expect(desk.bench.feedback.note).toBeUndefined()
  desk.scan(MUG)
  expect(desk.said).toBe('refused badgeFirst')
  desk.command('acknowledge')
  expect(desk.message).toEqual({ code: 'scanBadge' })
  desk.badge('7')
  expect(desk.said).toBe('goOn signedIn')
  expect(desk.bench.feedback.note).toMatchObject({ code: 'leftSupply' })
})
