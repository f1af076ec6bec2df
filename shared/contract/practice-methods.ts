import { z } from 'zod'
import type { MetaKey, OrderLife } from '../domain/orders/orders.ts'
import { SCHEMES } from '../domain/schemes/scheme.ts'
import type { Scheme } from '../domain/schemes/scheme.ts'
import { method } from './method.ts'

const nothing = z.undefined()

/** A physical thing on the practice table: what a scanner can be pointed at. */
export interface PracticeThing {
  readonly orderId: number
  readonly article: string
  readonly title: string
  readonly scheme: Scheme
  /** Barcode first, then its codes; `text` is what the scanner reads. */
  readonly codes: readonly { readonly kind: 'barcode' | MetaKey; readonly text: string }[]
  /** What its buyer says when it is handed over: a code at the door, or two at the counter; null: nothing (FBS). */
  readonly buyer:
    | { readonly kind: 'door'; readonly code: string }
    | { readonly kind: 'counter'; readonly orderCode: string; readonly passcode: string }
    | null
  /** Null: the station has not heard of its order yet. */
  readonly life: OrderLife | null
}

export interface PracticeLabel {
  readonly id: string
  readonly at: number
  /** PNG, base64. */
  readonly png: string
  /** What its code scans as; null when it has none. */
  readonly text: string | null
}

/** The contract's methods about the practice table. */
export const practiceMethods = {
  'practice.things': method<readonly PracticeThing[]>()(nothing),
  'practice.show': method<void>()(z.object({ text: z.string().min(1).max(400) })),
  'practice.labels': method<readonly PracticeLabel[]>()(nothing),
  'practice.state': method<{ readonly network: boolean; readonly paper: boolean; readonly latencyMs: number }>()(
    nothing
  ),
  'practice.setNetwork': method<void>()(z.object({ up: z.boolean() })),
  'practice.setPaper': method<void>()(z.object({ loaded: z.boolean() })),
  'practice.setLatency': method<void>()(z.object({ latencyMs: z.number().int().min(0).max(20_000) })),
  'practice.addOrders': method<void>()(
    z.object({ count: z.number().int().min(1).max(100), scheme: z.enum(SCHEMES).default('fbs') })
  ),
  /** The buyer calls the order off. */
  'practice.cancelOrder': method<void>()(z.object({ orderId: z.number().int().positive() })),
  /** The buyer of a DBS order wants it a day later. */
  'practice.moveDelivery': method<void>()(z.object({ orderId: z.number().int().positive() }))
} as const
