import { z } from 'zod'
import { SCHEMES } from '../domain/schemes/scheme.ts'
import type { Scheme } from '../domain/schemes/scheme.ts'
import { method } from './method.ts'

/** Unix ms, both included. */
const period = { scheme: z.enum(SCHEMES), from: z.number().int().min(0), to: z.number().int().min(0) }
const askedSchema = z.object(period).refine(({ from, to }) => from < to)
export type CompletedAsked = z.output<typeof askedSchema>

/** An order that ended, as the marketplace lists it. */
export interface CompletedRow {
  readonly id: number
  readonly scheme: Scheme
  /** Unix ms; null: not told. */
  readonly createdAt: number | null
  readonly article: string
  readonly barcode: string
  readonly nmId: number | null
  /** In hundredths of `currencyCode` (ISO 4217 numeric). */
  readonly price: number
  readonly currencyCode: number
  readonly supplierStatus: string
  readonly wbStatus: string
  /** The marketplace's id of its supply; null: in none, or not told. */
  readonly supply: string | null
  /** From the archive of orders of more than three months ago. */
  readonly isArchived: boolean
}

/** How far the reading of a period is; `parts`: windows of 30 days, and months of the archive. */
export type CompletedState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'reading' | 'here' | 'stopped'
      readonly asked: CompletedAsked
      readonly found: number
      readonly parts: number
      readonly partsDone: number
    }
  /** `why`: a failure of the network, or the marketplace's own code. */
  | { readonly kind: 'failed'; readonly asked: CompletedAsked; readonly found: number; readonly why: string }

/** The contract's methods about orders that ended, read from the marketplace for a period. */
export const completedMethods = {
  'completed.state': method<CompletedState>()(z.undefined()),
  /** Begins to read; what was read before goes. Goes on whatever screen is shown. */
  'completed.read': method<void>()(askedSchema),
  /** What was read so far stays. */
  'completed.stop': method<void>()(z.undefined()),
  /** Newest first. */
  'completed.rows': method<{ readonly rows: readonly CompletedRow[]; readonly total: number }>()(
    z.object({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(1000) })
  )
} as const
