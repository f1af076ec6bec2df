import { isSettled } from '../../orders/orders.ts'
import type { Order } from '../../orders/orders.ts'
import type { Draft } from '../draft.ts'

/** The code on a place of the store's shelf: there lies the pickup parcel that was packed, or read, last. */
export function scanStorePlace(draft: Draft, place: string): void {
  const { question, orderId, lastOrderId } = draft.table
  if (question !== null) return draft.say('refused', { code: 'answerFirst' })
  if (orderId !== null) return draft.say('refused', { code: 'finishCurrent', orderId })
  const parcel = lastOrderId === null ? undefined : draft.order(lastOrderId)
  if (parcel === undefined || !putAt(draft, parcel, place)) return draft.say('refused', { code: 'parcelFirst', place })
  draft.say('done', { code: 'placed', orderId: parcel.facts.id, place })
}

/** Notes where a pickup order's parcel lies in the store, '' for nowhere that anybody knows; false: it is no such parcel, or not any more. */
export function putAt(draft: Draft, order: Order, place: string): boolean {
  const { scheme } = order
  if (scheme.kind !== 'pickup' || isSettled(order)) return false
  draft.put({ ...order, scheme: { ...scheme, place: place.trim() || null } })
  return true
}
