import type { SeenSupply } from '../../shared/domain/bench.ts'
import type { Reply } from './ports.ts'
import type { Buyer, Landed, WriteReply } from './scheme-ports.ts'

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
  readonly destinationOfficeId: number | null
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
  | { readonly kind: 'setCustomsDeclaration'; readonly orderId: number; readonly value: string }
  | { readonly kind: 'deleteSupply'; readonly remoteId: string }
  | {
      readonly kind: 'addBoxes'
      readonly remoteId: string
      readonly amount: number
      readonly before: readonly string[]
    }
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
  cancel(orderIds: readonly number[]): Promise<WriteReply>
  /** Newer edition only; 1 to 100 characters. */
  setCustomsDeclaration(orderId: number, value: string): Promise<Reply<true>>
  reshipment(): Promise<Reply<readonly Reshipment[]>>
  /** The next three know orders that cross a border; others are absent. Stickers: in `confirm` and `complete`. */
  crossBorderStickers(orderIds: readonly number[]): Promise<Reply<readonly CrossBorderSticker[]>>
  statusHistory(orderIds: readonly number[]): Promise<Reply<readonly StatusHistory[]>>
  /** Buyer data: never logged. From Türkiye only. */
  clients(orderIds: readonly number[]): Promise<Reply<readonly Buyer[]>>
  supply(remoteId: string): Promise<Reply<SupplyDetails>>
  /** Of an open supply without orders. */
  deleteSupply(remoteId: string): Promise<Reply<true>>
  /** Ids, `WB-TRBX-1234567`. Boxes are for open supplies that go to a pickup point. */
  boxes(remoteId: string): Promise<Reply<readonly string[]>>
  /** The ids of 1 to 1000 new boxes. */
  addBoxes(remoteId: string, amount: number): Promise<Reply<readonly string[]>>
  /** All of them or none. */
  deleteBoxes(remoteId: string, boxIds: readonly string[]): Promise<Reply<true>>
  boxStickers(remoteId: string, boxIds: readonly string[], type: PictureType): Promise<Reply<readonly BoxSticker[]>>
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
