import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../electron/store/database.ts'
import { migrations } from '../../../electron/store/migrations/all.ts'
import type { Order } from '../../../shared/domain/orders/orders.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { openOrder } from './arbitraries.ts'
import { databasePath, NOON, openStore, order } from './fixtures.ts'

/** Versions whose rows held the whole order in one text. */
const BEFORE = migrations.slice(0, 11)

/** A database of the version before. */
function olderDatabase(bodies: ReadonlyMap<number, string>): string {
  const path = databasePath()
  const older = openDatabase(path, BEFORE)
  const insert = older.prepare(`
    INSERT INTO orders (id, life, over, supply_id, created_at, article, sticker_barcode, body)
    VALUES (?, 'fresh', 0, NULL, 1, '', NULL, ?)`)
  for (const [id, body] of bodies) insert.run(id, body)
  older.close()
  return path
}

test('orders of the version before come back as they went in, whatever their texts hold', () => {
  fc.assert(
    fc.property(fc.uniqueArray(openOrder, { selector: one => one.facts.id, maxLength: 5 }), orders => {
      const path = olderDatabase(new Map(orders.map(one => [one.facts.id, JSON.stringify(one)])))
      const store = openStore(path)
      const found = new Map([...store.load(NOON).bench.orders.all()].map(one => [one.facts.id, one]))
      expect(found).toEqual(new Map(orders.map(one => [one.facts.id, one])))
      store.close()
    }),
    { numRuns: 20 }
  )
})

test('what was no order before stays where it is, and is told', () => {
  const { createdAt: _, ...facts } = order(2).facts
  const bodies = [JSON.stringify(order(1)), JSON.stringify({ ...order(2), facts }), '{"facts":', '7']
  const logged: object[] = []
  const path = olderDatabase(new Map(bodies.map((body, place) => [place + 1, body])))
  const store = openStore(path, { ...quietLog, error: told => logged.push(told) })
  expect([...store.load(NOON).bench.orders.all()]).toEqual([order(1)])
  expect(logged).toMatchObject([
    { table: 'orders', key: '2', problem: 'facts.createdAt: invalid_type' },
    { table: 'orders', key: '3', problem: 'not JSON' },
    { table: 'orders', key: '4' }
  ])
})

test('orders of one kind come back each with what is its own', () => {
  const store = openStore(databasePath())
  const codes = { sgtin: { values: ['01'], at: 1, packerId: null, state: 'kept', decision: null } } as const
  const orders: readonly Order[] = [
    order(1),
    order(2, { supplyId: 's1', codes, packedAt: 5 }),
    { ...order(3), facts: { ...order(3).facts, price: 7, comment: 'gift', orderUid: 'other' } }
  ]
  store.commit({ orders })
  const [one, two, three] = [1, 2, 3].map(id => store.load(NOON).bench.orders.get(id))
  expect([one, two, three]).toEqual(orders)
  store.commit({ orders: [{ ...order(1), life: 'packed' }] })
  expect([1, 2].map(id => store.load(NOON).bench.orders.get(id)?.life)).toEqual(['packed', 'fresh'])
})
