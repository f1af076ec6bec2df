import type { StickerFile, StickerWish } from './label-ports.ts'
import type { Reply, Urgency } from './reply.ts'
import type {
  Buyer,
  DeliveryDate,
  Landed,
  SchemeMeta,
  SchemeMetaKey,
  SchemeOrder,
  SchemeStatus,
  SetCodes,
  WriteReply
} from './scheme-ports.ts'

/** Who collects an order. */
export interface Courier {
  readonly orderId: number
  /** Null: none is named yet. */
  readonly contacts: {
    readonly name: string
    readonly phone: string | null
    readonly carNumber: string
    /** As the marketplace writes them; empty: not told. */
    readonly from: string
    readonly to: string
  } | null
  /** One is due: without contacts then, support has to be asked. */
  readonly isDue: boolean
}

export type DbwMetaKey = Exclude<SchemeMetaKey, 'customsDeclaration'>

/** A change, as its function is called. */
export type DbwWrite =
  | { readonly kind: 'confirm' | 'deliver' | 'cancel'; readonly orderIds: readonly number[] }
  | { readonly kind: 'setMeta'; readonly items: readonly SetCodes[] }
  | { readonly kind: 'deleteMeta'; readonly orderIds: readonly number[]; readonly key: DbwMetaKey }

/** The seller packs, a courier of the marketplace collects; lists of any length, never throws for what comes back. */
export interface DbwClient {
  newOrders(): Promise<Reply<readonly SchemeOrder[]>>
  /** Sold or cancelled ones, created between two moments (Unix ms). */
  completedOrders(from: number, to: number): Promise<Reply<readonly SchemeOrder[]>>
  /** Orders that the marketplace does not know are absent. */
  statuses(orderIds: readonly number[]): Promise<Reply<readonly SchemeStatus[]>>
  client(orderIds: readonly number[]): Promise<Reply<readonly Buyer[]>>
  metas(orderIds: readonly number[], urgency: Urgency): Promise<Reply<readonly SchemeMeta[]>>
  deliveryDates(orderIds: readonly number[]): Promise<Reply<readonly DeliveryDate[]>>
  /** In assembly and in delivery, as the stickers. */
  couriers(orderIds: readonly number[]): Promise<Reply<readonly Courier[]>>
  /** Those that have none yet are absent. */
  stickers(orderIds: readonly number[], wanted: Omit<StickerWish, 'picture'>): Promise<Reply<readonly StickerFile[]>>
  /** The same by name, for a queue. */
  send(write: DbwWrite): Promise<WriteReply>
  /** Which orders of a write of unknown fate it has reached. */
  readBack(write: DbwWrite): Promise<Reply<readonly Landed[]>>
}
