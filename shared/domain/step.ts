import type { Bench } from './bench.ts'
import type { IntentBody } from './intents.ts'
import type { Feedback } from './messages.ts'
import type { MetaKey, Order, OrderFacts } from './orders/orders.ts'
import type { CardWords } from './orders/product-card.ts'
import type { ShippingPoint } from './orders/shipping.ts'
import type { PrintJob } from './printing/print-jobs.ts'

/** Rows that join the decision's transaction, and what starts after it. */
export type Effect =
  /** `mayStand`: it may have reached the marketplace before, and is looked up first. */
  | { readonly kind: 'queue'; readonly body: IntentBody; readonly mayStand?: true }
  | { readonly kind: 'print'; readonly job: PrintJob }
  | { readonly kind: 'bindCode'; readonly key: MetaKey; readonly code: string; readonly orderId: number }
  | { readonly kind: 'releaseCode'; readonly code: string }
  /** The sticker of the order on the table: goes before the prefetch. */
  | { readonly kind: 'fetchSticker'; readonly orderId: number }
  /** Whether its buyer still wants it is asked at once: it lies in the pile, and could still be taken out. */
  | { readonly kind: 'askStatus'; readonly orderId: number }
  /** What waits for the marketplace to be done with a supply is tried at once. */
  | { readonly kind: 'sendNow'; readonly supplyId: string }
  /** A shift lead answers for it. */
  | { readonly kind: 'override'; readonly act: 'vouch' | 'vouchGtin' }

/** A size of a product that the seller's cards name a GTIN for. */
export interface GtinOwner {
  readonly chrtId: number
  /** The seller's own name of the product; empty: not known. */
  readonly article: string
}

/** What the rules may look up beyond the state; read-only. */
export interface BenchContext {
  /** Unix ms. */
  readonly now: number
  /** The PC's own calendar day. */
  readonly today: { readonly year: number; readonly month: number; readonly day: number }
  readonly newId: () => string
  /** Whether what only a shift lead may answer for is taken now: one is in, or there is none. */
  readonly mayOverride: boolean
  /** GTINs (14 digits) that the seller's card names for a size of a product; none where cards are not known. */
  readonly cardGtins: (chrtId: number) => readonly string[]
  /** So many of a city's points for a cargo type, sorting centres first; null: not fetched yet. */
  readonly shippingPoints: (
    city: string,
    cargoType: number,
    from: number,
    most: number
  ) => { readonly points: readonly ShippingPoint[]; readonly total: number } | null
  /** The sizes of products on whose cards a GTIN (14 digits) stands. */
  readonly gtinOwners: (gtin: string) => readonly GtinOwner[]
  /** What a product is known by beyond what its order says; empty texts are not told. */
  readonly productWords: (
    facts: Pick<OrderFacts, 'chrtId' | 'article' | 'skus'>
  ) => Pick<CardWords, 'name' | 'size' | 'place'>
  /** Where a code was used, on any order of any time; null when it is free. */
  readonly codeUse: (code: string) => { readonly orderId: number; readonly at: number } | null
}

export interface Step {
  readonly bench: Bench
  /** Orders that differ from before: rows to write. */
  readonly changed: readonly Order[]
  /** Print jobs that do. */
  readonly changedJobs: readonly PrintJob[]
  readonly effects: readonly Effect[]
  /** What to show and sound; null leaves the stage as it is (background news). */
  readonly feedback: Feedback | null
}
