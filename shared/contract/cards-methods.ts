import { z } from 'zod'
import { CARD_TEXT_MAX, type ProductCard } from '../domain/orders/product-card.ts'
import { method } from './method.ts'

const text = z.string().max(CARD_TEXT_MAX)
/** As the station names pictures: fetched from a card, or the seller's own. */
const pictureName = z.string().regex(/^[wo]-[0-9a-f]{32}$/)
const ownPicture = z.union([z.literal(''), z.string().regex(/^o-[0-9a-f]{32}$/)])
const batch = z.uuid()

/** So many lines of a list fit one call. */
export const CARDS_AT_ONCE = 100
/** A picture in base64, letters: about 200 KB. */
const PICTURE_LETTERS = 280_000

/** The contract's methods about what products are known by. */
export const cardsMethods = {
  /** In the order of the ids; null: nothing is known of it beyond what the order says. */
  'cards.of': method<readonly (ProductCard | null)[]>()(
    z.object({ orderIds: z.array(z.number().int().positive()).min(1).max(200) })
  ),
  /** `data:…`; null while it is not on this PC: `lists` tells of its coming. */
  'cards.picture': method<string | null>()(z.object({ name: pictureName })),
  /** How many lines of the seller's own list are here. */
  'cards.ownCount': method<number>()(z.undefined()),
  /** Begins to read the seller's own list: what its parts name it by; `busy`: another reading is under way. */
  'cards.beginOwn': method<{ readonly kind: 'open'; readonly batch: string } | { readonly kind: 'busy' }>()(
    z.undefined()
  ),
  /** A small picture (PNG, JPEG, WebP) of that list, base64; its name, null: it is none, or could not be kept. */
  'cards.keepPicture': method<string | null>()(z.object({ batch, data: z.base64().max(PICTURE_LETTERS) })),
  /** Some lines of that list; false: that reading is over. */
  'cards.keepOwn': method<boolean>()(
    z.object({
      batch,
      cards: z
        .array(
          z.object({
            code: text.min(1),
            name: text,
            color: text,
            size: text,
            place: text,
            picture: ownPicture
          })
        )
        .min(1)
        .max(CARDS_AT_ONCE)
    })
  ),
  /** All lines of that reading are here: those of former ones go; false: not one is here, or that reading is over. */
  'cards.ownIsWhole': method<boolean>()(z.object({ batch })),
  /** That reading comes to no end: another may begin. */
  'cards.leaveOwn': method<void>()(z.object({ batch }))
} as const
