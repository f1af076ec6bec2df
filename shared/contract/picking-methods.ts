import { z } from 'zod'
import { SCHEMES } from '../domain/schemes/scheme.ts'
import type { ProductCard } from '../domain/orders/product-card.ts'
import { method, type LabelCount } from './method.ts'

/** Whose things are fetched: those of one supply or round, of new orders, or of orders in assembly. */
export const pickScopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('batch'), batchId: z.string() }),
  z.object({ kind: z.enum(['fresh', 'claimed']), scheme: z.enum(SCHEMES) })
])
export type PickScope = z.output<typeof pickScopeSchema>

/** Things of one product that have to be fetched from one place. */
export interface PickLine {
  readonly article: string
  readonly colorCode: string
  readonly barcode: string
  readonly count: number
  /** One of the orders that want it. */
  readonly orderId: number
  readonly card: ProductCard | null
}

export interface PickList {
  /** The batch's name; null: it is of no batch. */
  readonly name: string | null
  /** By place; those without one come last, by article. */
  readonly lines: readonly PickLine[]
  readonly things: number
}

/** The contract's methods about fetching things from the warehouse before they are packed. */
export const pickingMethods = {
  /** What has been on the packing table already is not on it; null: there is no such batch. */
  'picking.list': method<PickList | null>()(z.object({ scope: pickScopeSchema })),
  /** On a receipt where there is a printer of receipts, else on as many labels as it takes. */
  'picking.print': method<LabelCount>()(z.object({ scope: pickScopeSchema })),
  /** Labels that nobody waits for at the table and that no printer has yet are called back. */
  'prints.stop': method<void>()(z.undefined())
} as const
