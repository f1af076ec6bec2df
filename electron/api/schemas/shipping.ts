import { z } from 'zod'
import { SHIPPING_TYPES } from '../../../shared/domain/orders/shipping.ts'
import { list, missing, supplyIdSchema } from './common.ts'

/** City and cargo type are both required; the city in Cyrillic. */
export const shippingPointsRequest = z.object({
  query: z.object({
    city: z.string().regex(/^\p{Script=Cyrillic}[\p{Script=Cyrillic}\s-]*$/u),
    cargoType: z.number().int().min(1).max(3)
  })
})
export const shippingPointsReply = z.object({
  shippingPoints: list(
    z.object({
      id: z.number().int(),
      name: z.string(),
      address: z.string(),
      city: z.string(),
      /** `sc`, `sw` or `pp` so far. */
      officeType: z.string(),
      cargoTypes: list(z.number().int()),
      latitude: missing(z.number()),
      longitude: missing(z.number()),
      fulfillment: missing(z.boolean())
    })
  )
})

export const setShippingRequest = z.object({
  body: z.object({
    data: z
      .array(
        z.object({
          supplyId: supplyIdSchema,
          shippingPointId: z.number().int().positive(),
          shippingDt: z.iso.date(),
          shippingType: z.enum(SHIPPING_TYPES)
        })
      )
      .min(1)
      .max(100)
  })
})
export const setWaybillsRequest = z.object({
  body: z.object({
    data: z
      .array(z.object({ supplyId: supplyIdSchema, waybillUuid: z.uuid() }))
      .min(1)
      .max(100)
  })
})
/** Item by item inside a 200: done, or refused with the status and the code's name. */
export const setShippingReply = z.object({
  results: list(
    z.object({
      supplyId: z.string(),
      success: missing(z.boolean()),
      error: missing(z.object({ code: z.number().int(), detail: z.string() }))
    })
  )
})
