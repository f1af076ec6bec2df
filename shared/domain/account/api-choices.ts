import { z } from 'zod'

const count = z.number().int().min(1).max(1000)

/** Bounds that no document of the marketplace's settles, so that an account may need others. */
export const apiBoundsSchema = z.object({
  /** How many digits the code has that a buyer says at the counter. */
  passcodeDigits: z.object({ least: count, most: count }).refine(({ least, most }) => least <= most),
  /** In-store pickup: how many marking codes an order takes, and how long its other codes are; null: any. */
  pickupCodes: z.object({
    sgtins: count.nullable(),
    uin: count.nullable(),
    imei: count.nullable(),
    gtin: count.nullable()
  })
})

export type ApiBounds = z.infer<typeof apiBoundsSchema>

export interface ApiChoices extends ApiBounds {
  /** Whether electronic waybills may be given to supplies: the newest documents leave their methods empty. */
  readonly waybill: boolean
}

/** As the other schemes' documents have it, and as it was seen. */
export const USUAL_API_BOUNDS: ApiBounds = {
  passcodeDigits: { least: 4, most: 5 },
  pickupCodes: { sgtins: 24, uin: 16, imei: 15, gtin: 13 }
}

export const USUAL_API_CHOICES: ApiChoices = { ...USUAL_API_BOUNDS, waybill: false }
