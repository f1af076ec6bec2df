import type Sqlite from 'better-sqlite3'
import { copyFileSync, renameSync, statSync, utimesSync } from 'node:fs'
import { besides } from './backups.ts'
import { saysCorrupt } from './errors.ts'
import { open } from './inspect.ts'
import { syncFile } from './sync-file.ts'

const TABLES = ['buyers', 'buyer_codes', 'buyer_comments'] as const

/**
 * Erases from every copy of the database at `path`, and from what was moved aside, what it does not keep of buyers any more,
 * and all comments that stand in the clear.
 * A copy is replaced whole, with its time, so that a crash leaves the old one; the database's own log is folded into it
 * and emptied first. The result: how many held some of it. Call it in a thread of its own; throws what the disk says.
 */
export function eraseBuyersInCopies(path: string): number {
  const now = open(path, false)
  now.pragma('wal_checkpoint(TRUNCATE)')
  const kept = TABLES.map(table => ({ table, keys: now.prepare(`SELECT order_id FROM ${table}`).pluck().all() }))
  now.close()
  let erased = 0
  for (const file of besides(path)) {
    const isMoved = /\.damaged-\d+$/.test(file)
    if (!isMoved && !/\.(?:at-|v)\d+\.backup$/.test(file)) continue
    const hasMore = holdsMore(file, kept)
    if (hasMore) erased += 1
    if (isMoved) erase(file, kept)
    if (isMoved || !hasMore) continue
    const draft = `${path}.draft.backup`
    const { atime, mtime } = statSync(file)
    copyFileSync(file, draft)
    erase(draft, kept)
    utimesSync(draft, atime, mtime)
    syncFile(draft)
    renameSync(draft, file)
  }
  return erased
}

type Kept = readonly { readonly table: (typeof TABLES)[number]; readonly keys: readonly unknown[] }[]

const GONE = 'WHERE order_id NOT IN (SELECT value FROM json_each(?))'

function holdsMore(file: string, kept: Kept): boolean {
  return (
    working(file, true, database => {
      const column = clearColumn(database)
      if (column !== null && has(database, `SELECT 1 FROM orders ${commented(column)} LIMIT 1`)) return true
      return kept.some(
        ({ table, keys }) =>
          hasTable(database, table) && has(database, `SELECT 1 FROM ${table} ${GONE} LIMIT 1`, JSON.stringify(keys))
      )
    }) === true
  )
}

function erase(file: string, kept: Kept): void {
  working(file, false, database => {
    database.pragma('secure_delete = ON')
    const column = clearColumn(database)
    if (column !== null)
      database.prepare(`UPDATE orders SET ${withoutComment(database, column)} ${commented(column)}`).run()
    for (const { table, keys } of kept) {
      if (hasTable(database, table)) database.prepare(`DELETE FROM ${table} ${GONE}`).run(JSON.stringify(keys))
    }
  })
}

/** Null: it is so broken that nobody can tell what is in it. */
function working<T>(file: string, readonly: boolean, work: (database: Sqlite.Database) => T): T | null {
  const database = open(file, readonly)
  try {
    return work(database)
  } catch (error) {
    if (saysCorrupt(error)) return null
    throw error
  } finally {
    database.close()
  }
}

/** A copy may be of a version that kept none. */
function hasTable(database: Sqlite.Database, table: string): boolean {
  return has(database, 'SELECT 1 FROM sqlite_schema WHERE name = ?', table)
}

/** Where a copy of a version that kept comments in the clear has them; null: it is of none. */
function clearColumn(database: Sqlite.Database): 'own' | 'body' | null {
  if (!hasTable(database, 'orders') || hasTable(database, 'buyer_comments')) return null
  return hasColumn(database, 'own') ? 'own' : 'body'
}

function commented(column: string): string {
  return `WHERE CASE WHEN json_valid(${column}) THEN ${column} -> '$.facts.comment' <> '""' END`
}

/** Without the sum, which would not fit. */
function withoutComment(database: Sqlite.Database, column: string): string {
  const bare = `${column} = json_set(${column}, '$.facts.comment', '')`
  return hasColumn(database, 'sum') ? `${bare}, sum = NULL` : bare
}

function hasColumn(database: Sqlite.Database, column: string): boolean {
  return has(database, "SELECT 1 FROM pragma_table_info('orders') WHERE name = ?", column)
}

function has(database: Sqlite.Database, query: string, ...values: readonly string[]): boolean {
  return database.prepare(query).get(...values) !== undefined
}
