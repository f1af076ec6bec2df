import { z } from 'zod'
import type { Message } from '../domain/messages.ts'
import type { RouteStop } from '../domain/printing/print-jobs.ts'
import type { Handover, OrderScheme } from '../domain/schemes/scheme.ts'
import { method } from './method.ts'

const orderId = z.number().int().positive()

/** One order that the seller delivers, as the desk of the courier sees it. */
export interface CourierParcel {
  readonly id: number
  /** What stands large on its label; null: it has none yet. */
  readonly told: string | null
  readonly article: string
  readonly colorCode: string
  readonly scheme: Extract<OrderScheme, { readonly kind: 'dbs' }>
  /** By when it has to be there (Unix ms); null: nobody told. */
  readonly deadlineAt: number | null
  readonly roundName: string | null
  readonly comment: string
  /** `leaving`: the marketplace is to be told, or waits for its codes; `telling`: its end is on the way there. */
  readonly state: 'packing' | 'packed' | 'leaving' | 'out' | 'telling' | 'shelved'
  readonly handover: Handover | null
  /** The label on it shows a former delivery time. */
  readonly hasOldLabel: boolean
}

/** What became of a pile; `staying`: those of it that do not leave; `why`: what was said if none does, else null. */
export interface HandedOut {
  readonly staying: readonly number[]
  readonly why: Message | null
}

/** The contract's methods about parcels that the seller's own courier brings to their buyers. */
export const courierMethods = {
  /** Those in assembly and on their way: express first, then by the time that they are awaited at. */
  'courier.desk': method<readonly CourierParcel[]>()(z.undefined()),
  /**
   * What the courier needs of these parcels, in their order, for a sheet of the page's own; each is a look at its buyer, and on
   * record. Settled ones are left out.
   */
  'courier.route': method<readonly RouteStop[]>()(z.object({ orderIds: z.array(orderId).min(1).max(1000) })),
  /** Packed parcels leave with the courier, others of their rounds stay; what is not packed any more, or was cancelled, does not leave. */
  'courier.handOut': method<HandedOut>()(z.object({ orderIds: z.array(orderId).min(1).max(1000) }))
} as const
