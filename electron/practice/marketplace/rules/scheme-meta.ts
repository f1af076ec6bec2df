import { z } from 'zod'
import { isCountry } from './countries.ts'
import type { Problem } from '../http/errors.ts'
import { areTaken, detailsOf, keysOf } from './meta-rules.ts'
import { isOpenOrder } from '../orders/order-core.ts'
import type { Call } from '../http/route.ts'
import type { SchemeApi } from './scheme-api.ts'
import type { SchemeOrder } from './schemes.ts'
import type { World } from '../world.ts'

/** What DBS and pickup orders may carry; the declaration in the successor alone. */
export const CODE_KEYS = ['sgtin', 'uin', 'imei', 'gtin'] as const
export const SCHEME_KEYS = [...CODE_KEYS, 'customsDeclaration'] as const
type CodeKey = (typeof CODE_KEYS)[number]
type SchemeKey = (typeof SCHEME_KEYS)[number]

/** The bounds of each key's values; `field` is what the value is called in a request. */
export const VALUES: Readonly<
  Record<CodeKey, { readonly field: string; readonly schema: z.ZodType<readonly string[]> }>
> = {
  sgtin: { field: 'sgtins', schema: z.array(z.string().min(16).max(135)).min(1).max(24) },
  uin: { field: 'uin', schema: one(z.string().length(16)) },
  imei: { field: 'imei', schema: one(z.string().length(15)) },
  gtin: { field: 'gtin', schema: one(z.string().length(13)) }
}

function one(schema: z.ZodType<string>): z.ZodType<readonly string[]> {
  return schema.transform(value => [value])
}

/** Attaches codes, or says why not (null: done). */
export function attach<Order extends SchemeOrder>(
  api: SchemeApi<Order>,
  { world, now }: Call,
  order: Order,
  key: CodeKey,
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
export function detach<Order extends SchemeOrder>(api: SchemeApi<Order>, order: Order, key: SchemeKey): Problem | null {
  const problem = refusalOf(api, order, key)
  if (problem !== null) return problem
  order.meta.delete(key)
  order.plannedDecisions.delete(key)
  if (key === 'customsDeclaration') order.originCountryCode = null
  return null
}

/** Attaches a customs declaration with the goods' country, to an organisation's order alone; null: done. */
export function declare<Order extends SchemeOrder>(
  api: SchemeApi<Order>,
  { now }: Call,
  order: Order,
  declaration: string,
  originCountryCode: string
): Problem | null {
  const problem = refusalOf(api, order, 'customsDeclaration')
  if (problem !== null) return problem
  if (!order.facts.isB2b) return { status: 422, code: 'OrderNotB2B' }
  if (!isCountry(originCountryCode)) return { status: 400, code: 'InvalidOriginCountryCode' }
  order.meta.set('customsDeclaration', { values: [declaration], setAt: now })
  order.originCountryCode = originCountryCode
  return null
}

/** What reading back says of every key at `now` (ms); the goods' country stands beside their declaration. */
export function schemeDetails(world: World, order: SchemeOrder, now: number): readonly unknown[] {
  const { originCountryCode: value } = order
  const country = value === null ? [] : [{ key: 'originCountryCode', value, decision: 'filled' }]
  return [...detailsOf(world, order, now), ...country]
}

function refusalOf<Order extends SchemeOrder>(api: SchemeApi<Order>, order: Order, key: SchemeKey): Problem | null {
  const statuses = key === 'customsDeclaration' ? api.declarationStatuses : ['confirm']
  if (!isOpenOrder(order) || !statuses.includes(order.supplierStatus)) return { status: 409, code: 'StatusMismatch' }
  return keysOf(order).includes(key) ? null : { status: 409, code: 'MetaKeyNotRequired' }
}
