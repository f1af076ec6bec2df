import type { BuyerCounts, WhoseBuyers } from './orders/buyer-counts.ts'
import type { Command, ReprintReason, ShelfReason } from './scanning/commands.ts'
import type { Intent, IntentBody } from './intents.ts'
import type { Feedback } from './messages.ts'
import type { OrderBook } from './orders/order-book.ts'
import type { JobBook } from './printing/job-book.ts'
import type { MetaKey, OrderFacts, StickerFacts, StickerLack, SupplierStatus } from './orders/orders.ts'
import type { PrintDoubt, PrintSource } from './printing/print-jobs.ts'
import type { Question } from './questions.ts'
import type { Scan } from './scanning/scan.ts'
import type { Settings } from './settings.ts'
import type { ShippingBook, ShippingChoice } from './orders/shipping.ts'
import type { Country, SeenSpot, SpotBook, SpotCarrier } from './orders/spot.ts'
import type { Round } from './orders/rounds.ts'
import type { Supply } from './orders/supplies.ts'
import type { HandoverOutcome, MovedDelivery, OrderScheme } from './schemes/scheme.ts'

export interface Packer {
  /** 1–12 digits or capital letters, as on the badge. */
  readonly id: string
  readonly name: string
}

/** A GTIN that somebody vouched for: nobody knows it, and marking codes with it are taken for one size of a product. */
export interface GtinOverride {
  readonly chrtId: number
  /** 14 digits. */
  readonly gtin: string
  /** The product's name as the order had it. */
  readonly article: string
  /** The order whose code it was asked for: if that code is taken off, the override goes with it. */
  readonly orderId: number
  /** Unix ms. */
  readonly at: number
  readonly packerId: string | null
}

/** A product whose units carry several marking codes, as somebody said at the table. */
export interface ProductSet {
  readonly chrtId: number
  /** The product's name as the order had it. */
  readonly article: string
  /** 2 to `SET_MAX`. */
  readonly codes: number
  readonly orderId: number
  /** Unix ms. */
  readonly at: number
  readonly packerId: string | null
}

export type UndoStep =
  | { readonly kind: 'item' }
  | { readonly kind: 'product' }
  | { readonly kind: 'code'; readonly key: MetaKey }
  /** The unit carries one marking code more. */
  | { readonly kind: 'set' }
  /** An optional code that the unit does not have. */
  | { readonly kind: 'without'; readonly key: MetaKey }

/** What lies on the table. */
export interface Table {
  readonly orderId: number | null
  /** `reopened`: it was packed already. */
  readonly entry: 'item' | 'sticker' | 'reopened'
  /** Steps of this order that `undo` takes back, newest last. */
  readonly undo: readonly UndoStep[]
  readonly question: Question | null
  /** The order whose label was printed last: what `reprint` means when the table is empty. */
  readonly lastOrderId: number | null
  /** Orders put aside by `skip`: others with the same product come first. */
  readonly skipped: readonly number[]
  /** Its batch was opened by an item, and gives way to another scheme's by an item; absent: it does not. */
  readonly isPassing?: boolean
  /** The box that packed parcels go into; absent: none was scanned. */
  readonly boxId?: string
}

export interface ScanNote {
  readonly id: string
  readonly at: number
  readonly kind: Scan['kind'] | 'button'
  /** As a person reads it: GS as ␝, never buyer data. */
  readonly text: string
  readonly feedback: Feedback
}

/** The whole truth of a station in memory; every field is on disk too. */
export interface Bench {
  readonly orders: OrderBook
  readonly supplies: ReadonlyMap<string, Supply>
  readonly rounds: ReadonlyMap<string, Round>
  /** The supply or round being packed. */
  readonly supplyId: string | null
  readonly table: Table
  readonly packers: ReadonlyMap<string, Packer>
  readonly packerId: string | null
  /** By `${chrtId}:${gtin14}`. */
  readonly gtinOverrides: ReadonlyMap<string, GtinOverride>
  /** By `chrtId`. */
  readonly sets: ReadonlyMap<number, ProductSet>
  /** Jobs that are not settled, and the newest job of each order. */
  readonly jobs: JobBook
  readonly settings: Settings
  readonly shipping: ShippingBook
  readonly spot: SpotBook
  readonly feedback: Feedback
  /** Newest first, at most SCAN_NOTES. */
  readonly notes: readonly ScanNote[]
  /** Local day `yyyy-mm-dd` and what was packed on it. */
  readonly shift: { readonly day: string; readonly packed: number }
}

export const SCAN_NOTES = 12

export interface MetaSeen {
  readonly orderId: number
  /** Keys the order may have, with the stored values (none: not set) and the marketplace's verdict on all of them. */
  readonly details: readonly {
    readonly key: MetaKey
    readonly values: readonly string[]
    readonly decision: string | null
  }[]
}

export type BenchEvent =
  | { readonly kind: 'scan'; readonly scan: Scan }
  /** What was scanned at a desk never came to its page, which is gone. */
  | { readonly kind: 'deskScanLost' }
  /** Something was scanned while the station was locked; what, nobody keeps. */
  | { readonly kind: 'lockedScan' }
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'shelfReason'; readonly reason: ShelfReason }
  | { readonly kind: 'reprintReason'; readonly reason: ReprintReason }
  | { readonly kind: 'claim'; readonly orderIds: readonly number[]; readonly supply: ClaimInto }
  | { readonly kind: 'moveOrders'; readonly orderIds: readonly number[]; readonly into: ClaimInto }
  | { readonly kind: 'addBoxes'; readonly supplyId: string; readonly amount: number }
  | { readonly kind: 'deleteBox'; readonly supplyId: string; readonly boxId: string }
  /** One in which nothing is left. */
  | { readonly kind: 'dropSupply'; readonly supplyId: string }
  | { readonly kind: 'openSupply'; readonly supplyId: string }
  /** `moving`: how many orders that are not packed yet the person was told will move to another supply. */
  | { readonly kind: 'closeSupply'; readonly supplyId: string; readonly moving?: number }
  | { readonly kind: 'reprintOrder'; readonly orderId: number; readonly reason: ReprintReason }
  | { readonly kind: 'takeOrder'; readonly orderId: number }
  | { readonly kind: 'unshelve'; readonly orderId: number }
  /** Packed, and back on the table before it has left. */
  | { readonly kind: 'reopenOrder'; readonly orderId: number }
  /** The seller calls it off, where the marketplace still allows it. */
  | { readonly kind: 'cancelOrder'; readonly orderId: number }
  /** These parcels leave with the seller's courier, whether or not their rounds are done. */
  | { readonly kind: 'handToCourier'; readonly orderIds: readonly number[] }
  /** Before all others, or in its turn again. */
  | { readonly kind: 'shelveOrder'; readonly orderId: number; readonly reason: ShelfReason }
  | { readonly kind: 'pinOrder'; readonly orderId: number; readonly isPinned: boolean }
  /** Where the parcel of a pickup order lies in the store; empty: nowhere that anybody knows. */
  | { readonly kind: 'placeOrder'; readonly orderId: number; readonly place: string }
  /** The marketplace says that who stands at the counter may have this pickup order. */
  | { readonly kind: 'buyerIdentified'; readonly orderId: number }
  /** The buyer is not at the counter any more: the next one has to say a code again. */
  | { readonly kind: 'buyerLeft'; readonly orderId: number }
  /** `code`: what a DBS buyer said or showed; null for pickup. */
  | {
      readonly kind: 'handOver'
      readonly orderId: number
      readonly outcome: HandoverOutcome
      readonly code: string | null
    }
  | { readonly kind: 'deleteCode'; readonly orderId: number; readonly key: MetaKey }
  /** `printerId`: the one printer that it is for; absent: by the routes. */
  | { readonly kind: 'printOwn'; readonly sources: readonly PrintSource[]; readonly printerId?: string }
  | { readonly kind: 'printWave'; readonly supplyId: string }
  | { readonly kind: 'stopPrints' }
  /** Point, way and day of a supply, chosen on the page. */
  | ({ readonly kind: 'chooseShipping'; readonly supplyId: string; readonly day: string } & ShippingChoice)
  /** The usual choice of a route, or none any more (`choice` null). */
  | {
      readonly kind: 'usualShipping'
      readonly warehouseId: number
      readonly cargoType: number
      readonly choice: ShippingChoice | null
    }
  /** `renames`: the name is meant to change; otherwise a number that another name has is refused. */
  | { readonly kind: 'savePacker'; readonly packer: Packer; readonly renames?: boolean }
  /** Who brings a delivered supply over the border, and the sticker for the vehicle once more. */
  | { readonly kind: 'nameCarrier'; readonly supplyId: string; readonly carrier: SpotCarrier }
  | { readonly kind: 'reprintSpot'; readonly supplyId: string; readonly reason: ReprintReason }
  | { readonly kind: 'forgetGtin'; readonly chrtId: number; readonly gtin: string }
  | { readonly kind: 'forgetSet'; readonly chrtId: number }
  | { readonly kind: 'settings'; readonly settings: Settings }
  /** `counts`: what there was of it. */
  | { readonly kind: 'eraseBuyers'; readonly of: WhoseBuyers; readonly counts: BuyerCounts }
  /** From so many copies of the database that held some of it; null: it failed, and comes with the hour's copy. */
  | { readonly kind: 'copiesErased'; readonly copies: number | null }
  /** At a start some rows could not be read, orders and wishes among them; `queued`: the wishes that are left in the queue. */
  | { readonly kind: 'rowsLost'; readonly queued: readonly IntentBody[] }
  // what comes back from the marketplace
  | { readonly kind: 'ordersSeen'; readonly orders: readonly SeenOrder[] }
  | { readonly kind: 'statusesSeen'; readonly statuses: readonly SeenStatus[] }
  | ({ readonly kind: 'deliveryMoved' } & MovedDelivery)
  | {
      readonly kind: 'stickersSeen'
      readonly stickers: readonly { readonly orderId: number; readonly sticker: StickerFacts }[]
    }
  /** These have none that could be printed. */
  | {
      readonly kind: 'stickersLacking'
      readonly lacking: readonly { readonly orderId: number; readonly why: StickerLack }[]
    }
  | { readonly kind: 'suppliesSeen'; readonly supplies: readonly SeenSupply[] }
  /** All orders that have to travel once more. */
  | { readonly kind: 'reshipmentSeen'; readonly orderIds: readonly number[] }
  /** The points of a city for a cargo type are on disk. */
  | { readonly kind: 'pointsSeen'; readonly city: string; readonly cargoType: number }
  | { readonly kind: 'spotsSeen'; readonly spots: readonly SeenSpot[] }
  | { readonly kind: 'countriesSeen'; readonly countries: readonly Country[] }
  | { readonly kind: 'metaSeen'; readonly metas: readonly MetaSeen[] }
  | {
      readonly kind: 'intentDone'
      readonly intent: Intent
      readonly remoteId: string | null
      /** Of new boxes. */
      readonly boxIds?: readonly string[]
    }
  | {
      readonly kind: 'intentRefused'
      readonly intent: Intent
      readonly code: string
      readonly message: string
      readonly culprits: readonly number[]
      /** Codes that the marketplace blames, order by order. */
      readonly metas?: readonly MetaSeen[]
    }
  /** After many tries the marketplace is still at work on the supply; `since`: the birth of the change that waits (Unix ms). */
  | { readonly kind: 'supplyProcessing'; readonly supplyId: string; readonly since: number }
  // what comes back from the printer
  | { readonly kind: 'jobSending'; readonly jobId: string; readonly printer: string }
  | { readonly kind: 'jobWaiting'; readonly jobId: string; readonly fault: string }
  | { readonly kind: 'jobSent'; readonly jobId: string }
  | { readonly kind: 'jobConfirmed'; readonly jobId: string; readonly by: 'printer' | 'packer' }
  | { readonly kind: 'jobUncertain'; readonly jobId: string; readonly why: PrintDoubt }
  | { readonly kind: 'jobFailed'; readonly jobId: string; readonly why: string }
  | { readonly kind: 'labelsExpired'; readonly jobIds: readonly string[] }

export type ClaimInto =
  | { readonly kind: 'new'; readonly name: string }
  | { readonly kind: 'existing'; readonly supplyId: string }

export interface SeenOrder {
  readonly facts: OrderFacts
  /** Absent: FBS. */
  readonly scheme?: OrderScheme
  readonly supplierStatus: SupplierStatus
  readonly wbStatus: string
  /** The marketplace's id of its supply; null: in none, or not known. */
  readonly supplyRemoteId: string | null
  /** The currency of the seller's country, ISO 4217 numeric; absent or null: not told. */
  readonly sellerCurrency?: number | null
}

export interface SeenStatus {
  readonly orderId: number
  readonly supplierStatus: SupplierStatus
  readonly wbStatus: string
  /** Whether the seller may still cancel it; absent: not told. */
  readonly isCancellable?: boolean
}

export interface SeenSupply {
  readonly remoteId: string
  readonly name: string
  readonly createdAt: number
  readonly done: boolean
  readonly cargoType: number | null
  /** Absent: not told. */
  readonly isCrossBorder?: boolean
  readonly isB2b?: boolean
  /** It crosses a border, or may: point, type and day are not asked for. Absent: not told. */
  readonly isExempt?: boolean
  /** It goes by road from the EAEU into Russia. Absent: not told. */
  readonly goesBySpot?: boolean
  /** When its point took it in (Unix ms); absent or null: not yet. */
  readonly scannedAt?: number | null
}
