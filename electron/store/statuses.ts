import { z } from 'zod'
import type { StatusChange } from '../station/ports/ports.ts'
import type { Database } from './database.ts'
import { schemaFor } from './schema-for.ts'

const changeSchema = schemaFor<StatusChange>()(
  z.object({ orderId: z.number(), at: z.number(), supplierStatus: z.string(), wbStatus: z.string() })
)

export interface StatusTable {
  readonly write: (change: StatusChange) => void
  /** Oldest first. */
  readonly find: (orderId: number) => readonly StatusChange[]
}

/** When the marketplace's statuses of orders changed, as this PC came to know. */
export function openStatuses(database: Database): StatusTable {
  const write = database.prepare(
    'INSERT INTO order_statuses (order_id, at, supplier_status, wb_status) VALUES (?, ?, ?, ?)'
  )
  const find = database.prepare(`
    SELECT order_id AS orderId, at, supplier_status AS supplierStatus, wb_status AS wbStatus FROM order_statuses
    WHERE order_id = ? ORDER BY rowid`)
  return {
    write({ orderId, at, supplierStatus, wbStatus }) {
      write.run(orderId, at, supplierStatus, wbStatus)
    },
    find: orderId => z.array(changeSchema).parse(find.all(orderId))
  }
}
