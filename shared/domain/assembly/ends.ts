import type { Order } from '../orders/orders.ts'
import { releaseCodes } from './codes/codes.ts'
import type { Draft } from './draft.ts'
import { clearTable } from './codes/need.ts'
import { dropLabels } from './prints/jobs.ts'
import { recallLabels } from './prints/recall.ts'
import { isParcelOfCancelled } from './supply/cancelled.ts'

/** The order left without us: from the portal, or with its whole supply. */
export function ship(draft: Draft, order: Order): void {
  if (order.life === 'shipped') return
  const { id } = order.facts
  const shipped = draft.put({ ...order, life: 'shipped' })
  if (draft.table.orderId !== id) return recallLabels(draft, shipped)
  clearTable(draft)
  draft.say('refused', { code: 'alreadyPacked', orderId: id, at: order.packedAt })
}

/** A dead order leaves the table at once: its sticker must not print, its parcel must not leave. */
export function cancel(draft: Draft, order: Order): void {
  if (order.life === 'cancelled') return
  const id = order.facts.id
  draft.put({ ...order, life: 'cancelled' })
  releaseCodes(draft, order)
  dropLabels(draft, id)
  // A parcel that is ready has to be found and taken apart: a person is told, unless busy; the problem list tells too.
  const isTold = draft.table.orderId === id || (draft.isQuiet && isParcel(draft, id))
  if (draft.table.orderId === id) clearTable(draft)
  if (isTold) sayCancelled(draft, id)
}

/** Together with those that were said a moment ago and nobody has seen yet. */
function sayCancelled(draft: Draft, orderId: number): void {
  const { face, message } = draft.said ?? draft.bench.feedback
  const told = message.code === 'orderCancelled' ? [message.orderId] : []
  const before = message.code === 'ordersCancelled' ? message.orderIds : told
  const orderIds = [...(face === 'refused' ? before : []).filter(id => id !== orderId), orderId]
  // A sticker is known before it is printed: what nobody has printed, nobody can find.
  const parcels = orderIds.filter(id => isParcel(draft, id))
  const partBs = parcels.flatMap(id => draft.order(id)?.sticker?.partB ?? [])
  if (orderIds.length > 1) return draft.say('refused', { code: 'ordersCancelled', orderIds, partBs })
  const [partB] = partBs
  draft.say('refused', { code: 'orderCancelled', orderId, ...(partB === undefined ? {} : { partB }) })
}

function isParcel(draft: Draft, orderId: number): boolean {
  const order = draft.order(orderId)
  return order !== undefined && isParcelOfCancelled(order)
}

/** Its buyer has the parcel, or it comes back: then its unit and codes may be sold again. */
export function end(draft: Draft, order: Order, life: 'handed' | 'returned'): void {
  if (order.life === life) return
  const { id } = order.facts
  if (draft.table.orderId === id) clearTable(draft)
  const { handover: _, ...ended } = draft.order(id) ?? order
  const after = draft.put({ ...ended, life, shelf: null })
  recallLabels(draft, after)
  if (life === 'handed') return
  releaseCodes(draft, order)
  const isUnexpected = order.supplierStatus !== 'reject'
  if (isUnexpected && draft.isQuiet) draft.say('refused', { code: 'parcelReturns', orderId: id })
}
