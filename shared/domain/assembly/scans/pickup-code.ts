import type { Draft } from '../draft.ts'
import { pickOrder } from './pick.ts'
import { whereabouts } from './whereabouts.ts'

/** What the buyer shows at the counter: tells where the parcel is; one that is not packed yet is laid on an empty table. */
export function scanPickupCode(draft: Draft, orderCode: string): void {
  const { orderId, question } = draft.table
  const order = draft.bench.orders.byPickupCode(orderCode)
  if (order === undefined) return draft.say('refused', { code: 'wrongKind', kind: 'pickupCode' })
  if (question !== null) return draft.say('refused', { code: 'answerFirst' })
  if (orderId !== null) return draft.say('refused', { code: 'finishCurrent', orderId })
  const told = whereabouts(order)
  if (told !== null) return draft.say('refused', told)
  if (draft.batch !== undefined) return pickOrder(draft, order, 'chosen')
  const batch = draft.batchOf(order.supplyId ?? '')
  if (batch?.state === 'open') draft.set({ supplyId: batch.id })
  pickOrder(draft, order, 'chosen')
  if (draft.table.orderId === null) draft.set({ supplyId: null })
}
