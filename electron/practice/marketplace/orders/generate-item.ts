import { gs1CheckDigit } from '../../../../shared/domain/codes/identifiers.ts'
import {
  makeDeclaration,
  makeEan13,
  makeImei,
  makeMarkingCode,
  makeUin
} from '../../../../shared/domain/printing/samples.ts'
import { CATALOGUE, COMMENTS, WAREHOUSE_ID } from './catalogue.ts'
import type { Product } from './catalogue.ts'
import type { ItemFacts, Scheme, StickerNumber, Thing, WorldMetaKey } from './order-core.ts'
import { DIGITS, HEX, LETTERS_AND_DIGITS } from './random.ts'
import type { Random } from './random.ts'
import type { World } from '../world.ts'

export const HOUR = 60 * 60 * 1000
export const DAY = 24 * HOUR
/** Products of one seed keep clear of those of another. */
const PRODUCTS_PER_SEED = 100
/** Belarusian roubles, the currency of one order in ten. */
const ROUBLES_A_UNIT = 27.93
/** Marking codes of one set: far from the next order's, yet each of a serial of its own. */
const SEEDS_A_SET = 10_000_000_000

/** What a test or a trainer may ask of a new order; the shop's chance decides the rest. */
export interface OrderShape {
  /** FBS when there is none. */
  readonly scheme?: Scheme | undefined
  readonly article?: string | undefined
  readonly cargoType?: 1 | 2 | undefined
  readonly warehouseId?: number | undefined
  readonly requiredMeta?: readonly WorldMetaKey[] | undefined
  readonly optionalMeta?: readonly WorldMetaKey[] | undefined
  readonly isB2b?: boolean | undefined
  /** What part of the price the buyer pays, the marketplace's own discount taken off; all of it unless told otherwise. */
  readonly paidShare?: number | undefined
  /** How many days ago it was ordered; now unless told otherwise. */
  readonly ageDays?: number | undefined
  /** How many marking codes the thing bears, if any: 1 unless it is a set; 5 at most. */
  readonly markingCodes?: number | undefined
  /** Put over what a listing says of the order, to be as odd as a real one can be. */
  readonly oddFields?: Readonly<Record<string, unknown>> | undefined
  /** FBS only. */
  readonly isCrossBorder?: boolean | undefined
  /** FBS only: by road from the EAEU into Russia. */
  readonly goesBySpot?: boolean | undefined
  /** DBS only: the seller brings it to a pickup point. */
  readonly toPickupPoint?: boolean | undefined
  /** DBS only: the buyer awaits it within hours. */
  readonly isExpress?: boolean | undefined
  /** DBS and pickup: how long the marketplace computes what the buyer pays (ms). */
  readonly pricingTakesMs?: number | undefined
  /** Pickup only. */
  readonly payMode?: 'prepaid' | 'postpaid' | 'unknown' | undefined
  /** Pickup only. */
  readonly tireService?: boolean | undefined
}

/** Who orders what and when, in a seed's shop; times in Unix ms. */
export interface Purchase {
  readonly world: World
  readonly seed: number
  readonly product: Product
  readonly createdAt: number
  readonly now: number
  readonly shape: OrderShape
}

/** The facts of a new order; one in seven is of the basket `lastBasket`. Only metadata of `keys` can be asked for. */
export function makeFacts(purchase: Purchase, lastBasket: string | null, keys: readonly WorldMetaKey[]): ItemFacts {
  const { world, product, shape } = purchase
  const { random } = world
  const index = indexOf(purchase)
  const id = world.nextId('order')
  const isSameBasket = random.int(7) === 0
  const newBasket = `${100_000_000 + random.int(900_000_000)}_${random.text(32, HEX)}`
  const isForeign = random.int(10) === 0
  const inCurrency = (kopecks: number) => (isForeign ? Math.round(kopecks / ROUBLES_A_UNIT) : kopecks)
  const convertedFinalPrice = Math.round(product.price * (shape.paidShare ?? 1))
  return {
    id,
    rid: `${random.text(19, DIGITS)}.0.0`,
    orderUid: isSameBasket ? (lastBasket ?? newBasket) : newBasket,
    article: product.article,
    colorCode: product.colorCode,
    skus: [barcodeOf(product, index)],
    ...cardNumbers(index),
    price: inCurrency(product.price),
    finalPrice: inCurrency(convertedFinalPrice),
    convertedPrice: product.price,
    convertedFinalPrice,
    currencyCode: isForeign ? 933 : 643,
    cargoType: shape.cargoType ?? product.cargoType,
    warehouseId: shape.warehouseId ?? WAREHOUSE_ID,
    comment: random.int(6) === 0 ? random.pick(COMMENTS) : '',
    createdAt: purchase.createdAt,
    requiredMeta: (shape.requiredMeta ?? product.required).filter(key => keys.includes(key)),
    optionalMeta: (shape.optionalMeta ?? product.optional).filter(key => keys.includes(key)),
    isB2b: shape.isB2b ?? false,
    oddFields: shape.oddFields ?? {}
  }
}

/** Every unit bears a code of its own; the GTIN inside a marking code is the product's true one, never the seller's barcode. */
export function makeThing(purchase: Purchase, facts: ItemFacts, scheme: Scheme): Thing {
  const { product, now, world, shape } = purchase
  const keys = new Set([...facts.requiredMeta, ...facts.optionalMeta])
  const barcode = facts.skus[0] ?? ''
  const gtin = gtinOf(product, indexOf(purchase))
  const codes = Array.from({ length: keys.has('sgtin') ? (shape.markingCodes ?? 1) : 0 }, (_, place) =>
    makeMarkingCode({ gtin, seed: facts.id + place * SEEDS_A_SET, tail: product.tail })
  )
  const [markingCode, ...moreMarkingCodes] = codes
  const goodUntil = now + (60 + world.random.int(400)) * DAY
  return {
    scheme,
    orderId: facts.id,
    article: facts.article,
    title: product.title,
    barcode,
    ...(markingCode !== undefined && { markingCode }),
    ...(moreMarkingCodes.length > 0 && { moreMarkingCodes }),
    ...(keys.has('imei') && { imei: makeImei(facts.id) }),
    ...(keys.has('uin') && { uin: makeUin(facts.id) }),
    ...(keys.has('gtin') && { gtin }),
    ...(keys.has('expiration') && { expiration: dayOf(goodUntil) }),
    ...(keys.has('customsDeclaration') && { customsDeclaration: makeDeclaration(facts.id) })
  }
}

/** The number of an order's sticker; its code begins with `!`, one in four with `*`. */
export function makeSticker(random: Random, orderId: number): StickerNumber {
  return {
    partA: String(100_000 + (orderId % 900_000)),
    partB: String(1000 + random.int(9000)),
    barcode: `${random.int(4) === 0 ? '*' : '!'}${random.text(8, LETTERS_AND_DIGITS)}`
  }
}

/** `dd.mm.yyyy` of a moment in ms, by Moscow's calendar (UTC+3). */
export function dayOf(at: number): string {
  return isoDayOf(at).split('-').toReversed().join('.')
}

/** `yyyy-mm-dd` of a moment in ms, by Moscow's calendar (UTC+3). */
export function isoDayOf(at: number): string {
  return new Date(at + 3 * HOUR).toISOString().slice(0, 10)
}

/** The product's place among those of all seeds. */
export function indexOf({ seed, product }: Pick<Purchase, 'seed' | 'product'>): number {
  return seed * PRODUCTS_PER_SEED + CATALOGUE.indexOf(product)
}

/** The numbers of a product's card and of its only size. */
export function cardNumbers(index: number): Pick<ItemFacts, 'nmId' | 'chrtId'> {
  return { nmId: 120_000_000 + index, chrtId: 980_000_000 + index }
}

/** The product's true GTIN, which stands in its marking codes whatever barcode the seller gave it. */
export function gtinOf(product: Product, index: number): string {
  return product.barcode === 'ean13' ? barcodeOf(product, index) : makeEan13(index + 50_000_000)
}

export function barcodeOf(product: Product, index: number): string {
  if (product.barcode === 'ean13') return makeEan13(index)
  const body = `2041${String(index).padStart(8, '0')}`
  return body + gs1CheckDigit(body)
}
