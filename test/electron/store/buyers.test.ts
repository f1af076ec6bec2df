import Sqlite from 'better-sqlite3'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { BuyerPart, StorePort } from '../../../electron/station/ports/ports.ts'
import { eraseBuyersInCopies } from '../../../electron/store/erase-copies.ts'
import { migrations } from '../../../electron/store/migrations/all.ts'
import { createSeal } from '../../../electron/store/seal.ts'
import { createStore } from '../../../electron/store/store.ts'
import { sumOf } from '../../../electron/store/sums.ts'
import { newOrder } from '../../shared/domain/assembly/builders.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { databasePath } from './fixtures.ts'

const ADDRESS = 'г. Самара, Канареечная ул., 7, кв. 12'
const NAME = 'Канарейкина Ольга'
const PHONE = '+7 900 111-22-33'
const CODE = '48151623'

const PARTS: readonly BuyerPart[] = [
  { kind: 'delivery', orderId: 1, address: ADDRESS },
  { kind: 'contact', orderId: 1, name: NAME, dials: [{ phone: PHONE, code: CODE }] }
]
const KEPT = { address: ADDRESS, contact: { name: NAME, dials: [{ phone: PHONE, code: CODE }] } }

function open(path: string, secret: string, former: string | null = null): StorePort {
  const seals = { seal: createSeal(secret), former: former === null ? null : createSeal(former) }
  const store = createStore({ path, log: quietLog, seals })
  onTestFinished(() => store.close())
  return store
}

test('what is kept of a buyer reads back, part by part, also after a restart', () => {
  const path = databasePath()
  const store = open(path, 'token')
  expect(store.buyer(1)).toBeNull()
  const [delivery, contact] = PARTS
  store.commit({ orders: [newOrder(1)], buyers: delivery ? [delivery] : [] })
  expect(store.buyer(1)).toEqual({ address: ADDRESS, contact: null })
  store.commit({ buyers: contact ? [contact] : [] })
  expect(store.buyer(1)).toEqual(KEPT)
  store.close()
  expect(open(path, 'token').buyer(1)).toEqual(KEPT)
})

test('nothing of a buyer stands in any file in the clear', () => {
  const path = databasePath()
  const store = open(path, 'token')
  store.commit({ orders: [newOrder(1)], buyers: PARTS })
  const look = () => readdirSync(dirname(path)).map(name => readFileSync(join(dirname(path), name)))
  const files = look()
  expect(files.length).toBeGreaterThan(1)
  store.close()
  for (const file of [...files, ...look()]) {
    for (const canary of [ADDRESS, NAME, PHONE, CODE, 'Канаре', '900 111']) {
      for (const encoding of ['utf8', 'utf16le'] as const) {
        expect(file.includes(Buffer.from(canary, encoding)), `${canary} as ${encoding}`).toBe(false)
      }
    }
  }
})

test.each(['shipped', 'cancelled'] as const)('a buyer goes with the order’s life: %s', life => {
  const store = open(databasePath(), 'token')
  store.commit({
    orders: [newOrder(1), newOrder(2)],
    buyers: [...PARTS, ...PARTS.map(part => ({ ...part, orderId: 2 }))]
  })
  store.commit({ orders: [{ ...newOrder(1), life }] })
  expect(store.buyer(1)).toBeNull()
  expect(store.buyer(2)).toEqual(KEPT)
})

test('a new token closes anew what the former one closed; without that one nothing is left', () => {
  const path = databasePath()
  const first = open(path, 'old token')
  first.commit({ orders: [newOrder(1)], buyers: PARTS })
  first.close()
  const second = open(path, 'new token', 'old token')
  expect(second.buyer(1)).toEqual(KEPT)
  second.close()
  const third = open(path, 'new token')
  expect(third.buyer(1)).toEqual(KEPT)
  third.close()
  const stranger = open(path, 'another token', 'a third one')
  expect(stranger.buyer(1)).toBeNull()
  stranger.close()
  expect(open(path, 'new token').buyer(1)).toBeNull()
})

test('what was closed for one order opens for no other', () => {
  const seal = createSeal('token')
  const closed = seal.close('contact 1', NAME)
  expect(seal.open('contact 1', closed)).toBe(NAME)
  expect(seal.open('contact 2', closed)).toBeNull()
  expect(
    seal.open(
      'contact 1',
      closed.map((byte, place) => (place === 20 ? byte ^ 1 : byte))
    )
  ).toBeNull()
  expect(seal.open('contact 1', closed.subarray(0, 10))).toBeNull()
  expect(createSeal('token').id).toBe(seal.id)
  expect(createSeal('tokem').id).not.toBe(seal.id)
})

function commented(id: number) {
  const order = newOrder(id)
  return { ...order, facts: { ...order.facts, comment: `Канарейка ${id}`.repeat(20) } }
}

/** What stands in the clear in the files beside a database, and in itself. */
function textsBeside(path: string): string {
  return readdirSync(dirname(path))
    .map(name => readFileSync(join(dirname(path), name)).toString('utf8'))
    .join('')
}

test('what a buyer wrote goes with its order’s life, is sealed while that lasts, and stands in no file', () => {
  const path = databasePath()
  const [done, still] = [commented(1), commented(2)]
  const store = open(path, 'token')
  store.commit({ orders: [done, still] })
  expect(textsBeside(path)).not.toContain('Канарейка')
  store.commit({ orders: [{ ...done, life: 'shipped' }] })
  expect([1, 2].map(id => store.order(id)?.facts.comment)).toEqual(['', still.facts.comment])
  store.close()
  expect(textsBeside(path)).not.toContain('Канарейка')
  const again = open(path, 'new token', 'token')
  expect(again.load(0).bench.orders.get(2)).toEqual(still)
  expect(again.order(1)?.facts.comment).toBe('')
  again.commit({ orders: [{ ...still, facts: { ...still.facts, comment: '' } }] })
  expect(again.order(2)?.facts.comment).toBe('')
  again.close()
  expect(open(path, 'token').order(2)?.facts.comment).toBe('')
})

test('a comment that nobody can open is empty, and its order is whole', () => {
  const path = databasePath()
  const first = open(path, 'token')
  first.commit({ orders: [commented(1)] })
  first.close()
  expect(open(path, 'another token').load(0).bench.orders.get(1)).toEqual(newOrder(1))
})

test('an order whose row is damaged keeps what its buyer wrote', () => {
  const path = databasePath()
  const order = { ...commented(1), life: 'packed' } as const
  const first = open(path, 'token')
  first.commit({ orders: [order] })
  first.close()
  const database = new Sqlite(path)
  database.exec("UPDATE orders SET own = 'x'")
  database.close()
  for (const _ of [1, 2]) {
    const store = open(path, 'token')
    expect(store.load(0).bench.orders.get(1)?.facts.comment).toBe(order.facts.comment)
    store.close()
  }
})

test('comments that an older version kept in the clear are sealed at the first start, those of orders that are over erased; sums still tell a flipped byte', () => {
  const path = databasePath()
  const orders = [commented(1), { ...commented(2), life: 'shipped' }, commented(3), newOrder(4)] as const
  const first = open(path, 'token')
  first.commit({ orders })
  first.close()
  // As the version before left it.
  const older = new Sqlite(path)
  const before = migrations.findIndex(sql => sql.includes('CREATE TABLE buyer_comments'))
  older.exec(`DROP TABLE buyer_comments; PRAGMA user_version = ${before}`)
  older.function('sum_of', (kind, own) => sumOf(String(own), sumOf(String(kind))))
  for (const { facts } of orders) {
    older
      .prepare("UPDATE orders SET own = json_set(own, '$.facts.comment', ?) WHERE id = ?")
      .run(facts.comment, facts.id)
  }
  const sums = '(SELECT sum_of(order_kinds.body, orders.own) FROM order_kinds WHERE order_kinds.id = orders.kind)'
  older.exec(
    `UPDATE orders SET sum = ${sums}; UPDATE orders SET own = replace(own, '"price":', '"Price":') WHERE id = 3`
  )
  older.close()
  expect(textsBeside(path)).toContain('Канарейка')

  const errors: object[] = []
  const seals = { seal: createSeal('token'), former: null }
  const store = createStore({ path, log: { ...quietLog, error: facts => errors.push(facts) }, seals })
  const loaded = store.load(0).bench.orders
  expect([1, 4].map(id => loaded.get(id))).toEqual([orders[0], orders[3]])
  expect(store.order(2)?.facts.comment).toBe('')
  expect(errors).toEqual([{ table: 'orders', key: '3', problem: 'a byte has changed' }])
  store.close()
  const now = new Sqlite(path)
  now.function('sum_of', (kind, own) => sumOf(String(own), sumOf(String(kind))))
  expect(now.prepare(`SELECT id FROM orders WHERE sum IS ${sums} ORDER BY id`).pluck().all()).toEqual([1, 2, 4])
  now.close()
  // The copy of before has what it had, until the next hour.
  expect(readFileSync(`${path}.v${before}.backup`).toString('utf8')).toContain('Канарейка')
  eraseBuyersInCopies(path)
  expect(textsBeside(path)).not.toContain('Канарейка')
})
