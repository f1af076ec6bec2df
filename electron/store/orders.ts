import { z } from 'zod'
import { createAlike } from '../../shared/domain/orders/alike.ts'
import { isSettled } from '../../shared/domain/orders/orders.ts'
import type { Order } from '../../shared/domain/orders/orders.ts'
import type { Database } from './database.ts'
import { orderKindSchema, orderOwnSchema } from './order-schemas.ts'
import type { OrderKind, OrderOwn } from './order-schemas.ts'
import { fromText } from './rows.ts'
import type { RowReader } from './rows.ts'

/** How long finished orders and supplies stay in memory (ms); on disk they stay for good. */
export const FINISHED_KEPT_MS = 7 * 24 * 60 * 60 * 1000

/**
 * SQL: the orders that live in memory, found by indexes, however many are over; its one parameter is the time since which
 * finished ones do.
 */
export const IN_MEMORY = `orders.id IN (
  SELECT id FROM orders WHERE over = 0 UNION ALL SELECT id FROM orders WHERE created_at >= ?)`

const rowSchema = z.object({ key: z.number(), body: z.string(), own: z.string() })

/** Texts of different kinds that are remembered while orders are read. */
const KINDS_MOST = 10_000

export interface OrderTable {
  readonly write: (order: Order) => void
  /** Open orders, and finished ones created since then (Unix ms). */
  readonly load: (since: number) => readonly Order[]
}

/** Orders as this PC knows them. */
export function openOrders(database: Database, rows: RowReader): OrderTable {
  const write = database.prepare(`
    INSERT INTO orders (id, life, over, supply_id, created_at, article, sticker_barcode, body, own)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET life = excluded.life, over = excluded.over, supply_id = excluded.supply_id,
      created_at = excluded.created_at, article = excluded.article, sticker_barcode = excluded.sticker_barcode,
      body = excluded.body, own = excluded.own`)
  const load = database.prepare(`SELECT id AS key, body, own FROM orders WHERE ${IN_MEMORY}`)
  return {
    write(order) {
      const { id, createdAt, article } = order.facts
      const sticker = order.sticker?.barcode ?? null
      const over = Number(isSettled(order))
      const { kind, own } = apart(order)
      const texts = [JSON.stringify(kind), JSON.stringify(own)]
      write.run(id, order.life, over, order.supplyId, createdAt, article, sticker, ...texts)
    },
    load(since) {
      const kindOf = createKindReader()
      return rows.each('orders', load.iterate(since), rowSchema, ({ body, own }) =>
        together(kindOf(body), fromText(own, orderOwnSchema))
      )
    }
  }
}

function apart(order: Order): { readonly kind: OrderKind; readonly own: OrderOwn } {
  const { facts, supplyId, codes, sticker, packedAt, ...kind } = order
  const { id, orderUid, price, comment, createdAt, ...kindFacts } = facts
  return {
    kind: { facts: kindFacts, ...kind },
    own: { facts: { id, orderUid, price, comment, createdAt }, supplyId, codes, sticker, packedAt }
  }
}

function together(kind: OrderKind, own: OrderOwn): Order {
  return { ...kind, ...own, facts: { ...kind.facts, ...own.facts } }
}

/** Reads what many orders have alike once: most of a start with very many orders. */
function createKindReader(): (body: string) => OrderKind {
  const known = new Map<string, OrderKind>()
  const share = createAlike()
  return body => {
    const before = known.get(body)
    if (before !== undefined) return before
    const kind = fromText(body, orderKindSchema)
    share(kind)
    if (known.size < KINDS_MOST) known.set(body, kind)
    return kind
  }
}
