import { z } from 'zod'
import type { PointStep } from '../../shared/domain/questions.ts'
import { SHIPPING_TYPES } from '../../shared/domain/orders/shipping.ts'
import type { Shipping, ShippingBook, ShippingMethod } from '../../shared/domain/orders/shipping.ts'
import type { Hitch } from '../../shared/domain/orders/supplies.ts'
import { schemaFor } from './schema-for.ts'

const type = z.enum(SHIPPING_TYPES)

const point = z.object({
  id: z.number(),
  name: z.string(),
  address: z.string(),
  city: z.string(),
  officeType: z.string(),
  fulfilment: z.boolean()
})

export const methodSchema = schemaFor<ShippingMethod>()(z.object({ pointId: z.number(), type, day: z.string() }))

export const shippingSchema = schemaFor<Shipping>()(
  z.object({
    point,
    type,
    day: z.string(),
    state: z.discriminatedUnion('kind', [
      z.object({ kind: z.enum(['wanted', 'queued', 'accepted']) }),
      z.object({ kind: z.literal('refused'), code: z.string() })
    ])
  })
)

export const bookSchema = schemaFor<ShippingBook>()(
  z.object({
    isDemanded: z.boolean(),
    currencyCode: z.number().nullable(),
    routes: z.array(
      z.object({ warehouseId: z.number(), cargoType: z.number(), choices: z.array(z.object({ point, type })) })
    )
  })
)

export const hitchSchema = schemaFor<Hitch>()(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['noPoint', 'noBoxes', 'empty', 'gone']) }),
    z.object({ kind: z.literal('processing'), since: z.number().exactOptional() }),
    z.object({ kind: z.literal('badPoint'), why: z.enum(['fulfilment', 'gone', 'unfit']), point: z.string() }),
    z.object({ kind: z.literal('badDay'), day: z.string() }),
    z.object({ kind: z.enum(['codes', 'cancelled']), orderIds: z.array(z.number()) }),
    z.object({ kind: z.literal('other'), code: z.string(), message: z.string() })
  ])
)

export const stepSchema = schemaFor<PointStep>()(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('known') }),
    z.object({ kind: z.literal('city'), from: z.number() }),
    z.object({
      kind: z.literal('point'),
      city: z.string(),
      from: z.number(),
      total: z.number(),
      offer: z.array(point).nullable()
    })
  ])
)
