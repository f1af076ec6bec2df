import { moscowTime } from '../orders/moscow-day.ts'
import { isCancelled } from '../orders/orders.ts'
import { inPortions, PORTION_MAX } from './portions.ts'
import type { SchemeRules } from './rules.ts'

/** The seller delivers: orders leave with a courier, and each ends at its buyer's door. */
export const dbs: SchemeRules = {
  label: 'own',
  batch: 'round',
  endsByItself: false,
  cancellable: ['new', 'confirm'],
  lifeTold({ life, supplierStatus, wbStatus }) {
    if (supplierStatus === 'receive' || wbStatus === 'sold') return 'handed'
    if (supplierStatus === 'reject') return 'returned'
    if (life === 'handed' || life === 'returned' || life === 'cancelled') return null
    // The courier brings back what was called off on the way.
    if (isCancelled(supplierStatus, wbStatus)) return life === 'shipped' ? 'returned' : 'cancelled'
    return supplierStatus === 'deliver' ? 'shipped' : null
  },
  kindOf: () => 'dbs',
  deadlineOf: ({ scheme }) => {
    if (scheme.kind !== 'dbs') return null
    const { date, from, to } = scheme.slot
    return moscowTime(date, to || from || '23:59')
  },
  isExpress: ({ scheme }) => scheme.kind === 'dbs' && scheme.deliveryType === 'edbs',
  claimed: (_roundId, orderIds) =>
    inPortions(orderIds, PORTION_MAX).map(portion => ({ kind: 'confirm', scheme: 'dbs', orderIds: portion })),
  packed: () => [],
  leave: (_roundId, orderIds) =>
    inPortions(orderIds, PORTION_MAX).map(portion => ({ kind: 'deliver', scheme: 'dbs', orderIds: portion }))
}
