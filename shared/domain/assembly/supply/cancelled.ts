import { isProblem } from '../../orders/orders.ts'
import type { Order } from '../../orders/orders.ts'

/** Those among a supply's orders that were cancelled when their stickers were out already, and lie in the pile. */
export function cancelledParcels(orders: readonly Order[]): readonly number[] {
  return orders.filter(isParcelOfCancelled).map(order => order.facts.id)
}

/** Whether it was cancelled when its sticker was out already, and nobody has taken its parcel out of the pile. */
export function isParcelOfCancelled(order: Order): boolean {
  return order.life === 'cancelled' && isProblem(order)
}

/** Whether a supply held orders, and the marketplace has cancelled every one of them. */
export function isAllCancelled(orders: readonly Order[]): boolean {
  return orders.length > 0 && orders.every(({ life }) => life === 'cancelled')
}
