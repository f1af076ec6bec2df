import type { Dial } from './scheme-ports.ts'

/** A part of what is known of an order's buyer, as it became known. */
export type BuyerPart =
  /** The marketplace tells it only while the order is new. */
  | { readonly kind: 'delivery'; readonly orderId: number; readonly address: string }
  | { readonly kind: 'contact'; readonly orderId: number; readonly name: string; readonly dials: readonly Dial[] }

/** What is kept of an order's buyer: sealed, and only until the order's life ends. Never logged; null: not told yet. */
export interface KeptBuyer {
  readonly address: string | null
  readonly contact: { readonly name: string; readonly dials: readonly Dial[] } | null
}
