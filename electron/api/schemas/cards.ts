import { z } from 'zod'
import { list, missing } from './common.ts'

/** Most cards of one page (Content API documents). */
export const CARDS_PAGE = 100

/** `updatedAt` and `nmID` of the last card seen; absent for the first page. `withPhoto: -1` is every card. */
export const cardListRequest = z.object({
  body: z.object({
    settings: z.object({
      sort: z.object({ ascending: z.literal(true) }),
      filter: z.object({ withPhoto: z.literal(-1) }),
      cursor: z.object({
        limit: z.number().int().min(1).max(CARDS_PAGE),
        updatedAt: z.string().min(1).optional(),
        nmID: z.number().int().positive().optional()
      })
    })
  })
})

/** An empty text is none. */
const gtin = missing(z.union([z.string(), z.number()]).transform(String)).transform(value => value || null)

export const cardListReply = z.object({
  cards: list(
    z.object({
      nmID: z.number().int(),
      vendorCode: z
        .string()
        .nullish()
        .transform(code => code ?? ''),
      sizes: list(
        z.object({
          chrtID: z.number().int(),
          skus: z
            .array(z.string())
            .nullish()
            .transform(skus => skus ?? []),
          gtin
        })
      )
    })
  ),
  /** `total`: how many cards this page holds; fewer than were asked for end the list. */
  cursor: z.object({ updatedAt: missing(z.string()), nmID: missing(z.number().int()), total: z.number().int() })
})
