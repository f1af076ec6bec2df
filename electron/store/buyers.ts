import { z } from 'zod'
import type { BuyerPart, KeptBuyer, Log } from '../station/ports/ports.ts'
import type { Database } from './database.ts'
import type { Seal } from './seal.ts'

const rowSchema = z.object({ part: z.enum(['delivery', 'contact']), sealed: z.instanceof(Uint8Array) })
const strayRow = rowSchema.extend({ orderId: z.number(), keyId: z.string() })

const deliverySchema = z.object({ address: z.string() })
const contactSchema = z.object({
  name: z.string(),
  dials: z.array(z.object({ phone: z.string(), code: z.string().nullable() }))
})

export interface BuyerTable {
  readonly write: (part: BuyerPart) => void
  readonly find: (orderId: number) => KeptBuyer | null
  /** The order's life has ended. */
  readonly forget: (orderId: number) => void
}

/**
 * Buyers of open orders, sealed. What `former` closed is closed anew; what neither opens is forgotten, for nobody will
 * ever read it.
 */
export function openBuyers(
  database: Database,
  { seal, former }: { readonly seal: Seal; readonly former: Seal | null },
  log: Log
): BuyerTable {
  const write = database.prepare(`
    INSERT INTO buyers (order_id, part, key_id, sealed) VALUES (?, ?, ?, ?)
    ON CONFLICT (order_id, part) DO UPDATE SET key_id = excluded.key_id, sealed = excluded.sealed`)
  const find = database.prepare('SELECT part, sealed FROM buyers WHERE order_id = ?')
  const forget = database.prepare('DELETE FROM buyers WHERE order_id = ?')

  function put(orderId: number, part: BuyerPart['kind'], text: string): void {
    write.run(orderId, part, seal.id, seal.close(placeOf(orderId, part), text))
  }

  function adopt(): number {
    const strays = database
      .prepare('SELECT order_id AS orderId, part, key_id AS keyId, sealed FROM buyers WHERE key_id <> ?')
      .all(seal.id)
    let lost = 0
    for (const { orderId, part, keyId, sealed } of strays.map(row => strayRow.parse(row))) {
      const text = keyId === former?.id ? former.open(placeOf(orderId, part), sealed) : null
      if (text !== null) put(orderId, part, text)
      else {
        forget.run(orderId)
        lost += 1
      }
    }
    return lost
  }

  const lost = database.transaction(adopt).immediate()
  if (lost > 0) log.warn({ lost }, 'buyers that another token sealed can not be read and are forgotten')

  return {
    write(part) {
      const { kind, orderId, ...facts } = part
      put(orderId, kind, JSON.stringify(facts))
    },
    find(orderId) {
      let kept: KeptBuyer | null = null
      for (const row of find.all(orderId)) {
        const { part, sealed } = rowSchema.parse(row)
        const text = seal.open(placeOf(orderId, part), sealed)
        if (text === null) continue
        const facts: unknown = JSON.parse(text)
        kept ??= { address: null, contact: null }
        if (part === 'delivery') kept = { ...kept, address: deliverySchema.parse(facts).address }
        else kept = { ...kept, contact: contactSchema.parse(facts) }
      }
      return kept
    },
    forget(orderId) {
      forget.run(orderId)
    }
  }
}

function placeOf(orderId: number, part: BuyerPart['kind']): string {
  return `${part} ${orderId}`
}
