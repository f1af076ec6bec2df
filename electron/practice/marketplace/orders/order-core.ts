/** Every key an order may carry; `customsDeclaration` came with the successor edition. */
export const WORLD_META_KEYS = ['sgtin', 'imei', 'uin', 'gtin', 'expiration', 'customsDeclaration'] as const
export type WorldMetaKey = (typeof WORLD_META_KEYS)[number]

/** A verdict on what is attached, and how long after the attaching it is there (ms). */
export interface PlannedVerdict {
  readonly decision: string
  readonly afterMs: number
}

/** Who delivers: the marketplace, the seller, or nobody: the buyer comes to the store. */
export type Scheme = 'fbs' | 'dbs' | 'pickup'

/** What a buyer's order says in any scheme, and never changes. */
export interface ItemFacts {
  readonly id: number
  readonly rid: string
  readonly orderUid: string
  readonly article: string
  readonly colorCode: string
  readonly skus: readonly string[]
  readonly nmId: number
  readonly chrtId: number
  /** Hundredths of `currencyCode`; `finalPrice` is what the buyer pays. */
  readonly price: number
  readonly finalPrice: number
  /** Hundredths of a rouble. */
  readonly convertedPrice: number
  readonly convertedFinalPrice: number
  readonly currencyCode: number
  readonly cargoType: number
  readonly warehouseId: number
  readonly comment: string
  /** Unix ms. */
  readonly createdAt: number
  readonly requiredMeta: readonly WorldMetaKey[]
  readonly optionalMeta: readonly WorldMetaKey[]
  readonly isB2b: boolean
  /** Put over what a listing says of the order, to be as odd as a real one can be. */
  readonly oddFields: Readonly<Record<string, unknown>>
}

/** Who buys with an invoice: nobody's numbers. */
export interface Organisation {
  readonly inn: string
  readonly kpp: string
  readonly orgName: string
}

/** The thing on the table that an order is packed from, with all that a scanner can read off it. */
export interface Thing {
  readonly scheme: Scheme
  readonly orderId: number
  readonly article: string
  readonly title: string
  /** EAN-13, or the seller's own `2…` barcode. */
  readonly barcode: string
  readonly markingCode?: string
  /** Those of a set beside the first: all of them belong to the one order. */
  readonly moreMarkingCodes?: readonly string[]
  readonly imei?: string
  readonly uin?: string
  readonly gtin?: string
  /** `dd.mm.yyyy` */
  readonly expiration?: string
  /** `10704010/010624/0000302`, from the papers of the batch. */
  readonly customsDeclaration?: string
}

/** A thing with what its buyer says when it is handed over: at the door (DBS), or at the counter (pickup). */
export type BoughtThing = Thing & {
  readonly buyerCode?: string
  readonly orderCode?: string
  readonly passcode?: string
}

export interface StickerNumber {
  readonly partA: string
  readonly partB: string
  readonly barcode: string
}

export interface MetaValue {
  readonly values: readonly string[]
  readonly setAt: number
}

/** What orders of all schemes have in common. */
export interface OrderCore {
  readonly facts: ItemFacts
  readonly thing: Thing
  supplierStatus: string
  wbStatus: string
  readonly meta: Map<WorldMetaKey, MetaValue>
  /** Verdicts planned by name, which outrank the rules. */
  readonly plannedDecisions: Map<WorldMetaKey, readonly PlannedVerdict[]>
  readonly history: { readonly at: number; readonly code: string }[]
}

const OPEN: readonly string[] = ['waiting', 'sorted', 'ready_for_pickup']

/** Whether the order still goes on: neither given to the buyer nor cancelled by anyone. */
export function isOpenOrder(order: OrderCore): boolean {
  return OPEN.includes(order.wbStatus)
}

/** Whether the marking codes of an order are spent: it goes on, or the buyer has got it. */
export function holdsItsCodes(order: OrderCore): boolean {
  return isOpenOrder(order) || order.wbStatus === 'sold'
}
