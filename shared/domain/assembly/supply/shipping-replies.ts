import type { IntentBody } from '../../intents.ts'
import { hitchOfShipping } from '../../orders/supplies.ts'
import type { Supply } from '../../orders/supplies.ts'
import { marks } from '../../orders/order-marks.ts'
import { getStuck } from './closing.ts'
import type { Draft } from '../draft.ts'
import { routeOf, today } from './shipping.ts'

type Of<K extends IntentBody['kind']> = Extract<IntentBody, { readonly kind: K }>
interface Refusal {
  readonly code: string
  readonly message: string
}

/** The marketplace knows now where the supply goes; news of an older wish changes nothing. */
export function shippingTaken(draft: Draft, body: Of<'setShipping'>): void {
  const supply = supplyOf(draft, body)
  if (supply?.shipping) {
    draft.putSupply({ ...supply, shipping: { ...supply.shipping, state: { kind: 'accepted' } } })
  }
}

/** The marketplace does not take it there: a closing supply is stuck, an open one is asked about when it is closed. */
export function shippingRefused(draft: Draft, body: Of<'setShipping'>, { code, message }: Refusal): void {
  const supply = supplyOf(draft, body)
  if (!supply?.shipping) return
  const { shipping } = supply
  const hitch = hitchOfShipping(code, message, shipping)
  if (hitch === null) {
    // At its point already: what it was told last stands, and nothing changes any more.
    const scannedAt = supply.scannedAt ?? draft.context.now
    return draft.putSupply({ ...supply, scannedAt, shipping: { ...shipping, state: { kind: 'accepted' } } })
  }
  // An empty supply takes none; it is told again with its first order.
  const isEmpty = routeOf(draft, supply.id) === null
  const state = isEmpty ? ({ kind: 'wanted' } as const) : ({ kind: 'refused', code } as const)
  draft.putSupply({ ...supply, shipping: { ...shipping, state } })
  // A day that was over when the network came back is told anew by itself.
  const isOver = hitch.kind === 'badDay' && shipping.day < today(draft)
  if (supply.state === 'closing' && !isEmpty && !isOver) getStuck(draft, supply.id, hitch)
}

/** The supply that waits for just this answer. */
function supplyOf(draft: Draft, { supplyId, method }: Of<'setShipping'>): Supply | undefined {
  const supply = draft.bench.supplies.get(supplyId)
  const shipping = supply?.shipping
  if (!shipping || shipping.state.kind !== 'queued') return undefined
  const isSame = shipping.point.id === method.pointId && shipping.type === method.type && shipping.day === method.day
  return isSame ? supply : undefined
}

/** New boxes: each wants its label. */
export function boxesAdded(draft: Draft, body: Of<'addBoxes'>, boxIds: readonly string[]): void {
  const supply = draft.bench.supplies.get(body.supplyId)
  if (supply === undefined) return
  const ids = [...supply.boxes.ids, ...boxIds]
  draft.putSupply({ ...supply, boxes: { ids, queued: Math.max(0, supply.boxes.queued - body.amount) } })
  for (const [place, boxId] of ids.entries()) {
    if (!boxIds.includes(boxId)) continue
    const label = { kind: 'box', boxId, supplyName: supply.name, number: place + 1, boxes: ids.length } as const
    draft.print({ kind: 'own', label }, null)
  }
}

/** The marketplace has deleted them: nothing lies in them any more. */
export function boxesGone(draft: Draft, { supplyId, boxIds }: Of<'deleteBoxes'>): void {
  for (const box of boxIds) {
    for (const { boxId: _, ...order } of draft.orders.marked(marks.inBox(supplyId, box))) draft.put(order)
  }
}

/** They stay: the marketplace did not delete them. */
export function boxesKept(draft: Draft, { supplyId, boxIds }: Of<'deleteBoxes'>): void {
  const supply = draft.bench.supplies.get(supplyId)
  if (supply === undefined) return
  const ids = [...supply.boxes.ids, ...boxIds.filter(id => !supply.boxes.ids.includes(id))]
  draft.putSupply({ ...supply, boxes: { ...supply.boxes, ids } })
}

export function boxesRefused(draft: Draft, body: Of<'addBoxes'>, { code, message }: Refusal): void {
  const supply = draft.bench.supplies.get(body.supplyId)
  if (supply === undefined) return
  draft.putSupply({ ...supply, boxes: { ...supply.boxes, queued: Math.max(0, supply.boxes.queued - body.amount) } })
  if (supply.state === 'closing') getStuck(draft, supply.id, { kind: 'other', code, message })
  // Asked for at its panel, where only a supply to a pickup point has them.
  else if (draft.isQuiet) draft.say('refused', { code: 'noBoxesHere', name: supply.name, vendorCode: code })
}

/** The 409 taught it: this supply, and the account's to come, need point, type and day. */
export function learnDemand(draft: Draft, supplyId: string): void {
  const supply = draft.bench.supplies.get(supplyId)
  if (supply !== undefined) draft.putSupply({ ...supply, demand: 'demanded' })
  draft.set({ shipping: { ...draft.bench.shipping, isDemanded: true } })
}
