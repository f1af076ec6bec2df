import { z } from 'zod'
import { REPRINT_REASONS } from '../domain/scanning/commands.ts'
import { carrierSchema } from '../domain/orders/spot.ts'
import type { SpotBook } from '../domain/orders/spot.ts'
import { method } from './method.ts'

/** The contract's methods about supplies that go by road from the EAEU into Russia. */
export const spotMethods = {
  /** The countries to choose from, and the carriers that were named before. */
  'spot.book': method<SpotBook>()(z.undefined()),
  /** Names the carrier of a delivered supply, or another one after a check that it did not pass. */
  'spot.nameCarrier': method<void>()(z.object({ supplyId: z.string(), carrier: carrierSchema })),
  /** The sticker for the vehicle once more. */
  'spot.reprint': method<void>()(z.object({ supplyId: z.string(), reason: z.enum(REPRINT_REASONS) }))
} as const
