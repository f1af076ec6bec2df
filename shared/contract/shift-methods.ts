import { z } from 'zod'
import type { OrderLife } from '../domain/orders/orders.ts'
import { method } from './method.ts'

/** What one packer did in a period. */
export interface PackerShift {
  /** Null: nobody was signed in. */
  readonly packer: string | null
  readonly packed: number
  readonly scans: number
  /** From the first scan of an order to its packing (s), of half and of nine in ten; null: nothing was packed. */
  readonly p50: number | null
  readonly p90: number | null
  /** Refusals by what the stage said, the most frequent first. */
  readonly errors: readonly { readonly code: string; readonly count: number }[]
}

export interface ShiftView {
  /** Those who packed most come first. */
  readonly packers: readonly PackerShift[]
  /** Orders packed in each hour of this PC's day, 24 of them. */
  readonly hours: readonly number[]
  readonly printed: number
  readonly notPrinted: number
}

/** Who packed an order; `packedAt` null: nobody yet. */
export interface PackedBy {
  readonly orderId: number
  readonly article: string
  readonly partB: string | null
  readonly life: OrderLife
  readonly packedAt: number | null
  readonly packer: string | null
}

/** What a spare monitor shows. */
export interface BoardView {
  /** Orders that nobody has packed yet, taken or not. */
  readonly left: number
  readonly packedLastHour: number
  /** When the oldest of those was made (Unix ms); null: there is none. */
  readonly oldestAt: number | null
  readonly problems: number
}

/** The contract's methods about what was done at this table. */
export const shiftMethods = {
  /** Unix ms, `to` not included; a month at most. */
  'shift.stats': method<ShiftView>()(
    z
      .object({ from: z.number().int().min(0), to: z.number().int().min(0) })
      .refine(({ from, to }) => from < to && to - from <= 32 * 24 * 60 * 60 * 1000)
  ),
  /** By number, article, barcode, sticker or code. */
  'shift.whoPacked': method<readonly PackedBy[]>()(z.object({ search: z.string().trim().min(1).max(150) })),
  'shift.board': method<BoardView>()(z.undefined())
} as const
