import type { IntentBody } from '../intents.ts'
import type { Order, OrderLife, SupplierStatus } from '../orders/orders.ts'
import type { Batch } from '../orders/rounds.ts'

/** In what the schemes differ; everything else on the packing table is the same for all. */
export interface SchemeRules {
  /** Whose label proves a parcel. */
  readonly label: 'marketplace' | 'own'
  /** In what its orders lie on the table. */
  readonly batch: Batch['kind']
  /** A batch needs no closing: its last order ends it. */
  readonly endsByItself: boolean
  /** The marketplace's statuses from which the seller may call an order off. */
  readonly cancellable: readonly SupplierStatus[]
  /** What the order's two statuses make of its life; null: it stays as it is. */
  readonly lifeTold: (order: Order) => OrderLife | null
  /** Orders with the same text may share a batch. */
  readonly kindOf: (order: Order) => string
  /** By when the order has to be ready (Unix ms); null: nobody told. */
  readonly deadlineOf: (order: Order) => number | null
  /** It goes before all that only have a deadline. */
  readonly isExpress: (order: Order) => boolean
  /** What the marketplace is told when orders are put into a batch. */
  readonly claimed: (batchId: string, orderIds: readonly number[]) => readonly IntentBody[]
  /** What it is told when one of them is packed. */
  readonly packed: (orderId: number) => readonly IntentBody[]
  /** What it is told when a batch leaves the table with these orders. */
  readonly leave: (batchId: string, orderIds: readonly number[]) => readonly IntentBody[]
}
