import { z } from 'zod'
import type { Leads } from '../station/ports/ports.ts'
import type { Database } from './database.ts'
import type { RowReader } from './rows.ts'
import { schemaFor } from './schema-for.ts'
import { summed } from './sums.ts'

const leadsSchema = schemaFor<Leads>()(
  z.object({
    leads: z.array(z.object({ packerId: z.string(), pinHash: z.string() })),
    misses: z.number().int().min(0)
  })
)

/** Shift leads: one row beside the desk's, which no rule and no page sees. */
export function openLeads(database: Database, rows: RowReader) {
  const write = database.prepare(`
    INSERT INTO desk (key, body, sum) VALUES ('leads', ?, ?)
    ON CONFLICT (key) DO UPDATE SET body = excluded.body, sum = excluded.sum`)
  const select = database.prepare(`SELECT key, body, sum FROM desk WHERE key = 'leads'`)
  return {
    write: (leads: Leads) => void write.run(...summed(leads)),
    /** `lost`: there is a row, and it can't be read. */
    find(): Leads | 'lost' {
      const found = select.all()
      const [leads] = rows.all('desk', found, leadsSchema)
      return leads ?? (found.length > 0 ? 'lost' : { leads: [], misses: 0 })
    }
  }
}
