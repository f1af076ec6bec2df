import type { OrderCore, Organisation, StickerNumber } from '../orders/order-core.ts'

export type DbsStatus = 'new' | 'confirm' | 'deliver' | 'receive' | 'reject' | 'cancel' | 'cancel_missed_call'
export type PickupStatus = 'new' | 'confirm' | 'prepare' | 'receive' | 'reject' | 'cancel' | 'cancel_shelf_life'

/** Nobody: the number tells buyers apart, and makes their names and phones. */
export interface Buyer {
  readonly number: number
  readonly name: string
  /** `+7` and ten digits, of a prefix that no operator has. */
  readonly phone: string
  /** To be dialled after the phone. */
  readonly phoneCode: number
  /** To be called first, without a code; empty: none was assigned yet. */
  readonly replacementPhone: string
}

/** How an order of the seller's own delivery travels: by the day, within hours, or to a pickup point. */
export type DbsDeliveryType = 'dbs' | 'edbs' | 'dbsPickupPoint'

/** What orders of DBS and pickup have in common beside those of all schemes. */
export interface SchemeOrder extends OrderCore {
  readonly buyer: Buyer
  /** Of B2B orders alone. */
  readonly organisation: Organisation | null
  /** OKSM digits; belongs to the customs declaration, and goes with it. */
  originCountryCode: string | null
  /** When the marketplace has computed what the buyer pays (Unix ms). */
  readonly pricedAt: number
}

/** Where and when a courier of the seller's is awaited. */
export interface Delivery {
  readonly fullAddress: string
  readonly longitude: number
  readonly latitude: number
  /** Unix ms, any moment of the day. */
  readonly day: number
  /** `hh:mm` */
  readonly timeFrom: string
  readonly timeTo: string
}

/** An order that the seller delivers. */
export interface DbsOrder extends SchemeOrder {
  supplierStatus: DbsStatus
  readonly deliveryType: DbsDeliveryType
  delivery: Delivery
  /** The delivery before the last change of its day or hours, and when that was (Unix ms). */
  movedFrom: { readonly delivery: Delivery; readonly at: number } | null
  /** Orders of one basket travel, and are paid for, together. */
  readonly groupId: string
  /** What the buyer says at the door, whether taking the goods or not: six digits. */
  readonly code: string
  /** Only for orders that go to a pickup point. */
  readonly sticker: StickerNumber | null
}

/** An order that its buyer takes at the seller's store. */
export interface PickupOrder extends SchemeOrder {
  supplierStatus: PickupStatus
  /** Of the basket, like the passcode: `170046918-0011`. */
  readonly orderCode: string
  /** What the buyer says at the counter: four digits. */
  readonly passcode: string
  readonly payMode: 'prepaid' | 'postpaid' | 'unknown'
  /** The buyer has ordered tyre fitting with it. */
  readonly tireService: boolean
  /** When the codes were last checked and found right (Unix ms). */
  identifiedAt: number | null
}
