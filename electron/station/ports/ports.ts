import type { LimitView } from '../../../shared/contract/contract.ts'
import type { MetaSeen, SeenOrder, SeenStatus, SeenSupply } from '../../../shared/domain/bench.ts'
import type { MetaKey, StickerMake } from '../../../shared/domain/orders/orders.ts'
import type { FbsClient } from './fbs-ports.ts'
import type { DbsClient, DbsWrite, Landed, PickupClient, PickupWrite, WriteReply } from './scheme-ports.ts'
import type { DrawnLabel, StickerFile } from './label-ports.ts'
import type { ShippingMethod, ShippingPoint } from '../../../shared/domain/orders/shipping.ts'
import type { SpotCarrier } from '../../../shared/domain/orders/spot.ts'

/** Wall time for ages and dates, monotonic time for limits and timeouts: a jump of the PC's clock opens no limit. */
export interface Clock {
  /** Unix ms. */
  now(): number
  /** Ms from an arbitrary start; never goes back. */
  monotonic(): number
  /** Runs `job` once after `ms` of monotonic time; the result cancels it. */
  after(ms: number, job: () => void): () => void
}

export interface Log {
  debug(facts: object, message: string): void
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

// --- marketplace -----------------------------------------------------------------------------------------------------

/** Why a call gave no result. */
export type Failure =
  /** Nothing happened there; may be sent again after `inMs` of monotonic time. */
  | {
      readonly kind: 'retry'
      /** `processing`: the marketplace is still at work on the same thing. */
      readonly why: 'offline' | 'timeout' | 'server' | 'limited' | 'processing'
      readonly inMs: number
    }
  /** Somebody between here and the marketplace answered in its place, with this HTTP status. */
  | { readonly kind: 'retry'; readonly why: 'stranger'; readonly status: number; readonly inMs: number }
  /** A business error: sending the same again gives the same. `culprits`: orders named by the marketplace; `metas`: their codes. */
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly code: string
      readonly message: string
      readonly culprits: readonly number[]
      readonly metas?: readonly MetaSeen[]
    }
  /** A write left the PC and no answer came: read back before sending again. */
  | { readonly kind: 'unknown'; readonly why: 'timeout' | 'connectionLost' | 'server' }
  | { readonly kind: 'unknown'; readonly why: 'stranger'; readonly status: number }
  /** The whole account is stopped until a person acts; `baseToken` and `pathGone` stop one method alone. */
  | { readonly kind: 'blocked'; readonly why: BlockReason; readonly detail: string }
  /** The answer is not what the API documents say; `field` names the place. */
  | { readonly kind: 'broken'; readonly field: string }

export type BlockReason =
  | 'tokenRefused'
  | 'tokenExpired'
  | 'readOnly'
  | 'payment'
  | 'forbidden'
  | 'noToken'
  | 'baseToken'
  | 'pathGone'

export type Reply<T> = { readonly kind: 'ok'; readonly value: T } | Failure

/** An item of a list that could not be read and was set aside: the field, named from the item on, and an id to look it up by. */
export interface OddItem {
  readonly field: string
  readonly id: string | null
}

/** What reading one answer has shown; `broken`: the field for which nothing of it could be read. */
export interface ReadNews {
  readonly operation: string
  readonly odd: readonly OddItem[]
  readonly broken: string | null
}

export type Urgency = 'urgent' | 'background'

/** What the marketplace shows of a write of unknown fate: the ids are those of what it made. */
export interface WriteFound {
  /** False: send again. Null: it can't be told, a person has to look. */
  readonly happened: boolean | null
  /** Of a write that is carried out order by order: which of them it has reached. */
  readonly orders?: readonly Landed[]
  readonly remoteId?: string
  readonly boxIds?: readonly string[]
}

/** A write with local ids replaced by the marketplace's. */
export type WireIntent =
  | { readonly kind: 'createSupply'; readonly name: string }
  | { readonly kind: 'addToSupply'; readonly remoteId: string; readonly orderIds: readonly number[] }
  | { readonly kind: 'setMeta'; readonly orderId: number; readonly key: MetaKey; readonly value: string }
  | { readonly kind: 'deleteMeta'; readonly orderId: number; readonly key: MetaKey }
  | { readonly kind: 'setShipping'; readonly remoteId: string; readonly method: ShippingMethod }
  /** `before`: ids of the boxes that the supply had. */
  | {
      readonly kind: 'addBoxes'
      readonly remoteId: string
      readonly amount: number
      readonly before: readonly string[]
    }
  | { readonly kind: 'deliverSupply'; readonly remoteId: string }
  | { readonly kind: 'setSpot'; readonly remoteId: string; readonly carrier: SpotCarrier }
  | { readonly kind: 'deleteSupply'; readonly remoteId: string }
  /** Of FBS orders; the other schemes have theirs among their own changes. */
  | { readonly kind: 'cancel'; readonly orderIds: readonly number[] }
  | { readonly kind: 'dbs'; readonly write: DbsWrite }
  | { readonly kind: 'pickup'; readonly write: PickupWrite }

/** FBS beside the packing: cancelling, boxes, passes, orders that cross a border. */
export type * from './fbs-ports.ts'

/** The seller's product cards. */
export type * from './cards-ports.ts'

/** The fourth scheme: a courier of the marketplace comes. */
export type * from './dbw-ports.ts'

/** The vendor's sandbox. */
export type * from './sandbox-ports.ts'

/** The two other schemes: the seller delivers, the buyer comes. */
export type * from './scheme-ports.ts'

/** How the marketplace is to draw a label. */
export interface StickerWish extends StickerMake {
  readonly type: 'zplv' | 'zplh'
}

/** What the station asks of a scheme beside its queue. */
type SchemeNews = 'newOrders' | 'statuses' | 'client' | 'metas'

/** One function an intent, over both editions of the API; never throws for what the network or the marketplace does. */
export interface MarketplacePort {
  /** Checks the token and its category; a few times a minute at most, so never to find out whether the way is free. */
  ping(): Promise<Reply<true>>
  /** Whether the marketplace answers: the cheapest question to it. */
  reach(): Promise<Reply<true>>
  newOrders(): Promise<Reply<readonly SeenOrder[]>>
  /**
   * Orders created since `from` (Unix ms), whatever their status, statuses filled in; page by page, a failure as the last.
   * Those that are known better already are left out.
   */
  ordersSince(from: number, isKnown: (orderId: number) => boolean): AsyncIterable<Reply<readonly SeenOrder[]>>
  /** Any number of ids; sent in batches of at most 1000. */
  statuses(orderIds: readonly number[], urgency?: Urgency): Promise<Reply<readonly SeenStatus[]>>
  /** At most 100 ids; those that have no sticker yet are absent from the result. */
  stickers(orderIds: readonly number[], wanted: StickerWish, urgency: Urgency): Promise<Reply<readonly StickerFile[]>>
  /** Of orders that cross a border, which have no others; those that the marketplace shows nothing for are absent. */
  crossBorderStickers: FbsClient['crossBorderStickers']
  supplies(): Promise<Reply<readonly SeenSupply[]>>
  /** Every point of a city (its name in Cyrillic) that takes a cargo type (1..3): thousands in a large one. */
  shippingPoints(city: string, cargoType: number): Promise<Reply<readonly ShippingPoint[]>>
  /** Orders of closed supplies that were not found there and have to travel again, in another supply. */
  reshipment: FbsClient['reshipment']
  /** One supply as the marketplace lists it, and its way by road from the EAEU into Russia. */
  supply: FbsClient['supply']
  countries: FbsClient['countries']
  spots: FbsClient['spots']
  spotSticker: FbsClient['spotSticker']
  supplyOrderIds(remoteId: string): Promise<Reply<readonly number[]>>
  /** At most 100 ids. */
  metas(orderIds: readonly number[], urgency: Urgency): Promise<Reply<readonly MetaSeen[]>>
  /** The supply's QR label; after delivery only. */
  supplyQr(remoteId: string, wanted: Omit<StickerWish, 'size'>): Promise<Reply<DrawnLabel>>
  /** Orders that the seller delivers, and ones that their buyers collect. */
  readonly dbs: Pick<DbsClient, SchemeNews>
  readonly pickup: Pick<PickupClient, SchemeNews | 'identity'>
  send(intent: WireIntent): Promise<WriteReply>
  /** Whether a write of unknown fate took place; for a creation with its id. */
  readBack(intent: WireIntent): Promise<Reply<WriteFound>>
  /** Hears of every read that was answered; the result stops it. */
  onRead(listener: (news: ReadNews) => void): () => void
  /** Method groups in which requests wait for the marketplace's limits. */
  waiting(): readonly LimitView[]
  close(): Promise<void>
}

// --- devices ---------------------------------------------------------------------------------------------------------

/** Scanners and printers as the station uses them. */
export type * from './device-ports.ts'

// --- labels ----------------------------------------------------------------------------------------------------------

/** What is to be on a label, and the bytes for it. */
export type * from './label-ports.ts'

// --- store -----------------------------------------------------------------------------------------------------------

/** What is kept of buyers. */
export type * from './buyer-ports.ts'

/** Everything a station keeps on disk. */
export type * from './store-ports.ts'

// --- host ------------------------------------------------------------------------------------------------------------

/** Web requests by the host's own means. */
export type * from './http-ports.ts'

/** Where the token rests between runs; the page never sees it. */
export interface VaultPort {
  /** `safe`: encrypted by the system; `plain`: no keyring, would lie unprotected; `none`: this run only. */
  strength(): Promise<'safe' | 'plain' | 'none'>
  read(): Promise<string | null>
  write(token: string | null): Promise<void>
}
