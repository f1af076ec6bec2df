import type { MetaKey } from './orders/orders.ts'
import type { HandoverOutcome, RoundScheme, Scheme } from './schemes/scheme.ts'
import type { ShippingMethod } from './orders/shipping.ts'
import type { SpotCarrier } from './orders/spot.ts'

/** A change at the marketplace that somebody or something here decided on. */
export type IntentBody =
  | { readonly kind: 'createSupply'; readonly supplyId: string; readonly name: string }
  | { readonly kind: 'addToSupply'; readonly supplyId: string; readonly orderIds: readonly number[] }
  /** `scheme` absent: FBS. */
  | {
      readonly kind: 'setMeta'
      readonly scheme?: RoundScheme
      readonly orderId: number
      readonly key: MetaKey
      /** One; of a set all its marking codes. */
      readonly values: readonly string[]
    }
  | { readonly kind: 'deleteMeta'; readonly scheme?: RoundScheme; readonly orderId: number; readonly key: MetaKey }
  | { readonly kind: 'setShipping'; readonly supplyId: string; readonly method: ShippingMethod }
  | { readonly kind: 'addBoxes'; readonly supplyId: string; readonly amount: number }
  | { readonly kind: 'deleteBoxes'; readonly supplyId: string; readonly boxIds: readonly string[] }
  | { readonly kind: 'deliverSupply'; readonly supplyId: string; readonly orderIds: readonly number[] }
  | { readonly kind: 'setSpot'; readonly supplyId: string; readonly carrier: SpotCarrier }
  /** One without an order that lives; the marketplace may keep it all the same. */
  | { readonly kind: 'deleteSupply'; readonly supplyId: string }
  /** Into assembly; carried out and refused order by order, as the three below. */
  | { readonly kind: 'confirm'; readonly scheme: RoundScheme; readonly orderIds: readonly number[] }
  /** DBS: the courier has it. */
  | { readonly kind: 'deliver'; readonly scheme: 'dbs'; readonly orderIds: readonly number[] }
  /** Pickup: it is ready in the store. */
  | { readonly kind: 'prepare'; readonly scheme: 'pickup'; readonly orderIds: readonly number[] }
  | { readonly kind: 'cancel'; readonly scheme: Scheme; readonly orderIds: readonly number[] }
  /** `code`: what a DBS buyer said or showed; null for pickup. */
  | {
      readonly kind: 'handOver'
      readonly scheme: RoundScheme
      readonly orderId: number
      readonly outcome: HandoverOutcome
      readonly code: string | null
    }

export type IntentState =
  /** Waiting for its turn, the network or its retry time. */
  | { readonly kind: 'waiting'; readonly attempts: number; readonly why: string | null }
  /** On its way: after a crash this means "unknown". */
  | { readonly kind: 'sending'; readonly attempts: number }
  /** Sent, no answer: to be read back before anything else. */
  | { readonly kind: 'unknown'; readonly attempts: number }
  | { readonly kind: 'done'; readonly at: number }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string; readonly at: number }
  /** Needs a person: read-back could not settle it, or the bound of attempts was reached. */
  | { readonly kind: 'parked'; readonly why: string; readonly attempts: number }
  /** Taken back before it was ever sent, or dismissed by a person. */
  | { readonly kind: 'withdrawn'; readonly at: number }

export interface Intent {
  readonly id: string
  /** Position in the queue; grows. */
  readonly seq: number
  readonly body: IntentBody
  readonly bornAt: number
  readonly packerId: string | null
  readonly state: IntentState
}

/** Intents that share a lane are sent one after another, in the order of their birth; others may overtake. */
export function lanesOf(body: IntentBody): readonly string[] {
  switch (body.kind) {
    case 'createSupply':
    case 'setShipping':
    case 'addBoxes':
    case 'deleteBoxes':
    case 'setSpot':
    case 'deleteSupply':
      return [`supply:${body.supplyId}`]
    case 'addToSupply':
    case 'deliverSupply':
      return [`supply:${body.supplyId}`, ...body.orderIds.map(id => `order:${id}`)]
    case 'setMeta':
    case 'deleteMeta':
    case 'handOver':
      return [`order:${body.orderId}`]
    case 'confirm':
    case 'deliver':
    case 'prepare':
    case 'cancel':
      return body.orderIds.map(id => `order:${id}`)
  }
}

/** The orders that a change names. */
export function ordersOf(body: IntentBody): readonly number[] {
  if ('orderIds' in body) return body.orderIds
  return 'orderId' in body ? [body.orderId] : []
}

/**
 * Whether a person may end it so: what was refused is only seen, what is parked took place or did not. What makes something
 * at the marketplace took place only if its id is known here. How an order ends is also told on the portal: a refused end may
 * have taken place there.
 */
export function maySettle({ body, state }: Pick<Intent, 'body' | 'state'>, as: 'done' | 'dropped'): boolean {
  if (as === 'dropped') return state.kind === 'parked' || state.kind === 'refused'
  if (state.kind === 'refused') return body.kind === 'handOver' || body.kind === 'cancel'
  return state.kind === 'parked' && body.kind !== 'createSupply' && body.kind !== 'addBoxes'
}

/** Whether an intent still holds its lanes: what comes behind it there has to wait. */
export function isPending(intent: Intent): boolean {
  return ['waiting', 'sending', 'unknown', 'parked'].includes(intent.state.kind)
}

/** Whether a person still has to look at it or the queue has to carry it: settled ones are history. */
export function isOpen(intent: Intent): boolean {
  return isPending(intent) || (intent.state.kind === 'refused' && !isAskedOnStage(intent.body))
}

/** What keeps a supply from leaving is a question on the stage, and one that can't be deleted is of no interest: nobody has to answer it in the queue. */
function isAskedOnStage({ kind }: IntentBody): boolean {
  return kind === 'deliverSupply' || kind === 'setShipping' || kind === 'addBoxes' || kind === 'deleteSupply'
}
