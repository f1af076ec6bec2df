import { isSettledJob } from '../../shared/domain/printing/print-jobs.ts'
import type { PrintJob } from '../../shared/domain/printing/print-jobs.ts'
import type { Database } from './database.ts'
import type { RowReader } from './rows.ts'
import { jobSchema } from './schemas.ts'
import { summed } from './sums.ts'

export interface JobTable {
  readonly write: (job: PrintJob) => void
  /** Jobs that are not settled, and the newest sticker job of each order in memory (as `OrderTable.load`); oldest first. */
  readonly load: (since: number) => readonly PrintJob[]
  /** Newest first. */
  readonly page: (query: {
    readonly orderId?: number
    readonly offset: number
    readonly limit: number
  }) => readonly PrintJob[]
}

/** The print journal. */
export function openJobs(database: Database, rows: RowReader): JobTable {
  const write = database.prepare(`
    INSERT INTO jobs (id, seq, order_id, settled, body, sum) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, order_id = excluded.order_id, settled = excluded.settled,
      body = excluded.body, sum = excluded.sum`)
  const load = database.prepare(`
    SELECT id AS key, body, sum FROM jobs WHERE rowid IN (
      SELECT rowid FROM jobs WHERE settled = 0
      UNION SELECT (SELECT rowid FROM jobs WHERE order_id = printed.order_id ORDER BY seq DESC, rowid DESC LIMIT 1)
        FROM (SELECT DISTINCT order_id FROM jobs WHERE order_id IS NOT NULL) AS printed
        CROSS JOIN orders ON orders.id = printed.order_id WHERE orders.over = 0 OR orders.created_at >= ?
    ) ORDER BY seq, rowid`)
  const page = database.prepare('SELECT id AS key, body, sum FROM jobs ORDER BY seq DESC, rowid DESC LIMIT ? OFFSET ?')
  const ofOrder = database.prepare(
    'SELECT id AS key, body, sum FROM jobs WHERE order_id = ? ORDER BY seq DESC, rowid DESC LIMIT ? OFFSET ?'
  )
  return {
    write(job) {
      const orderId = job.source.kind === 'sticker' ? job.source.orderId : null
      const settled = isSettledJob(job) ? 1 : 0
      write.run(job.id, job.seq, orderId, settled, ...summed(job))
    },
    load: since => rows.all('jobs', load.all(since), jobSchema),
    page({ orderId, limit, offset }) {
      const found = orderId === undefined ? page.all(limit, offset) : ofOrder.all(orderId, limit, offset)
      return rows.all('jobs', found, jobSchema)
    }
  }
}
