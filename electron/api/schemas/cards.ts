import { z } from 'zod'
import { list, missing, spare } from './common.ts'

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

/** A text; whatever else stands there is none, since a card is a help alone. */
const text = spare(z.string(), '')

/** The sizes of a picture in the order in which they do here: a small one is enough beside an article. */
const PICTURES = ['c246x328', 'square', 'c516x688', 'tm', 'big'] as const
const photos = spare(z.array(z.record(z.string(), z.unknown())), []).transform(
  ([first]) => PICTURES.map(size => first?.[size]).find(url => typeof url === 'string') ?? ''
)

/** The seller tells the colour among the properties, which differ from product to product. */
const property = z
  .object({ name: z.string(), value: z.union([z.string(), z.array(z.string())]) })
  .catch({ name: '', value: '' })
const color = spare(z.array(property), []).transform(all => {
  const value = all.find(({ name }) => name.trim().toLowerCase() === 'цвет')?.value ?? ''
  return typeof value === 'string' ? value : value.join(', ')
})

/** `0`: the product comes in one size. */
const size = text.transform(name => (name === '0' ? '' : name))

export const cardListReply = z.object({
  cards: list(
    z.object({
      nmID: z.number().int(),
      vendorCode: z
        .string()
        .nullish()
        .transform(code => code ?? ''),
      title: text,
      updatedAt: text,
      photos,
      characteristics: color,
      sizes: list(
        z.object({
          chrtID: z.number().int(),
          techSize: size,
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
