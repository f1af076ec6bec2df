import { z } from 'zod'
import type { PickupParcel } from '../view/pickup-view.ts'
import { method } from './method.ts'

/** What the marketplace says of a buyer at the counter. */
export type IdentityAnswer =
  /** `malformed`: no passcode at all, and nothing was asked; `nextTryMs`: from now on the next one may be asked. */
  | {
      readonly kind: 'same' | 'wrongPasscode' | 'noSuchOrder' | 'malformed'
      readonly nextTryMs: number
    }
  /** In the marketplace's own words. */
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'noAnswer' }

/** What lies in the store. */
export interface Shelf {
  readonly rows: readonly PickupParcel[]
  /** As many as fit the words and the choice. */
  readonly total: number
  readonly counts: { readonly [which in (typeof SHELF_PARTS)[number]]: number }
}

/** `ending`: cancelled, or kept for less than a day more. */
export const SHELF_PARTS = ['all', 'noPlace', 'ending'] as const

/** The contract's methods about orders that their buyers collect. */
export const pickupMethods = {
  /** Whether the passcode that a buyer says belongs to the order; changes nothing. Neither is kept or logged. */
  'pickup.identity': method<IdentityAnswer>()(
    z.object({ orderCode: z.string().trim().min(1).max(40), passcode: z.string().trim().max(20) })
  ),
  /** The buyer with this code has left the counter: for their parcels a passcode is asked anew. */
  'pickup.leave': method<void>()(z.object({ orderCode: z.string().trim().min(1).max(40) })),
  /** All parcels of one order code, whatever became of them, oldest first. */
  'pickup.parcels': method<readonly PickupParcel[]>()(z.object({ orderCode: z.string().trim().min(1).max(40) })),
  /** What lies in the store, most urgent first. */
  'pickup.shelf': method<Shelf>()(
    z.object({
      search: z.string().max(100),
      which: z.enum(SHELF_PARTS),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(200)
    })
  )
} as const
