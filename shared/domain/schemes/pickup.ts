import { moscowTime } from '../orders/moscow-day.ts'
import { isCancelled } from '../orders/orders.ts'
import { inPortions, PORTION_MAX } from './portions.ts'
import type { SchemeRules } from './rules.ts'

/** The buyer comes to the store: each parcel waits there as soon as it is packed. */
export const pickup: SchemeRules = {
  label: 'own',
  batch: 'round',
  endsByItself: true,
  cancellable: ['new', 'confirm', 'prepare'],
  lifeTold({ life, supplierStatus, wbStatus }) {
    if (supplierStatus === 'receive' || wbStatus === 'sold') return 'handed'
    if (supplierStatus === 'reject') return 'returned'
    if (life === 'handed' || life === 'returned' || life === 'cancelled') return null
    // Also when it lies ready: the parcel is in the store and has to be found.
    if (isCancelled(supplierStatus, wbStatus)) return 'cancelled'
    return supplierStatus === 'prepare' ? 'shipped' : null
  },
  kindOf: () => 'pickup',
  deadlineOf: ({ scheme }) => (scheme.kind === 'pickup' ? moscowTime(scheme.date, '23:59') : null),
  isExpress: () => false,
  claimed: (_roundId, orderIds) =>
    inPortions(orderIds, PORTION_MAX).map(portion => ({ kind: 'confirm', scheme: 'pickup', orderIds: portion })),
  packed: orderId => [{ kind: 'prepare', scheme: 'pickup', orderIds: [orderId] }],
  leave: () => []
}
