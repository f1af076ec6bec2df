import { z } from 'zod'
import type { Log } from '../station/ports/ports.ts'
import type { Database } from './database.ts'
import { StoreError } from './errors.ts'

/** What every query of a table with a `body` selects. */
const rowSchema = z.object({ key: z.union([z.string(), z.number()]), body: z.string() })

/** The value in a row's JSON; throws `StoreError` `damaged`, which names table, key and fields, never a value. */
function parseRow<T>(table: string, row: unknown, schema: z.ZodType<T>): T {
  const { key, body } = rowSchema.parse(row)
  const parsed = schema.safeParse(fromJson(table, String(key), body))
  if (parsed.success) return parsed.data
  const problem = parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.code}`).join(', ')
  throw new StoreError({ kind: 'damaged', table, key: String(key), problem })
}

export interface RowReader {
  /** The values of those rows that parse. The others are logged, copied to the table `damaged`, and left in place. */
  readonly all: <T>(table: string, rows: readonly unknown[], schema: z.ZodType<T>) => readonly T[]
}

/** A reader for which one bad row is one row missing, not a program that will not start. */
export function openRowReader(database: Database, log: Log): RowReader {
  const keep = database.prepare('INSERT OR IGNORE INTO damaged (table_name, key, body, problem) VALUES (?, ?, ?, ?)')

  function setAside(row: unknown, error: StoreError): void {
    if (error.fault.kind !== 'damaged') throw error
    const { table, key, problem } = error.fault
    log.error({ table, key, problem }, 'a row of the database does not parse and is left out')
    try {
      keep.run(table, key, rowSchema.parse(row).body, problem)
    } catch (failure) {
      log.warn({ table, key, failure: String(failure) }, 'the damaged row could not be copied')
    }
  }

  return {
    all(table, rows, schema) {
      return rows.flatMap(row => {
        try {
          return [parseRow(table, row, schema)]
        } catch (error) {
          if (!(error instanceof StoreError)) throw error
          setAside(row, error)
          return []
        }
      })
    }
  }
}

function fromJson(table: string, key: string, body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new StoreError({ kind: 'damaged', table, key, problem: 'not JSON' })
  }
}
