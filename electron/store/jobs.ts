import type { PrintJob } from '../../shared/domain/printing/print-jobs.ts'
import type { Database } from './database.ts'
import { IN_MEMORY } from './orders.ts'
import type { RowReader } from './rows.ts'
import { jobSchema } from './schemas.ts'

export interface JobTable {
  readonly write: (job: PrintJob) => void
  /** Jobs that are not settled, and the newest sticker job of each order in memory (as `OrderTable.load`); oldest first. */
  readonly load: (since: number) => readonly PrintJob[]
  /** Newest first. */
  readonly page: (query: { readonly offset: number; readonly limit: number }) => readonly PrintJob[]
}

/** The print journal. */
export function openJobs(database: Database, rows: RowReader): JobTable {
  const write = database.prepare(`
    INSERT INTO jobs (id, seq, order_id, settled, body) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, order_id = excluded.order_id, settled = excluded.settled,
      body = excluded.body`)
  const load = database.prepare(`
    SELECT id AS key, body FROM jobs WHERE rowid IN (
      SELECT rowid FROM jobs WHERE settled = 0
      UNION SELECT (SELECT rowid FROM jobs WHERE order_id = orders.id ORDER BY seq DESC, rowid DESC LIMIT 1)
        FROM orders WHERE ${IN_MEMORY}
    ) ORDER BY seq, rowid`)
  const page = database.prepare('SELECT id AS key, body FROM jobs ORDER BY seq DESC, rowid DESC LIMIT ? OFFSET ?')
  return {
    write(job) {
      const orderId = job.source.kind === 'sticker' ? job.source.orderId : null
      const settled = ['sent', 'confirmed', 'failed'].includes(job.state.kind) ? 1 : 0
      write.run(job.id, job.seq, orderId, settled, JSON.stringify(job))
    },
    load: since => rows.all('jobs', load.all(since), jobSchema),
    page: query => rows.all('jobs', page.all(query.limit, query.offset), jobSchema)
  }
}
