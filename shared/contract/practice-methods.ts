import { z } from 'zod'
import type { MetaKey } from '../domain/orders/orders.ts'
import { method } from './method.ts'

const nothing = z.undefined()

/** A physical thing on the practice table: what a scanner can be pointed at. */
export interface PracticeThing {
  readonly orderId: number
  readonly article: string
  readonly title: string
  /** Barcode first, then its codes; `text` is what the scanner reads. */
  readonly codes: readonly { readonly kind: 'barcode' | MetaKey; readonly text: string }[]
  readonly packed: boolean
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
  'practice.addOrders': method<void>()(z.object({ count: z.number().int().min(1).max(100) }))
} as const
