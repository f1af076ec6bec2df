import { z } from 'zod'
import { BUYERS_CANCELS } from '../../../electron/practice/marketplace/orders/buyers.ts'
import { STRANGER_PAGES } from '../../../electron/practice/marketplace/http/strangers.ts'
import { DISK_WHYS } from './balky-store.ts'
import { STEPS } from './life-line.ts'

/** What a packer does that the screen does not ask for. */
export const SLIPS = [
  'undo',
  'foreignCode',
  'foreignItem',
  'garbage',
  'someSticker',
  'orderCode',
  'skip',
  'next',
  'problem',
  'reprint',
  'newSupply',
  'supplyDone',
  'yes',
  'no',
  'print',
  'wave',
  'acknowledge'
] as const
export type Slip = (typeof SLIPS)[number]

export const PRINTER_FAULTS = [
  'paperOut',
  'headOpen',
  'paused',
  'unplugged',
  'silent',
  'dropped',
  'printedAndDropped',
  'cut',
  'swallowed',
  'garbled',
  'cancelled',
  'switchedOff'
] as const
export type PrinterFault = (typeof PRINTER_FAULTS)[number]

const ms = z.number().int()
const count = z.number().int().min(1)
/** Chooses among whatever there is then. */
const pick = z.number().int().min(0)
const kinds = [
  /** The packer does what the screen asks for. */
  z.object({ kind: z.literal('work'), pick }),
  z.object({ kind: z.literal('slip'), slip: z.enum(SLIPS), pick }),
  z.object({ kind: z.literal('orders'), scheme: z.enum(['fbs', 'dbs', 'pickup']), count }),
  /** By the buyer, or whoever else may. */
  z.object({ kind: z.literal('cancel'), pick, how: z.enum(BUYERS_CANCELS) }),
  /** By the seller. */
  z.object({ kind: z.literal('callOff'), pick }),
  z.object({ kind: z.literal('handOver'), pick, outcome: z.enum(['receive', 'reject']) }),
  z.object({ kind: z.literal('outage'), forMs: ms }),
  z.object({ kind: z.literal('slow'), tripMs: ms, forMs: ms }),
  z.object({ kind: z.literal('late'), answers: count }),
  z.object({ kind: z.literal('dropped'), when: z.enum(['before', 'after']), requests: count }),
  z.object({ kind: z.literal('errors'), of: z.enum(['all', 'writes']), requests: count }),
  z.object({
    kind: z.literal('stranger'),
    status: ms,
    page: z.enum(STRANGER_PAGES),
    /** How the paths begin that it answers. */
    path: z.string(),
    afterCommit: z.boolean(),
    requests: count
  }),
  /** Another program of the seller's uses up what the limits leave. */
  z.object({ kind: z.literal('neighbour'), requests: count }),
  /** The marketplace is still at work on a supply, so many times. */
  z.object({ kind: z.literal('processing'), times: count }),
  /** What the marketplace will say of some unit's marking code. */
  z.object({ kind: z.literal('verdict'), pick, decision: z.string() }),
  z.object({ kind: z.literal('printer'), fault: z.enum(PRINTER_FAULTS), forMs: ms }),
  z.object({ kind: z.literal('disk'), why: z.enum(DISK_WHYS), forMs: ms }),
  z.object({ kind: z.literal('folderGone'), forMs: ms }),
  /** Somebody sets the PC's clock. */
  z.object({ kind: z.literal('clock'), byMs: ms }),
  z.object({ kind: z.literal('restart') }),
  z.object({ kind: z.literal('kill'), at: z.enum(['now', ...STEPS]), more: z.number().int().min(0) }),
  /** It dies now, and again at its next start, or soon after. */
  z.object({ kind: z.literal('dyingStart'), at: z.enum(STEPS), more: z.number().int().min(0) }),
  /** Another seller's token is put in, and the own one again. */
  z.object({ kind: z.literal('seller'), forMs: ms }),
  z.object({ kind: z.literal('pass'), forMs: ms })
] as const

/** One thing that happens, after a pause (ms). */
export const actSchema = z.discriminatedUnion('kind', kinds).and(z.object({ pauseMs: ms.optional() }))
export type Act = z.infer<typeof actSchema>

/** A whole shift: all that happens follows from it. */
export const shiftSchema = z.object({
  seed: z.number().int(),
  /** What the marketplace's clock says at first (Unix ms). */
  startAt: z.number(),
  acts: z.array(actSchema)
})
export type Shift = z.infer<typeof shiftSchema>
