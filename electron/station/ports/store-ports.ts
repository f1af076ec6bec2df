import type { Bench } from '../../../shared/domain/bench.ts'
import type { DiskWhy } from '../../../shared/domain/disk.ts'
import type { Intent } from '../../../shared/domain/intents.ts'
import type { Order } from '../../../shared/domain/orders/orders.ts'
import type { BuyerCounts, WhoseBuyers } from '../../../shared/domain/orders/buyer-counts.ts'
import type { PrintJob } from '../../../shared/domain/printing/print-jobs.ts'
import type { ShippingPoint } from '../../../shared/domain/orders/shipping.ts'
import type { DamagedRow } from '../../../shared/contract/contract.ts'
import type { BuyerPart, KeptBuyer } from './buyer-ports.ts'
import type { CardsStore } from './cards-ports.ts'
import type { Leads } from './secret-ports.ts'
import type { DrawnLabel, BorderLabel, StickerFile } from './label-ports.ts'

export interface LogEntry {
  readonly id: string
  readonly at: number
  readonly packerId: string | null
  /** The event's kind. */
  readonly kind: string
  readonly orderId: number | null
  /** JSON facts, without buyer data or token. */
  readonly facts: string
}

/** A line of the log as it is counted: what was done, and how the stage answered. */
export interface Deed {
  /** Grows. */
  readonly seq: number
  readonly at: number
  readonly packerId: string | null
  readonly kind: string
  readonly orderId: number | null
  /** Null: it had no answer. */
  readonly face: string | null
  readonly answer: string | null
}

/** An order's two statuses at the marketplace, since then (Unix ms, when this PC came to know). */
export interface StatusChange {
  readonly orderId: number
  readonly at: number
  readonly supplierStatus: string
  readonly wbStatus: string
}

/** A part of what the marketplace listed for a city and a cargo type; `fetchedAt` (Unix ms) is the same in all parts. */
export interface PointsPart {
  readonly city: string
  readonly cargoType: number
  readonly fetchedAt: number
  readonly points: readonly ShippingPoint[]
  readonly isLast: boolean
}

export interface PointsQuery {
  readonly city: string
  readonly cargoType: number
  /** Words that a point's city, name or address holds; empty: any point. */
  readonly text: string
  readonly from: number
  readonly most: number
}

/** Everything one decision writes; all of it or nothing. Absent parts did not change. */
export interface Change {
  readonly entry?: LogEntry
  /** More lines of the log, about what changes nothing. */
  readonly noted?: readonly LogEntry[]
  readonly orders?: readonly Order[]
  readonly statuses?: readonly StatusChange[]
  readonly supplies?: Bench['supplies']
  readonly rounds?: Bench['rounds']
  readonly desk?: Partial<Pick<Bench, 'table' | 'supplyId' | 'packerId' | 'feedback' | 'notes' | 'shift'>>
  readonly packers?: Bench['packers']
  readonly leads?: Leads
  readonly gtinOverrides?: Bench['gtinOverrides']
  readonly sets?: Bench['sets']
  readonly settings?: Bench['settings']
  readonly shipping?: Bench['shipping']
  readonly spot?: Bench['spot']
  readonly points?: PointsPart
  /** Kept sealed, and gone in the change that ends their order's life. */
  readonly buyers?: readonly BuyerPart[]
  /** What is kept of them is erased, also what this very change holds. */
  readonly erasesBuyers?: WhoseBuyers
  readonly intents?: readonly Intent[]
  readonly jobs?: readonly PrintJob[]
  readonly bindCodes?: readonly {
    readonly code: string
    readonly key: string
    readonly orderId: number
    readonly at: number
  }[]
  readonly releaseCodes?: readonly string[]
  readonly stickers?: readonly StickerFile[]
  readonly supplyQrs?: readonly ({ readonly supplyId: string } & DrawnLabel)[]
  /** PNG. */
  readonly spotStickers?: readonly { readonly supplyId: string; readonly png: Uint8Array }[]
  readonly borderLabels?: readonly BorderLabel[]
  /** The work of rows that could not be read goes on. */
  readonly areRowsHealed?: true
  /** A person knows of all of them. */
  readonly areRowsSeen?: true
}

export interface Loaded {
  readonly bench: Bench
  /** Open intents (pending, or refused and not dismissed) in order of birth. */
  readonly intents: readonly Intent[]
  /** Rows could not be read, and nothing was done about what hung on them. */
  readonly isDamaged: boolean
}

export interface StorePort {
  /** What lives in memory at that time (Unix ms); labels that nothing can print any more go from the disk. */
  load(now: number): Loaded
  /**
   * One transaction, on disk (`synchronous=FULL`) when it returns; `soon`: whole and in order as any, but a failure of the
   * power before the next one may undo it.
   */
  commit(change: Change, when?: 'now' | 'soon'): void
  leads(): Leads | 'lost'
  /** Null: nothing is kept of this order's buyer. */
  buyer(orderId: number): KeptBuyer | null
  keptBuyers(of: WhoseBuyers): BuyerCounts
  /** Also one that is too old for memory; null: this PC never saw it. */
  order(orderId: number): Order | null
  /** Oldest first; what it was at first is not among them. */
  statuses(orderId: number): readonly StatusChange[]
  codeUse(code: string): { readonly orderId: number; readonly at: number } | null
  sticker(orderId: number): DrawnLabel | null
  point(named: { readonly city: string; readonly cargoType: number; readonly id: number }): ShippingPoint | null
  /** A page of a city's shipping points, sorting centres first; null: they were never fetched. */
  points(
    query: PointsQuery
  ): { readonly points: readonly ShippingPoint[]; readonly total: number; readonly fetchedAt: number } | null
  supplyQr(supplyId: string): DrawnLabel | null
  /** PNG. */
  spotSticker(supplyId: string): Uint8Array | null
  /** PDF, of an order that crosses a border. */
  borderLabel(orderId: number): Uint8Array | null
  readonly cards: CardsStore
  /** Newest first; `before`: the lines that are older than this one. */
  history(query: {
    readonly orderId: number | null
    readonly before?: string | null
    readonly offset: number
    readonly limit: number
  }): readonly LogEntry[]
  /** The number of the newest line of the log; 0: there is none. */
  logEnd(): number
  /** What was done by the line `upTo`, by time (Unix ms, `to` not included), after `after`. */
  deeds(query: {
    readonly to: number
    readonly upTo: number
    readonly after: Pick<Deed, 'at' | 'seq'>
    readonly limit: number
  }): readonly Deed[]
  /** What was done after the line `after`, line by line. */
  newDeeds(query: { readonly after: number; readonly limit: number }): readonly Deed[]
  /** Newest first; `pending`: the open ones only; `orderId`: those that name this order. */
  intents(query: {
    readonly pending: boolean
    readonly orderId?: number
    readonly offset: number
    readonly limit: number
  }): readonly Intent[]
  /** Newest first; `orderId`: its stickers. */
  jobs(query: { readonly orderId?: number; readonly offset: number; readonly limit: number }): readonly PrintJob[]
  /** It is a copy of an earlier time: what was done since is in the world, and not in it. */
  readonly isRestored: boolean
  /** All that the copy does not know of is on its way to be looked up. */
  restoredSettled(): void
  /** Where the files lie. */
  readonly folder: string
  /** Told whenever the disk would not take or give something; the caller gets the error as well. One listener. */
  onTrouble(listener: (why: DiskWhy) => void): void
  /** Whether the files still lie where they were opened; quick. */
  isInPlace(): boolean
  /** Writes something that changes nothing, through to the disk; null: it took it, and there is room for more. */
  tryDisk(): DiskWhy | null
  /** Rows that could not be read and that nobody was told of, oldest first. */
  damagedRows(): readonly DamagedRow[]
  close(): void
}
