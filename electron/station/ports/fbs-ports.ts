import type { SeenSupply } from '../../../shared/domain/bench.ts'
import type { Country, SeenSpot, SpotCarrier } from '../../../shared/domain/orders/spot.ts'
import type { Reply } from './reply.ts'
import type { Buyer, Landed, OrderResult, SchemeMeta, WriteReply } from './scheme-ports.ts'

/** An order of a closed supply that was not found there and has to travel again, in another supply. */
export interface Reshipment {
  readonly orderId: number
  readonly supplyRemoteId: string
}

export interface CrossBorderSticker {
  readonly orderId: number
  /** `WB0000000001`; empty: not told. */
  readonly parcelId: string
  readonly pdf: Uint8Array
}

/** Every order asked for that crosses a border stands in one of these. */
export interface CrossBorderStickers {
  readonly ready: readonly CrossBorderSticker[]
  /** Their parcel has no number yet: ask again. */
  readonly awaited: readonly number[]
  /** What came for them is not a PDF. */
  readonly unreadable: readonly number[]
}

export interface StatusHistory {
  readonly orderId: number
  /** As the marketplace writes it; null: not told, as are the dates of statuses. */
  readonly deliveryDate: string | null
  readonly statuses: readonly { readonly date: string | null; readonly code: string }[]
}

export interface SupplyDetails extends SeenSupply {
  /** Unix ms; null while open. */
  readonly closedAt: number | null
  /** Unix ms; null until a reception point has scanned the supply. */
  readonly scannedAt: number | null
  /** Where its orders are kept, not where it is brought. */
  readonly destinationOfficeId: number | null
  /** The newer edition tells the rest; null: not told, or nothing set. The warehouse that the delivery proposes: */
  readonly recommendedWarehouseId: number | null
  readonly goesToPickupPoint: boolean | null
  readonly shippingPointId: number | null
  readonly shippingType: string | null
  /** As the marketplace writes it. */
  readonly shippingDay: string | null
  readonly waybillUuid: string | null
  /** It goes by road from the EAEU into Russia, and needs a carrier. */
  readonly spotAvailable: boolean | null
}

export interface Waybill {
  readonly remoteId: string
  readonly waybillUuid: string
}

export interface SupplyResult {
  readonly remoteId: string
  readonly outcome: OrderResult['outcome']
}

/** An order of more than three months ago. */
export interface ArchivedOrder {
  readonly orderId: number
  readonly orderUid: string
  /** Unix ms; null: not told. */
  readonly createdAt: number | null
  readonly article: string
  readonly nmId: number | null
  readonly chrtId: number | null
  readonly skus: readonly string[]
  /** In hundredths of `currencyCode` (ISO 4217 numeric); 0 of 0 when not told. */
  readonly price: number
  readonly currencyCode: number
  /** `mgt`, `sgt`, `kgtPlus`; others as they come, as do the statuses. */
  readonly cargoType: string
  readonly isCrossBorder: boolean
  readonly isB2b: boolean
  readonly supplierStatus: string
  readonly wbStatus: string
  readonly supplyRemoteId: string | null
  readonly stickerId: string | null
  readonly meta: SchemeMeta['details']
}

/** Boxes to be made: the ids that are there already are read just before. */
export interface NewBoxes {
  readonly remoteId: string
  /** 1 to 1000. */
  readonly amount: number
  /** How many orders the supply holds. */
  readonly orders: number
  readonly before: readonly string[]
}

export type PictureType = 'svg' | 'zplv' | 'zplh' | 'png'

export interface BoxSticker {
  /** `$WBMP:1:123:1234567`. */
  readonly barcode: string
  /** The box asked for whose number ends the barcode; null: none does. */
  readonly boxId: string | null
  /** Base64 undone. */
  readonly picture: Uint8Array
}

export interface PassOffice {
  readonly officeId: number
  readonly name: string
  readonly address: string
}

/** Both names together: 6 to 100 characters; a change asks for six of `lastName` alone. */
export interface PassFields {
  readonly firstName: string
  readonly lastName: string
  /** 1 to 100 characters. */
  readonly carModel: string
  /** 6 to 9 letters and digits. */
  readonly carNumber: string
  readonly officeId: number
}

export interface Pass extends PassFields {
  readonly passId: number
  readonly officeName: string
  readonly officeAddress: string
  /** Unix ms, 48 h after its birth; null: not told. */
  readonly endsAt: number | null
}

/**
 * A write as it is read back. A creation carries the ids that were listed just before it was sent: whoever may have to
 * read back keeps them, for nothing else tells the new from the old.
 */
export type FbsWrite =
  | { readonly kind: 'cancel'; readonly orderIds: readonly number[] }
  | { readonly kind: 'setSgtins'; readonly orderId: number; readonly codes: readonly string[] }
  | { readonly kind: 'setSpot'; readonly remoteId: string; readonly carrier: SpotCarrier }
  | { readonly kind: 'setWaybills'; readonly waybills: readonly Waybill[] }
  | { readonly kind: 'deleteSupply'; readonly remoteId: string }
  | (NewBoxes & { readonly kind: 'addBoxes' })
  | { readonly kind: 'deleteBoxes'; readonly remoteId: string; readonly boxIds: readonly string[] }
  | { readonly kind: 'createPass'; readonly fields: PassFields; readonly before: readonly number[] }
  | { readonly kind: 'updatePass'; readonly passId: number; readonly fields: PassFields }
  | { readonly kind: 'deletePass'; readonly passId: number }

/** What the marketplace shows of a write of unknown fate. */
export interface FbsFound {
  /** False: send again. Null: it can't be told, a person has to look. */
  readonly happened: boolean | null
  /** Of `cancel`: order by order. */
  readonly orders: readonly Landed[]
  /** Of `addBoxes`: the boxes that it made. */
  readonly boxIds: readonly string[]
  /** Of `createPass`: the pass that it made. */
  readonly passId: number | null
}

/**
 * What FBS offers beside the packing itself, over both editions of the API; lists of any length, never throws for what
 * comes back.
 */
export interface FbsClient {
  /** Of orders not delivered yet; one request an order, each with its own result. */
  /** What its status says can't be cancelled any more is refused here (`NotCancellable`), before it costs a request. */
  cancel(orderIds: readonly number[]): Promise<WriteReply>
  /** 1 to 100 marking codes of 16 to 135 characters, in place of those that the order has. */
  setSgtins(orderId: number, codes: readonly string[]): Promise<Reply<true>>
  reshipment(): Promise<Reply<readonly Reshipment[]>>
  /** The next three know orders that cross a border; others are absent. Stickers: in `confirm` and `complete`. */
  crossBorderStickers(orderIds: readonly number[]): Promise<Reply<CrossBorderStickers>>
  statusHistory(orderIds: readonly number[]): Promise<Reply<readonly StatusHistory[]>>
  /** Buyer data: never logged. From Türkiye only. */
  clients(orderIds: readonly number[]): Promise<Reply<readonly Buyer[]>>
  supply(remoteId: string): Promise<Reply<SupplyDetails>>
  /** Of an open supply without orders. */
  deleteSupply(remoteId: string): Promise<Reply<true>>
  /** Ids, `WB-TRBX-1234567`. Boxes are for open supplies that go to a pickup point. */
  boxes(remoteId: string): Promise<Reply<readonly string[]>>
  /** The ids of the new boxes; at most half as many in all as the supply has orders, or not one is asked for. */
  addBoxes(wanted: NewBoxes): Promise<Reply<readonly string[]>>
  /** All of them or none. */
  deleteBoxes(remoteId: string, boxIds: readonly string[]): Promise<Reply<true>>
  boxStickers(remoteId: string, boxIds: readonly string[], type: PictureType): Promise<Reply<readonly BoxSticker[]>>
  /** Orders of a month of more than three months ago; newer edition only, as are the next five. */
  archive(year: number, month: number): Promise<Reply<readonly ArchivedOrder[]>>
  countries(): Promise<Reply<readonly Country[]>>
  /** Of a supply with `spotAvailable`; anew when it has failed. */
  setSpot(remoteId: string, carrier: SpotCarrier): Promise<Reply<true>>
  /** Of supplies in delivery. */
  spots(remoteIds: readonly string[]): Promise<Reply<readonly SeenSpot[]>>
  /** PNG for the vehicle, once the carrier is `completed`. */
  spotSticker(remoteId: string): Promise<Reply<Uint8Array>>
  /** Refused unless switched on, and where the account is not offered it. A supply has to have its transport company. */
  setWaybills(waybills: readonly Waybill[]): Promise<Reply<readonly SupplyResult[]>>
  passes(): Promise<Reply<readonly Pass[]>>
  /** Warehouses that ask for a pass. */
  passOffices(): Promise<Reply<readonly PassOffice[]>>
  /** The new pass's id; one every 10 minutes. */
  createPass(fields: PassFields): Promise<Reply<number>>
  updatePass(passId: number, fields: PassFields): Promise<Reply<true>>
  deletePass(passId: number): Promise<Reply<true>>
  /** Whether a write of unknown fate took place. */
  readBack(write: FbsWrite): Promise<Reply<FbsFound>>
}
