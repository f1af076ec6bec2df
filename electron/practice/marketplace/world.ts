import type { Forms } from './http/forms.ts'
import type { BoughtThing, ItemFacts, OrderCore, PlannedVerdict, StickerNumber } from './orders/order-core.ts'
import type { Random } from './orders/random.ts'
import type { DbsOrder, PickupOrder } from './rules/schemes.ts'

export { WORLD_META_KEYS } from './orders/order-core.ts'
export type { BoughtThing, StickerNumber, Thing, WorldMetaKey } from './orders/order-core.ts'

export type SupplierStatus = 'new' | 'confirm' | 'complete' | 'cancel'

/** What an order that the marketplace delivers says and never changes. */
export interface OrderFacts extends ItemFacts {
  readonly officeId: number
  readonly isCrossBorder: boolean
  /** Goes by road from the EAEU into Russia: its supply names a carrier. */
  readonly goesBySpot: boolean
  /** The currency of the seller's country, ISO 4217. */
  readonly convertedCurrencyCode: number
}

/** An order that the marketplace delivers. */
export interface WorldOrder extends OrderCore {
  readonly facts: OrderFacts
  readonly sticker: StickerNumber
  supplierStatus: SupplierStatus
  supplyId: string | null
  needsReshipment: boolean
  /** How many more requests will not find the sticker, just after `confirm`. */
  stickerOmissions: number
}

/** Where, how and on what day (`yyyy-mm-dd`, Moscow) the seller brings a supply. */
export interface SupplyShipping {
  readonly pointId: number
  readonly day: string
  readonly type: 'selfShipping' | 'transportCompany'
}

/** Who brings a supply over the border by road, as it was told (Unix ms); no trailer is an empty number. */
export interface SupplySpot {
  readonly carrier: {
    readonly carrierName: string
    readonly carrierTaxNumber: string
    readonly carrierCountryCode: string
    readonly vehicleRegistrationNumber: string
    readonly trailerRegistrationNumber: string
  }
  readonly setAt: number
}

export interface Supply {
  readonly id: string
  readonly name: string
  readonly createdAt: number
  done: boolean
  closedAt: number | null
  scannedAt: number | null
  readonly boxes: string[]
  shipping: SupplyShipping | null
  /** Of a supply that a transport company carries. */
  waybillUuid: string | null
  spot: SupplySpot | null
}

export interface PlannedRefusal {
  /** As the route has it, `/api/v3/supplies/{supplyId}/deliver`. */
  readonly path: string
  readonly status: number
  readonly body: unknown
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
  /** The same seed is the same shop. */
  readonly seed: number
  /** The vendor's sandbox: it has levers of its own, one bucket for all, and lacks some methods. */
  readonly isSandbox: boolean
  /** From Russia, or from a country whose goods cross the border on wheels. */
  readonly seller: 'russian' | 'abroad'
  /** The seller's supplies go through fulfilment: only points that offer it are taken. */
  needsFulfilment: boolean
  /** Orders and supplies of somebody else's, by their ids: not this seller's to touch. */
  readonly denied: Set<string>
  forms: Forms
  /** Refusals that were called up: the next call of a route meets the first that names its path. */
  readonly plannedRefusals: PlannedRefusal[]
  readonly offices: readonly Office[]
  /** Those that the marketplace delivers. */
  readonly orders: Map<number, WorldOrder>
  /** Those that the seller delivers. */
  readonly dbsOrders: Map<number, DbsOrder>
  /** Those that wait in the seller's store. */
  readonly pickupOrders: Map<number, PickupOrder>
  readonly supplies: Map<string, Supply>
  readonly passes: Map<number, Pass>
  /** Verdicts planned for a code by its value, whichever order it comes on. */
  readonly plannedCodes: Map<string, readonly PlannedVerdict[]>
  /** One sticker in `oneIn` is missing from the first `times` replies after `confirm`; 0 for none. */
  lateStickers: { readonly oneIn: number; readonly times: number }
  /** The `orderUid` of the youngest order: the next one may be of the same basket. */
  lastBasket: string | null
  readonly nextId: (kind: 'order' | 'supply' | 'box' | 'pass') => number
}

/** The orders of all schemes, oldest first in each. */
export function allOrders(world: World): readonly OrderCore[] {
  return [...world.orders.values(), ...world.dbsOrders.values(), ...world.pickupOrders.values()]
}

/** The units on the table, in the same order. */
export function thingsOf({ orders, dbsOrders, pickupOrders }: World): readonly BoughtThing[] {
  return [
    ...[...orders.values()].map(({ thing }) => thing),
    ...[...dbsOrders.values()].map(({ thing, code }) => ({ ...thing, buyerCode: code })),
    ...[...pickupOrders.values()].map(({ thing, orderCode, passcode }) => ({ ...thing, orderCode, passcode }))
  ]
}

/** Whether the order is alive: not cancelled by either side. */
export function isAliveOrder(order: WorldOrder): boolean {
  return order.supplierStatus !== 'cancel' && order.wbStatus === 'waiting'
}

/** Whether the seller may still cancel it: until the pickup point scans it (facts of 2026, `orders/status`). */
export function isCancellable(order: WorldOrder): boolean {
  return isAliveOrder(order) && (order.supplierStatus === 'new' || order.supplierStatus === 'confirm')
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
