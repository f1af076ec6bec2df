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

/** The contract's methods about orders that their buyers collect. */
export const pickupMethods = {
  /** Whether the passcode that a buyer says belongs to the order; changes nothing. Neither is kept or logged. */
  'pickup.identity': method<IdentityAnswer>()(
    z.object({ orderCode: z.string().trim().min(1).max(40), passcode: z.string().trim().max(20) })
  )
} as const
