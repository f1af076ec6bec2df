import type { OrderCore, StickerNumber } from './order-core.ts'

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
export interface DbsOrder extends OrderCore {
  supplierStatus: DbsStatus
  readonly buyer: Buyer
  readonly delivery: Delivery
  /** Orders of one basket travel, and are paid for, together. */
  readonly groupId: string
  /** What the buyer says at the door, whether taking the goods or not: six digits. */
  readonly code: string
  /** Only for orders that go to a pickup point. */
  readonly sticker: StickerNumber | null
}

/** An order that its buyer takes at the seller's store. */
export interface PickupOrder extends OrderCore {
  supplierStatus: PickupStatus
  readonly buyer: Buyer
  /** Of the basket, like the passcode: `170046918-0011`. */
  readonly orderCode: string
  /** What the buyer says at the counter: four digits. */
  readonly passcode: string
  readonly payMode: 'prepaid' | 'postpaid'
  /** When the codes were last checked and found right (Unix ms). */
  identifiedAt: number | null
}
