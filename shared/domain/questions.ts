import type { MetaKey } from './orders/orders.ts'
import type { ShippingPoint } from './orders/shipping.ts'
import type { Hitch } from './orders/supplies.ts'

/** A question on the stage: nothing but its answers (or undo) is taken while it stands. */
export type Question =
  | { readonly kind: 'labelInHand'; readonly jobId: string }
  | { readonly kind: 'gtinDiffers'; readonly orderId: number; readonly code: string; readonly gtin: string }
  /** A second, different value for a key. */
  | { readonly kind: 'replaceCode'; readonly orderId: number; readonly key: MetaKey; readonly value: string }
  | { readonly kind: 'whyReprint'; readonly orderId: number }
  | { readonly kind: 'whyShelf'; readonly orderId: number }
  | { readonly kind: 'supplyUnfinished'; readonly supplyId: string }
  /** Verdicts that may keep parcels of a closing supply back, and may not. */
  | { readonly kind: 'codesWarned'; readonly supplyId: string }
  | { readonly kind: 'wholeWave'; readonly supplyId: string }
  /** Parcels of a supply that the marketplace cancelled: are they out of the pile? */
  | { readonly kind: 'cancelledInside'; readonly supplyId: string; readonly orderIds: readonly number[] }
  /** Parcels of a round whose labels show a former delivery time: shall they be printed anew? */
  | { readonly kind: 'oldLabels'; readonly supplyId: string }
  | { readonly kind: 'whichPoint'; readonly supplyId: string; readonly closes: boolean; readonly step: PointStep }
  | { readonly kind: 'addBox'; readonly supplyId: string }
  /** All of its orders are cancelled, and none of their parcels lies in the pile. */
  | { readonly kind: 'emptySupply'; readonly supplyId: string }
  | { readonly kind: 'deliveryStuck'; readonly supplyId: string; readonly hitch: Hitch }

/** How far the choice of a shipping point by scanner has come. */
export type PointStep =
  /** Among those used before. */
  | { readonly kind: 'known' }
  /** `from`: the place of the first city offered. */
  | { readonly kind: 'city'; readonly from: number }
  /** `offer`: null while the city's points are not here; `from`: the place of the first one among `total`. */
  | {
      readonly kind: 'point'
      readonly city: string
      readonly from: number
      readonly total: number
      readonly offer: readonly ShippingPoint[] | null
    }

/** Cities, or points, that the stage offers at a time. */
export const OFFERED = 3
