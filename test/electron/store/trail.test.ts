import { expect, test } from 'vitest'
import { openDatabase } from '../../../electron/store/database.ts'
import { migrations } from '../../../electron/store/migrations/all.ts'
import type { Intent } from '../../../shared/domain/intents.ts'
import { databasePath, DAY, intent, job, NOON, openStore, order } from './fixtures.ts'

const DONE = { kind: 'done', at: NOON } as const
const PAGE = { offset: 0, limit: 10 }

/** Of two orders at once. */
const bulk: Intent = { ...intent('bulk', 2, DONE), body: { kind: 'addToSupply', supplyId: 's', orderIds: [1, 2] } }

test('changes at the marketplace are found by each order that they name, those of the version before too', () => {
  const path = databasePath()
  const older = openDatabase(path, migrations.slice(0, 13))
  const insert = older.prepare('INSERT INTO intents (id, seq, pending, body) VALUES (?, ?, 0, ?)')
  for (const one of [intent('single', 1, DONE), bulk]) insert.run(one.id, one.seq, JSON.stringify(one))
  insert.run('spoilt', 3, 'no JSON')
  older.close()
  const store = openStore(path)
  const of = (orderId: number) => store.intents({ pending: false, orderId, ...PAGE }).map(({ id }) => id)
  expect([of(1), of(2), of(3)]).toEqual([['bulk', 'single'], ['bulk'], []])
  store.commit({ intents: [{ ...intent('new', 4, DONE), body: { kind: 'deleteMeta', orderId: 2, key: 'imei' } }] })
  // What is left of it is about the second alone.
  store.commit({ intents: [{ ...bulk, body: { kind: 'addToSupply', supplyId: 's', orderIds: [2] } }] })
  expect([of(1), of(2)]).toEqual([['single'], ['new', 'bulk']])
})

test('an order that memory has forgotten is read with its statuses and its stickers', () => {
  const store = openStore(databasePath())
  const old = order(1, { life: 'shipped', supplierStatus: 'complete' }, NOON - 30 * DAY)
  const told = (at: number, supplierStatus: string) => ({ orderId: 1, at, supplierStatus, wbStatus: 'waiting' })
  store.commit({
    orders: [old],
    statuses: [told(1, 'confirm')],
    jobs: [job('a', 1, 1, DONE_JOB), job('b', 2, 9, DONE_JOB)]
  })
  store.commit({ statuses: [told(2, 'complete'), { ...told(3, 'new'), orderId: 9 }] })
  expect(store.load(NOON).bench.orders.get(1)).toBeUndefined()
  expect(store.order(1)).toEqual(old)
  expect(store.order(2)).toBeNull()
  expect(store.statuses(1)).toEqual([told(1, 'confirm'), told(2, 'complete')])
  expect(store.jobs({ orderId: 1, ...PAGE }).map(({ id }) => id)).toEqual(['a'])
})

const DONE_JOB = { kind: 'confirmed', at: NOON, by: 'printer' } as const
