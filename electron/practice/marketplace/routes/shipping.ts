import { z } from 'zod'
import { FBS_ORDERS } from '../http/buckets.ts'
import { SUCCESSOR_ONLY } from '../http/editions.ts'
import { refuse } from '../http/errors.ts'
import type { Reply } from '../http/errors.ts'
import { withBody } from '../http/route.ts'
import type { Route } from '../http/route.ts'
import { SHIPPING_POINTS } from '../rules/shipping-points.ts'
import { shippingRefusal } from '../rules/shipping-rules.ts'
import type { World } from '../world.ts'
import { itemError } from './bulk.ts'

const common = { group: FBS_ORDERS, edition: SUCCESSOR_ONLY, conflictCost: 10 } as const

const pointsQuery = z.object({
  city: z.string().regex(/^[А-ЯЁа-яё][А-ЯЁа-яё -]*$/),
  cargoType: z.enum(['1', '2', '3'])
})

/** Items are judged one by one, so their form is no matter of the whole body. */
const bodySchema = z.object({
  data: z
    .array(z.object({ supplyId: z.string() }).loose())
    .min(1)
    .max(100)
})
const wishSchema = z.object({
  shippingPointId: z.int().positive(),
  shippingDt: z.iso.date(),
  shippingType: z.enum(['selfShipping', 'transportCompany'])
})

/** FBS: where supplies are brought, and how and when one is. */
export const SHIPPING_ROUTES: readonly Route[] = [
  {
    ...common,
    method: 'GET',
    path: '/api/marketplace/v3/fbs/shipping-points',
    write: false,
    handle: ({ query }) => {
      const wanted = pointsQuery.safeParse(Object.fromEntries(query))
      if (!wanted.success) return refuse(400, 'IncorrectParameter')
      const { city, cargoType } = wanted.data
      const shippingPoints = SHIPPING_POINTS.filter(
        point => point.city === city && point.cargoTypes.some(type => String(type) === cargoType)
      )
      return { status: 200, body: { shippingPoints } }
    }
  },
  {
    ...common,
    method: 'PATCH',
    path: '/api/marketplace/v3/fbs/supplies/shipping-method',
    write: true,
    handle: withBody(bodySchema, ({ world, now }, { data }): Reply => {
      const results = data.map(item => ({ supplyId: item.supplyId, ...setShipping(world, item, now) }))
      const isRefused = results.every(result => 'error' in result)
      return { status: 200, body: { results }, ...(isRefused && { changed: false as const }) }
    })
  }
]

function setShipping(
  world: World,
  item: { readonly supplyId: string },
  now: number
): { readonly success: true } | { readonly error: object } {
  const wish = wishSchema.safeParse(item)
  if (!/^WB-GI-\d+$/.test(item.supplyId) || !wish.success) {
    return { error: itemError({ status: 400, code: 'IncorrectRequestBody' }) }
  }
  const supply = world.supplies.get(item.supplyId)
  if (supply === undefined) return { error: itemError({ status: 404, code: 'NotFound' }) }
  const { shippingPointId: pointId, shippingDt: day, shippingType: type } = wish.data
  const refusal = shippingRefusal(world, supply, { pointId, day, type }, now)
  if (refusal !== null) return { error: itemError(refusal) }
  supply.shipping = { pointId, day, type }
  if (type === 'selfShipping') supply.waybillUuid = null
  return { success: true }
}
