import { z } from 'zod'
import { orderIdSchema, orderPath, supplyPath } from './common.ts'

const wish = { sku: z.string().min(1), amount: z.number().int().min(1) }

export const makeOrdersRequest = z.object({ body: z.object({ orders: z.array(z.object(wish)).min(1) }) })
export const makeDbsOrdersRequest = z.object({
  body: z.object({
    orders: z.array(z.object({ ...wish, deliveryType: z.enum(['dbs', 'edbs', 'dbsPickupPoint']).optional() })).min(1)
  })
})
export const leverRequest = z.object({ path: orderPath })
export const codeLeverRequest = z.object({ path: orderPath, body: z.object({ code: z.string().min(1) }) })
/** The orders that the point finds in the supply. */
export const closeRequest = z.object({ path: supplyPath, body: z.object({ orderIds: z.array(orderIdSchema) }) })
