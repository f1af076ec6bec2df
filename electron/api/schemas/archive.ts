import { z } from 'zod'
import { list, missing } from './common.ts'
import { metaDetails } from './meta.ts'

const text = z
  .string()
  .nullish()
  .transform(value => value ?? '')

/** A page of one month's orders; unlike other lists it takes 100 orders at least. */
export const archiveRequest = z.object({
  query: z.object({
    year: z.number().int().min(2000).max(9999),
    month: z.number().int().min(1).max(12),
    next: z.number().int().min(0),
    limit: z.number().int().min(100).max(1000)
  })
})

/** Another shape than that of living orders: words for numbers, and groups of fields. */
export const archiveReply = z.object({
  next: missing(z.number()),
  orders: list(
    z.object({
      id: z.number().int(),
      orderUid: text,
      createdAt: missing(z.string()),
      supplyId: missing(z.string()),
      /** `mgt`, `sgt` or `kgtPlus`. */
      cargoType: text,
      /** `local` or `crossBorder`. */
      crossBorderType: text,
      isB2B: missing(z.boolean()),
      isB2b: missing(z.boolean()),
      options: missing(z.object({ isB2B: missing(z.boolean()), isB2b: missing(z.boolean()) })),
      product: z.object({
        article: text,
        nmId: missing(z.number().int()),
        chrtId: missing(z.number().int()),
        skus: list(z.string())
      }),
      priceInfo: missing(
        z.object({
          price: missing(z.number()),
          currencyCode: missing(z.number().int()),
          convertedPrice: missing(z.number()),
          convertedCurrencyCode: missing(z.number().int())
        })
      ),
      status: missing(z.object({ supplierStatus: text, wbStatus: text })),
      metaDetails,
      stickerId: missing(z.union([z.number(), z.string()]).transform(String))
    })
  )
})
export type RemoteArchived = z.infer<typeof archiveReply>['orders'][number]
