import { z } from 'zod'
import type { Change } from '../station/ports/ports.ts'
import type { Database } from './database.ts'
import { StoreError } from './errors.ts'

const useSchema = z.object({ orderId: z.number(), at: z.number() })

export interface CodeTable {
  /** Binding again to the same order changes nothing; a code of another order throws `StoreError` `codeTaken`. */
  readonly bind: (use: NonNullable<Change['bindCodes']>[number]) => void
  /** `at`: Unix ms of the decision. */
  readonly release: (code: string, at: number) => void
  readonly find: (code: string) => { readonly orderId: number; readonly at: number } | null
}

/** The register of codes: which order uses a code, and which did. */
export function openCodes(database: Database): CodeTable {
  const bind = database.prepare(`
    INSERT INTO codes (code, key, order_id, at) VALUES (?, ?, ?, ?)
    ON CONFLICT (code) WHERE released_at IS NULL DO UPDATE SET key = excluded.key WHERE order_id = excluded.order_id`)
  const release = database.prepare('UPDATE codes SET released_at = ? WHERE code = ? AND released_at IS NULL')
  const find = database.prepare('SELECT order_id AS orderId, at FROM codes WHERE code = ? AND released_at IS NULL')

  function lookUp(code: string) {
    return useSchema.nullable().parse(find.get(code) ?? null)
  }

  return {
    bind({ code, key, orderId, at }) {
      if (bind.run(code, key, orderId, at).changes > 0) return
      throw new StoreError({ kind: 'codeTaken', key, orderId: lookUp(code)?.orderId ?? 0 })
    },
    release(code, at) {
      release.run(at, code)
    },
    find: lookUp
  }
}
