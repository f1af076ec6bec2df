/** How a supply gets to its point: by the seller's own means, or by a carrier with a waybill. */
export const SHIPPING_TYPES = ['selfShipping', 'transportCompany'] as const
export type ShippingType = (typeof SHIPPING_TYPES)[number]

/** A place where the marketplace takes supplies in. */
export interface ShippingPoint {
  readonly id: number
  readonly name: string
  readonly address: string
  readonly city: string
  /** `sc` sorting centre, `sw` warehouse, `pp` pickup point; others as they come. */
  readonly officeType: string
  /** Supplies that go through it come in boxes. */
  readonly fulfilment: boolean
}

/** What is told to the marketplace of one supply. */
export interface ShippingMethod {
  readonly pointId: number
  readonly type: ShippingType
  /** Moscow's day, `yyyy-mm-dd`. */
  readonly day: string
}
