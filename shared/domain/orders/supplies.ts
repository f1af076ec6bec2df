import type { Order } from './orders.ts'
import type { Shipping } from './shipping.ts'
import type { Spot } from './spot.ts'

/** The longest name the marketplace takes for a supply, in characters (API documents, "Создать новую поставку"). */
export const SUPPLY_NAME_MAX = 128
/** The most orders one add-to-supply intent carries (successor edition's bound). */
export const SUPPLY_ADD_MAX = 100

/**
 * `open`: being packed; `closing`: its codes are being read back; `delivering`: `deliver` is queued; `delivered`: in
 * delivery; `abandoned`: the marketplace would not create it,
 * or it was emptied and given up here; it is open again when the marketplace lists an order in it.
 */
export const SUPPLY_STATES = ['open', 'closing', 'delivering', 'delivered', 'abandoned'] as const
export type SupplyState = (typeof SUPPLY_STATES)[number]

/** Why a closed supply could not leave: it is open again, and a person is asked how to go on. */
export type Hitch =
  /** Point, type and day are demanded, and none are chosen. */
  | { readonly kind: 'noPoint' }
  /** The point does not take it: it lacks fulfilment, is not known any more, or is not for such a supply. */
  | { readonly kind: 'badPoint'; readonly why: 'fulfilment' | 'gone' | 'unfit'; readonly point: string }
  /** The day is over by the marketplace's clock. */
  | { readonly kind: 'badDay'; readonly day: string }
  | { readonly kind: 'noBoxes' }
  /** These orders' codes do not pass: they are on the problem shelf. */
  | { readonly kind: 'codes'; readonly orderIds: readonly number[] }
  /** Their buyers took these back at the very last: their parcels have to come out. */
  | { readonly kind: 'cancelled'; readonly orderIds: readonly number[] }
  /** The marketplace knows of no order in it. */
  | { readonly kind: 'empty' }
  /** The marketplace knows no such supply. */
  | { readonly kind: 'gone' }
  /**
   * It is at work on the supply for longer than anybody waits. `since`: when it was first told of what it is at work on
   * (Unix ms), and the station goes on trying by itself; absent: it turned the delivery down for that.
   */
  | { readonly kind: 'processing'; readonly since?: number }
  | { readonly kind: 'other'; readonly code: string; readonly message: string }

export interface Supply {
  readonly kind: 'supply'
  /** Stable on this PC: the marketplace's id, or `local-…` for one born here; intents keep naming it. */
  readonly id: string
  /** The marketplace's id (`WB-GI-1234567`), null until it answered. */
  readonly remoteId: string | null
  readonly name: string
  readonly createdAt: number
  readonly state: SupplyState
  readonly cargoType: number | null
  /** As the marketplace lists it; absent: not told, as of an empty one. */
  readonly isCrossBorder?: boolean
  readonly isB2b?: boolean
  /** Delivered from here, and its QR label is not yet on its way to the printer. */
  readonly qrWanted: boolean
  /** `exempt`: crosses a border; `demanded`: it was refused for want of point, type and day; null: nobody said. */
  readonly demand: 'exempt' | 'demanded' | null
  /** Null: not chosen. */
  readonly shipping: Shipping | null
  /** Boxes added from here, and those that are on their way. */
  readonly boxes: { readonly ids: readonly string[]; readonly queued: number }
  readonly hitch: Hitch | null
  /** When its point took it in, as far as it is known (Unix ms): from then on nothing of it changes. */
  readonly scannedAt: number | null
  /** Its way by road from the EAEU into Russia; null: it does not go that way; absent: not told. */
  readonly spot?: Spot | null
}

/** An open supply of which nothing more is known. */
export function newSupply(known: Pick<Supply, 'id' | 'remoteId' | 'name' | 'createdAt' | 'cargoType'>): Supply {
  return {
    kind: 'supply',
    ...known,
    state: 'open',
    qrWanted: false,
    demand: null,
    shipping: null,
    boxes: { ids: [], queued: 0 },
    hitch: null,
    scannedAt: null
  }
}

/** In what orders of one supply must not differ (API documents, "Добавить сборочные задания к поставке"); of one round: the scheme alone. */
export type KindPart = 'scheme' | 'cargoType' | 'warehouse' | 'border' | 'b2b'

type Kind = Readonly<Record<Exclude<KindPart, 'scheme'>, number | boolean>>

/** Orders with the same text may share a supply. */
export function supplyKind(order: Order): string {
  return Object.values(kindOf(order)).join('/')
}

/**
 * The first thing in which these orders differ from each other, from one that is inside the supply, or from what the
 * marketplace says of it (a supply made elsewhere may hold orders that nobody here has seen); null: they may share it.
 */
export function kindClash(orders: readonly Order[], inside?: Order, supply?: Supply): KindPart | null {
  const anchor = inside ?? orders[0]
  if (anchor === undefined) return null
  const kind = kindOf(anchor)
  const wanted: Kind = {
    ...kind,
    // 0 is the cargo type of an empty supply.
    cargoType: supply?.cargoType || kind.cargoType,
    border: supply?.isCrossBorder ?? kind.border,
    b2b: supply?.isB2b ?? kind.b2b
  }
  const parts = ['cargoType', 'warehouse', 'border', 'b2b'] as const
  return parts.find(part => orders.some(order => kindOf(order)[part] !== wanted[part])) ?? null
}

function kindOf({ facts }: Order): Kind {
  const { cargoType, warehouseId, isCrossBorder, isB2b } = facts
  return { cargoType, warehouse: warehouseId, border: isCrossBorder, b2b: isB2b }
}

/** Whether the marketplace is still at work on a supply that is being handed over, and somebody has to be told. */
export function isProcessing({ state, hitch }: Supply): boolean {
  const isLeaving = state === 'closing' || state === 'delivering'
  return isLeaving && hitch?.kind === 'processing' && hitch.since !== undefined
}

/** The most boxes that a supply of so many orders may have: half as many, one at least (news of the API, 2026). */
export function mostBoxes(orders: number): number {
  return Math.max(1, Math.floor(orders / 2))
}

/** The station's own word for a delivery that it did not send: orders inside died at the very last. */
export const CANCELLED_AT_LAST = 'CancelledAtLast'

/** What a refusal to deliver a supply means here; null: it has left already. */
export function hitchOfDelivery(code: string, message: string, culprits: readonly number[], day: string): Hitch | null {
  switch (code) {
    case CANCELLED_AT_LAST:
      return { kind: 'cancelled', orderIds: culprits }
    case 'SupplyAlreadyScanned':
      return null
    case 'SupplyShippingRequired':
      return { kind: 'noPoint' }
    case 'FulfillmentSupplyBoxesRequired':
      return { kind: 'noBoxes' }
    case 'InvalidShippingDt':
      return { kind: 'badDay', day }
    case 'SupplyHasZeroOrders':
      return { kind: 'empty' }
    case 'NotFound':
      return { kind: 'gone' }
    case 'SupplyIsProcessing':
      return { kind: 'processing' }
    default:
      return culprits.length > 0 ? { kind: 'codes', orderIds: culprits } : { kind: 'other', code, message }
  }
}

/** What a refusal of a shipping method means here; null: the supply is at its point already, and stays as it is. */
export function hitchOfShipping(code: string, message: string, { point, day }: Shipping): Hitch | null {
  switch (code) {
    case 'SupplyAlreadyScanned':
      return null
    case 'FulfillmentRequired':
      return { kind: 'badPoint', why: 'fulfilment', point: point.name }
    case 'NotFound':
      return { kind: 'badPoint', why: 'gone', point: point.name }
    case 'IncorrectRequestBody':
      return { kind: 'badPoint', why: 'unfit', point: point.name }
    case 'InvalidShippingDt':
      return { kind: 'badDay', day }
    default:
      return { kind: 'other', code, message }
  }
}
