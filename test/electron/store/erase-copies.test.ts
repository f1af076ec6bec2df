import Sqlite from 'better-sqlite3'
import { copyFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { backupsOf, backUpNow } from '../../../electron/store/backups.ts'
import { eraseBuyersInCopies } from '../../../electron/store/erase-copies.ts'
import { migrations } from '../../../electron/store/migrations/all.ts'
import { databasePath, openStore } from './fixtures.ts'

function buyersIn(path: string): readonly unknown[] {
  const database = new Sqlite(path)
  const found = database.prepare('SELECT order_id FROM buyers UNION SELECT order_id FROM buyer_codes').pluck().all()
  database.close()
  return found
}

test('a buyer who was erased is erased in copies and in what was moved aside, those of open orders stay', () => {
  const path = databasePath()
  openStore(path).commit({
    buyers: [1, 2].map(orderId => ({ kind: 'delivery', orderId, address: 'a' }))
  })
  const database = new Sqlite(path)
  database.exec("INSERT INTO buyer_codes (intent_id, order_id, key_id, sealed) VALUES ('i', 1, 'k', x'00')")
  backUpNow(path, 5, migrations.length)
  const copies = [`${path}.at-5.backup`, `${path}.v3.backup`, `${path}.damaged-7`]
  for (const copy of copies.slice(1)) copyFileSync(`${path}.at-5.backup`, copy)
  utimesSync(`${path}.v3.backup`, 3, 3)
  writeFileSync(`${path}.damaged-8`, 'x'.repeat(9000))
  database.exec('DELETE FROM buyers WHERE order_id = 1; DELETE FROM buyer_codes')
  database.close()
  expect(copies.map(buyersIn)).toEqual(copies.map(() => [1, 2]))
  eraseBuyersInCopies(path)
  expect(copies.map(buyersIn)).toEqual(copies.map(() => [2]))
  // Which copy is the newest does not change.
  expect(statSync(`${path}.v3.backup`).mtimeMs).toBe(3000)
  expect(backupsOf(path)).toHaveLength(2)
})
