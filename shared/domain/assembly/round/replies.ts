import type { IntentBody } from '../../intents.ts'
import { isOver } from '../../orders/orders.ts'
import { shelveBlamed } from '../blame.ts'
import type { RefusedDelivery } from '../blame.ts'
import type { Draft } from '../draft.ts'
import { ship } from '../ends.ts'
import { shelve } from '../shelf.ts'

type StatusChange = Extract<IntentBody, { readonly kind: 'confirm' | 'deliver' | 'prepare' }>

/** The marketplace has moved these orders on: into assembly, to the courier, ready for their buyers. */
export function statusSet(draft: Draft, { kind, orderIds }: StatusChange): void {
  for (const id of orderIds) {
    const order = draft.order(id)
    // What became of an order since, its own status told.
    if (order === undefined || isOver(order.life)) continue
    const told = draft.put({ ...order, supplierStatus: kind })
    if (kind !== 'confirm' && order.life === 'packed') ship(draft, told)
  }
}

/** It turns these down: each goes to the problem shelf with its reason, the others go on. */
export function statusRefused(draft: Draft, { kind, orderIds }: StatusChange, refusal: RefusedDelivery): void {
  const { code, message } = refusal
  for (const id of orderIds) {
    const order = draft.order(id)
    if (order === undefined || isOver(order.life)) continue
    const wasHere = draft.table.orderId === id
    const isBlamed = kind !== 'confirm' && (refusal.metas?.some(({ orderId }) => orderId === id) ?? false)
    if (isBlamed) shelveBlamed(draft, order, kind, refusal)
    else shelve(draft, order, { kind: 'writeRefused', what: kind, code, message })
    const after = draft.order(id)
    // Its codes are only being checked.
    if (after?.life === 'packed') draft.put({ ...after, departure: 'due' })
    const why = after?.shelf?.why
    if (why !== undefined && (wasHere || draft.isQuiet)) draft.say('refused', { code: 'onShelf', orderId: id, why })
  }
}
