import { marks } from '../../orders/order-marks.ts'
import type { Order } from '../../orders/orders.ts'
import type { Known } from '../draft.ts'

/** The parcels of a supply that a warning holds back. */
export function warnedOrders(known: Known, supplyId: string): readonly Order[] {
  return [...known.orders.marked(marks.warnedIn(supplyId))]
}
