import { z } from 'zod'
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

/** One order of a buyer who collects it, as the counter and the shelf in the store see it. */
export interface PickupParcel {
  readonly id: number
  readonly article: string
  readonly colorCode: string
  readonly orderCode: string
  /** Where it lies in the store; null: nobody said. */
  readonly place: string | null
  /** Hundredths of `currencyCode`. */
  readonly price: number
  readonly currencyCode: number
  /** `prepaid`, `postpaid`, `unknown`; others as they come. */
  readonly payMode: string
  readonly tireService: boolean
  /**
   * `packing`: the marketplace does not know yet that it is ready; `telling`: its end is on its way to the marketplace;
   * `cancelled`: nobody comes for it.
   */
  readonly state: 'packing' | 'ready' | 'telling' | 'handed' | 'returned' | 'cancelled'
  /** Packed here (Unix ms); null: not here, or not yet. */
  readonly readyAt: number | null
  /** Until when the store keeps it, by the settings (Unix ms). */
  readonly keptUntil: number | null
}

/** The contract's methods about orders that their buyers collect. */
export const pickupMethods = {
  /** Whether the passcode that a buyer says belongs to the order; changes nothing. Neither is kept or logged. */
  'pickup.identity': method<IdentityAnswer>()(
    z.object({ orderCode: z.string().trim().min(1).max(40), passcode: z.string().trim().max(20) })
  ),
  /** All parcels of one order code, whatever became of them, oldest first. */
  'pickup.parcels': method<readonly PickupParcel[]>()(z.object({ orderCode: z.string().trim().min(1).max(40) }))
} as const
