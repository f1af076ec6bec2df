import { z } from 'zod'
import type { Message } from '../domain/messages.ts'
import type { HandoverOutcome, RoundScheme } from '../domain/schemes/scheme.ts'
import { method } from './method.ts'

const orderId = z.number().int().positive()

/** What may be shown of an order's buyer to a person who asked; null: not told yet. The page keeps nothing of it. */
export interface BuyerView {
  readonly name: string | null
  /** Best first; `code`: to be entered after the phone has answered. */
  readonly dials: readonly { readonly phone: string; readonly code: string | null }[]
  readonly address: string | null
}

/** What the marketplace says of a code that a buyer named at the counter; `unanswered`: it could not be asked. */
export interface IdentityView {
  readonly kind: 'same' | 'wrongPasscode' | 'noSuchOrder' | 'malformed' | 'unanswered' | 'notNow'
  /** Wrong codes shut the way for a while: it is free again in so long (ms). */
  readonly nextTryMs: number
}

/** The end of a parcel's way that the marketplace did not take, in its own words. */
export interface RefusedHandover {
  readonly orderId: number
  readonly scheme: RoundScheme
  readonly article: string
  readonly outcome: HandoverOutcome
  readonly code: string
  readonly message: string
}

/** Whether the rules took an act; `why`: what was said instead, and nothing has changed. */
export type Taken = { readonly kind: 'taken' } | { readonly kind: 'refused'; readonly why: Message }

/** The contract's methods about orders that the seller delivers and ones that their buyers collect. */
export const schemeMethods = {
  /** Each look is on record, without what was seen. Null: nothing is known of this order's buyer. */
  'orders.buyer': method<BuyerView | null>()(z.object({ orderId })),
  /** Asks whether the code that a buyer named at the counter is the order's. */
  'orders.identify': method<IdentityView>()(z.object({ orderId, passcode: z.string().max(20) })),
  /** `code`: what a DBS buyer said or showed; null for pickup. */
  'orders.handOver': method<Taken>()(
    z.object({ orderId, outcome: z.enum(['receive', 'reject']), code: z.string().max(40).nullable() })
  ),
  'handovers.refused': method<readonly RefusedHandover[]>()(z.undefined()),
  /** The seller calls the order off. */
  'orders.cancel': method<void>()(z.object({ orderId })),
  /** Before all others, or in its turn again. */
  'orders.pin': method<void>()(z.object({ orderId, isPinned: z.boolean() })),
  /** Where a pickup order's parcel lies in the store; empty: nowhere that anybody knows. */
  'orders.place': method<void>()(z.object({ orderId, place: z.string().max(40) }))
} as const
