import type Sqlite from 'better-sqlite3'
import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { StoreError } from './errors.ts'
import { expectWhole } from './expect-whole.ts'
import { inspect, open, versionOf } from './inspect.ts'
import { migrations as allMigrations } from './migrations/all.ts'
import { syncFile, syncName } from './sync-file.ts'

export type Database = Sqlite.Database

/** SQLite's number for `synchronous=FULL`. */
const FULL = 2
/** Pages in the write-ahead log before they are folded into the file: small, so that no commit stalls for long. */
const CHECKPOINT_PAGES = 250

/**
 * Opens the station's database (a path, or `:memory:`), durable to the last commit, and brings it to this version.
 * Throws `StoreError`: `newer`, `corrupt`, `missing` and `behind` (the file is left as it was), `unopenable`, `unsafe`. Close the result.
 */
export function openDatabase(path: string, migrations: readonly string[] = allMigrations): Database {
  const inMemory = path === ':memory:'
  if (!inMemory) {
    if (existsSync(path) && statSync(path).size > 0) inspect(path, migrations.length)
    expectWhole(path)
  }
  const database = open(path, false)
  try {
    makeSafe(database, inMemory)
    migrate(database, migrations)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function makeSafe(database: Database, inMemory: boolean): void {
  const journal = String(database.pragma('journal_mode = WAL', { simple: true }))
  if (!inMemory && journal !== 'wal') throw new StoreError({ kind: 'unsafe', setting: 'journal_mode', value: journal })
  database.pragma('synchronous = FULL')
  // On macOS a plain fsync stops at the drive's cache.
  database.pragma('fullfsync = ON')
  database.pragma('foreign_keys = ON')
  // What is taken out of a row is nowhere in its page any more; where that would cost a write of its own it stays until the page is used.
  database.pragma('secure_delete = FAST')
  database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
  const synchronous = database.pragma('synchronous', { simple: true })
  if (synchronous !== FULL) throw new StoreError({ kind: 'unsafe', setting: 'synchronous', value: String(synchronous) })
}

/** Does not wait for the disk at the commits of `work`: the log keeps their order, and the next usual commit brings them to it. */
export function withoutWaiting(database: Database, work: () => void): void {
  database.pragma('synchronous = NORMAL')
  try {
    work()
  } finally {
    database.pragma('synchronous = FULL')
  }
}

function migrate(database: Database, migrations: readonly string[]): void {
  const from = versionOf(database)
  if (from > 0 && from < migrations.length) {
    backUp(database, from)
    // What a migration takes out of a row is nowhere in the file any more.
    database.pragma('secure_delete = ON')
  }
  for (const [index, sql] of migrations.entries()) {
    if (index < from) continue
    database
      .transaction(() => {
        database.exec(sql)
        database.pragma(`user_version = ${index + 1}`)
      })
      .immediate()
  }
}

/** Copies the database to `<path>.v<version>.backup`, whole or not at all. */
function backUp(database: Database, version: number): void {
  if (database.memory) return
  const target = `${database.name}.v${version}.backup`
  const draft = `${target}.draft`
  rmSync(draft, { force: true })
  database.prepare('VACUUM INTO ?').run(draft)
  syncFile(draft)
  renameSync(draft, target)
  syncName(target)
}
