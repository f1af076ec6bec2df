import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import type { StorePort } from '../../../electron/station/ports/ports.ts'
import { openDatabase } from '../../../electron/store/database.ts'
import { migrations } from '../../../electron/store/migrations/all.ts'
import { createSeal } from '../../../electron/store/seal.ts'
import { createStore } from '../../../electron/store/store.ts'
import type { Intent } from '../../../shared/domain/intents.ts'
import { newOrder } from '../../shared/domain/assembly/builders.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { databasePath, NOON } from './fixtures.ts'

const CODE = '481516'
const WAITING = { kind: 'waiting', attempts: 0, why: null } as const

function open(path: string, secret = 'token', former: string | null = null): StorePort {
  const seals = { seal: createSeal(secret), former: former === null ? null : createSeal(former) }
  const store = createStore({ path, log: quietLog, seals })
  onTestFinished(() => store.close())
  return store
}

function handOver(state: Intent['state'], id = 'hand', seq = 1): Intent {
  const body = { kind: 'handOver', scheme: 'dbs', orderId: 1, outcome: 'receive', code: CODE } as const
  return { id, seq, body, bornAt: NOON, packerId: null, state }
}

function stands(path: string): boolean {
  return ['', '-wal'].some(end => {
    try {
      return readFileSync(path + end).includes(CODE)
    } catch {
      // A closed database has no log beside it.
      return false
    }
  })
}

test('the code that a buyer said reads back after a restart, and stands in no file', () => {
  const path = databasePath()
  const store = open(path)
  store.commit({ orders: [newOrder(1)], intents: [handOver(WAITING)] })
  expect(stands(path)).toBe(false)
  store.close()
  expect(stands(path)).toBe(false)
  expect(open(path).load(NOON).intents).toEqual([handOver(WAITING)])
})

test('it goes with the order’s life, in the decision that ends it', () => {
  const store = open(databasePath())
  store.commit({ orders: [newOrder(1)], intents: [handOver(WAITING)] })
  const done = handOver({ kind: 'done', at: NOON })
  store.commit({ orders: [{ ...newOrder(1), life: 'handed' }], intents: [done] })
  const page = { pending: false, offset: 0, limit: 10 }
  expect(store.intents(page)).toEqual([{ ...done, body: { ...done.body, code: null } }])
})

test('a new token closes anew what the former one closed; without that one the buyer is to be asked again', () => {
  const path = databasePath()
  const first = open(path, 'old')
  first.commit({ orders: [newOrder(1)], intents: [handOver(WAITING)] })
  first.close()
  const second = open(path, 'new', 'old')
  expect(second.load(NOON).intents[0]?.body).toMatchObject({ code: CODE })
  second.close()
  expect(open(path, 'another').load(NOON).intents[0]?.body).toMatchObject({ kind: 'handOver', code: null })
})

test('codes that the version before kept in the clear are sealed, and leave nothing behind', () => {
  const path = databasePath()
  const older = openDatabase(path, migrations.slice(0, 9))
  const insert = older.prepare('INSERT INTO intents (id, seq, pending, body) VALUES (?, ?, ?, ?)')
  for (const [seq, state] of [WAITING, { kind: 'done', at: NOON } as const].entries()) {
    const old = handOver(state, `hand-${seq}`, seq)
    insert.run(old.id, seq, Number(state.kind === 'waiting'), JSON.stringify(old))
  }
  older.close()
  expect(stands(path)).toBe(true)
  const store = open(path)
  expect(store.load(NOON).intents).toEqual([handOver(WAITING, 'hand-0', 0)])
  store.close()
  expect(stands(path)).toBe(false)
})
