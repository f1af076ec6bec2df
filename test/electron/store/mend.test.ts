import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { backUpNow } from '../../../electron/store/backups.ts'
import { beginAnew, restoreBackup } from '../../../electron/store/mend.ts'
import { migrations } from '../../../electron/store/migrations/all.ts'
import { readSeen } from '../../../electron/store/seen-file.ts'
import { databasePath, faultOf, openStore } from './fixtures.ts'

/* A restore that is cut off, or finds no room, leaves a trouble that is told, never a station that has forgotten everything. */

/** A database of one line, its copy, and what is in its place now. */
function damaged(): string {
  const path = databasePath()
  openStore(path).commit({
    entry: { id: 'a', at: 1, packerId: null, kind: 'scan', orderId: null, facts: '{}' }
  })
  backUpNow(path, 1, migrations.length)
  for (const name of [path, `${path}-wal`, `${path}-shm`, `${path}.seen`]) rmSync(name, { force: true })
  writeFileSync(path, 'x'.repeat(9000))
  return path
}

const faultAt = (path: string) => faultOf(() => openStore(path)).kind

test('what can’t be noted moves nothing away', () => {
  const path = damaged()
  // As on a full disk: the note can't be written.
  mkdirSync(`${path}.seen.draft`)
  expect(() => restoreBackup(path, 2)).toThrow(/EISDIR/)
  expect(faultAt(path)).toBe('corrupt')
  rmSync(`${path}.seen.draft`, { recursive: true })
  restoreBackup(path, 3)
  expect(openStore(path).isRestored).toBe(true)
})

test('cut off before the copy is in its place, the database is missing, and the copy still counts as one', () => {
  const path = damaged()
  restoreBackup(path, 2)
  rmSync(path)
  expect(faultAt(path)).toBe('missing')
  expect(readSeen(path)).toMatchObject({ seq: 1, isRestored: true })
  restoreBackup(path, 3)
  expect(openStore(path).history({ orderId: null, offset: 0, limit: 9 })).toHaveLength(1)
})

test('copies beside nothing are of something, until somebody begins anew', () => {
  const path = damaged()
  rmSync(path)
  expect(readSeen(path)).toBeNull()
  expect(faultAt(path)).toBe('missing')
  expect(existsSync(path)).toBe(false)
  beginAnew(path, 2)
  const store = openStore(path)
  expect(store.isRestored).toBe(false)
  expect(store.history({ orderId: null, offset: 0, limit: 9 })).toEqual([])
  expect(readdirSync(dirname(path)).filter(name => name.endsWith('.backup'))).toHaveLength(1)
})
