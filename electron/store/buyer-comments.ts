import { z } from 'zod'
import type { Log } from '../station/ports/ports.ts'
import type { Database } from './database.ts'
import type { Seal } from './seal.ts'
import { sumOf } from './sums.ts'

const rowSchema = z.object({ orderId: z.number(), sealed: z.instanceof(Uint8Array) })
const strayRow = rowSchema.extend({ keyId: z.string() })
const orderRow = z.object({
  over: z.number(),
  own: z.string(),
  sum: z.number().nullable(),
  kind: z.string().nullable()
})
const ownSchema = z.looseObject({ facts: z.looseObject({ comment: z.string() }) })
/** Stands for the id of a seal where an older version left the comment in its order's text. */
const IN_THE_CLEAR = ''

export interface BuyerCommentTable {
  /** Empty: none is kept any more. */
  readonly write: (orderId: number, comment: string) => void
  /** Empty: there is none, or nobody can read it any more. */
  readonly find: (orderId: number) => string
  readonly all: () => ReadonlyMap<number, string>
}

/**
 * What buyers of open orders wrote to the seller, sealed. What `former` closed is closed anew, and what stands in the text of its
 * order is taken out of it; what no seal opens is forgotten.
 */
export function openBuyerComments(
  database: Database,
  { seal, former }: { readonly seal: Seal; readonly former: Seal | null },
  log: Log
): BuyerCommentTable {
  const write = database.prepare(`
    INSERT INTO buyer_comments (order_id, key_id, sealed) VALUES (?, ?, ?)
    ON CONFLICT (order_id) DO UPDATE SET key_id = excluded.key_id, sealed = excluded.sealed`)
  const find = database.prepare('SELECT order_id AS orderId, sealed FROM buyer_comments WHERE order_id = ?')
  const all = database.prepare('SELECT order_id AS orderId, sealed FROM buyer_comments')
  const forget = database.prepare('DELETE FROM buyer_comments WHERE order_id = ?')
  const opened = (by: Seal, orderId: number, sealed: Uint8Array) => {
    const text = by.open(placeOf(orderId), sealed)
    return text === null ? null : z.string().parse(JSON.parse(text))
  }

  // As JSON: UTF-8 alone loses half of a pair of UTF-16.
  function put(orderId: number, comment: string): void {
    if (comment === '') forget.run(orderId)
    else write.run(orderId, seal.id, seal.close(placeOf(orderId), JSON.stringify(comment)))
  }

  function adopt(): number {
    const strays = database
      .prepare('SELECT order_id AS orderId, key_id AS keyId, sealed FROM buyer_comments WHERE key_id NOT IN (?, ?)')
      .all(seal.id, IN_THE_CLEAR)
    let lost = 0
    for (const { orderId, keyId, sealed } of strays.map(row => strayRow.parse(row))) {
      const comment = keyId === former?.id ? opened(former, orderId, sealed) : null
      if (comment === null) lost += 1
      put(orderId, comment ?? '')
    }
    return lost
  }

  sealClear(database, put)
  const lost = database.transaction(adopt).immediate()
  if (lost > 0) log.warn({ lost }, 'comments of buyers that another token sealed can not be read and are forgotten')

  return {
    write: put,
    find(orderId) {
      const row = find.get(orderId)
      return row === undefined ? '' : (opened(seal, orderId, rowSchema.parse(row).sealed) ?? '')
    },
    all() {
      const found = new Map<number, string>()
      for (const row of all.iterate()) {
        const { orderId, sealed } = rowSchema.parse(row)
        const comment = opened(seal, orderId, sealed)
        if (comment !== null) found.set(orderId, comment)
      }
      return found
    }
  }
}

/** Takes comments out of the texts of their orders, so that they are nowhere in the file any more; `keep` gets those of open ones. */
function sealClear(database: Database, keep: (orderId: number, comment: string) => void): void {
  const clear = database.prepare('SELECT order_id FROM buyer_comments WHERE key_id = ?').pluck().all(IN_THE_CLEAR)
  if (clear.length === 0) return
  const order = database.prepare(`
    SELECT orders.over, orders.own, orders.sum, order_kinds.body AS kind
    FROM orders LEFT JOIN order_kinds ON order_kinds.id = orders.kind WHERE orders.id = ?`)
  const rewrite = database.prepare('UPDATE orders SET own = ?, sum = ? WHERE id = ?')
  const takeOut = (orderId: number): string => {
    const row = orderRow.optional().parse(order.get(orderId))
    if (row === undefined) return ''
    const { over, own, sum, kind } = row
    const parsed = ownSchema.safeParse(JSON.parse(own))
    if (!parsed.success) return ''
    const { comment } = parsed.data.facts
    const bare = JSON.stringify({ ...parsed.data, facts: { ...parsed.data.facts, comment: '' } })
    const kindSum = sumOf(kind ?? '')
    // The sum of a row in which a byte had flipped goes on not to fit.
    rewrite.run(bare, sum === sumOf(own, kindSum) ? sumOf(bare, kindSum) : sum, orderId)
    return over === 0 ? comment : ''
  }
  database.pragma('secure_delete = ON')
  database
    .transaction(() => {
      for (const orderId of z.number().array().parse(clear)) keep(orderId, takeOut(orderId))
    })
    .immediate()
  database.pragma('secure_delete = FAST')
  // What stood there stands in the log of before as well.
  database.pragma('wal_checkpoint(TRUNCATE)')
}

function placeOf(orderId: number): string {
  return `comment ${orderId}`
}
