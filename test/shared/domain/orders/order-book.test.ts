import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OrderBook } from '../../../../shared/domain/orders/order-book.ts'
import { isMetaUnknown, isNew, isProblem } from '../../../../shared/domain/orders/orders.ts'
import type { Order } from '../../../../shared/domain/orders/orders.ts'
import { newOrder } from '../assembly/builders.ts'

const change = fc.record({
  id: fc.integer({ min: 1, max: 12 }).map(id => id * 4096),
  skus: fc.uniqueArray(fc.constantFrom('111', '222', '333'), { maxLength: 2 }),
  createdAt: fc.integer({ min: 1, max: 3 }),
  metaKnown: fc.boolean(),
  life: fc.constantFrom('fresh', 'claimed', 'packed', 'shipped', 'shelved', 'cancelled'),
  supplierStatus: fc.constantFrom('new', 'confirm', 'complete', 'cancel'),
  supplyId: fc.constantFrom(null, 's1', 's2'),
  label: fc.constantFrom('none', 'printed')
} as const)

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

function orderOf({ id, skus, createdAt, metaKnown, life, supplierStatus, supplyId, label }: Change): Order {
  return newOrder(id, { skus, createdAt, metaKnown }, { life, supplierStatus, supplyId, label })
}

const ids = (orders: Iterable<Order>) => [...orders].map(({ facts }) => facts.id).toSorted((a, b) => a - b)

test('what a book keeps is what counting anew gives, however its orders came to be as they are', () => {
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 8 }), steps => {
      let book = OrderBook.of([])
      const truth = new Map<number, Order>()
      for (const step of steps) {
        const before = { book, tally: book.tally, ids: ids(book.all()) }
        const orders = step.map(orderOf)
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
      for (const supplyId of ['s1', 's2']) {
        expect(ids(book.ofSupply(supplyId))).toEqual(ids(all.filter(order => order.supplyId === supplyId)))
      }
      expect(ids(book.inSupplies())).toEqual(ids(all.filter(order => order.supplyId !== null)))
      for (const sku of ['111', '222', '333']) {
        const found = book.byBarcode(sku)
        expect(ids(found)).toEqual(ids(all.filter(({ facts }) => facts.skus.includes(sku))))
        expect(found.map(({ facts }) => facts.createdAt)).toEqual(
          found.map(({ facts }) => facts.createdAt).toSorted((a, b) => a - b)
        )
      }
    })
  )
})
