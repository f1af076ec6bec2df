import type { OtherSupply } from '../../messages.ts'
import { isSame } from '../../same.ts'
import type { Draft } from '../draft.ts'
import { claim, claimKindOf, open } from './claim.ts'
import { otherSupply } from './other-supply.ts'
import { pickOrder } from './pick.ts'

/** "Yes" where nothing is asked: to the way on that stands beside the last word. */
export function acceptOffer(draft: Draft): void {
  const { note } = draft.bench.feedback
  if (!draft.isQuiet) return draft.say('refused', { code: 'notNow' })
  if (note?.code === 'otherSupply') return goToOther(draft, note)
  const left = note?.code === 'leftSupply' ? draft.batchOf(note.supplyId) : undefined
  if (left === undefined) return draft.say('refused', { code: 'notNow' })
  open(draft, left)
}

/** Whether "no" has something to turn down. */
export function isOffered({ bench, isQuiet }: Draft): boolean {
  return isQuiet && bench.feedback.note?.code === 'otherSupply'
}

/** The supply that the thing is for becomes the open one, and its order lies on the table; the other one stays open too. */
function goToOther(draft: Draft, offer: OtherSupply): void {
  const { orderId, entry } = offer
  const order = draft.order(orderId)
  // News since then may have changed where it belongs.
  const stands = isSame(otherSupply(draft, orderId, entry), offer)
  if (order === undefined || !stands) return draft.say('refused', { code: 'notNow' })
  const { supplyId } = draft.bench
  if (offer.way === 'open') draft.set({ supplyId: order.supplyId })
  else if (offer.way === 'new') claimKindOf(draft, order)
  else if (supplyId !== null) claim(draft, [orderId], { kind: 'existing', supplyId })
  const placed = draft.order(orderId)
  if (placed === undefined || placed.supplyId !== draft.bench.supplyId) return
  // Where a new supply is to be brought is asked when it is closed: the thing in hand comes first.
  pickOrder(draft, placed, entry)
}
