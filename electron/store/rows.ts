import { z } from 'zod'
import type { RowTable } from '../../shared/contract/contract.ts'
import type { Log } from '../station/ports/ports.ts'
import type { Database } from './database.ts'
import { sumOf } from './sums.ts'

/** What every query of a table with a `body` selects. */
const rowSchema = z.object({ key: z.union([z.string(), z.number()]), body: z.string(), sum: z.number().nullable() })

/** Why a row can't be read: fields, never a value. */
export class Unreadable extends Error {
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
  readonly all: <T>(
    table: RowTable,
    rows: readonly unknown[],
    schema: z.ZodType<T>,
    rescue?: Rescue<Row, T>
  ) => readonly T[]
  /** As `all`, of rows of another shape; `read` takes their texts apart by `fromText`. */
  readonly each: <R extends z.ZodType<{ readonly key: string | number }>, T>(
    table: RowTable,
    rows: Iterable<unknown>,
    row: R,
    read: (row: z.output<R>) => T,
    rescue?: Rescue<z.output<R>, T>
  ) => readonly T[]
}

type Row = z.output<typeof rowSchema>

/** What other columns and tables know of a row that does not parse, and where it is written down again; undefined: nothing. */
export interface Rescue<R, T> {
  readonly salvage: (row: R) => T | undefined
  readonly write: (value: T) => void
}

/** A reader for which one bad row is one row missing, not a program that will not start; `now`: Unix ms. */
export function openRowReader(database: Database, log: Log, now: () => number): RowReader {
  const keep = database.prepare(
    'INSERT OR IGNORE INTO damaged (table_name, key, body, problem, at) VALUES (?, ?, ?, ?, ?)'
  )

  function setAside(table: RowTable, { key, ...found }: { readonly key: string | number }, problem: string): void {
    log.error({ table, key: String(key), problem }, 'a row of the database does not parse and is left out')
    try {
      keep.run(table, String(key), JSON.stringify(found), problem, now())
    } catch (failure) {
      log.warn({ table, key: String(key), failure: String(failure) }, 'the damaged row could not be copied')
    }
  }

  const each: RowReader['each'] = (table, rows, schema, read, rescue) => {
    const values = []
    const bad: { readonly row: z.output<typeof schema>; readonly problem: string }[] = []
    for (const found of rows) {
      const row = schema.parse(found)
      try {
        values.push(read(row))
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error
        // Nothing can be written while a query gives its rows.
        bad.push({ row, problem: error.message })
      }
    }
    for (const { row, problem } of bad) {
      setAside(table, row, problem)
      const value = rescue?.salvage(row)
      if (rescue === undefined || value === undefined) continue
      rescue.write(value)
      values.push(value)
    }
    return values
  }

  return {
    all: (table, rows, schema, rescue) =>
      each(table, rows, rowSchema, ({ body, sum }) => fromText(body, schema, sum), rescue),
    each
  }
}
