import { z } from 'zod'
import { list, missing, supplyIdSchema, supplyPath } from './common.ts'

const text = z
  .string()
  .nullish()
  .transform(value => value ?? '')

/** OKSM: three digits. */
export const countriesReply = z.object({ countries: list(z.object({ code: z.string(), name: text })) })

export const setSpotRequest = z.object({
  path: supplyPath,
  body: z.object({
    carrierName: z.string().min(1).max(1000),
    carrierTaxNumber: z.string().min(1).max(50),
    carrierCountryCode: z.string().regex(/^\d{3}$/),
    vehicleRegistrationNumber: z.string().min(1).max(30),
    trailerRegistrationNumber: z.string().min(1).max(30).optional()
  })
})

export const spotListRequest = z.object({ body: z.object({ supplyIds: z.array(supplyIdSchema).min(1).max(100) }) })
/** Each supply with its carrier, or with what is wrong with it. */
export const spotListReply = z.object({
  supplies: list(
    z.object({
      id: z.string(),
      spot: missing(
        z.object({
          carrierName: text,
          carrierTaxNumber: text,
          carrierCountryCode: text,
          vehicleRegistrationNumber: text,
          trailerRegistrationNumber: text,
          status: text,
          errorCode: text
        })
      ),
      error: missing(z.object({ title: text, detail: text }))
    })
  )
})

export const spotStickerRequest = z.object({ path: supplyPath })
/** PNG in base64. */
export const spotStickerReply = z.object({ qrCode: z.string().min(1) })
