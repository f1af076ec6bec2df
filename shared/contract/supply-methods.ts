import { z } from 'zod'
import { method } from './method.ts'

const supplyId = z.string()
const orderId = z.number().int().positive()

/** The orders of a supply that are of one product. */
export interface SupplyArticle {
  readonly article: string
  readonly colorCode: string
  readonly total: number
  readonly packed: number
  /** What can be moved into another supply: not packed first. */
  readonly orderIds: readonly number[]
}

/** How far an open supply or round is, beside what the lists of them count. */
export interface BatchProgress {
  readonly id: string
  /** Products of which something is left to pack. */
  readonly products: number
  /** By when the most urgent of what is left has to be ready, and when a parcel was packed last (Unix ms); null: never. */
  readonly dueAt: number | null
  readonly packedAt: number | null
}

/** The contract's methods about what is in a supply. */
export const supplyMethods = {
  /** Product by product, the most to pack first. */
  'supplies.content': method<readonly SupplyArticle[]>()(z.object({ supplyId })),
  /** The open supplies and rounds, the oldest first. */
  'supplies.compare': method<readonly BatchProgress[]>()(z.undefined()),
  /** How many parcels were put into each of its boxes here. */
  'supplies.boxes': method<readonly { readonly boxId: string; readonly orders: number }[]>()(z.object({ supplyId })),
  /** Orders that left once, have to travel again, and may share this supply. */
  'supplies.reshipment': method<readonly number[]>()(z.object({ supplyId })),
  'supplies.moveOrders': method<void>()(
    z.object({
      orderIds: z.array(orderId).min(1).max(10_000),
      into: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('new'), name: z.string().max(100) }),
        z.object({ kind: z.literal('existing'), supplyId })
      ])
    })
  ),
  'supplies.addBoxes': method<void>()(z.object({ supplyId, amount: z.number().int().min(1).max(1000) })),
  'supplies.deleteBox': method<void>()(z.object({ supplyId, boxId: z.string() })),
  /** One in which nothing is left. */
  'supplies.drop': method<void>()(z.object({ supplyId }))
} as const
