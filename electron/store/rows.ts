import { z } from 'zod'
import type { Log } from '../station/ports/ports.ts'
import type { Database } from './database.ts'
import { sumOf } from './sums.ts'

/** What every query of a table with a `body` selects. */
const rowSchema = z.object({ key: z.union([z.string(), z.number()]), body: z.string(), sum: z.number().nullable() })

/** Why a row can't be read: fields, never a value. */
class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

/** The value in a text of JSON, for a row that is being read; `sum`: what `sumOf` should give (null: nobody knows), after `seed`. */
export function fromText<T>(text: string, schema: z.ZodType<T>, sum: number | null, seed?: number): T {
  if (sum !== null && sumOf(text, seed) !== sum) throw new Unreadable('a byte has changed')
  const parsed = schema.safeParse(fromJson(text))
  if (parsed.success) return parsed.data
  throw new Unreadable(parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.code}`).join(', '))
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Unreadable('not JSON')
  }
}

export interface RowReader {
  /** The values of those rows that parse. The others are logged, copied to the table `damaged`, and left in place. */
  readonly all: <T>(table: string, rows: readonly unknown[], schema: z.ZodType<T>) => readonly T[]
  /** As `all`, of rows of another shape; `read` takes their texts apart by `fromText`. */
  readonly each: <R extends z.ZodType<Row>, T>(
    table: string,
    rows: Iterable<unknown>,
    row: R,
    read: (row: z.output<R>) => T
  ) => readonly T[]
}

interface Row {
  readonly key: string | number
}

/** A reader for which one bad row is one row missing, not a program that will not start. */
export function openRowReader(database: Database, log: Log): RowReader {
  const keep = database.prepare('INSERT OR IGNORE INTO damaged (table_name, key, body, problem) VALUES (?, ?, ?, ?)')

  function setAside(table: string, { key, ...found }: Row, problem: string): void {
    log.error({ table, key: String(key), problem }, 'a row of the database does not parse and is left out')
    try {
      keep.run(table, String(key), JSON.stringify(found), problem)
    } catch (failure) {
      log.warn({ table, key: String(key), failure: String(failure) }, 'the damaged row could not be copied')
    }
  }

  const each: RowReader['each'] = (table, rows, schema, read) => {
    const values = []
    const bad: (() => void)[] = []
    for (const found of rows) {
      const row = schema.parse(found)
      try {
        values.push(read(row))
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error
        // Nothing can be written while a query gives its rows.
        bad.push(() => setAside(table, row, error.message))
      }
    }
    for (const put of bad) put()
    return values
  }

  return {
    all: (table, rows, schema) => each(table, rows, rowSchema, ({ body, sum }) => fromText(body, schema, sum)),
    each
  }
}
