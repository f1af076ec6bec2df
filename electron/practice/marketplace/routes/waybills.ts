import { z } from 'zod'
import { FBS_ORDERS } from '../http/buckets.ts'
import { SUCCESSOR_ONLY } from '../http/editions.ts'
import type { Problem, Reply } from '../http/errors.ts'
import { withBody } from '../http/route.ts'
import type { Route } from '../http/route.ts'
import type { World } from '../world.ts'
import { itemError, NOT_FOUND } from './bulk.ts'

/** Items are judged one by one, so their form is no matter of the whole body. */
const bodySchema = z.object({
  data: z
    .array(z.object({ supplyId: z.string() }).loose())
    .min(1)
    .max(100)
})

/** FBS: electronic waybills of supplies that a transport company carries. */
export const WAYBILL_ROUTES: readonly Route[] = [
  {
    method: 'PATCH',
    path: '/api/marketplace/v3/fbs/supplies/waybill',
    group: FBS_ORDERS,
    edition: SUCCESSOR_ONLY,
    write: true,
    conflictCost: 10,
    handle: withBody(bodySchema, ({ world }, { data }): Reply => {
      const results = data.map(item => {
        const refusal = setWaybill(world, item)
        return { supplyId: item.supplyId, ...(refusal === null ? { success: true } : { error: itemError(refusal) }) }
      })
      const isRefused = results.every(result => 'error' in result)
      return { status: 200, body: { results }, ...(isRefused && { changed: false as const }) }
    })
  }
]

function setWaybill(
  world: World,
  item: { readonly supplyId: string; readonly [key: string]: unknown }
): Problem | null {
  const uuid = z.uuid().safeParse(item['waybillUuid'])
  if (!/^WB-GI-\d+$/.test(item.supplyId) || !uuid.success) return { status: 400, code: 'IncorrectRequestBody' }
  const supply = world.supplies.get(item.supplyId)
  if (supply === undefined) return NOT_FOUND
  if (supply.scannedAt !== null) return { status: 409, code: 'SupplyAlreadyScanned' }
  if (supply.shipping === null) return { status: 409, code: 'SupplyShippingRequired' }
  if (supply.shipping.type !== 'transportCompany') return { status: 409, code: 'UnsuitableShippingType' }
  supply.waybillUuid = uuid.data
  return null
}
