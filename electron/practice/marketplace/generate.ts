import { gs1CheckDigit } from '../../../shared/domain/identifiers.ts'
import { makeEan13, makeImei, makeMarkingCode, makeUin } from '../../../shared/domain/samples.ts'
import { CATALOGUE, COMMENTS, OFFICES, PICKUP_OFFICE_ID, WAREHOUSE_ID, WAREHOUSE_OFFICE_ID } from './catalogue.ts'
import type { Product } from './catalogue.ts'
import { createRandom, DIGITS, HEX, LETTERS_AND_DIGITS } from './random.ts'
import type { Thing, World, WorldMetaKey, WorldOrder } from './world.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
/** Products of one seed keep clear of those of another. */
const PRODUCTS_PER_SEED = 100

/** What a test or a trainer may ask of a new order; the shop's chance decides the rest. */
export interface OrderShape {
  readonly article?: string | undefined
  readonly cargoType?: 1 | 2 | undefined
  readonly warehouseId?: number | undefined
  readonly requiredMeta?: readonly WorldMetaKey[] | undefined
  readonly optionalMeta?: readonly WorldMetaKey[] | undefined
  readonly isB2b?: boolean | undefined
  readonly isCrossBorder?: boolean | undefined
}

/** The shop of a seed with its first `count` orders, 1 to 100 hours old at `now` (ms). */
export function generateWorld(seed: number, count: number, now: number): World {
  const random = createRandom(seed)
  const counters = {
    order: 4_100_000_000 + random.int(1_000_000) * 100,
    supply: 100_000_000,
    box: 30_000_000,
    pass: 40
  }
  const world: World = {
    random,
    offices: OFFICES,
    orders: new Map(),
    supplies: new Map(),
    passes: new Map(),
    plannedCodes: new Map(),
    lateStickers: { oneIn: 10, times: 1 },
    lastBasket: null,
    nextId: kind => (counters[kind] += kind === 'pass' ? 1 : 1 + random.int(90))
  }
  const slots = random.shuffled(CATALOGUE.flatMap(product => Array.from({ length: product.share }, () => product)))
  const ages = Array.from({ length: count }, () => HOUR + random.int(99 * HOUR)).toSorted((left, right) => right - left)
  for (const [index, age] of ages.entries()) {
    addOrder(world, seed, slots[index % slots.length] ?? CATALOGUE[0], now - age, now, {})
  }
  return world
}

/** Adds fresh orders, as buyers do; returns their ids. */
export function addOrders(world: World, seed: number, count: number, now: number, shape: OrderShape): number[] {
  const fitting = CATALOGUE.filter(
    ({ article, cargoType }) =>
      (shape.article === undefined || article === shape.article) &&
      (shape.cargoType === undefined || cargoType === shape.cargoType)
  )
  return Array.from({ length: count }, () => {
    const product = fitting[world.random.int(fitting.length)] ?? CATALOGUE[0]
    return addOrder(world, seed, product, now, now, shape)
  })
}

function addOrder(
  world: World,
  seed: number,
  product: Product,
  createdAt: number,
  now: number,
  shape: OrderShape
): number {
  const { random } = world
  const index = seed * PRODUCTS_PER_SEED + CATALOGUE.indexOf(product)
  const id = world.nextId('order')
  const isSameBasket = random.int(7) === 0
  const newBasket = `${100_000_000 + random.int(900_000_000)}_${random.text(32, HEX)}`
  const orderUid = isSameBasket ? (world.lastBasket ?? newBasket) : newBasket
  world.lastBasket = orderUid
  const cargoType = shape.cargoType ?? product.cargoType
  const isForeign = random.int(10) === 0
  const facts: WorldOrder['facts'] = {
    id,
    rid: `${random.text(19, DIGITS)}.0.0`,
    orderUid,
    article: product.article,
    colorCode: product.colorCode,
    skus: [barcodeOf(product, index)],
    nmId: 120_000_000 + index,
    chrtId: 980_000_000 + index,
    price: isForeign ? Math.round(product.price / 27.93) : product.price,
    convertedPrice: product.price,
    currencyCode: isForeign ? 933 : 643,
    cargoType,
    warehouseId: shape.warehouseId ?? WAREHOUSE_ID,
    officeId: cargoType === 1 ? PICKUP_OFFICE_ID : WAREHOUSE_OFFICE_ID,
    comment: random.int(6) === 0 ? random.pick(COMMENTS) : '',
    createdAt,
    requiredMeta: shape.requiredMeta ?? product.required,
    optionalMeta: shape.optionalMeta ?? product.optional,
    isB2b: shape.isB2b ?? false,
    isCrossBorder: shape.isCrossBorder ?? false
  }
  world.orders.set(id, {
    facts,
    thing: thingFor(product, facts, index, now + (60 + random.int(400)) * DAY),
    sticker: {
      partA: String(100_000 + (id % 900_000)),
      partB: String(1000 + random.int(9000)),
      barcode: `${random.int(4) === 0 ? '*' : '!'}${random.text(8, LETTERS_AND_DIGITS)}`
    },
    supplierStatus: 'new',
    wbStatus: 'waiting',
    supplyId: null,
    needsReshipment: false,
    stickerOmissions: 0,
    meta: new Map(),
    plannedDecisions: new Map(),
    history: [{ at: createdAt, code: 'NEW' }]
  })
  return id
}

function barcodeOf(product: Product, index: number): string {
  if (product.barcode === 'ean13') return makeEan13(index)
  const body = `2041${String(index).padStart(8, '0')}`
  return body + gs1CheckDigit(body)
}

/** Every unit bears a code of its own; the GTIN inside a marking code is the product's true one, never the seller's barcode. */
function thingFor(product: Product, facts: WorldOrder['facts'], index: number, goodUntil: number): Thing {
  const keys = new Set([...facts.requiredMeta, ...facts.optionalMeta])
  const barcode = facts.skus[0] ?? ''
  const gtin = product.barcode === 'ean13' ? barcode : makeEan13(index + 50_000_000)
  return {
    orderId: facts.id,
    article: facts.article,
    title: product.title,
    barcode,
    ...(keys.has('sgtin') && { markingCode: makeMarkingCode({ gtin, seed: facts.id, tail: product.tail }) }),
    ...(keys.has('imei') && { imei: makeImei(facts.id) }),
    ...(keys.has('uin') && { uin: makeUin(facts.id) }),
    ...(keys.has('gtin') && { gtin }),
    ...(keys.has('expiration') && { expiration: dayOf(goodUntil) })
  }
}

/** `dd.mm.yyyy` of a moment in ms, by Moscow's calendar (UTC+3). */
export function dayOf(at: number): string {
  const [year, month, day] = new Date(at + 3 * HOUR).toISOString().slice(0, 10).split('-')
  return `${day}.${month}.${year}`
}
