import type { Order } from './orders.ts'

/** The longest name the marketplace takes for a supply, in characters (API documents, "Создать новую поставку"). */
export const SUPPLY_NAME_MAX = 128
/** The most orders one add-to-supply intent carries (successor edition's bound). */
export const SUPPLY_ADD_MAX = 100

/**
 * `open`: being packed; `closing`: its codes are being read back; `delivering`: `deliver` is queued; `delivered`: in
 * delivery; `abandoned`: the marketplace would not create it.
 */
export type SupplyState = 'open' | 'closing' | 'delivering' | 'delivered' | 'abandoned'

export interface Supply {
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
}

/** In what orders of one supply must not differ (API documents, "Добавить сборочные задания к поставке"). */
export type KindPart = 'cargoType' | 'warehouse' | 'border' | 'b2b'

type Kind = Readonly<Record<KindPart, number | boolean>>

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
