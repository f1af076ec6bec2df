import { z } from 'zod'
import { CARDS } from '../http/buckets.ts'
import { CATALOGUE } from '../orders/catalogue.ts'
import { BOTH_EDITIONS } from '../http/editions.ts'
import { rfc3339 } from '../http/errors.ts'
import { barcodeOf, cardNumbers, gtinOf, HOUR, indexOf } from '../orders/generate-item.ts'
import { withBody } from '../http/route.ts'
import { PICTURES } from '../http/picture-server.ts'
import type { Route } from '../http/route.ts'

/** The catalogue's first card was last changed at this moment (Unix ms), each following one an hour later. */
const FIRST_CHANGED = Date.UTC(2025, 8, 1)

const requestSchema = z.object({
  settings: z.object({
    sort: z.object({ ascending: z.boolean() }).optional(),
    filter: z.object({ withPhoto: z.literal([-1, 0, 1]) }).optional(),
    cursor: z.object({
      limit: z.int().min(1).max(100),
      updatedAt: z.string().min(1).optional(),
      nmID: z.int().positive().optional()
    })
  })
})

/** The Content category's product cards, oldest change first; a size's additional `gtin` beside its barcodes. */
export const CARD_ROUTES: readonly Route[] = [
  {
    category: 'content',
    method: 'POST',
    path: '/content/v2/get/cards/list',
    group: CARDS,
    edition: BOTH_EDITIONS,
    write: false,
    conflictCost: 1,
    handle: withBody(requestSchema, ({ world, origin }, { settings: { cursor } }) => {
      const all = CATALOGUE.map((product, place) => {
        const index = indexOf({ seed: world.seed, product })
        const { nmId, chrtId } = cardNumbers(index)
        const [barcode, gtin] = [barcodeOf(product, index), gtinOf(product, index)]
        return {
          nmID: nmId,
          vendorCode: product.article,
          title: product.title,
          photos: [{ c246x328: `${origin}${PICTURES}${product.article}.png` }],
          characteristics: product.color === '' ? [] : [{ id: 14_177_449, name: 'Цвет', value: [product.color] }],
          sizes: [
            { chrtID: chrtId, techSize: product.size || '0', skus: [barcode], ...(gtin !== barcode && { gtin }) }
          ],
          updatedAt: rfc3339(FIRST_CHANGED + place * HOUR)
        }
      })
      const rest = all.filter(
        ({ updatedAt, nmID }) =>
          cursor.updatedAt === undefined ||
          updatedAt > cursor.updatedAt ||
          (updatedAt === cursor.updatedAt && nmID > (cursor.nmID ?? 0))
      )
      const cards = rest.slice(0, cursor.limit)
      const last = cards.at(-1)
      const place = last && { updatedAt: last.updatedAt, nmID: last.nmID }
      return { status: 200, body: { cards, cursor: { ...place, total: cards.length } } }
    })
  }
]
