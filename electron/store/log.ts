import { z } from 'zod'
import type { Deed, LogEntry, StorePort } from '../station/ports/ports.ts'
import type { Database } from './database.ts'
import { schemaFor } from './schema-for.ts'

const entrySchema = schemaFor<LogEntry>()(
  z.object({
    id: z.string(),
    at: z.number(),
    packerId: z.string().nullable(),
    kind: z.string(),
    orderId: z.number().nullable(),
    facts: z.string()
  })
)

const deedSchema = schemaFor<Deed>()(
  z.object({
    seq: z.number(),
    at: z.number(),
    packerId: z.string().nullable(),
    kind: z.string(),
    orderId: z.number().nullable(),
    face: z.string().nullable(),
    answer: z.string().nullable()
  })
)

export interface LogTable {
  /** An id that is there already breaks the whole transaction. */
  readonly append: (entry: LogEntry) => void
  /** The number of the newest line; 0: there is none. */
  readonly end: () => number
  readonly deeds: StorePort['deeds']
  readonly newDeeds: StorePort['newDeeds']
  /** Newest first. */
  readonly page: StorePort['history']
}

/** What happened at this station: rows are added, never changed or removed (the schema's triggers see to it). */
export function openLog(database: Database): LogTable {
  const columns = 'id, at, packer_id AS packerId, kind, order_id AS orderId, facts'
  const append = database.prepare(
    'INSERT INTO log (id, at, packer_id, kind, order_id, facts) VALUES (?, ?, ?, ?, ?, ?)'
  )
  const all = database.prepare(`SELECT ${columns} FROM log ORDER BY seq DESC LIMIT ? OFFSET ?`)
  const older = database.prepare(`
    SELECT ${columns} FROM log WHERE seq < (SELECT seq FROM log WHERE id = ?) ORDER BY seq DESC LIMIT ? OFFSET ?`)
  const ofOrder = database.prepare(`SELECT ${columns} FROM log WHERE order_id = ? ORDER BY seq DESC LIMIT ? OFFSET ?`)
  const end = database.prepare('SELECT coalesce(max(seq), 0) FROM log').pluck()
  // The text of the answer is JSON of the station's own; what it holds is read by SQLite, so that nothing else of it is.
  const deed = `seq, at, packer_id AS packerId, kind, order_id AS orderId, facts ->> '$.face' AS face,
    facts ->> '$.answer.code' AS answer`
  // In the index's own order, so that a page costs what it holds: the plus keeps other ways of finding the lines from being taken.
  const deeds = database.prepare(`
    SELECT ${deed} FROM log INDEXED BY log_by_time
    WHERE at >= ? AND at < ? AND +seq <= ? AND (+at > ? OR +seq > ?) ORDER BY at, seq LIMIT ?`)
  const newDeeds = database.prepare(`SELECT ${deed} FROM log WHERE seq > ? ORDER BY seq LIMIT ?`)
  return {
    deeds: ({ to, upTo, after: { at, seq }, limit }) =>
      z.array(deedSchema).parse(deeds.all(at, to, upTo, at, seq, limit)),
    newDeeds: ({ after, limit }) => z.array(deedSchema).parse(newDeeds.all(after, limit)),
    end: () => Number(end.get()),
    append({ id, at, packerId, kind, orderId, facts }) {
      append.run(id, at, packerId, kind, orderId, facts)
    },
    page({ orderId, before = null, offset, limit }) {
      const rows = () => {
        if (orderId !== null) return ofOrder.all(orderId, limit, offset)
        return before === null ? all.all(limit, offset) : older.all(before, limit, offset)
      }
      return z.array(entrySchema).parse(rows())
    }
  }
}
