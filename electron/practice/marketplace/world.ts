import type { Random } from './random.ts'

/** Every key an order may carry; `customsDeclaration` came with the successor edition. */
export const WORLD_META_KEYS = ['sgtin', 'imei', 'uin', 'gtin', 'expiration', 'customsDeclaration'] as const
export type WorldMetaKey = (typeof WORLD_META_KEYS)[number]

export type SupplierStatus = 'new' | 'confirm' | 'complete' | 'cancel'

/** What a buyer's order says and never changes. */
export interface OrderFacts {
  readonly id: number
  readonly rid: string
  readonly orderUid: string
  readonly article: string
  readonly colorCode: string
  readonly skus: readonly string[]
  readonly nmId: number
  readonly chrtId: number
  /** Hundredths of `currencyCode`. */
  readonly price: number
  readonly convertedPrice: number
  readonly currencyCode: number
  readonly cargoType: number
  readonly warehouseId: number
  readonly officeId: number
  readonly comment: string
  /** Unix ms. */
  readonly createdAt: number
  readonly requiredMeta: readonly WorldMetaKey[]
  readonly optionalMeta: readonly WorldMetaKey[]
  readonly isB2b: boolean
  readonly isCrossBorder: boolean
}

/** The thing on the table that an order is packed from, with all that a scanner can read off it. */
export interface Thing {
  readonly orderId: number
  readonly article: string
  readonly title: string
  /** EAN-13, or the seller's own `2…` barcode. */
  readonly barcode: string
  readonly markingCode?: string
  readonly imei?: string
  readonly uin?: string
  readonly gtin?: string
  /** `dd.mm.yyyy` */
  readonly expiration?: string
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

export interface WorldOrder {
  readonly facts: OrderFacts
  readonly thing: Thing
  readonly sticker: StickerNumber
  supplierStatus: SupplierStatus
  wbStatus: string
  supplyId: string | null
  needsReshipment: boolean
  /** How many more requests will not find the sticker, just after `confirm`. */
  stickerOmissions: number
  readonly meta: Map<WorldMetaKey, MetaValue>
  /** Verdicts planned by name, which outrank the rules. */
  readonly plannedDecisions: Map<WorldMetaKey, string>
  readonly history: { readonly at: number; readonly code: string }[]
}

export interface Supply {
  readonly id: string
  readonly name: string
  readonly createdAt: number
  done: boolean
  closedAt: number | null
  scannedAt: number | null
  readonly boxes: string[]
}

export interface Pass {
  readonly id: number
  readonly firstName: string
  readonly lastName: string
  readonly carModel: string
  readonly carNumber: string
  readonly officeId: number
  readonly endsAt: number
}

export interface Office {
  readonly id: number
  readonly name: string
  readonly address: string
  /** Boxes are for supplies to pickup points; passes for the other kind. */
  readonly isPickupPoint: boolean
}

export interface World {
  readonly random: Random
  readonly offices: readonly Office[]
  readonly orders: Map<number, WorldOrder>
  readonly supplies: Map<string, Supply>
  readonly passes: Map<number, Pass>
  /** Verdicts planned for a code by its value, whichever order it comes on. */
  readonly plannedCodes: Map<string, string>
  /** One sticker in `oneIn` is missing from the first `times` replies after `confirm`; 0 for none. */
  lateStickers: { readonly oneIn: number; readonly times: number }
  /** The `orderUid` of the youngest order: the next one may be of the same basket. */
  lastBasket: string | null
  readonly nextId: (kind: 'order' | 'supply' | 'box' | 'pass') => number
}

/** Whether the order is alive: not cancelled by either side. */
export function isAliveOrder(order: WorldOrder): boolean {
  return order.supplierStatus !== 'cancel' && order.wbStatus === 'waiting'
}

/** The orders of a supply, oldest first. */
export function ordersOf(world: World, supply: Supply): readonly WorldOrder[] {
  return [...world.orders.values()].filter(order => order.supplyId === supply.id)
}

export function officeOf(world: World, supply: Supply): Office | null {
  const first = ordersOf(world, supply)[0]
  return world.offices.find(office => office.id === first?.facts.officeId) ?? null
}

/** Moves an order to a status of the seller's, and writes the history that cross-border orders show. */
export function setSupplierStatus(order: WorldOrder, status: SupplierStatus, now: number): void {
  order.supplierStatus = status
  order.history.push({ at: now, code: status.toUpperCase() })
}

/** Closes a supply: `done`, its orders in delivery (API documents, `deliver`). */
export function closeSupply(world: World, supply: Supply, now: number): void {
  supply.done = true
  supply.closedAt = now
  for (const order of ordersOf(world, supply)) {
    if (isAliveOrder(order)) setSupplierStatus(order, 'complete', now)
  }
}
