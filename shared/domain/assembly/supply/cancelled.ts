import { marks } from '../../orders/order-marks.ts'
import { isProblem } from '../../orders/orders.ts'
import type { Order } from '../../orders/orders.ts'
import type { Known } from '../draft.ts'

/** Those of a supply that were cancelled when their stickers were out already, and lie in the pile. */
export function cancelledParcels({ orders }: Pick<Known, 'orders'>, supplyId: string): readonly number[] {
  const cancelled = [...orders.marked(marks.lifeIn(supplyId, 'cancelled'))]
  return cancelled.filter(isParcelOfCancelled).map(order => order.facts.id)
}

/** Whether it was cancelled when its sticker was out already, and nobody has taken its parcel out of the pile. */
export function isParcelOfCancelled(order: Order): boolean {
  return order.life === 'cancelled' && isProblem(order)
}

/** Whether a supply held orders, and the marketplace has cancelled every one of them. */
export function isAllCancelled({ orders }: Known, supplyId: string): boolean {
  const { all, cancelled } = orders.supplyTally(supplyId)
  return all > 0 && all === cancelled
}
