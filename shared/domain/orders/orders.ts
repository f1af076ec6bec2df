import type { StickerSize } from '../printing/media.ts'
import { FBS } from '../schemes/scheme.ts'
import type { Handover, OrderScheme } from '../schemes/scheme.ts'

/** The metadata keys this program can collect for an order (API documents, "requiredMeta"). */
export const META_KEYS = ['sgtin', 'imei', 'uin', 'gtin', 'expiration', 'customsDeclaration'] as const
export type MetaKey = (typeof META_KEYS)[number]

/**
 * `complete`: FBS, in delivery; `deliver`: DBS, with the courier; `prepare`: ready in the store; `receive`, `reject`: the
 * buyer took it or did not; the last two end by themselves.
 */
export const SUPPLIER_STATUSES = [
  'new',
  'confirm',
  'complete',
  'deliver',
  'prepare',
  'receive',
  'reject',
  'cancel',
  'cancel_missed_call',
  'cancel_shelf_life'
] as const
export type SupplierStatus = (typeof SUPPLIER_STATUSES)[number]

/** After this long in work the marketplace cancels an FBS order and fines the seller (ms). */
export const ORDER_LIFETIME_MS = 120 * 60 * 60 * 1000

/** What the marketplace says of an assembly order; never changed by us. */
export interface OrderFacts {
  readonly id: number
  /** Groups the orders of one basket: a hint, no more. */
  readonly orderUid: string
  readonly article: string
  readonly colorCode: string
  readonly skus: readonly string[]
  readonly nmId: number
  readonly chrtId: number
  /** In hundredths of `currencyCode` (ISO 4217 numeric). */
  readonly price: number
  readonly currencyCode: number
  readonly cargoType: number
  readonly warehouseId: number
  /** Whether it may be brought to a pickup point; null: not told. */
  readonly toPickupPoint: boolean | null
  /** By when the seller hands over a bulky one, `dd.mm.yyyy`; empty: not told. */
  readonly sellerDate: string
  readonly isB2b: boolean
  readonly isCrossBorder: boolean
  /** Where the marketplace takes it in: they tell whether boxes or a pass are needed. */
  readonly offices: readonly string[]
  readonly officeId: number | null
  readonly comment: string
  /** Unix ms. */
  readonly createdAt: number
  readonly requiredMeta: readonly MetaKey[]
  readonly optionalMeta: readonly MetaKey[]
  /** Whether the three lists above and below were told: the list of all orders leaves them out, so they are read apart. */
  readonly metaKnown: boolean
  /** Required keys that this version does not know: such an order can't be finished here. */
  readonly unknownMeta: readonly string[]
}

export interface StickerFacts {
  /** The two halves of the number that a person reads. */
  readonly partA: string
  readonly partB: string
  /** What the code on the sticker holds, `!uKEtQZVx`, `*…`, a parcel's `WB0000000001`; case-sensitive; empty: not told. */
  readonly barcode: string
  /** How the file on this PC was drawn; absent: by an older version, 58 × 40 mm without a picture. */
  readonly make?: StickerMake
}

/** Why an order has no sticker though it was asked for: its parcel has no number yet, or what came is no label. */
export type StickerLack = 'parcelNumber' | 'unreadable'

/** How the marketplace draws a sticker: for which label, and whether as a picture (PNG) beside the ZPL. */
export interface StickerMake {
  readonly size: StickerSize
  readonly picture: boolean
}

/** The key that a unit may carry several codes of: each thing of a set has its own marking. */
export const SET_KEY = 'sgtin' satisfies MetaKey

/** An order takes at most this many marking codes (API documents of DBS and pickup, `sgtins`; FBS takes more). */
export const SET_MAX = 24

/** The codes collected for one metadata key of one order. */
export interface CodeEntry {
  /** One; of a set's marking codes up to `SET_MAX`, as they were scanned. */
  readonly values: readonly string[]
  /** How many a set carries; absent: one. */
  readonly of?: number
  readonly at: number
  readonly packerId: string | null
  /** `kept`: on this PC only; `queued`: in the outbox; `accepted`: the marketplace took it; `refused`: it did not. */
  readonly state: 'kept' | 'queued' | 'accepted' | 'refused'
  /** The marketplace's verdict on reading back (`sgtinIntroduced`, `pending`, …), null before it was read. */
  readonly decision: string | null
  /** Somebody lets it travel in spite of a warning. */
  readonly isVouched?: true
}

export type ShelfWhy =
  | { readonly kind: 'packer'; readonly reason: 'damaged' | 'missing' | 'noCode' | 'other' }
  | { readonly kind: 'codeRefused'; readonly key: MetaKey; readonly decision: string }
  | { readonly kind: 'writeRefused'; readonly what: string; readonly code: string; readonly message: string }
  | { readonly kind: 'unknownMeta'; readonly keys: readonly string[] }
  /** The seller called it off, and the marketplace has not said yes yet. */
  | { readonly kind: 'cancelling' }

export interface Shelf {
  readonly why: ShelfWhy
  readonly at: number
  readonly packerId: string | null
}

/**
 * An order's local life, beside the marketplace's two statuses. `shipped`: it left the packing table, for the marketplace,
 * with a courier or for the store's shelf; `handed`: its buyer has it; `returned`: its buyer did not take it.
 */
export const ORDER_LIVES = [
  'fresh',
  'claimed',
  'coded',
  'stickered',
  'packed',
  'shipped',
  'handed',
  'returned',
  'shelved',
  'cancelled'
] as const
export type OrderLife = (typeof ORDER_LIVES)[number]

/** What became of the order's sticker on paper: `doubt` asks the packer, `failed` prints again on command. */
export type LabelState = 'none' | 'queued' | 'printed' | 'doubt' | 'failed'

export interface Order {
  readonly facts: OrderFacts
  readonly scheme: OrderScheme
  readonly supplierStatus: SupplierStatus
  readonly wbStatus: string
  /** Its batch: the supply's own id here (the marketplace's, or `local-…` until that comes), or a round's. */
  readonly supplyId: string | null
  readonly life: OrderLife
  /** The product's barcode was scanned for this order. */
  readonly itemChecked: boolean
  readonly codes: { readonly [key in MetaKey]?: CodeEntry }
  readonly sticker: StickerFacts | null
  /** Gone when the sticker is here; absent: nothing is known against it. */
  readonly stickerLack?: StickerLack
  readonly label: LabelState
  readonly shelf: Shelf | null
  /** Cancelled, and somebody has taken its parcel out of the pile. */
  readonly takenOut?: true
  readonly packedAt: number | null
  readonly packedBy: string | null
  /** It left, and the marketplace wants it once more, in another supply; gone when it is there. */
  readonly travelsAgain?: true
  /** Its label came out before the delivery was moved: the paper shows the former time. */
  readonly hasOldLabel?: true
  /** The box of its supply that its parcel lies in. */
  readonly boxId?: string
  /** Somebody put it before all others. */
  readonly isPinned?: true
  /** The buyer at the counter named the right code. */
  readonly isIdentified?: true
  readonly handover?: Handover
  /**
   * Of a packed order that leaves by a word of its own. `due`: it waits until the marketplace has judged its codes; `told`:
   * the word is queued.
   */
  readonly departure?: 'due' | 'told'
}

const CANCELLED_BY_SELLER: readonly SupplierStatus[] = ['cancel', 'cancel_missed_call', 'cancel_shelf_life']
const CANCELLED_AT_MARKETPLACE: readonly string[] = [
  'canceled',
  'canceled_by_client',
  'canceled_by_missed_call',
  'canceled_by_carrier',
  'declined_by_client',
  'defect'
]

/** Whether either of the marketplace's statuses says that the order is dead (API documents, "orders/status"). */
export function isCancelled(supplierStatus: SupplierStatus, wbStatus: string): boolean {
  return CANCELLED_BY_SELLER.includes(supplierStatus) || CANCELLED_AT_MARKETPLACE.includes(wbStatus)
}

/** The required keys whose codes are still missing, in the order in which they are asked for. */
export function missingMeta(order: Order): readonly MetaKey[] {
  const { facts, codes } = order
  // A set that was begun is finished, also where its codes are optional.
  return META_KEYS.filter(key => (facts.requiredMeta.includes(key) || codes[key] !== undefined) && lacks(order, key))
}

/** Whether the order has no code under the key, or not yet all that a set carries. */
export function lacks({ codes }: Order, key: MetaKey): boolean {
  const { values, of = 1 } = codes[key] ?? { values: [] }
  return values.length < of
}

/** Whether the marketplace draws no sticker yet: it wants the customs declaration first, and holds back the whole batch. */
export function awaitsDeclaration({ facts, codes }: Order): boolean {
  return facts.requiredMeta.includes('customsDeclaration') && codes.customsDeclaration?.state !== 'accepted'
}

/** Of most orders: there once, it costs memory and the collector's time once. */
export const NO_CODES: Order['codes'] = Object.freeze({})

/** A fresh local order around the marketplace's facts. */
export function freshOrder(
  facts: OrderFacts,
  supplierStatus: SupplierStatus,
  wbStatus: string,
  scheme: OrderScheme = FBS
): Order {
  return {
    facts,
    scheme,
    supplierStatus,
    wbStatus,
    supplyId: null,
    life: isCancelled(supplierStatus, wbStatus) ? 'cancelled' : 'fresh',
    itemChecked: false,
    codes: NO_CODES,
    sticker: null,
    label: 'none',
    shelf: null,
    packedAt: null,
    packedBy: null
  }
}

/** Whether nobody works on the order yet (or again), here or on the portal, where it may lie in a supply not seen yet. */
export function isNew(order: Order): boolean {
  const { life, supplierStatus, scheme, travelsAgain } = order
  // A round is a thing of this table: what is in assembly without one is packed by nobody.
  const isNobodys = supplierStatus === 'new' || (scheme.kind !== 'fbs' && supplierStatus === 'confirm')
  return life === 'fresh' && (isNobodys || travelsAgain === true)
}

/** On the shelf, or cancelled when its label was already out: somebody has to find the parcel. */
export function isProblem(order: Order): boolean {
  return order.life === 'shelved' || (order.life === 'cancelled' && order.label !== 'none' && order.takenOut !== true)
}

/** Whether the packer can still work on the order. */
export function isPackable(order: Order): boolean {
  return order.life === 'claimed' || order.life === 'coded' || order.life === 'stickered'
}

/** Whether it is packed, and leaves by a word of its own that waits for its codes. */
export function isDue({ life, departure }: Order): boolean {
  return life === 'packed' && departure === 'due'
}

/** Whether nothing more happens to an order of this life on the packing table. */
export function isOver(life: OrderLife): boolean {
  return life === 'shipped' || life === 'handed' || life === 'returned' || life === 'cancelled'
}

/** Whether nothing more happens to the order at the marketplace either: what a courier has, or a store keeps, may still come back. */
export function isSettled({ life, scheme }: Order): boolean {
  return isOver(life) && (life !== 'shipped' || scheme.kind === 'fbs')
}

/** In assembly, and no list has told which codes it needs. */
export function isMetaUnknown({ facts, supplierStatus, life }: Order): boolean {
  return !facts.metaKnown && supplierStatus === 'confirm' && !isOver(life)
}
