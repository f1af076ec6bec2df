import { z } from 'zod'
import type { Log } from '../station/ports/ports.ts'
import type { Database } from './database.ts'
import type { Seal } from './seal.ts'

const rowSchema = z.object({
  intentId: z.string(),
  orderId: z.number(),
  keyId: z.string(),
  sealed: z.instanceof(Uint8Array)
})
/** Stands for the id of a seal where an older version kept the code as it was. */
const IN_THE_CLEAR = ''

export interface BuyerCodeTable {
  readonly write: (intentId: string, orderId: number, code: string) => void
  /** Null: there is none, or nobody can read it any more. */
  readonly find: (intentId: string) => string | null
  /** The order's life has ended. */
  readonly forget: (orderId: number) => void
}

/**
 * What buyers said at the door, of hand-overs of open orders, sealed. What `former` closed, or nobody did, is closed anew;
 * what neither opens is forgotten: the buyer has to be asked once more.
 */
export function openBuyerCodes(
  database: Database,
  { seal, former }: { readonly seal: Seal; readonly former: Seal | null },
  log: Log
): BuyerCodeTable {
  const write = database.prepare(`
    INSERT INTO buyer_codes (intent_id, order_id, key_id, sealed) VALUES (?, ?, ?, ?)
    ON CONFLICT (intent_id) DO UPDATE SET key_id = excluded.key_id, sealed = excluded.sealed`)
  const columns = 'intent_id AS intentId, order_id AS orderId, key_id AS keyId, sealed'
  const find = database.prepare(`SELECT ${columns} FROM buyer_codes WHERE intent_id = ?`)
  const forget = database.prepare('DELETE FROM buyer_codes WHERE order_id = ?')

  // As JSON: UTF-8 alone loses half of a pair of UTF-16, and the code reads back as it was said.
  function put(intentId: string, orderId: number, code: string): void {
    write.run(intentId, orderId, seal.id, seal.close(placeOf(intentId), JSON.stringify(code)))
  }

  function adopt(): number {
    const strays = database.prepare(`SELECT ${columns} FROM buyer_codes WHERE key_id <> ?`).all(seal.id)
    let lost = 0
    for (const { intentId, orderId, keyId, sealed } of strays.map(row => rowSchema.parse(row))) {
      const code = keyId === IN_THE_CLEAR ? Buffer.from(sealed).toString('utf8') : openedBy(keyId, intentId, sealed)
      if (code !== null) put(intentId, orderId, code)
      else {
        database.prepare('DELETE FROM buyer_codes WHERE intent_id = ?').run(intentId)
        lost += 1
      }
    }
    return lost
  }

  function openedBy(keyId: string, intentId: string, sealed: Uint8Array): string | null {
    return former !== null && keyId === former.id ? opened(former, intentId, sealed) : null
  }

  const lost = database.transaction(adopt).immediate()
  if (lost > 0) log.warn({ lost }, 'codes of buyers that another token sealed can not be read and are forgotten')

  return {
    write: put,
    find(intentId) {
      const row = find.get(intentId)
      return row === undefined ? null : opened(seal, intentId, rowSchema.parse(row).sealed)
    },
    forget(orderId) {
      forget.run(orderId)
    }
  }
}

function opened(seal: Seal, intentId: string, sealed: Uint8Array): string | null {
  const text = seal.open(placeOf(intentId), sealed)
  return text === null ? null : z.string().parse(JSON.parse(text))
}

function placeOf(intentId: string): string {
  return `code ${intentId}`
}
