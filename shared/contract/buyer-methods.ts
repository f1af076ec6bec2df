import { z } from 'zod'
import type { BuyerCounts } from '../domain/orders/buyer-counts.ts'
import { method } from './method.ts'

/** What was erased, and where. */
export interface ErasedBuyers extends BuyerCounts {
  /** Unix ms. */
  readonly at: number
  /** Null: nobody was signed in. */
  readonly packer: string | null
  /** Copies of the database that held something of it; null: they could not be looked at, which the hour's copy does again. */
  readonly copies: number | null
}

/** The contract's methods about what is kept of buyers. */
export const buyerMethods = {
  /** How much there is, of orders that are over and of all. */
  'buyers.kept': method<{ readonly over: BuyerCounts; readonly all: BuyerCounts }>()(z.undefined()),
  /** Erases it for good, in all copies too; of open orders it is gone until the marketplace tells it again. */
  'buyers.erase': method<ErasedBuyers>()(z.object({ of: z.enum(['over', 'all']) }))
} as const
