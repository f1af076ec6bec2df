import { z } from 'zod'
import { ROUND_SCHEMES } from '../../shared/domain/schemes/scheme.ts'
import type { DeliverySlot, Handover, OrderScheme } from '../../shared/domain/schemes/scheme.ts'
import { schemaFor } from './schema-for.ts'

export const roundScheme = z.enum(ROUND_SCHEMES)
export const outcome = z.enum(['receive', 'reject'])
const orderIds = z.array(z.number())

export const slotSchema = schemaFor<DeliverySlot>()(z.object({ date: z.string(), from: z.string(), to: z.string() }))

export const schemeSchema = schemaFor<OrderScheme>()(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('fbs') }),
    z.object({
      kind: z.literal('dbs'),
      slot: slotSchema,
      movedFrom: slotSchema.exactOptional(),
      deliveryType: z.string(),
      groupId: z.string().nullable()
    }),
    z.object({
      kind: z.literal('pickup'),
      // Absent in rows of an older version.
      date: z.string().default(''),
      orderCode: z.string(),
      payMode: z.string(),
      tireService: z.boolean(),
      place: z.string().nullable()
    })
  ])
)

export const handoverSchema = schemaFor<Handover>()(
  z.object({
    outcome,
    at: z.number(),
    packerId: z.string().nullable(),
    state: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('queued') }),
      z.object({ kind: z.literal('refused'), code: z.string(), message: z.string() })
    ])
  })
)

/** Bodies of the changes that DBS and pickup have of their own, and of a cancellation. */
export const schemeIntents = [
  z.object({ kind: z.literal('confirm'), scheme: roundScheme, orderIds }),
  z.object({ kind: z.literal('deliver'), scheme: z.literal('dbs'), orderIds }),
  z.object({ kind: z.literal('prepare'), scheme: z.literal('pickup'), orderIds }),
  z.object({ kind: z.literal('cancel'), scheme: z.enum(['fbs', ...ROUND_SCHEMES]), orderIds }),
  z.object({
    kind: z.literal('handOver'),
    scheme: roundScheme,
    orderId: z.number(),
    outcome,
    code: z.string().nullable()
  })
] as const
