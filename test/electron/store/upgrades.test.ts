import { existsSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { openDatabase, type Database } from '../../../electron/store/database.ts'
import { migrations } from '../../../electron/store/migrations/all.ts'
import { createSeal } from '../../../electron/store/seal.ts'
import { createStore } from '../../../electron/store/store.ts'
import type { StorePort } from '../../../electron/station/ports/ports.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { databasePath, NOON } from './fixtures.ts'
import { expectedOf } from './upgrades/expected.ts'
import { fill, sumThen, TOKEN } from './upgrades/frozen-rows.ts'
import { readAll } from './upgrades/read-all.ts'

/* A database of each version, with rows as that version wrote them, under today's program. */

/** The newest is among them, so that whoever adds a migration freezes the rows of its version too. */
const VERSIONS = migrations.map((_, index) => index + 1)

function openAt(path: string, version: number): Database {
  return openDatabase(path, migrations.slice(0, version))
}

/** Every row of every table, by the table's name. */
function dump(database: Database): ReadonlyMap<string, readonly unknown[]> {
  const names = database.prepare(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`
  )
  return new Map(
    names
      .pluck()
      .all()
      .map(name => [String(name), database.prepare(`SELECT * FROM ${String(name)}`).all()])
  )
}

function olderDatabase(version: number) {
  const path = databasePath()
  const older = openAt(path, version)
  fill(older, version)
  const rows = dump(older)
  older.close()
  return { path, rows }
}

function open(path: string, said: unknown[]): StorePort {
  const say = (told: object, message: string) => void said.push({ ...told, message })
  const store = createStore({
    path,
    log: { ...quietLog, warn: say, error: say },
    seals: { seal: createSeal(TOKEN), former: null }
  })
  onTestFinished(() => store.close())
  return store
}

const summedSchema = z.array(z.object({ text: z.string(), sum: z.number().nullable(), before: z.string().nullable() }))

/** Texts that stand beside the sum of another one; rows that nobody has written since there are sums have none. */
function wrongSums(path: string): readonly unknown[] {
  const database = openDatabase(path)
  const texts = ['supplies', 'rounds', 'intents', 'jobs', 'desk', 'order_kinds'].map(
    table => `SELECT body AS text, sum, NULL AS before FROM ${table}`
  )
  const orders =
    'SELECT own AS text, orders.sum, body AS before FROM orders JOIN order_kinds ON order_kinds.id = orders.kind'
  const rows = summedSchema.parse(database.prepare([...texts, orders].join(' UNION ALL ')).all())
  database.close()
  return rows.filter(
    ({ text, sum, before }) => sum !== null && sum !== sumThen(text, before === null ? undefined : sumThen(before))
  )
}

test.each(VERSIONS)('a database of version %i has rows in each of its tables', version => {
  const { rows } = olderDatabase(version)
  // What could not be read is the one table that is empty in a whole database.
  expect([...rows].filter(([name, its]) => its.length === 0 && name !== 'damaged')).toEqual([])
})

test.each(VERSIONS)('all that version %i wrote is there today, and nothing is set aside', version => {
  const { path } = olderDatabase(version)
  const said: unknown[] = []
  expect(readAll(open(path, said))).toEqual(expectedOf(version))
  expect(said).toEqual([])
})

test.each(VERSIONS.slice(0, -1))('a database of version %i is copied as it was before it is changed', version => {
  const { path, rows } = olderDatabase(version)
  open(path, []).close()
  const copy = openAt(`${path}.v${version}.backup`, version)
  onTestFinished(() => void copy.close())
  expect(copy.pragma('user_version', { simple: true })).toBe(version)
  expect(dump(copy)).toEqual(rows)
})

test('a database of this version needs no copy', () => {
  const { path } = olderDatabase(migrations.length)
  open(path, []).close()
  expect(existsSync(`${path}.v${migrations.length}.backup`)).toBe(false)
})

test.each(VERSIONS)('what version %i wrote is written back with right sums, and reads as before', version => {
  const { path } = olderDatabase(version)
  const store = open(path, [])
  const { bench, intents } = store.load(NOON)
  store.close()
  expect(wrongSums(path)).toEqual([])

  const again = open(path, [])
  const { orders, jobs, ...rest } = bench
  again.commit({ ...rest, orders: [...orders.all()], jobs: [...jobs.values()], intents })
  again.close()
  expect(wrongSums(path)).toEqual([])
  const said: unknown[] = []
  expect(open(path, said).load(NOON)).toEqual({ bench, intents, isDamaged: false })
  expect(said).toEqual([])
})
