import { z } from 'zod'
import { ROW_TABLES } from '../../shared/contract/contract.ts'
import type { DamagedRow } from '../../shared/contract/contract.ts'
import type { Database } from './database.ts'

const rowSchema = z.object({
  table: z.enum(ROW_TABLES),
  key: z.string(),
  at: z.number()
}) satisfies z.ZodType<DamagedRow>
const foundSchema = z.object({ found: z.number() })

export interface DamagedTable {
  /** Whether there are rows that could not be read, and nothing was done about what hung on them. */
  readonly areUnhealed: () => boolean
  readonly heal: () => void
  /** Those that no person was told of, oldest first, each once. */
  readonly unseen: () => readonly DamagedRow[]
  readonly see: () => void
}

/** Rows that could not be read, as they were (`rows.ts` puts them here). */
export function openDamaged(database: Database): DamagedTable {
  const unhealed = database.prepare('SELECT count(*) AS found FROM damaged WHERE healed = 0')
  const heal = database.prepare('UPDATE damaged SET healed = 1 WHERE healed = 0')
  const unseen = database.prepare(
    'SELECT table_name AS "table", key, min(at) AS at FROM damaged WHERE seen = 0 GROUP BY table_name, key ORDER BY at, key'
  )
  const see = database.prepare('UPDATE damaged SET seen = 1 WHERE seen = 0')
  return {
    areUnhealed: () => foundSchema.parse(unhealed.get()).found > 0,
    heal() {
      heal.run()
    },
    unseen: () => rowSchema.array().parse(unseen.all()),
    see() {
      see.run()
    }
  }
}
