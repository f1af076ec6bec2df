import { expect, test } from 'vitest'
import { openDatabase } from '../../../electron/store/database.ts'
import { migrations } from '../../../electron/store/migrations/all.ts'
import { FBS } from '../../../shared/domain/schemes/scheme.ts'
import type { OrderLife } from '../../../shared/domain/orders/orders.ts'
import type { Round } from '../../../shared/domain/orders/rounds.ts'
import { DBS, newOrder, shippedOrder } from '../../shared/domain/assembly/builders.ts'
import { DAY, databasePath, intent, NOON, openStore, order } from './fixtures.ts'

const ROUND: Round = { kind: 'round', id: 'round-1', scheme: 'dbs', name: 'one', createdAt: NOON, state: 'open' }
/** Longer ago than what is finished stays in memory. */
const LONG_AGO = NOON - 30 * DAY

test('orders of the version before are of one scheme; those that were over long ago stay out of memory', () => {
  const path = databasePath()
  const older = openDatabase(path, migrations.slice(0, 7))
  const insert = older.prepare(
    'INSERT INTO orders (id, life, supply_id, created_at, article, sticker_barcode, body) VALUES (?, ?, ?, ?, ?, ?, ?)'
  )
  const write = (id: number, life: OrderLife, at: number) => {
    const { scheme: _, ...body } = order(id, { life }, at)
    insert.run(id, life, null, at, 'TEA-12', null, JSON.stringify(body))
  }
  write(1, 'claimed', LONG_AGO)
  write(2, 'shipped', LONG_AGO)
  write(3, 'cancelled', LONG_AGO)
  write(4, 'shipped', NOON)
  const { scheme: _, ...queued } = { scheme: null, ...intent('code', 1, { kind: 'waiting', attempts: 0, why: null }) }
  older
    .prepare('INSERT INTO intents (id, seq, pending, body) VALUES (?, ?, 1, ?)')
    .run('code', 1, JSON.stringify(queued))
  older.close()

  const store = openStore(path)
  const { bench, intents } = store.load(NOON)
  expect([...bench.orders.all()].map(({ facts, life, scheme }) => ({ id: facts.id, life, scheme }))).toEqual([
    { id: 1, life: 'claimed', scheme: FBS },
    { id: 4, life: 'shipped', scheme: FBS }
  ])
  expect(bench.rounds).toEqual(new Map())
  expect(intents).toEqual([queued])
  // And it takes what the older one could not.
  store.commit({ rounds: new Map([[ROUND.id, ROUND]]) })
  expect(store.load(NOON).bench.rounds.get(ROUND.id)).toEqual(ROUND)
})

test('what a courier has stays in memory until its way has ended, and its round with it', () => {
  const store = openStore(databasePath())
  const onWay = shippedOrder(1, DBS, { supplyId: ROUND.id })
  const old = (facts: typeof onWay.facts) => ({ ...facts, createdAt: LONG_AGO })
  store.commit({
    orders: [
      { ...onWay, facts: old(onWay.facts) },
      { ...newOrder(2), facts: old(newOrder(2).facts), life: 'cancelled' }
    ],
    rounds: new Map([[ROUND.id, { ...ROUND, createdAt: LONG_AGO, state: 'left' }]])
  })
  const { orders, rounds } = store.load(NOON + 60 * DAY).bench
  expect([...orders.all()].map(({ facts }) => facts.id)).toEqual([1])
  expect([...rounds.keys()]).toEqual([ROUND.id])
})
