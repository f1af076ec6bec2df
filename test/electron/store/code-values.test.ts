import { expect, test } from 'vitest'
import { openDatabase } from '../../../electron/store/database.ts'
import { migrations } from '../../../electron/store/migrations/all.ts'
import { databasePath, intent, NOON, openStore, order } from './fixtures.ts'

const WAITING = { kind: 'waiting', attempts: 0, why: null } as const
const ENTRY = { at: NOON, packerId: null, state: 'queued', decision: null } as const

test('a code of the version before, and the wish to set it, become lists of one', () => {
  const path = databasePath()
  const older = openDatabase(path, migrations.slice(0, 10))
  const insert = older.prepare(
    'INSERT INTO orders (id, life, supply_id, created_at, article, sticker_barcode, body) VALUES (?, ?, ?, ?, ?, ?, ?)'
  )
  const code = '010460001242486121abc\u001d91EE06\u001d92"\\'
  const now = { sgtin: { values: [code], ...ENTRY }, expiration: { values: ['01.12.2027'], ...ENTRY } }
  const before = { sgtin: { value: code, ...ENTRY }, expiration: { value: '01.12.2027', ...ENTRY } }
  const [coded, bare] = [order(1, { life: 'coded', codes: now }), order(2, { life: 'claimed' })]
  for (const one of [{ ...coded, codes: before }, bare]) {
    insert.run(one.facts.id, one.life, null, NOON, 'TEA-12', null, JSON.stringify(one))
  }
  const wish = { ...intent('wish', 1, WAITING), body: { kind: 'setMeta', orderId: 1, key: 'sgtin', values: [code] } }
  const other = intent('other', 2, WAITING)
  const { values: _, ...body } = wish.body
  const queue = older.prepare('INSERT INTO intents (id, seq, pending, body) VALUES (?, ?, 1, ?)')
  queue.run('wish', 1, JSON.stringify({ ...wish, body: { ...body, value: code } }))
  queue.run('other', 2, JSON.stringify(other))
  older.close()

  const { bench, intents } = openStore(path).load(NOON)
  expect([...bench.orders.all()]).toEqual([coded, bare])
  expect(intents).toEqual([wish, other])
})
