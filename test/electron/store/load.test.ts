import { marks } from '../../../shared/domain/orders/order-marks.ts'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../electron/store/database.ts'
import { createStore } from '../../../electron/store/store.ts'
import type { Bench } from '../../../shared/domain/bench.ts'
import type { Supply } from '../../../shared/domain/orders/supplies.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { databasePath, DAY, entry, intent, job, NOON, openStore, order, supplies, supply } from './fixtures.ts'

const ids = (bench: Bench) => [...bench.orders.all()].map(one => one.facts.id)

test('finished orders stay in memory for seven days from their creation, open ones for good', () => {
  const store = openStore(':memory:')
  const young = NOON - 7 * DAY
  const old = young - 1
  store.commit({
    orders: [
      order(1, { life: 'shipped' }, young),
      order(2, { life: 'shipped' }, old),
      order(3, { life: 'cancelled' }, young),
      order(4, { life: 'cancelled' }, old),
      order(5, { life: 'packed' }, old - 90 * DAY),
      order(6, { life: 'shelved' }, old)
    ]
  })
  expect(ids(store.load(NOON).bench).toSorted()).toEqual([1, 3, 5, 6])
})

test('a label that came as a PDF goes with its order, when nothing can ask for it any more', () => {
  const store = openStore(':memory:')
  const old = NOON - 7 * DAY - 1
  const pdf = Uint8Array.of(1)
  store.commit({
    orders: [
      order(1, { life: 'shipped' }, NOON),
      order(2, { life: 'shipped' }, old),
      order(3, { life: 'packed' }, old)
    ],
    borderLabels: [1, 2, 3].map(orderId => ({ orderId, pdf }))
  })
  store.load(NOON)
  expect([1, 2, 3].map(id => store.borderLabel(id)?.length)).toEqual([1, undefined, 1])
})

test('supplies are loaded until seven days after their delivery, and as long as an order names them', () => {
  const store = openStore(':memory:')
  const commitAt = (at: number, ...all: readonly Supply[]) =>
    store.commit({ entry: { ...entry(`at-${at}`), at }, supplies: supplies(...all) })
  commitAt(
    NOON - 40 * DAY,
    supply('open', 'open', 1),
    supply('old', 'delivered', 1),
    supply('named', 'delivered', 1),
    supply('late', 'closing', 1)
  )
  commitAt(NOON - 7 * DAY, supply('late', 'delivered', 1), supply('old', 'delivered', 1))
  store.commit({ orders: [order(1, { supplyId: 'named' })] })
  expect([...store.load(NOON).bench.supplies.keys()].toSorted()).toEqual(['late', 'named', 'open'])
  expect([...store.load(NOON + 1).bench.supplies.keys()].toSorted()).toEqual(['named', 'open'])
})

test('the jobs in memory are the open ones and the newest of each order in memory', () => {
  const store = openStore(':memory:')
  const confirmed = { kind: 'confirmed', at: NOON, by: 'printer' } as const
  store.commit({
    orders: [order(1), order(2, { life: 'shipped' }, 1)],
    jobs: [
      job('first', 1, 1, confirmed),
      job('doubted', 2, 1, { kind: 'uncertain', why: 'noAnswer' }),
      job('newest', 3, 1, { kind: 'failed', why: 'paperOut', at: NOON }),
      job('of-old-order', 4, 2, confirmed),
      job('test-label', 5, null, confirmed),
      job('going-out', 6, null, { kind: 'sending' })
    ]
  })
  expect([...store.load(NOON).bench.jobs.keys()]).toEqual(['doubted', 'newest', 'going-out'])
  store.commit({ jobs: [job('doubted', 2, 1, confirmed)] })
  expect([...store.load(NOON).bench.jobs.keys()]).toEqual(['newest', 'going-out'])
  expect(store.jobs({ offset: 1, limit: 2 }).map(one => one.id)).toEqual(['test-label', 'of-old-order'])
})

test('pending intents come in order of birth, pages newest first', () => {
  const store = openStore(':memory:')
  const waiting = { kind: 'waiting', attempts: 0, why: null } as const
  store.commit({
    intents: [
      intent('c', 30, { kind: 'parked', why: 'attempts', attempts: 9 }),
      intent('a', 4, waiting),
      intent('b', 5, { kind: 'done', at: NOON }),
      intent('d', 200, { kind: 'sending', attempts: 1 })
    ]
  })
  const page = (pending: boolean, offset = 0) => store.intents({ pending, offset, limit: 2 }).map(one => one.id)
  expect(store.load(NOON).intents.map(one => one.id)).toEqual(['a', 'c', 'd'])
  expect([page(true), page(true, 2), page(false), page(false, 2)]).toEqual([['d', 'c'], ['a'], ['d', 'c'], ['b', 'a']])
  store.commit({ intents: [intent('a', 4, { kind: 'withdrawn', at: NOON })] })
  expect(store.load(NOON).intents.map(one => one.id)).toEqual(['c', 'd'])
})

test('the history of an order and of the station, newest first', () => {
  const store = openStore(':memory:')
  for (const [id, orderId] of [
    ['a', 1],
    ['b', null],
    ['c', 2],
    ['d', 1]
  ] as const)
    store.commit({ entry: entry(id, orderId) })
  expect(store.history({ orderId: 1, offset: 0, limit: 9 }).map(one => one.id)).toEqual(['d', 'a'])
  expect(store.history({ orderId: null, offset: 1, limit: 2 }).map(one => one.id)).toEqual(['c', 'b'])
  expect(store.history({ orderId: null, before: 'c', offset: 0, limit: 9 }).map(one => one.id)).toEqual(['b', 'a'])
  expect(store.history({ orderId: null, before: 'a', offset: 0, limit: 9 })).toEqual([])
  expect(store.history({ orderId: 2, offset: 0, limit: 1 })).toEqual([entry('c', 2)])
})

test('ten thousand orders load, each found by barcode and sticker', () => {
  const store = openStore(databasePath())
  const orders = Array.from({ length: 10_000 }, (_, n) =>
    order(n + 1, { sticker: { partA: '1', partB: `${n}`, barcode: `*${n}` }, life: 'claimed' })
  )
  store.commit({ orders })
  const { bench } = store.load(NOON)
  expect(bench.orders.size).toBe(10_000)
  expect(bench.orders.bySticker('*9999')).toEqual(orders[9999])
  expect([...bench.orders.marked(marks.thing('4600000000008', 'packable'))]).toHaveLength(10_000)
})

test('a damaged row is left out, logged without its values, and kept', () => {
  const path = databasePath()
  const first = createStore({ path, log: quietLog })
  first.commit({ orders: [order(1), order(2), order(3)], packers: new Map([['A1', { id: 'A1', name: 'Anya' }]]) })
  first.close()
  const database = openDatabase(path)
  // As an older version would have written them: without a sum.
  database.exec(`UPDATE orders SET own = json_set(own, '$.packedAt', 'secret-value'), sum = NULL WHERE id = 2`)
  database.exec(`UPDATE desk SET body = '[{"id":', sum = NULL WHERE key = 'packers'`)
  database.close()

  const logged: object[] = []
  const store = openStore(path, { ...quietLog, error: facts => logged.push(facts) })
  const { bench } = store.load(NOON)
  expect(ids(bench)).toEqual([1, 3])
  expect(bench.packers).toEqual(new Map())
  expect(logged).toEqual([
    { table: 'desk', key: 'packers', problem: 'not JSON' },
    { table: 'orders', key: '2', problem: 'packedAt: invalid_type' }
  ])

  store.load(NOON)
  store.commit({ orders: [order(2)] })
  const kept = openDatabase(path)
  const rows = kept.prepare('SELECT table_name, key, body FROM damaged ORDER BY table_name').all()
  kept.close()
  expect(rows).toEqual([
    { table_name: 'desk', key: 'packers', body: JSON.stringify({ body: '[{"id":', sum: null }) },
    { table_name: 'orders', key: '2', body: expect.stringContaining('secret-value') }
  ])
  expect(ids(store.load(NOON).bench)).toEqual([1, 2, 3])
})

test('what lies on the table but is not there any more is taken off it', () => {
  const store = openStore(':memory:')
  const table = { orderId: 1, entry: 'item', undo: [], question: null, lastOrderId: null, skipped: [] } as const
  const desk = { ...store.load(NOON).bench, table, supplyId: 'gone', packerId: 'gone' }
  store.commit({ desk })
  expect(store.load(NOON).bench).toMatchObject({ table: { orderId: null }, supplyId: null, packerId: null })
  store.commit({
    orders: [order(1)],
    desk: { ...desk, table: { ...table, question: { kind: 'labelInHand', jobId: 'gone' } } }
  })
  expect(store.load(NOON).bench.table).toEqual(table)
})
