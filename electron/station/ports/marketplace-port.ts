import type { LimitView } from '../../../shared/contract/contract.ts'
import type { MetaSeen, SeenOrder, SeenStatus, SeenSupply } from '../../../shared/domain/bench.ts'
import type { MetaKey } from '../../../shared/domain/orders/orders.ts'
import type { ShippingMethod, ShippingPoint } from '../../../shared/domain/orders/shipping.ts'
import type { SpotCarrier } from '../../../shared/domain/orders/spot.ts'
import type { FbsClient } from './fbs-ports.ts'
import type { DrawnLabel, StickerFile, StickerWish } from './label-ports.ts'
import type { Reply, Urgency } from './reply.ts'
import type { DbsClient, DbsWrite, Landed, PickupClient, PickupWrite, WriteReply } from './scheme-ports.ts'

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
  | { readonly kind: 'setMeta'; readonly orderId: number; readonly key: MetaKey; readonly values: readonly string[] }
  | { readonly kind: 'deleteMeta'; readonly orderId: number; readonly key: MetaKey }
  | { readonly kind: 'setShipping'; readonly remoteId: string; readonly method: ShippingMethod }
  /** `before`: ids of the boxes that the supply had. */
  | {
      readonly kind: 'addBoxes'
      readonly remoteId: string
      readonly amount: number
      readonly before: readonly string[]
    }
  | { readonly kind: 'deleteBoxes'; readonly remoteId: string; readonly boxIds: readonly string[] }
  | { readonly kind: 'deliverSupply'; readonly remoteId: string }
  | { readonly kind: 'setSpot'; readonly remoteId: string; readonly carrier: SpotCarrier }
  | { readonly kind: 'deleteSupply'; readonly remoteId: string }
  /** Of FBS orders; the other schemes have theirs among their own changes. */
  | { readonly kind: 'cancel'; readonly orderIds: readonly number[] }
  | { readonly kind: 'dbs'; readonly write: DbsWrite }
  | { readonly kind: 'pickup'; readonly write: PickupWrite }

/** What the station asks of a scheme beside its queue. */
type SchemeNews = 'newOrders' | 'completedOrders' | 'statuses' | 'client' | 'metas'

/** One function an intent, over both editions of the API; never throws for what the network or the marketplace does. */
export interface MarketplacePort {
  /** Checks the token and its category; a few times a minute at most, so never to find out whether the way is free. */
  ping(): Promise<Reply<true>>
  /** Whether the marketplace answers: the cheapest question to it. */
  reach(): Promise<Reply<true>>
  newOrders(): Promise<Reply<readonly SeenOrder[]>>
  /**
   * Orders created since `from` (Unix ms, to `to`, now unless told), whatever their status, statuses filled in; page by page, a failure as the last.
   * Those that are known better already are left out.
   */
  ordersSince(
    from: number,
    isKnown: (orderId: number) => boolean,
    to?: number
  ): AsyncIterable<Reply<readonly SeenOrder[]>>
  archive: FbsClient['archive']
  /** Any number of ids; sent in batches of at most 1000. */
  statuses(orderIds: readonly number[], urgency?: Urgency): Promise<Reply<readonly SeenStatus[]>>
  /** At most 100 ids; those that have no sticker yet are absent from the result. */
  stickers(orderIds: readonly number[], wanted: StickerWish, urgency: Urgency): Promise<Reply<readonly StickerFile[]>>
  /** Of orders that cross a border, which have no others; those that the marketplace shows nothing for are absent. */
  crossBorderStickers: FbsClient['crossBorderStickers']
  /** Of orders that cross a border; others are absent. */
  statusHistory: FbsClient['statusHistory']
  supplies(): Promise<Reply<readonly SeenSupply[]>>
  /** Every point of a city (its name in Cyrillic) that takes a cargo type (1..3): thousands in a large one. */
  shippingPoints(city: string, cargoType: number): Promise<Reply<readonly ShippingPoint[]>>
  /** Orders of closed supplies that were not found there and have to travel again, in another supply. */
  reshipment: FbsClient['reshipment']
  /** One supply as the marketplace lists it, and its way by road from the EAEU into Russia. */
  supply: FbsClient['supply']
  /** Passes to the marketplace's warehouses. */
  readonly passes: Pick<FbsClient, 'passes' | 'passOffices' | 'createPass' | 'updatePass' | 'deletePass' | 'readBack'>
  countries: FbsClient['countries']
  spots: FbsClient['spots']
  spotSticker: FbsClient['spotSticker']
  supplyOrderIds(remoteId: string): Promise<Reply<readonly number[]>>
  /** At most 100 ids. */
  metas(orderIds: readonly number[], urgency: Urgency): Promise<Reply<readonly MetaSeen[]>>
  /** The supply's QR label; after delivery only. */
  supplyQr(remoteId: string, wanted: Omit<StickerWish, 'size'>): Promise<Reply<DrawnLabel>>
  /** Orders that the seller delivers, and ones that their buyers collect. */
  readonly dbs: Pick<DbsClient, SchemeNews | 'deliveryDates'>
  readonly pickup: Pick<PickupClient, SchemeNews | 'identity'>
  send(intent: WireIntent): Promise<WriteReply>
  /** Whether a write of unknown fate took place; for a creation with its id. */
  readBack(intent: WireIntent): Promise<Reply<WriteFound>>
  /** Hears of every read that was answered; the result stops it. */
  onRead(listener: (news: ReadNews) => void): () => void
  /** The marketplace's limits by group of methods, as far as they were used. */
  limits(): readonly LimitView[]
  close(): Promise<void>
}
