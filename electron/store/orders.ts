import { createAlike } from '../../shared/domain/orders/alike.ts'
import { isSettled } from '../../shared/domain/orders/orders.ts'
import type { Order } from '../../shared/domain/orders/orders.ts'
import type { Database } from './database.ts'
import type { RowReader } from './rows.ts'
import { orderSchema } from './schemas.ts'

/** How long finished orders and supplies stay in memory (ms); on disk they stay for good. */
export const FINISHED_KEPT_MS = 7 * 24 * 60 * 60 * 1000

/** SQL: the orders that live in memory; its one parameter is the time since which finished ones do. */
export const IN_MEMORY = `(orders.over = 0 OR orders.created_at >= ?)`

export interface OrderTable {
  readonly write: (order: Order) => void
  /** Open orders, and finished ones created since then (Unix ms); oldest first. */
  readonly load: (since: number) => readonly Order[]
}

/** Orders as this PC knows them. */
export function openOrders(database: Database, rows: RowReader): OrderTable {
  const write = database.prepare(`
    INSERT INTO orders (id, life, over, supply_id, created_at, article, sticker_barcode, body)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET life = excluded.life, over = excluded.over, supply_id = excluded.supply_id,
      created_at = excluded.created_at, article = excluded.article, sticker_barcode = excluded.sticker_barcode,
      body = excluded.body`)
  const load = database.prepare(`SELECT id AS key, body FROM orders WHERE ${IN_MEMORY} ORDER BY created_at, id`)
  return {
    write(order) {
      const { id, createdAt, article } = order.facts
      const sticker = order.sticker?.barcode ?? null
      write.run(
        id,
        order.life,
        Number(isSettled(order)),
        order.supplyId,
        createdAt,
        article,
        sticker,
        JSON.stringify(order)
      )
    },
    load(since) {
      const orders = rows.all('orders', load.all(since), orderSchema)
      orders.forEach(createAlike())
      return orders
    }
  }
}
