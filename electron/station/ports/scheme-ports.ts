import type { OrderFacts, StickerFacts } from '../../../shared/domain/orders/orders.ts'
import type { Failure, Reply, Urgency } from './reply.ts'

/** Statuses of both; others that the marketplace invents pass as they are. */
export type SchemeStatusName =
  | 'new'
  | 'confirm'
  | 'deliver'
  | 'prepare'
  | 'receive'
  | 'reject'
  | 'cancel'
  | (string & {})

/** An order as its list shows it. A DBS order tells its details only while it is new: store them at once. */
export interface SchemeOrder {
  readonly facts: OrderFacts
  /** DBS: where to and when (`dd.mm.yyyy`, `hh:mm`; empty: not told). The address is buyer data. */
  readonly delivery: {
    readonly address: string
    readonly date: string
    readonly from: string
    readonly to: string
  }
  /** DBS, newer edition: orders that travel together. */
  readonly groupId: string | null
  /** DBS: `dbs`, `edbs` (within hours: the first in the queue), `dbsPickupPoint`; others as they come; empty: not told. */
  readonly deliveryType: string
  /** DBS to a pickup point: the number on its sticker. */
  readonly stickerId: string | null
  /** Pickup: what the buyer names at the counter; empty for DBS. */
  readonly orderCode: string
  /** Pickup: `prepaid`, `postpaid`, `unknown`; others as they come; empty: not told. */
  readonly payMode: string
  /** Pickup: tyre fitting is ordered with it, and the counter has to know. */
  readonly tireService: boolean
  /** Pickup: the store; empty: not told. */
  readonly storeAddress: string
}

export interface SchemeStatus {
  readonly orderId: number
  readonly supplierStatus: SchemeStatusName
  readonly wbStatus: string
}

/** Never logged, kept only while the order is open. */
export interface Buyer {
  readonly orderId: number
  readonly name: string
  /** Best first; empty: no phone is assigned yet, ask again. */
  readonly dials: readonly Dial[]
}

export interface Dial {
  readonly phone: string
  /** To be entered after the phone has answered; null: none. */
  readonly code: string | null
}

export type SchemeMetaKey = 'sgtin' | 'imei' | 'uin' | 'gtin' | 'customsDeclaration'

export interface SchemeMeta {
  readonly orderId: number
  /** Every key that the order may have; no values: not set. */
  readonly details: readonly {
    readonly key: string
    readonly values: readonly string[]
    readonly decision: string | null
  }[]
}

export type SetMeta = SetCodes | SetDeclaration

export interface SetCodes {
  readonly orderId: number
  readonly key: Exclude<SchemeMetaKey, 'customsDeclaration'>
  /** 1 to 24 marking codes, or exactly one of any other key. */
  readonly values: readonly string[]
}

/** Newer edition, orders of firms only: the two go, and are deleted, together. */
export interface SetDeclaration {
  readonly orderId: number
  readonly key: 'customsDeclaration'
  /** 17 to 29 characters, `10704010/010624/0000302`. */
  readonly declaration: string
  /** OKSM digits, at most three. */
  readonly originCountryCode: string
}

export interface Handover {
  readonly orderId: number
  /** Said or shown by the buyer. */
  readonly code: string
}

/** A change at either scheme, as its function is called: one order or many. */
export type SchemeWrite =
  | { readonly kind: 'confirm' | 'cancel'; readonly orderIds: readonly number[] }
  | { readonly kind: 'setMeta'; readonly items: readonly SetMeta[] }
  | { readonly kind: 'deleteMeta'; readonly orderIds: readonly number[]; readonly key: SchemeMetaKey }
export type DbsWrite =
  | SchemeWrite
  | { readonly kind: 'deliver'; readonly orderIds: readonly number[] }
  | { readonly kind: 'receive' | 'reject'; readonly items: readonly Handover[] }
export type PickupWrite =
  | SchemeWrite
  | { readonly kind: 'prepare' | 'receive' | 'reject'; readonly orderIds: readonly number[] }

/** The fate of one order of a write; the places are those of the orders asked for. */
export interface OrderResult {
  readonly orderId: number
  /** `refused` is this order's own trouble; any other failure is that of the call which carried it. */
  readonly outcome: { readonly kind: 'ok' } | Failure
  /** Of one refused for its codes (`MetaValidationFail`): what the marketplace says of each. */
  readonly metaDetails?: SchemeMeta['details']
}

/** What became of a write. */
export interface Written {
  /** Order by order, where it is carried out so; none: it took place whole. */
  readonly results: readonly OrderResult[]
  /** Ids of what a creation made. */
  readonly remoteId?: string
  readonly boxIds?: readonly string[]
}

/** A failure when no order was settled at all (any of `unknown` makes the whole so), else each order's own result. */
export type WriteReply = Reply<Written>

export interface Landed {
  readonly orderId: number
  /** Null: the marketplace says nothing of this order. */
  readonly happened: boolean | null
}

/** What both schemes offer, over both editions of the API; lists of any length, never throws for what comes back. */
export interface SchemeClient<Write> {
  newOrders(): Promise<Reply<readonly SchemeOrder[]>>
  /** Sold or cancelled ones, created between two moments (Unix ms). */
  completedOrders(from: number, to: number): Promise<Reply<readonly SchemeOrder[]>>
  /** Orders that the marketplace does not know are absent. */
  statuses(orderIds: readonly number[]): Promise<Reply<readonly SchemeStatus[]>>
  /** Buyers of orders in assembly; others are absent. */
  client(orderIds: readonly number[]): Promise<Reply<readonly Buyer[]>>
  metas(orderIds: readonly number[], urgency: Urgency): Promise<Reply<readonly SchemeMeta[]>>
  confirm(orderIds: readonly number[]): Promise<WriteReply>
  cancel(orderIds: readonly number[]): Promise<WriteReply>
  setMeta(items: readonly SetMeta[]): Promise<WriteReply>
  deleteMeta(orderIds: readonly number[], key: SchemeMetaKey): Promise<WriteReply>
  /** The same by name, for a queue. */
  send(write: Write): Promise<WriteReply>
  /** Which orders of a write of unknown fate it has reached. */
  readBack(write: Write): Promise<Reply<readonly Landed[]>>
}

export interface DeliveryDate {
  readonly orderId: number
  /** As the marketplace writes them: `yyyy-mm-dd`, `hh:mm`. */
  readonly date: string
  readonly from: string
  readonly to: string
  /** What it was before the last change, for a day after it. */
  readonly before: { readonly date: string; readonly from: string; readonly to: string } | null
}

/** Who buys with an invoice. */
export interface Organisation {
  readonly orderId: number
  /** Null: not told, for the reason beside it (`OrderNotB2B`, `NotFound`). */
  readonly firm: { readonly inn: string; readonly kpp: string; readonly name: string } | null
  readonly failure: Failure | null
}

/** What a buyer pays in the end, in hundredths of `currencyCode` (ISO 4217 numeric). */
export type FinalPrice = { readonly orderId: number } & (
  | { readonly kind: 'known'; readonly full: number; readonly paid: number; readonly currencyCode: number }
  /** Ask again in a minute. */
  | { readonly kind: 'computing' }
  /** The price that the order itself told. */
  | { readonly kind: 'asOrdered' }
  | { readonly kind: 'refused'; readonly failure: Failure }
)

export interface PaidDelivery {
  readonly groupId: string
  /** Hundredths of `currencyCode` (ISO 4217 numeric); 0 of 0 when not told. */
  readonly cost: number
  readonly currencyCode: number
}

export interface PdfSticker extends StickerFacts {
  readonly orderId: number
  readonly pdf: Uint8Array
}

export interface PdfStickers {
  readonly ready: readonly PdfSticker[]
  /** What came for them is not a PDF. */
  readonly unreadable: readonly number[]
}

export interface DbsClient extends SchemeClient<DbsWrite> {
  deliver(orderIds: readonly number[]): Promise<WriteReply>
  receive(items: readonly Handover[]): Promise<WriteReply>
  reject(items: readonly Handover[]): Promise<WriteReply>
  /** The next five live in the newer edition only. */
  organisations(orderIds: readonly number[]): Promise<Reply<readonly Organisation[]>>
  finalPrices(orderIds: readonly number[]): Promise<Reply<readonly FinalPrice[]>>
  deliveryDates(orderIds: readonly number[]): Promise<Reply<readonly DeliveryDate[]>>
  groups(groupIds: readonly string[]): Promise<Reply<readonly PaidDelivery[]>>
  /** Stickers of orders that travel to a pickup point; others are absent. */
  stickers(orderIds: readonly number[]): Promise<Reply<PdfStickers>>
}

export interface PickupClient extends SchemeClient<PickupWrite> {
  prepare(orderIds: readonly number[]): Promise<WriteReply>
  receive(orderIds: readonly number[]): Promise<WriteReply>
  reject(orderIds: readonly number[]): Promise<WriteReply>
  /** Newer edition only. */
  finalPrices(orderIds: readonly number[]): Promise<Reply<readonly FinalPrice[]>>
  /** Whether `passcode`, said at the counter, belongs to an order that is ready. */
  identity(orderCode: string, passcode: string): Promise<Reply<Identity>>
}

/** Each wrong code costs ten requests, so that two shut the way for a while: `nextTryMs` from now it is free again. */
export interface Identity {
  /** `malformed`: not a code at all, and nothing was asked. */
  readonly kind: 'same' | 'wrongPasscode' | 'noSuchOrder' | 'malformed'
  readonly nextTryMs: number
}
