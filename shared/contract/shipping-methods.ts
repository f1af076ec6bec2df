import { z } from 'zod'
import { SHIPPING_TYPES } from '../domain/orders/shipping.ts'
import type { ShippingPoint, ShippingRoute } from '../domain/orders/shipping.ts'
import { method } from './method.ts'

const cargoType = z.number().int().min(1).max(3)
const city = z.string().trim().min(1).max(80)
const choice = { city, pointId: z.number().int().positive(), type: z.enum(SHIPPING_TYPES) }

/** Points of one city, as far as they are here. */
export interface PointsFound {
  /** `coming`: the marketplace is asked, or will be when the network is back; `lists` tells when they are here. */
  readonly state: 'here' | 'coming'
  readonly points: readonly ShippingPoint[]
  /** How many fit the search. */
  readonly total: number
}

/** The contract's methods about where supplies are brought. */
export const shippingMethods = {
  /** Points of a city for a cargo type whose name or address holds every word; sorting centres first. */
  'shipping.points': method<PointsFound>()(z.object({ city, cargoType, text: z.string().max(100) })),
  /** Of one supply, until its point has taken it in; `day`: Moscow's, `yyyy-mm-dd`. */
  'shipping.choose': method<void>()(z.object({ ...choice, supplyId: z.string(), day: z.iso.date() })),
  /** What was chosen so far, by the seller's warehouse and cargo type; the first of each list is the usual one. */
  'shipping.routes': method<readonly ShippingRoute[]>()(z.undefined()),
  /** What supplies of a route get by themselves; null: they are asked for. */
  'shipping.setUsual': method<void>()(
    z.object({ warehouseId: z.number().int(), cargoType, choice: z.object(choice).nullable() })
  )
} as const
