import type { BenchEvent } from '../bench.ts'
import type { IntentBody } from '../intents.ts'
import { isOver } from '../orders/orders.ts'
import type { Order } from '../orders/orders.ts'
import { rulesFor } from '../schemes/schemes.ts'
import { cancel, end } from './ends.ts'
import type { Draft } from './draft.ts'
import { shelve } from './shelf.ts'
import { back } from './stage.ts'

type EventOf<K extends BenchEvent['kind']> = Extract<BenchEvent, { readonly kind: K }>
type Of<K extends IntentBody['kind']> = Extract<IntentBody, { readonly kind: K }>
interface Refusal {
  readonly code: string
  readonly message: string
}

/** Whether the order left the table for its buyer: with a courier, or onto the store's shelf. */
function isOnItsWay({ scheme, life }: Order): boolean {
  return scheme.kind !== 'fbs' && life === 'shipped'
}

/** The marketplace says that who stands at the counter may have the order. */
export function buyerIdentified(draft: Draft, order: Order): void {
  if (order.scheme.kind !== 'pickup' || !isOnItsWay(order)) return draft.say('refused', { code: 'notNow' })
  draft.put({ ...order, isIdentified: true })
  tell(draft, { code: 'buyerIdentified', orderId: order.facts.id })
}

/** Whoever stood at the counter has gone: the parcel is given to nobody without a code. */
export function buyerLeft(draft: Draft, order: Order): void {
  const { isIdentified, ...rest } = order
  if (isIdentified === true) draft.put(rest)
}

/** The parcel's way ends: its buyer took it or did not. A wrong code costs dearly, so none leaves without one. */
export function handOver(draft: Draft, order: Order, { outcome, code }: EventOf<'handOver'>): void {
  const { scheme, handover, facts } = order
  const orderId = facts.id
  if (scheme.kind === 'fbs' || !isOnItsWay(order) || handover?.state.kind === 'queued') {
    return draft.say('refused', { code: 'notNow' })
  }
  const said = code?.trim() ?? ''
  if (scheme.kind === 'dbs' && said === '') return draft.say('refused', { code: 'buyerCodeFirst', orderId })
  // What the marketplace did not take is told it again when the buyer has long gone: the code was right when it was given out.
  if (scheme.kind === 'pickup' && order.isIdentified !== true && handover?.state.kind !== 'refused') {
    return draft.say('refused', { code: 'identityFirst', orderId })
  }
  draft.put({
    ...order,
    handover: { outcome, at: draft.context.now, packerId: draft.bench.packerId, state: { kind: 'queued' } }
  })
  draft.queue({ kind: 'handOver', scheme: scheme.kind, orderId, outcome, code: scheme.kind === 'dbs' ? said : null })
  tell(draft, { code: 'handingOver', orderId, outcome })
}

/** The marketplace has it that the buyer took the parcel, or did not. */
export function handedOver(draft: Draft, { orderId, outcome }: Of<'handOver'>): void {
  const order = draft.order(orderId)
  if (order === undefined) return
  const { handover: _, ...rest } = order
  const told = draft.put({ ...rest, supplierStatus: outcome })
  end(draft, told, outcome === 'receive' ? 'handed' : 'returned')
  if (draft.isQuiet) draft.say('done', { code: 'handedOver', orderId, outcome })
}

/** It does not take that: whoever hands over sees why, and may try again with another code. */
export function handoverRefused(draft: Draft, { orderId, outcome }: Of<'handOver'>, { code, message }: Refusal): void {
  const order = draft.order(orderId)
  if (order?.handover?.state.kind !== 'queued') return
  draft.put({ ...order, handover: { ...order.handover, state: { kind: 'refused', code, message } } })
  if (!draft.isQuiet) return
  draft.say('refused', { code: 'handoverRefused', orderId, outcome, vendorCode: code, vendorMessage: message })
}

/** The seller calls an order off: it is packed no further, and lies on the problem shelf until the marketplace has said yes. */
export function cancelOrder(draft: Draft, order: Order): void {
  const { facts, scheme, supplierStatus, life, shelf } = order
  const isDead = life === 'cancelled' || life === 'handed' || life === 'returned'
  const isAsked = shelf?.why.kind === 'cancelling'
  if (isDead || isAsked || !rulesFor(order).cancellable.includes(supplierStatus)) {
    return draft.say('refused', { code: 'cantCancel', orderId: facts.id })
  }
  shelve(draft, order, { kind: 'cancelling' })
  draft.queue({ kind: 'cancel', scheme: scheme.kind, orderIds: [facts.id] })
  tell(draft, { code: 'cancelling', orderId: facts.id })
}

/** The marketplace has called these orders off. */
export function cancelledHere(draft: Draft, { orderIds }: Of<'cancel'>): void {
  for (const id of orderIds) {
    const order = draft.order(id)
    if (order !== undefined) cancel(draft, draft.put({ ...order, supplierStatus: 'cancel', shelf: null }))
  }
}

/** It does not: the orders are to be packed, or handed over, after all. */
export function cancelRefused(draft: Draft, { orderIds }: Of<'cancel'>, { code, message }: Refusal): void {
  for (const id of orderIds) {
    const order = draft.order(id)
    if (order?.shelf?.why.kind !== 'cancelling') continue
    // Ready in the store it waits for its buyer again; what left meanwhile is gone.
    const isGone = order.supplierStatus === 'prepare' || isOver(order.life)
    if (isGone) draft.put({ ...order, life: isOver(order.life) ? order.life : 'shipped', shelf: null })
    else shelve(draft, order, { kind: 'writeRefused', what: 'cancel', code, message })
  }
}

/** What is done from a page is said where nobody is at work; else the stage stays as it was. */
function tell(draft: Draft, message: Parameters<Draft['say']>[1]): void {
  if (draft.isQuiet) draft.say('done', message)
  else back(draft)
}
