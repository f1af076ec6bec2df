import { z } from 'zod'
import { BUYERS_CANCELS } from '../orders/buyers.ts'
import { ERROR_FORMS } from './error-forms.ts'
import type { Faults } from './faults.ts'
import type { Forms } from './forms.ts'
import type { OrderShape } from '../orders/generate.ts'
import { STRANGER_PAGES } from './strangers.ts'
import type { Stranger } from './strangers.ts'
import { TOKEN_TYPES } from './token.ts'
import type { TokenShape } from './token.ts'
import { WORLD_META_KEYS } from '../world.ts'

export const keySchema = z.enum(WORLD_META_KEYS)
/** One verdict when the check is over, or several, each so long after the attaching (ms). */
export const decisionSchema = z.union([
  z.string(),
  z.array(z.object({ decision: z.string(), afterMs: z.int().min(0) })).min(1)
])
export const count = z.int().min(0).max(100_000)

export const faultsSchema = z.strictObject({
  latencyMs: count.exactOptional(),
  away: z.boolean().exactOptional(),
  dropReplyAfterCommit: count.exactOptional(),
  dropBeforeCommit: count.exactOptional(),
  refuse5xx: count.exactOptional(),
  refuseWrites: count.exactOptional(),
  unpaid: z.boolean().exactOptional()
}) satisfies z.ZodType<Partial<Faults>>

export const formsSchema = z.strictObject({
  errors: z.enum(ERROR_FORMS).exactOptional(),
  phones: z.enum(['mixed', 'number', 'text']).exactOptional(),
  nesting: z.enum(['documented', 'flat', 'nested']).exactOptional(),
  culprits: z.enum(['inData', 'atTop']).exactOptional()
}) satisfies z.ZodType<Partial<Forms>>

export const strangersSchema = z.array(
  z.object({
    status: z.int().min(200).max(599),
    page: z.enum(STRANGER_PAGES),
    path: z.string().optional(),
    afterCommit: z.boolean().optional(),
    requests: count.optional(),
    forMs: count.optional()
  })
) satisfies z.ZodType<readonly Stranger[]>

export const ordersSchema = z.object({
  count: z.int().min(1).max(5000),
  scheme: z.enum(['fbs', 'dbs', 'pickup']).optional(),
  article: z.string().optional(),
  cargoType: z.union([z.literal(1), z.literal(2)]).optional(),
  warehouseId: z.int().optional(),
  requiredMeta: z.array(keySchema).optional(),
  optionalMeta: z.array(keySchema).optional(),
  isB2b: z.boolean().optional(),
  paidShare: z.number().min(0).max(1).optional(),
  ageDays: z.number().min(0).max(1000).optional(),
  markingCodes: z.int().min(1).max(5).optional(),
  oddFields: z.record(z.string(), z.unknown()).optional(),
  isCrossBorder: z.boolean().optional(),
  goesBySpot: z.boolean().optional(),
  toPickupPoint: z.boolean().optional(),
  isExpress: z.boolean().optional(),
  pricingTakesMs: count.optional(),
  payMode: z.enum(['prepaid', 'postpaid', 'unknown']).optional(),
  tireService: z.boolean().optional()
}) satisfies z.ZodType<OrderShape & { readonly count: number }>

export const cancelSchema = z.object({
  orderId: z.int(),
  wbStatus: z.enum(BUYERS_CANCELS)
})

/** A token as the control makes one: Personal's neighbour in the sandbox unless told otherwise. */
export const tokenSchema = z.object({
  expiresInDays: z.number().default(180),
  readOnly: z.boolean().default(false),
  marketplace: z.boolean().default(true),
  content: z.boolean().default(true),
  type: z.enum(TOKEN_TYPES).exactOptional()
}) satisfies z.ZodType<TokenShape>
