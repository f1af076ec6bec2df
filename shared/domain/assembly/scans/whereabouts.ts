import type { Message } from '../../messages.ts'
import type { Order } from '../../orders/orders.ts'

/** Where the parcel of an order is that is done at this table; null: nothing more is known than that it is packed. */
export function whereabouts({ scheme, life, facts, departure }: Order): Message | null {
  const orderId = facts.id
  if (scheme.kind === 'fbs') return null
  if (life === 'handed') return { code: 'parcelOver', orderId, outcome: 'receive' }
  if (life === 'returned') return { code: 'parcelOver', orderId, outcome: 'reject' }
  if (scheme.kind === 'dbs') return life === 'shipped' ? { code: 'parcelLeft', orderId } : null
  // Until the marketplace is told that it is ready, its buyer does not come.
  if (life !== 'shipped' && (life !== 'packed' || departure !== 'told')) return null
  return { code: 'pickupWaits', orderId, place: scheme.place, isToBePaid: scheme.payMode === 'postpaid' }
}
