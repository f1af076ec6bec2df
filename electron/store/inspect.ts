import Sqlite from 'better-sqlite3'
import { existsSync, statSync } from 'node:fs'
import { saysCorrupt, sqliteCode, StoreError } from './errors.ts'

type Database = Sqlite.Database

/** How long a statement waits for another connection's lock (ms). */
const BUSY_MS = 5000

/** Opens a database; throws `StoreError` `unopenable`. */
export function open(path: string, readonly: boolean): Database {
  try {
    return new Sqlite(path, { timeout: BUSY_MS, readonly })
  } catch (error) {
    throw new StoreError({ kind: 'unopenable', code: sqliteCode(error) ?? 'NO_FOLDER' }, error)
  }
}

export function versionOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }))
}

/** Looks at a database without changing a byte of it; throws for one that must not be used by who knows so many migrations. */
export function inspect(path: string, known: number): void {
  looking(path, database => {
    const found = versionOf(database)
    if (found > known) throw new StoreError({ kind: 'newer', found, known })
    const verdict = String(database.pragma('quick_check(1)', { simple: true }))
    if (verdict !== 'ok') throw new StoreError({ kind: 'corrupt', detail: verdict })
  })
}

/** The number of the newest line of a database's log; 0: it has none. */
export function logEnd(path: string): number {
  return looking(path, database => {
    const hasLog = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'log'`).get() !== undefined
    return hasLog ? Number(database.prepare('SELECT coalesce(max(seq), 0) FROM log').pluck().get()) : 0
  })
}

/** Orders packed after a line of the log, as far as a database that is damaged can tell; null: not at all. */
export function packedSince(path: string, seq: number): number | null {
  try {
    return looking(path, database =>
      Number(
        database
          .prepare(`SELECT count(*) FROM log WHERE seq > ? AND facts LIKE '%"answer":{"code":"packed"%'`)
          .pluck()
          .get(seq)
      )
    )
  } catch {
    return null
  }
}

function looking<T>(path: string, work: (database: Database) => T): T {
  // SQLite would drop the log of an empty file without a word.
  if (sizeOf(path) === 0) throw new StoreError({ kind: 'missing', lines: null })
  const database = open(path, true)
  try {
    return work(database)
  } catch (error) {
    if (error instanceof StoreError) throw error
    if (saysCorrupt(error)) throw new StoreError({ kind: 'corrupt', detail: String(error) }, error)
    throw new StoreError({ kind: 'unopenable', code: sqliteCode(error) ?? String(error) }, error)
  } finally {
    database.close()
  }
}

/** Bytes; 0: there is none. */
export function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0
}
