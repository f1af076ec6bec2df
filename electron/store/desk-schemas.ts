import { z } from 'zod'
import type { Bench, GtinOverride, Packer, ProductSet } from '../../shared/domain/bench.ts'
import { META_KEYS } from '../../shared/domain/orders/orders.ts'
import { schemaFor } from './schema-for.ts'
import { hitchSchema, stepSchema } from './shipping-schemas.ts'

const key = z.enum(META_KEYS)
const orderIds = z.array(z.number())
const maybeText = z.string().nullable()

export const tableSchema = schemaFor<Bench['table']>()(
  z.object({
    orderId: z.number().nullable(),
    entry: z.enum(['item', 'sticker', 'reopened']),
    undo: z.array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.enum(['item', 'product', 'set']) }),
        z.object({ kind: z.enum(['code', 'without']), key })
      ])
    ),
    question: z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('labelInHand'), jobId: z.string() }),
        z.object({ kind: z.literal('replaceCode'), orderId: z.number(), key, value: z.string() }),
        z.object({ kind: z.literal('gtinDiffers'), orderId: z.number(), code: z.string(), gtin: z.string() }),
        z.object({ kind: z.literal('whyReprint'), orderId: z.number() }),
        z.object({ kind: z.literal('whyShelf'), orderId: z.number() }),
        z.object({
          kind: z.enum(['supplyUnfinished', 'codesWarned', 'wholeWave', 'addBox', 'emptySupply', 'oldLabels']),
          supplyId: z.string()
        }),
        z.object({ kind: z.literal('cancelledInside'), supplyId: z.string(), orderIds }),
        z.object({ kind: z.literal('whichPoint'), supplyId: z.string(), closes: z.boolean(), step: stepSchema }),
        z.object({ kind: z.literal('deliveryStuck'), supplyId: z.string(), hitch: hitchSchema })
      ])
      .nullable(),
    lastOrderId: z.number().nullable(),
    skipped: z.array(z.number()),
    isPassing: z.boolean().exactOptional(),
    boxId: z.string().exactOptional()
  })
)

export const shiftSchema = schemaFor<Bench['shift']>()(z.object({ day: z.string(), packed: z.number() }))

export const packerSchema = schemaFor<Packer>()(z.object({ id: z.string(), name: z.string() }))

export const setSchema = schemaFor<ProductSet>()(
  z.object({
    chrtId: z.number(),
    article: z.string(),
    codes: z.number(),
    orderId: z.number(),
    at: z.number(),
    packerId: maybeText
  })
)

export const overrideSchema = schemaFor<GtinOverride>()(
  z.object({
    chrtId: z.number(),
    gtin: z.string(),
    article: z.string(),
    orderId: z.number(),
    at: z.number(),
    packerId: maybeText
  })
)
