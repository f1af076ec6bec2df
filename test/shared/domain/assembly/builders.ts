import type { CardWords } from '../../../../shared/domain/orders/product-card.ts'
import type { Bench } from '../../../../shared/domain/bench.ts'
import type { Intent, IntentBody } from '../../../../shared/domain/intents.ts'
import type { Feedback } from '../../../../shared/domain/messages.ts'
import { OrderBook } from '../../../../shared/domain/orders/order-book.ts'
import { freshOrder } from '../../../../shared/domain/orders/orders.ts'
import type {
  CodeEntry,
  MetaKey,
  Order,
  OrderFacts,
  StickerFacts,
  OrderLife
} from '../../../../shared/domain/orders/orders.ts'
import { JobBook } from '../../../../shared/domain/printing/job-book.ts'
import {
  makeDeclaration,
  makeEan13,
  makeImei,
  makeMarkingCode,
  makeUin
} from '../../../../shared/domain/printing/samples.ts'
import { defaultSettings } from '../../../../shared/domain/settings.ts'
import type { Settings } from '../../../../shared/domain/settings.ts'
import { EMPTY_BOOK } from '../../../../shared/domain/orders/shipping.ts'
import { EMPTY_SPOT_BOOK } from '../../../../shared/domain/orders/spot.ts'
import type { ShippingBook, ShippingChoice, ShippingPoint } from '../../../../shared/domain/orders/shipping.ts'
import { newSupply } from '../../../../shared/domain/orders/supplies.ts'
import { ownSticker } from '../../../../shared/domain/schemes/own-sticker.ts'
import type { OrderScheme, RoundScheme } from '../../../../shared/domain/schemes/scheme.ts'
import type { Round } from '../../../../shared/domain/orders/rounds.ts'
import type { Supply } from '../../../../shared/domain/orders/supplies.ts'

export const NOW = Date.UTC(2026, 7, 3, 9)
export const TODAY = { year: 2026, month: 8, day: 3 }
export const MUG = makeEan13(1)
export const SCARF = makeEan13(2)
/** A GTIN that stands on no order. */
export const STRANGER = makeEan13(99)
export const SUPPLY = 'WB-GI-1000001'
export const OTHER_SUPPLY = 'WB-GI-1000002'
export const ANNA = { id: '7', name: 'Анна' }
/** 50 days after TODAY. */
export const GOOD_DATE = '22.09.2026'

/** A right marking code of a unit; one a seed. */
export function markingCode(seed: number, gtin = MUG): string {
  return makeMarkingCode({ gtin, seed, tail: 'crypto' })
}

/** A right value for a key; one a seed. */
export function codeFor(key: MetaKey, seed: number): string {
  switch (key) {
    case 'sgtin':
      return markingCode(seed)
    case 'imei':
      return makeImei(seed)
    case 'uin':
      return makeUin(seed)
    case 'gtin':
      return makeEan13(500 + seed)
    case 'expiration':
      return GOOD_DATE
    case 'customsDeclaration':
      return makeDeclaration(seed)
  }
}

export function factsOf(id: number, part: Partial<OrderFacts> = {}): OrderFacts {
  return {
    id,
    orderUid: `basket-${id}`,
    article: 'mug',
    colorCode: 'RAL 3017',
    skus: [MUG],
    nmId: 1,
    chrtId: 1,
    price: 101_400,
    currencyCode: 643,
    cargoType: 1,
    warehouseId: 5,
    toPickupPoint: null,
    sellerDate: '',
    isB2b: false,
    isCrossBorder: false,
    offices: [],
    officeId: null,
    comment: '',
    createdAt: NOW - 3_600_000 + id,
    requiredMeta: [],
    optionalMeta: [],
    metaKnown: true,
    unknownMeta: [],
    ...part
  }
}

/** An order of the new list, in no supply. */
export function newOrder(id: number, facts: Partial<OrderFacts> = {}, part: Partial<Order> = {}): Order {
  return { ...freshOrder(factsOf(id, facts), 'new', 'waiting'), ...part }
}

/** An order in the open supply with its sticker at hand: ready to be packed. */
export function order(id: number, facts: Partial<OrderFacts> = {}, part: Partial<Order> = {}): Order {
  const claimed = { supplierStatus: 'confirm', supplyId: SUPPLY, life: 'claimed', sticker: stickerOf(id) } as const
  return newOrder(id, facts, { ...claimed, ...part })
}

/** An order of the seller's own delivery. */
export const DBS = {
  kind: 'dbs',
  slot: { date: '03.08.2026', from: '15:00', to: '16:00' },
  deliveryType: 'dbs',
  groupId: null
} as const satisfies OrderScheme

/** An order that its buyer fetches from the store. */
export const PICKUP = {
  kind: 'pickup',
  date: '03.08.2026',
  orderCode: '170046918-0011',
  payMode: 'prepaid',
  tireService: false,
  place: null
} as const satisfies OrderScheme

/** A round that is open, `round-dbs` or `round-pickup`. */
export function round(scheme: RoundScheme, part: Partial<Round> = {}): Round {
  const id = `round-${scheme}`
  return { kind: 'round', id, scheme, name: `round of ${scheme}`, createdAt: NOW - 3_600_000, state: 'open', ...part }
}

/** An order in the open round of its scheme, with its own label. */
export function inRound(
  id: number,
  scheme: OrderScheme,
  life: OrderLife = 'claimed',
  facts: Partial<OrderFacts> = {}
): Order {
  const sticker = ownSticker(id, scheme)
  const make = life === 'packed' ? packedOrder : order
  return make(id, facts, { scheme, sticker, life, supplyId: `round-${scheme.kind}` })
}

/** With the courier, or ready in the store. */
export function shippedOrder(id: number, scheme: OrderScheme, part: Partial<Order> = {}): Order {
  const supplierStatus = scheme.kind === 'dbs' ? 'deliver' : 'prepare'
  const sticker = ownSticker(id, scheme)
  return packedOrder(id, {}, { scheme, sticker, supplierStatus, life: 'shipped', supplyId: null, ...part })
}

/** Packed a minute ago, its codes accepted. */
export function packedOrder(id: number, facts: Partial<OrderFacts> = {}, part: Partial<Order> = {}): Order {
  const done = { life: 'packed', itemChecked: true, label: 'printed', packedAt: NOW - 60_000, packedBy: null } as const
  return order(id, facts, { ...done, ...part })
}

export function stickerOf(id: number): StickerFacts {
  return { partA: '231648', partB: String(9000 + id), barcode: `*cKEt${id}Zx` }
}

export function entry(value: string, part: Partial<CodeEntry> = {}): CodeEntry {
  return { values: [value], at: NOW - 120_000, packerId: null, state: 'accepted', decision: null, ...part }
}

export function supply(id: string, part: Partial<Supply> = {}): Supply {
  const { createdAt, cargoType } = { createdAt: NOW - 7_200_000, cargoType: 1 }
  return { ...newSupply({ id, remoteId: id, name: `supply ${id}`, createdAt, cargoType }), ...part }
}

/** A shipping point of Moscow. */
export function point(id: number, part: Partial<ShippingPoint> = {}): ShippingPoint {
  const made = {
    name: `СЦ ${id}`,
    address: `ул. Зелёная, д. ${id}`,
    city: 'Москва',
    officeType: 'sc',
    fulfilment: false
  }
  return { id, ...made, ...part }
}

/** What an account in Russia knows that ships the orders made here to these points, the usual one first. */
export function russianBook(...points: readonly ShippingPoint[]): ShippingBook {
  const choices = points.map((one): ShippingChoice => ({ point: one, type: 'selfShipping' }))
  const routes = choices.length === 0 ? [] : [{ warehouseId: 5, cargoType: 1, choices }]
  return { isDemanded: false, currencyCode: 643, routes }
}

export function intent(body: IntentBody, bornAt = NOW): Intent {
  return { id: 'intent', seq: 1, body, bornAt, packerId: null, state: { kind: 'done', at: bornAt } }
}

export interface BenchParts {
  readonly orders?: readonly Order[]
  readonly supplies?: readonly Supply[]
  readonly rounds?: readonly Round[]
  readonly supplyId?: string | null
  readonly settings?: Partial<Settings>
  readonly lastOrderId?: number
  /** By `chrtId`: what a product is known by, and the GTINs of its card. */
  readonly words?: { readonly [chrtId: number]: Partial<Pick<CardWords, 'name' | 'size' | 'place'>> }
  readonly cardGtins?: Readonly<Record<number, readonly string[]>>
  readonly shipping?: ShippingBook
  readonly feedback?: Feedback
  /** Whether a lead's word is taken; it is unless told otherwise. */
  readonly mayOverride?: boolean
}

/** A bench with one open supply on it (and one more beside), an empty table, Anna known, nobody signed in. */
export function newBench(parts: BenchParts = {}): Bench {
  const supplies = parts.supplies ?? [supply(SUPPLY), supply(OTHER_SUPPLY)]
  const supplyId = parts.supplyId === undefined ? SUPPLY : parts.supplyId
  return {
    orders: OrderBook.of(parts.orders ?? []),
    supplies: new Map(supplies.map(one => [one.id, one])),
    rounds: new Map((parts.rounds ?? []).map(one => [one.id, one])),
    supplyId,
    table: {
      orderId: null,
      entry: 'item',
      undo: [],
      question: null,
      lastOrderId: parts.lastOrderId ?? null,
      skipped: []
    },
    packers: new Map([[ANNA.id, ANNA]]),
    packerId: null,
    gtinOverrides: new Map(),
    sets: new Map(),
    jobs: JobBook.of([]),
    settings: { ...defaultSettings(), signIn: false, ...parts.settings },
    shipping: parts.shipping ?? EMPTY_BOOK,
    spot: EMPTY_SPOT_BOOK,
    feedback: parts.feedback ?? { face: 'waiting', message: { code: 'scanItem' }, at: NOW },
    notes: [],
    shift: { day: '2026-08-03', packed: 0 }
  }
}
