import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OrderBook } from '../../../../shared/domain/orders/order-book.ts'
import { marks, marksOf } from '../../../../shared/domain/orders/order-marks.ts'
import { isMetaUnknown, isNew, isOver, isProblem } from '../../../../shared/domain/orders/orders.ts'
import type { Order } from '../../../../shared/domain/orders/orders.ts'
import { FBS } from '../../../../shared/domain/schemes/scheme.ts'
import { DBS, entry, newOrder, PICKUP } from '../assembly/builders.ts'

const change = fc.record({
  id: fc.integer({ min: 1, max: 12 }).map(id => id * 4096),
  orderUid: fc.constantFrom('', 'basket-1', 'basket-2'),
  skus: fc.uniqueArray(fc.constantFrom('111', '222', '333'), { maxLength: 2 }),
  createdAt: fc.integer({ min: 1, max: 3 }),
  metaKnown: fc.boolean(),
  scheme: fc.constantFrom(FBS, DBS, PICKUP),
  life: fc.constantFrom('fresh', 'claimed', 'packed', 'shipped', 'handed', 'shelved', 'cancelled'),
  supplierStatus: fc.constantFrom('new', 'confirm', 'complete', 'cancel'),
  supplyId: fc.constantFrom(null, 's1', 's2'),
  boxId: fc.constantFrom(undefined, 'b1', 'b2'),
  orderCode: fc.constantFrom('', 'code-1', 'code-2'),
  label: fc.constantFrom('none', 'printed'),
  sticker: fc.constantFrom(null, '', '*'),
  offices: fc.constantFrom([], ['Тула'], ['Тула', 'Калуга']),
  code: fc.constantFrom(null, 'kept', 'accepted', 'refused'),
  decision: fc.constantFrom(null, 'filled', 'pending', 'noSuchWord'),
  isPinned: fc.boolean()
} as const)

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

function orderOf(change: Change): Order {
  const { id, orderUid, skus, createdAt, metaKnown, offices, code, decision, isPinned, ...rest } = change
  const codes = code === null ? {} : { sgtin: entry('code', { state: code, decision }) }
  const { scheme, life, supplierStatus, supplyId, label, boxId, orderCode } = rest
  const barcode = rest.sticker === '*' ? `*${id}` : rest.sticker
  return newOrder(
    id,
    { orderUid, skus, createdAt, metaKnown, offices },
    {
      scheme: scheme.kind === 'pickup' ? { ...scheme, orderCode } : scheme,
      life,
      supplierStatus,
      supplyId,
      label,
      codes,
      sticker: barcode === null ? null : { partA: '1', partB: '2', barcode },
      ...(isPinned && { isPinned }),
      ...(boxId !== undefined && { boxId })
    }
  )
}

const byAge = (a: Order, b: Order) => a.facts.createdAt - b.facts.createdAt || a.facts.id - b.facts.id
const ids = (orders: Iterable<Order>) => [...orders].map(({ facts }) => facts.id).toSorted((a, b) => a - b)

test('what a book keeps is what counting anew gives, however its orders came to be as they are', () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 8 }), steps => {
      let book = OrderBook.of([])
      const truth = new Map<number, Order>()
      const everMarked = new Set<string>()
      for (const step of steps) {
        const before = { book, tally: book.tally, ids: ids(book.all()) }
        const orders = step.map(orderOf)
        for (const mark of orders.flatMap(marksOf)) everMarked.add(mark)
        book = book.with(orders)
        for (const order of orders) truth.set(order.facts.id, order)
        // The book from before is as it was.
        expect([before.book.tally, ids(before.book.all())]).toEqual([before.tally, before.ids])
      }
      const all = [...truth.values()]
      expect(book.size).toBe(all.length)
      expect(ids(book.all())).toEqual(ids(all))
      for (const order of all) expect(book.get(order.facts.id)).toBe(order)
      expect(book.tally).toEqual({
        fresh: all.filter(({ life }) => life === 'fresh').length,
        untouched: all.filter(isNew).length,
        problems: all.filter(isProblem).length,
        metaUnknown: all.filter(isMetaUnknown).length
      })
      const lists = Map.groupBy(
        all.flatMap(order => marksOf(order).map(mark => ({ mark, order }))),
        ({ mark }) => mark
      )
      for (const mark of everMarked) {
        const counted = (lists.get(mark) ?? []).map(({ order }) => order).toSorted(byAge)
        const kept = book.marked(mark)
        expect([...kept]).toEqual(counted)
        expect([book.count(mark), kept.size]).toEqual([counted.length, counted.length])
        expect([kept.first, kept.last]).toEqual([counted[0], counted.at(-1)])
        expect(kept.slice(1, 2)).toEqual(counted.slice(1, 3))
      }
      for (const supplyId of ['s1', 's2']) {
        const inside = all.filter(order => order.supplyId === supplyId)
        const count = (...lives: readonly string[]) => inside.filter(({ life }) => lives.includes(life)).length
        expect(book.supplyTally(supplyId)).toEqual({
          all: inside.length,
          packable: count('claimed', 'coded', 'stickered'),
          packed: count('packed'),
          shipped: count('shipped'),
          shelved: count('shelved'),
          cancelled: count('cancelled')
        })
        const offices = inside.filter(({ life }) => life !== 'cancelled').flatMap(({ facts }) => facts.offices)
        expect(new Set(book.officesOf(supplyId))).toEqual(new Set(offices))
        expect(ids(book.ofSupply(supplyId))).toEqual(ids(all.filter(order => order.supplyId === supplyId)))
        for (const boxId of ['b1', 'b2']) {
          const boxed = inside.filter(order => order.boxId === boxId && order.life !== 'cancelled')
          expect(book.count(marks.inBox(supplyId, boxId))).toBe(boxed.length)
        }
      }
      for (const orderUid of ['basket-1', 'basket-2']) {
        const inBasket = all.filter(({ facts, life }) => facts.orderUid === orderUid && !isOver(life))
        expect(book.inBasket(orderUid)).toBe(inBasket.length)
      }
      for (const orderCode of ['', 'code-1', 'code-2']) {
        const isOf = ({ scheme }: Order) => scheme.kind === 'pickup' && scheme.orderCode === orderCode
        const parcels = orderCode === '' ? [] : all.filter(isOf).toSorted(byAge)
        expect([...book.marked(marks.pickupCode(orderCode))]).toEqual(parcels)
        expect(book.byPickupCode(orderCode)).toBe(parcels.at(-1))
      }
      for (const order of all) {
        const { sticker } = order
        if (sticker !== null && sticker.barcode !== '') expect(book.bySticker(sticker.barcode)).toBe(order)
      }
      for (const sku of ['111', '222', '333']) {
        const fates = ['packable', 'fresh', 'left', 'over', 'shelved', 'cancelled'] as const
        const found = fates.flatMap(fate => [...book.marked(marks.thing(sku, fate))])
        expect(ids(found)).toEqual(ids(all.filter(({ facts }) => facts.skus.includes(sku))))
      }
    })
  )
})
