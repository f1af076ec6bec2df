import { isCancelled, ORDER_LIFETIME_MS } from '../orders/orders.ts'
import { SUPPLY_ADD_MAX, supplyKind } from '../orders/supplies.ts'
import type { SchemeRules } from './rules.ts'
import { inPortions } from './portions.ts'

/** The marketplace delivers: orders leave in a supply, with its stickers. */
export const fbs: SchemeRules = {
  label: 'marketplace',
  batch: 'supply',
  endsByItself: false,
  cancellable: ['new', 'confirm'],
  lifeTold({ life, supplierStatus, wbStatus }) {
    // What happens to a parcel that left is no matter of this table.
    if (isCancelled(supplierStatus, wbStatus)) return life === 'shipped' ? null : 'cancelled'
    return supplierStatus === 'complete' && life !== 'cancelled' ? 'shipped' : null
  },
  kindOf: supplyKind,
  deadlineOf: ({ facts }) => facts.createdAt + ORDER_LIFETIME_MS,
  isExpress: () => false,
  claimed: (supplyId, orderIds) =>
    inPortions(orderIds, SUPPLY_ADD_MAX).map(portion => ({ kind: 'addToSupply', supplyId, orderIds: portion })),
  packed: () => [],
  leave: (supplyId, orderIds) => [{ kind: 'deliverSupply', supplyId, orderIds }]
}
