import type { LimitView } from '../../shared/contract.ts'
import type { Answer } from '../../shared/view.ts'
import type { Bench, MetaSeen, SeenOrder, SeenStatus, SeenSupply } from '../../shared/domain/bench.ts'
import type { Intent, IntentBody } from '../../shared/domain/intents.ts'
import type { Order, StickerFacts } from '../../shared/domain/orders.ts'
import type { MediaSize, OwnLabel, PrintDoubt, PrintJob } from '../../shared/domain/print-jobs.ts'

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
  | { readonly kind: 'retry'; readonly why: 'offline' | 'timeout' | 'server' | 'limited'; readonly inMs: number }
  /** A business error: sending the same again gives the same. `culprits`: orders named by the marketplace. */
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly code: string
      readonly message: string
      readonly culprits: readonly number[]
    }
  /** A write left the PC and no answer came: read back before sending again. */
  | { readonly kind: 'unknown'; readonly why: 'timeout' | 'connectionLost' | 'server' }
  /** The whole account is stopped until a person acts. */
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
  | 'pathGone'

export type Reply<T> = { readonly kind: 'ok'; readonly value: T } | Failure

export type Urgency = 'urgent' | 'background'

/** The result of a write: `remoteId` for creations; `refused` for the orders of a bulk call that were turned down. */
export interface Sent {
  readonly remoteId: string | null
  readonly refused: readonly { readonly orderId: number; readonly code: string; readonly message: string }[]
}

/** A write with local ids replaced by the marketplace's. */
export type WireIntent =
  | { readonly kind: 'createSupply'; readonly name: string }
  | { readonly kind: 'addToSupply'; readonly remoteId: string; readonly orderIds: readonly number[] }
  | Extract<IntentBody, { readonly kind: 'setMeta' | 'deleteMeta' }>
  | { readonly kind: 'deliverSupply'; readonly remoteId: string }

/** FBS beside the packing: cancelling, boxes, passes, orders that cross a border. */
export type * from './fbs-ports.ts'

/** The two other schemes: the seller delivers, the buyer comes. */
export type * from './scheme-ports.ts'

export interface StickerFile extends StickerFacts {
  readonly orderId: number
  /** As the marketplace sent it, base64 undone. */
  readonly zpl: Uint8Array
}

/** One function an intent, over both editions of the API; never throws for what the network or the marketplace does. */
export interface MarketplacePort {
  ping(): Promise<Reply<true>>
  newOrders(): Promise<Reply<readonly SeenOrder[]>>
  /** Orders created since `from` (Unix ms, at most 30 days back), whatever their status; statuses filled in. */
  ordersSince(from: number): Promise<Reply<readonly SeenOrder[]>>
  /** Any number of ids; sent in batches of at most 1000. */
  statuses(orderIds: readonly number[]): Promise<Reply<readonly SeenStatus[]>>
  /** At most 100 ids; those that have no sticker yet are absent from the result. */
  stickers(
    orderIds: readonly number[],
    media: MediaSize,
    type: 'zplv' | 'zplh',
    urgency: Urgency
  ): Promise<Reply<readonly StickerFile[]>>
  supplies(): Promise<Reply<readonly SeenSupply[]>>
  supplyOrderIds(remoteId: string): Promise<Reply<readonly number[]>>
  /** At most 100 ids. */
  metas(orderIds: readonly number[], urgency: Urgency): Promise<Reply<readonly MetaSeen[]>>
  /** ZPL of the supply's QR label; after delivery only. */
  supplyQr(remoteId: string, type: 'zplv' | 'zplh'): Promise<Reply<Uint8Array>>
  send(intent: WireIntent): Promise<Reply<Sent>>
  /** Whether a write of unknown fate took place; for a creation with its id. */
  readBack(intent: WireIntent): Promise<Reply<{ readonly happened: boolean; readonly remoteId: string | null }>>
  /** Method groups in which requests wait for the marketplace's limits. */
  waiting(): readonly LimitView[]
  close(): Promise<void>
}

// --- devices ---------------------------------------------------------------------------------------------------------

export type DeviceState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'fault'; readonly fault: DeviceFault }

export type DeviceFault =
  | 'paperOut'
  | 'headOpen'
  | 'paused'
  | 'ribbonOut'
  | 'tooHot'
  | 'tooCold'
  | 'bufferFull'
  | 'labelWaiting'
  | 'silent'
  | 'unreachable'
  | 'lost'
  /** A person stopped the print queue, or it takes no jobs. */
  | 'queueStopped'
  /** No such print queue, or no print service. */
  | 'queueGone'
  /** No such folder, or nothing may be written into it. */
  | 'folderGone'

export interface ScannerPort {
  readonly name: string
  /** Starts reading; frames come without their terminators, states as they change. The result stops it. */
  start(listener: {
    readonly onFrame: (text: string) => void
    readonly onState: (state: DeviceState) => void
  }): () => Promise<void>
}

export type PrintOutcome =
  /** The printer itself says that the label came out. */
  | { readonly kind: 'confirmed' }
  /** The print system says that it passed on every byte; what the printer made of them it cannot know. */
  | { readonly kind: 'sent' }
  /** Bytes went out, and nobody can prove the label. */
  | { readonly kind: 'uncertain'; readonly why: PrintDoubt }
  /** Not a byte of the job was taken: safe to send again when the fault is mended. */
  | { readonly kind: 'notSent'; readonly fault: DeviceFault }

export interface PrinterPort {
  readonly name: string
  /** Watches the printer; the result stops it and drops the link. */
  start(onState: (state: DeviceState) => void): () => Promise<void>
  /** Prints one label (ZPL bytes) and finds out what became of it; one call at a time. */
  print(zpl: Uint8Array): Promise<PrintOutcome>
}

/** The devices that the settings name; a change of settings makes new ones. */
export interface DevicesPort {
  printer(settings: Bench['settings']): PrinterPort
  scanners(settings: Bench['settings']): readonly ScannerPort[]
  /** Serial ports of the machine, for the settings screen. */
  listSerial(): Promise<readonly { readonly path: string; readonly maker: string; readonly serialNumber: string }[]>
  /** USB scanners in their HID POS mode, for the settings screen. */
  listHid(): Promise<
    readonly {
      readonly vendorId: number
      readonly productId: number
      readonly maker: string
      readonly model: string
      readonly serialNumber: string
    }[]
  >
  /** USB printers that are plugged in, for the settings screen. */
  listUsbPrinters(): Promise<
    readonly {
      readonly vendorId: number
      readonly productId: number
      readonly serialNumber: string
      readonly name: string
    }[]
  >
  /** Names of the system's print queues, for the settings screen. */
  listQueues(): Promise<readonly string[]>
}

// --- labels ----------------------------------------------------------------------------------------------------------

export interface LabelsPort {
  /** The marketplace's sticker made fit for the media: one label, inside it, one copy. */
  normalise(zpl: Uint8Array, media: MediaSize): Uint8Array
  compose(label: OwnLabel, media: MediaSize): Uint8Array
  /** How many labels the command sheet takes on this media, and what stands on each (pages from 0). */
  commandPages(media: MediaSize): number
  commandsOn(page: number, media: MediaSize): readonly Answer[]
  /** A PNG of the label as it will print, base64; drawn off the station's thread. */
  preview(zpl: Uint8Array, media: MediaSize): Promise<string>
  close(): Promise<void>
}

// --- store -----------------------------------------------------------------------------------------------------------

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

/** Everything one decision writes; all of it or nothing. Absent parts did not change. */
export interface Change {
  readonly entry?: LogEntry
  readonly orders?: readonly Order[]
  readonly supplies?: Bench['supplies']
  /** Table, open supply, packer, feedback, notes, shift. */
  readonly desk?: Pick<Bench, 'table' | 'supplyId' | 'packerId' | 'feedback' | 'notes' | 'shift'>
  readonly packers?: Bench['packers']
  readonly gtinOverrides?: Bench['gtinOverrides']
  readonly settings?: Bench['settings']
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
  readonly supplyQrs?: readonly { readonly supplyId: string; readonly zpl: Uint8Array }[]
}

export interface Loaded {
  readonly bench: Bench
  /** Open intents (pending, or refused and not dismissed) in order of birth. */
  readonly intents: readonly Intent[]
}

export interface StorePort {
  load(now: number): Loaded
  /** One transaction on disk (`synchronous=FULL`) when it returns. */
  commit(change: Change): void
  codeUse(code: string): { readonly orderId: number; readonly at: number } | null
  sticker(orderId: number): Uint8Array | null
  supplyQr(supplyId: string): Uint8Array | null
  history(query: {
    readonly orderId: number | null
    readonly offset: number
    readonly limit: number
  }): readonly LogEntry[]
  /** Newest first; `pending`: the open ones only. */
  intents(query: { readonly pending: boolean; readonly offset: number; readonly limit: number }): readonly Intent[]
  jobs(query: { readonly offset: number; readonly limit: number }): readonly PrintJob[]
  close(): void
}

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
