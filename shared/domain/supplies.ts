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
  /** Delivered from here, and its QR label is not yet on its way to the printer. */
  readonly qrWanted: boolean
}

/** What must be equal for two orders to share a supply: cargo type, warehouse, cross-border, B2B kind. */
export function supplyKind(order: Order): string {
  const { cargoType, warehouseId, isCrossBorder, isB2b } = order.facts
  return `${cargoType}/${warehouseId}/${isCrossBorder}/${isB2b}`
}
