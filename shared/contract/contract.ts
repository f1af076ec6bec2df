import { z } from 'zod'
import { accountMethods } from './account-methods.ts'
import { deskMethods } from './desk-methods.ts'
import { deviceMethods } from './device-methods.ts'
import { BADGE_ID, COMMANDS, REPRINT_REASONS, SHELF_REASONS } from '../domain/scanning/commands.ts'
import type { ProductSet } from '../domain/bench.ts'
import type { PrintJob } from '../domain/printing/print-jobs.ts'
import { TEST_CODE_IDS } from '../domain/scanning/scanner-test/codes.ts'
import { settingsPatchSchema } from '../domain/settings.ts'
import { leadMethods } from './lead-methods.ts'
import { keyStrokeSchema } from '../domain/scanning/wedge.ts'
import { buyerMethods } from './buyer-methods.ts'
import { method, type LabelCount } from './method.ts'
import { practiceMethods } from './practice-methods.ts'
import { shippingMethods } from './shipping-methods.ts'
import { cardsMethods } from './cards-methods.ts'
import { completedMethods } from './completed-methods.ts'
import { shiftMethods } from './shift-methods.ts'
import { orderMethods } from './order-methods.ts'
import type { HistoryRow, QueueRow } from './order-methods.ts'
import { schemeMethods } from './scheme-methods.ts'
import { passMethods } from './pass-methods.ts'
import { supplyMethods } from './supply-methods.ts'
import { courierMethods } from './courier-methods.ts'
import { pickingMethods } from './picking-methods.ts'
import { pickupMethods } from './pickup-methods.ts'
import { spotMethods } from './spot-methods.ts'
import type { ListTopic } from './topics.ts'
import type { Answer, RoundView, SupplyView, View } from '../view/view.ts'

const nothing = z.undefined()
const orderId = z.number().int().positive()
/** Made by the page, one a scan: the same delivery twice counts once. */
const deliveryId = z.string().min(1).max(64).exactOptional()
const page = { offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) }

export type { HistoryRow, OrderPage, OrderRow, QueueRow } from './order-methods.ts'

/** Tables whose rows hold a text each that may be damaged. */
export const ROW_TABLES = ['orders', 'supplies', 'rounds', 'intents', 'jobs', 'desk'] as const
export type RowTable = (typeof ROW_TABLES)[number]

/** `key`: the order's number, or the row's own name; `at`: when it was found (Unix ms). */
export interface DamagedRow {
  readonly table: RowTable
  readonly key: string
  readonly at: number
}

/** A group of the marketplace's methods that was used in this run, and its bucket as far as it is known here. */
export interface LimitView {
  /** The group's name in the table of limits. */
  readonly group: string
  /** Requests that wait for a packer, and those that only bring news. */
  readonly urgent: number
  readonly background: number
  /** Ms that the marketplace told the group to stay silent for; 0: it may send. */
  readonly sleepMs: number
  /** Requests that may leave at once, of so many at most; one more comes every so many ms. */
  readonly level: number
  readonly burst: number
  readonly everyMs: number
}

export interface PackerRow {
  readonly id: string
  readonly name: string
  readonly badge: string
  /** A shift lead, with a PIN. */
  readonly isLead: boolean
}

/** A GTIN that somebody vouched for, of one size of a product. */
export interface VouchedGtin {
  readonly chrtId: number
  readonly gtin: string
  readonly article: string
  /** Unix ms. */
  readonly at: number
  /** The packer's name, or number if the name is gone; null: nobody was signed in. */
  readonly packer: string | null
}

/** A product whose units carry several marking codes. */
export interface SetOfCodes extends Omit<ProductSet, 'orderId' | 'packerId'> {
  readonly packer: string | null
}

/**
 * Every call of the page. A command enters the same single file of decisions as a scan; a query only reads.
 * Both hosts carry them under the same names.
 */
export const methods = {
  'view.get': method<View>()(nothing),
  'scan.keys': method<void>()(z.object({ id: deliveryId, keys: z.array(keyStrokeSchema).min(1).max(601) })),
  'scan.typed': method<void>()(z.object({ id: deliveryId, text: z.string().min(1).max(400) })),
  'bench.command': method<void>()(z.object({ command: z.enum(COMMANDS) })),
  'bench.shelfReason': method<void>()(z.object({ reason: z.enum(SHELF_REASONS) })),
  'bench.reprintReason': method<void>()(z.object({ reason: z.enum(REPRINT_REASONS) })),
  'bench.takeOrder': method<void>()(z.object({ orderId })),
  'bench.reopenOrder': method<void>()(z.object({ orderId })),
  ...orderMethods,
  'supplies.list': method<readonly SupplyView[]>()(nothing),
  'rounds.list': method<readonly RoundView[]>()(nothing),
  /** Supplies and rounds alike. */
  'supplies.open': method<void>()(z.object({ supplyId: z.string() })),
  /** `moving`: the orders not packed that the person was told will move; the stage asks of any other number. */
  'supplies.close': method<void>()(z.object({ supplyId: z.string(), moving: z.int().min(0).exactOptional() })),
  'supplies.printWave': method<void>()(z.object({ supplyId: z.string() })),
  'supplies.printQr': method<LabelCount>()(z.object({ supplyId: z.string() })),
  'queue.list': method<readonly QueueRow[]>()(z.object({ pending: z.boolean(), ...page })),
  'queue.limits': method<readonly LimitView[]>()(nothing),
  'queue.retry': method<void>()(z.object({ id: z.string() })),
  /** Rows of this PC's own memory that could not be read and that nobody was told of, oldest first. */
  'damage.list': method<readonly DamagedRow[]>()(nothing),
  'damage.seen': method<void>()(nothing),
  /** A person ends what needs one: it took place after all, or will not; why goes into the log. False: it can't be ended so. */
  'queue.settle': method<boolean>()(
    z.object({ id: z.string(), as: z.enum(['done', 'dropped']), reason: z.string().trim().min(3).max(200) })
  ),
  'jobs.list': method<readonly PrintJob[]>()(z.object(page)),
  /** Newest first, `before`: from the line that comes after that one on; null: from the newest. */
  'history.list': method<readonly HistoryRow[]>()(
    z.object({ ...page, before: z.string().max(64).nullable().default(null) })
  ),
  /** PNG of an order's sticker as it will print, base64; null while there is none. */
  'label.preview': method<string | null>()(z.object({ orderId })),
  /** The command sheet as the printer that it goes to will print it. */
  'commandSheet.pages': method<readonly { readonly png: string; readonly commands: readonly Answer[] }[]>()(nothing),
  'commandSheet.print': method<LabelCount>()(nothing),
  'packers.list': method<readonly PackerRow[]>()(nothing),
  'packers.save': method<void>()(
    z.object({
      id: z.string().regex(BADGE_ID),
      name: z.string().trim().min(1).max(40),
      /** The name of who has this number is to be changed. */
      renames: z.boolean().default(false)
    })
  ),
  'packers.printBadge': method<LabelCount>()(z.object({ id: z.string() })),
  /** Newest first. */
  'sets.all': method<readonly SetOfCodes[]>()(nothing),
  'sets.forget': method<void>()(z.object({ chrtId: z.number().int() })),
  'gtins.vouched': method<readonly VouchedGtin[]>()(nothing),
  'gtins.forget': method<void>()(z.object({ chrtId: z.number().int(), gtin: z.string().regex(/^\d{14}$/) })),
  'settings.set': method<void>()(settingsPatchSchema),
  ...deviceMethods,
  ...deskMethods,
  ...leadMethods,
  ...shippingMethods,
  ...spotMethods,
  ...schemeMethods,
  ...pickupMethods,
  ...cardsMethods,
  ...completedMethods,
  ...shiftMethods,
  ...courierMethods,
  ...buyerMethods,
  ...supplyMethods,
  ...pickingMethods,
  ...passMethods,
  /** From here on every scan is a scan of a test code, until `stop` or some minutes of silence. */
  'scannerTest.start': method<void>()(nothing),
  'scannerTest.stop': method<void>()(nothing),
  'scannerTest.show': method<void>()(z.object({ code: z.enum(TEST_CODE_IDS) })),
  'scannerTest.next': method<void>()(nothing),
  /** Changes the settings as the last scan proposes. */
  'scannerTest.apply': method<void>()(nothing),
  ...accountMethods,
  ...practiceMethods
} as const

export type Methods = typeof methods
export type MethodName = keyof Methods
/** What the page passes. */
export type Input<N extends MethodName> = z.input<Methods[N]['input']>
/** What the station receives after parsing. */
export type Parsed<N extends MethodName> = z.output<Methods[N]['input']>
export type Output<N extends MethodName> =
  Exclude<Methods[N]['output'], undefined> extends never ? void : Exclude<Methods[N]['output'], undefined>

/** What the station announces; the page never asks twice. */
export interface Events {
  readonly view: View
  /** Lists about these changed (null: any may have): a screen that shows one asks again. */
  readonly lists: { readonly revision: number; readonly topics: readonly ListTopic[] | null }
  /** A scanner has read this while this page has a desk open: it was neither decided on nor written down. `id`: the delivery's. */
  readonly deskScan: { readonly page: string; readonly id: string; readonly text: string }
}
export type EventName = keyof Events
export const EVENT_NAMES = ['view', 'lists', 'deskScan'] as const satisfies readonly EventName[]

/** How a call fails; `message` is for the log of the page's maker, never for a packer. */
export type CallError =
  | { readonly kind: 'badInput'; readonly message: string }
  | { readonly kind: 'unknownMethod'; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string }
  /** A shift lead has to enter the PIN at this page first. */
  | { readonly kind: 'needsLead'; readonly message: string }
  /** Nobody was there for some minutes: the view says so, and what opens it. */
  | { readonly kind: 'locked'; readonly message: string }
  /** The disk did not take or give it; the view says so. */
  | { readonly kind: 'notWritten'; readonly message: string }

export type CallResult<N extends MethodName> =
  | { readonly ok: true; readonly value: Output<N> }
  | { readonly ok: false; readonly error: CallError }

/** What both hosts put on `window.station`. */
export interface StationBridge {
  invoke<N extends MethodName>(name: N, input: Input<N>): Promise<CallResult<N>>
  /** The result stops listening. */
  on<E extends EventName>(name: E, listener: (payload: Events[E]) => void): () => void
}

/** What a host calls; `compose` makes it. */
export interface StationApi {
  /** Parses the input by the contract and runs the method; never throws. `page`: the host's own name for the page that calls. */
  invoke(name: string, input: unknown, page?: string): Promise<CallResult<MethodName>>
  /** This page is gone, or begins anew. */
  left(page: string): void
  on(listener: <E extends EventName>(name: E, payload: Events[E]) => void): () => void
}
