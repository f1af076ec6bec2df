import type { RoundScheme, Scheme } from '../schemes/scheme.ts'
import type { Supply } from './supplies.ts'

/** Orders of one scheme that are packed together; the marketplace knows nothing of it. */
export interface Round {
  readonly kind: 'round'
  /** `round-…`. */
  readonly id: string
  readonly scheme: RoundScheme
  readonly name: string
  /** Unix ms. */
  readonly createdAt: number
  /** `left`: handed to the courier, or ready in the store. */
  readonly state: 'open' | 'left'
}

/** What lies open on the packing table: orders that leave it together. */
export type Batch = Supply | Round

/** The scheme as a message about a batch names it: a supply goes without saying. */
export function roundScheme(batch: Batch | undefined): { readonly scheme?: RoundScheme } {
  return batch?.kind === 'round' ? { scheme: batch.scheme } : {}
}

/** Whose orders it holds. */
export function schemeOf(batch: Batch): Scheme {
  return batch.kind === 'round' ? batch.scheme : 'fbs'
}
