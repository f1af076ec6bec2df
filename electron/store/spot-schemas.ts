import { z } from 'zod'
import type { Spot, SpotBook, SpotCarrier } from '../../shared/domain/orders/spot.ts'
import { schemaFor } from './schema-for.ts'

/** As the marketplace may list it too: without the bounds of what is sent. */
export const carrierOnDisk = schemaFor<SpotCarrier>()(
  z.object({
    name: z.string(),
    taxNumber: z.string(),
    countryCode: z.string(),
    vehicle: z.string(),
    trailer: z.string().nullable()
  })
)

export const spotSchema = schemaFor<Spot>()(
  z.object({
    carrier: carrierOnDisk.nullable(),
    state: z.discriminatedUnion('kind', [
      z.object({ kind: z.enum(['wanted', 'queued', 'pending', 'completed']) }),
      z.object({ kind: z.enum(['failed', 'refused']), code: z.string() })
    ]),
    sticker: z.enum(['none', 'wanted', 'here'])
  })
)

export const spotBookSchema = schemaFor<SpotBook>()(
  z.object({
    countries: z.array(z.object({ code: z.string(), name: z.string() })),
    carriers: z.array(carrierOnDisk)
  })
)
