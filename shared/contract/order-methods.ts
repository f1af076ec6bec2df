import { z } from 'zod'
import { orderFilterFields } from '../domain/orders/order-filter.ts'
import { META_KEYS } from '../domain/orders/orders.ts'
import type { CodeEntry, MetaKey, Order, OrderLife } from '../domain/orders/orders.ts'
import type { OrderScheme } from '../domain/schemes/scheme.ts'
import type { IntentBody, IntentState } from '../domain/intents.ts'
import type { PrintJob } from '../domain/printing/print-jobs.ts'
import { REPRINT_REASONS, SHELF_REASONS } from '../domain/scanning/commands.ts'
import { method } from './method.ts'

const orderId = z.number().int().positive()
const page = { offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) }

export interface OrderRow {
  readonly id: number
  readonly article: string
  readonly colorCode: string
  readonly barcode: string
  readonly price: number
  readonly currencyCode: number
  readonly createdAt: number
  /** By when it has to be ready; null: nobody told. */
  readonly deadlineAt: number | null
  readonly life: OrderLife
  /** The marketplace's two statuses, in its own words. */
  readonly supplierStatus: string
  readonly wbStatus: string
  readonly scheme: OrderScheme
  readonly cargoType: number
  readonly requiredMeta: readonly MetaKey[]
  readonly supplyId: string | null
  readonly supplyName: string | null
  readonly partB: string | null
  readonly comment: string
  readonly isB2b: boolean
  /** Where the marketplace takes it in. */
  readonly offices: readonly string[]
  readonly officeId: number | null
  /** It left once and has to travel once more. */
  readonly travelsAgain: boolean
  /** A shift lead put it before all others. */
  readonly isPinned: boolean
  readonly shelf: Order['shelf']
}

export interface OrderPage {
  readonly order: OrderRow
  /** As the marketplace told it, the rest of it. */
  readonly facts: Order['facts']
  /** False: too old for the packing table, kept on disk alone; nothing can be done to it. */
  readonly isAtHand: boolean
  /** When either status became another, oldest first. */
  readonly statuses: readonly { readonly at: number; readonly supplierStatus: string; readonly wbStatus: string }[]
  readonly codes: readonly ({ readonly key: MetaKey } & CodeEntry)[]
  readonly handover: Order['handover'] | null
  readonly packedAt: number | null
  readonly packedBy: string | null
  readonly sticker: Order['sticker']
  /** Newest first, as the next two: what happened to it here, labels of it, changes at the marketplace that name it. */
  readonly history: readonly HistoryRow[]
  readonly prints: readonly PrintJob[]
  readonly requests: readonly QueueRow[]
}

export interface HistoryRow {
  readonly id: string
  readonly at: number
  readonly packer: string | null
  readonly kind: string
  readonly orderId: number | null
  readonly facts: string
}

export interface QueueRow {
  readonly id: string
  readonly body: IntentBody
  readonly bornAt: number
  readonly packer: string | null
  readonly state: IntentState
  /** When it is tried next (Unix ms); null: as soon as it may, or when a person has said so. */
  readonly nextAt: number | null
  /** Another change of the same order or supply goes first. */
  readonly isBehind: boolean
  /** Its group of the marketplace's methods (newer edition). */
  readonly limitGroup: string
}

/** Whether the marketplace lets the seller call an order off now; `unasked`: it could not be asked. */
export interface CancelAnswer {
  readonly kind: 'may' | 'mayNot' | 'unasked'
}

/** A border crosser's way as the marketplace tells it; dates are in its own words, null: not told. */
export interface BorderHistory {
  readonly deliveryDate: string | null
  readonly statuses: readonly { readonly date: string | null; readonly code: string }[]
}

/** The contract's methods about orders: lists, one order's page, what is done to them. */
export const orderMethods = {
  'orders.list': method<{ readonly rows: readonly OrderRow[]; readonly total: number }>()(
    z.object({
      ...orderFilterFields,
      /** Only what a person has to look into: the problem shelf, and cancelled orders whose label is out. */
      problems: z.boolean().default(false),
      ...page
    })
  ),
  'orders.get': method<OrderPage | null>()(z.object({ orderId })),
  'orders.claim': method<void>()(
    z.object({
      orderIds: z.array(orderId).min(1).max(10_000),
      supply: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('new'), name: z.string().max(100) }),
        z.object({ kind: z.literal('existing'), supplyId: z.string() })
      ])
    })
  ),
  'orders.reprint': method<void>()(z.object({ orderId, reason: z.enum(REPRINT_REASONS) })),
  'orders.deleteCode': method<void>()(z.object({ orderId, key: z.enum(META_KEYS) })),
  'orders.unshelve': method<void>()(z.object({ orderId })),
  /** Asked before the seller calls it off: a refusal is dear, and a person wants to know before. */
  'orders.mayCancel': method<CancelAnswer>()(z.object({ orderId })),
  /** Null: it crosses no border, or the marketplace could not be asked. */
  'orders.border': method<BorderHistory | null>()(z.object({ orderId })),
  'orders.shelve': method<void>()(z.object({ orderId, reason: z.enum(SHELF_REASONS) })),
  /** The same act on many; how many of them took it. */
  'orders.actMany': method<{ readonly done: number }>()(
    z.object({
      orderIds: z.array(orderId).min(1).max(10_000),
      act: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('pin'), isPinned: z.boolean() }),
        z.object({ kind: z.literal('shelve'), reason: z.enum(SHELF_REASONS) }),
        z.object({ kind: z.literal('unshelve') }),
        z.object({ kind: z.literal('cancel') })
      ])
    })
  )
} as const
