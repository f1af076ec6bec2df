import { z } from 'zod'
import type { Problem } from './errors.ts'
import { areTaken, keysOf } from './meta-rules.ts'
import { isOpenOrder } from './order-core.ts'
import type { OrderCore } from './order-core.ts'
import type { Call } from './route.ts'
import type { SchemeApi } from './scheme-api.ts'

/** What DBS and pickup orders may carry; the declaration in the successor alone. */
export const SEED_KEYS = ['sgtin', 'uin', 'imei', 'gtin'] as const
export const SCHEME_KEYS = [...SEED_KEYS, 'customsDeclaration'] as const
export type SchemeKey = (typeof SCHEME_KEYS)[number]

/** The bounds of each key's values; `field` is what the value is called in a request. */
export const VALUES: Readonly<
  Record<SchemeKey, { readonly field: string; readonly schema: z.ZodType<readonly string[]> }>
> = {
  sgtin: { field: 'sgtins', schema: z.array(z.string().min(16).max(135)).min(1).max(24) },
  uin: { field: 'uin', schema: one(z.string().length(16)) },
  imei: { field: 'imei', schema: one(z.string().length(15)) },
  gtin: { field: 'gtin', schema: one(z.string().length(13)) },
  customsDeclaration: { field: 'customsDeclaration', schema: one(z.string().min(1).max(100)) }
}

function one(schema: z.ZodType<string>): z.ZodType<readonly string[]> {
  return schema.transform(value => [value])
}

/** Attaches codes, or says why not (null: done). */
export function attach<Order extends OrderCore>(
  api: SchemeApi<Order>,
  { world, now }: Call,
  order: Order,
  key: SchemeKey,
  values: readonly string[]
): Problem | null {
  const problem = refusalOf(api, order, key)
  if (problem !== null) return problem
  if (key === 'sgtin' && areTaken(world, order, values)) return { status: 409, code: 'FailedToUpdateMeta' }
  order.meta.set(key, { values, setAt: now })
  order.plannedDecisions.delete(key)
  return null
}

/** Takes the codes of a key away, or says why not (null: done, even if there were none). */
export function detach<Order extends OrderCore>(api: SchemeApi<Order>, order: Order, key: SchemeKey): Problem | null {
  const problem = refusalOf(api, order, key)
  if (problem !== null) return problem
  order.meta.delete(key)
  order.plannedDecisions.delete(key)
  return null
}

function refusalOf<Order extends OrderCore>(api: SchemeApi<Order>, order: Order, key: SchemeKey): Problem | null {
  const statuses = key === 'customsDeclaration' ? api.declarationStatuses : ['confirm']
  if (!isOpenOrder(order) || !statuses.includes(order.supplierStatus)) return { status: 409, code: 'StatusMismatch' }
  return keysOf(order).includes(key) ? null : { status: 409, code: 'MetaKeyNotRequired' }
}
