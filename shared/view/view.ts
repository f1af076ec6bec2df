import type { Command } from '../domain/scanning/commands.ts'
import type { Feedback, Message } from '../domain/messages.ts'
import type { MetaKey } from '../domain/orders/orders.ts'
import type { ReprintReason, ShelfReason } from '../domain/scanning/commands.ts'
import type { Shipping } from '../domain/orders/shipping.ts'
import type { Spot } from '../domain/orders/spot.ts'
import type { Supply, SupplyState } from '../domain/orders/supplies.ts'
import type { OrderScheme, RoundScheme, Scheme } from '../domain/schemes/scheme.ts'
import type { Round } from '../domain/orders/rounds.ts'
import type { Settings } from '../domain/settings.ts'
import type { TestCodeId } from '../domain/scanning/scanner-test/codes.ts'
import type { Finding } from '../domain/scanning/scanner-test/findings.ts'

/** What an answer scan means; each stands on the screen with its barcode while a question is open. */
export type AnswerCode = Command | ShelfReason | ReprintReason | 'city' | 'shippingPoint'

export interface Answer {
  readonly code: AnswerCode
  /** The text of the barcode that gives this answer. */
  readonly barcode: string
  /** What a city, a point or a supply is called. */
  readonly name?: string
  /** What it does to a round of this scheme, not to a supply. */
  readonly scheme?: RoundScheme
  /** It takes nothing back that is under way: a packed order comes to the table again. */
  readonly isReopening?: true
}

export type StepKind = 'item' | 'product' | MetaKey | 'sticker' | 'scanBack'

export interface StepView {
  readonly kind: StepKind
  readonly state: 'done' | 'now' | 'next'
  /** The collected code, of a set the newest, as a person reads it (GS as ␝); null while missing. */
  readonly value: string | null
  /** Of a set: codes that are here, and how many it carries. */
  readonly have?: number
  readonly of?: number
}

export interface OrderView {
  readonly id: number
  readonly article: string
  readonly colorCode: string
  readonly barcode: string
  /** Hundredths of `currencyCode`. */
  readonly price: number
  readonly currencyCode: number
  readonly comment: string
  /** Who brings it to its buyer, and what only such orders have. */
  readonly scheme: OrderScheme
  /** Unix ms; by `deadlineAt` it has to be ready, null: nobody told. */
  readonly createdAt: number
  readonly deadlineAt: number | null
  readonly isB2b: boolean
  /** A shift lead put it before all others. */
  readonly isPinned: boolean
  /** Other orders of the same basket that are not on their way yet: they may travel together. */
  readonly basket: number
  /** Other packable orders with the same product. */
  readonly others: number
  readonly sticker: { readonly partA: string; readonly partB: string; readonly barcode: string } | null
  readonly steps: readonly StepView[]
}

export interface NetworkView {
  /** `stranger`: somebody between here and the marketplace answers in its place. */
  readonly kind: 'online' | 'offline' | 'stranger' | 'blocked'
  /** Why the account is stopped; null unless blocked. */
  readonly block: string | null
  /** The HTTP status that the stranger answers with; null unless there is one. */
  readonly status: number | null
  /** Intents that wait to be sent, and the birth of the oldest (Unix ms). */
  readonly waiting: number
  readonly oldestAt: number | null
  /** Intents and labels that need a person. */
  readonly attention: number
}

/** The marketplace's lists that a station reads. */
export type ListName = 'newOrders' | 'orders' | 'statuses' | 'supplies' | 'stickers' | 'codes' | 'other'

export interface OddView {
  readonly list: ListName
  /** As the marketplace names it. */
  readonly field: string
  /** Null: it has none that can be read. */
  readonly id: string | null
}

/** How far what the marketplace tells is known here. */
export interface NewsView {
  /** Whether the list of new orders has been read since the start. */
  readonly isKnown: boolean
  /** Orders, and items of other lists, that can't be read and were set aside. */
  readonly oddOrders: number
  readonly oddOthers: number
  /** The first of them. */
  readonly odd: readonly OddView[]
  /** Lists of which nothing could be read the last time; `field`: because of it, '' when no answer came. */
  readonly unread: readonly { readonly list: ListName; readonly field: string }[]
}

export interface DeviceView {
  readonly name: string
  readonly state: 'absent' | 'connecting' | 'ready' | 'fault'
  readonly fault: string | null
  /** What a ready device should have seen to soon. */
  readonly warnings?: readonly string[]
}

export interface PrinterView extends DeviceView {
  readonly id: string
  /** Labels that wait for it. */
  readonly waiting: number
}

export interface ScanNoteView {
  readonly id: string
  readonly at: number
  readonly text: string
  readonly feedback: Feedback
}

export type BatchView = SupplyView | RoundView

/** A batch by whose orders it holds. */
export function schemeOfBatch(batch: BatchView): Scheme {
  return batch.kind === 'round' ? batch.scheme : 'fbs'
}

export interface SupplyView {
  readonly kind: 'supply'
  readonly id: string
  readonly remoteId: string | null
  readonly name: string
  readonly state: SupplyState
  readonly total: number
  readonly packed: number
  readonly shelved: number
  readonly createdAt: number
  /** Where the marketplace takes its orders in. */
  /** Parcels that were cancelled when their labels were out, and lie in the pile yet. */
  readonly dead: number
  /** Packed orders whose codes the marketplace has not judged yet. */
  readonly unjudged: number
  readonly offices: readonly string[]
  /** The route of its goods; null while it holds none. */
  readonly warehouseId: number | null
  readonly cargoType: number | null
  /** It can't leave without point, type and day. */
  readonly needsShipping: boolean
  readonly shipping: Shipping | null
  /** Whether its shipping can be changed: not any more once its point has taken it in. */
  readonly isShippingOpen: boolean
  readonly boxes: Supply['boxes']
  /** Its way by road from the EAEU into Russia; null: it does not go that way, as far as is known. */
  readonly spot: Spot | null
  readonly hitch: Supply['hitch']
}

export interface RoundView {
  readonly kind: 'round'
  readonly id: string
  readonly scheme: RoundScheme
  readonly name: string
  readonly state: Round['state']
  /** Without those that were cancelled. */
  readonly total: number
  /** Those that have left included. */
  readonly packed: number
  readonly shelved: number
  readonly createdAt: number
}

/** A scanner being checked: scans go here and not to the packing table. */
export interface ScannerTestView {
  /** The code on the screen. */
  readonly shown: TestCodeId
  /** The scanner that read last, as the settings call it; empty: it types like a keyboard; null: none yet. */
  readonly scanner: string | null
  /** “Yes” was scanned where only a lead changes settings, and nobody has entered a PIN. */
  readonly awaitsLead: boolean
  /** What that scanner has read so far. */
  readonly results: readonly { readonly code: TestCodeId; readonly isFine: boolean }[]
  readonly last: {
    /** Unix ms. */
    readonly at: number
    /** GS as ␝. */
    readonly text: string
    readonly code: TestCodeId | null
    /** `mends`: a change of settings puts it right. */
    readonly findings: readonly { readonly finding: Finding; readonly mends: boolean }[]
  } | null
}

/** Everything the packing screen and the status line show; a snapshot with a growing revision. */
export interface View {
  readonly revision: number
  /** `setup`: no account yet; the first-run screen shows. */
  readonly mode: 'setup' | 'practice' | 'live'
  readonly settings: Settings
  /** The last word of the station. */
  readonly feedback: Feedback
  /** What is asked and not answered yet; it stays on the stage whatever the last word was. */
  readonly question: Message | null
  /** The printer that can't print what the packer waits for; null: none. It stays on the stage whatever is said. */
  readonly lamePrinter: PrinterView | null
  /** What stands large on the labels of cancelled parcels that still lie in the pile of what is open. */
  readonly deadParcels: readonly string[]
  /** What is being packed. */
  readonly batch: BatchView | null
  readonly order: OrderView | null
  readonly answers: readonly Answer[]
  /** Shows the label of this order; null: none. */
  readonly labelOf: number | null
  readonly notes: readonly ScanNoteView[]
  readonly network: NetworkView
  readonly news: NewsView
  /** How far this PC's clock is ahead of the marketplace's (ms), whose time all here is; 0: it is right, or nobody said. */
  readonly clockOffMs: number
  /** Rows of this PC's own memory that could not be read, and that nobody was told of. */
  readonly damagedRows: number
  readonly printers: readonly PrinterView[]
  readonly scanners: readonly DeviceView[]
  /** Null: no scanner is being checked. */
  readonly scannerTest: ScannerTestView | null
  /** When the seller's token ends (Unix ms); null in practice and before there is one. */
  readonly tokenExpiresAt: number | null
  /** The token is of the marketplace's sandbox: orders are not real, and every screen says so. */
  readonly isSandbox: boolean
  readonly packer: { readonly id: string; readonly name: string } | null
  /** Nobody was there for some minutes: only a badge or a PIN is taken. */
  readonly isLocked: boolean
  /** A shift lead has a PIN: some acts are asked for it. */
  readonly hasLead: boolean
  /** There are badges to scan. */
  readonly knowsPackers: boolean
  readonly packedToday: number
  readonly counts: {
    readonly fresh: number
    readonly packable: number
    readonly problems: number
    readonly attention: number
  }
}
