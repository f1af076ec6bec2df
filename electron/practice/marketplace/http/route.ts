import type { z } from 'zod'
import type { LimitGroup } from './buckets.ts'
import type { Regime, RouteEdition } from './editions.ts'
import { refuse } from './errors.ts'
import type { Reply } from './errors.ts'
import type { Scheme } from '../orders/order-core.ts'
import type { Category } from './token.ts'
import type { Supply, World, WorldOrder } from '../world.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One request as a handler sees it: parsed as far as HTTP goes. */
export interface Call {
  readonly world: World
  /** Unix ms. */
  readonly now: number
  readonly regime: Regime
  /** What it was asked under, `http://127.0.0.1:8787`. */
  readonly origin: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** The JSON sent, or undefined when there was none or it was broken. */
  readonly body: unknown
}

export type Handler = (call: Call) => Reply | Promise<Reply>

export interface Route {
  readonly method: Method
  /** Whose days of change count; FBS when there is none. */
  readonly scheme?: Scheme
  /** Whose token it takes; the Marketplace category's when there is none. */
  readonly category?: Category
  /** Where it answers; on both when there is none. */
  readonly host?: 'production' | 'sandbox'
  /** With `{name}` for a part that varies. */
  readonly path: string
  readonly group: LimitGroup
  /** What a Base token has to do with: most often the same as others; null: the method refuses it. */
  readonly baseGroup?: LimitGroup | null
  readonly edition: RouteEdition
  /** Changes something at the marketplace: a read-only token is refused. */
  readonly write: boolean
  /** How many requests a 409 counts for in the first edition. */
  readonly conflictCost: number
  readonly handle: Handler
}

export interface Match {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
}

/** Finds the routes of a path, most often one or none; several only where editions share a path. */
export function createRouter(routes: readonly Route[]): (method: string, path: string) => readonly Match[] {
  const compiled = routes.map(route => ({ route, parts: route.path.split('/') }))
  return (method, path) => {
    const given = path.split('/')
    return compiled.flatMap(({ route, parts }) => {
      if (route.method !== method || parts.length !== given.length) return []
      const params = matchParts(parts, given)
      return params === null ? [] : [{ route, params }]
    })
  }
}

function matchParts(parts: readonly string[], given: readonly string[]): Record<string, string> | null {
  const params: Record<string, string> = {}
  for (const [index, part] of parts.entries()) {
    const value = given[index] ?? ''
    if (part.startsWith('{')) params[part.slice(1, -1)] = safeDecode(value)
    else if (part !== value) return null
  }
  return params
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Refuses a body that doesn't fit the documented schema, before the handler sees it. */
export function withBody<Schema extends z.ZodType>(
  schema: Schema,
  handle: (call: Call, body: z.output<Schema>) => Reply | Promise<Reply>,
  refusal = refuse(400, 'IncorrectRequestBody')
): Handler {
  return call => {
    const parsed = schema.safeParse(call.body)
    return parsed.success ? handle(call, parsed.data) : refusal
  }
}

/** What a path's order is answered with where it is none: the documents list other statuses for some methods. */
export interface Strays {
  readonly malformed: Reply
  readonly unknown: Reply
}

const STRAYS: Strays = { malformed: refuse(400, 'IncorrectParameter'), unknown: refuse(404, 'NotFound') }
/** For methods whose documents list no 400. */
export const STRAYS_404: Strays = { malformed: refuse(404, 'NotFound'), unknown: refuse(404, 'NotFound') }
/** For methods whose documents list no 404. */
export const STRAYS_400: Strays = { malformed: STRAYS.malformed, unknown: refuse(400, 'IncorrectRequest') }

/** Finds the FBS order named in the path: 400 for what isn't an id, 404 for an unknown one, 403 for somebody else's. */
export function withOrder<Rest extends readonly unknown[], Out>(
  handle: (call: Call, order: WorldOrder, ...rest: Rest) => Out,
  strays = STRAYS
): (call: Call, ...rest: Rest) => Out | Reply {
  return withOrderOf(world => world.orders, handle, strays)
}

/** The same among the orders of another scheme: those of this one are unknown to it. */
export function withOrderOf<Order, Rest extends readonly unknown[], Out>(
  ordersOf: (world: World) => ReadonlyMap<number, Order>,
  handle: (call: Call, order: Order, ...rest: Rest) => Out,
  strays = STRAYS
): (call: Call, ...rest: Rest) => Out | Reply {
  return (call, ...rest) => {
    const id = Number(call.params['orderId'])
    if (!Number.isSafeInteger(id) || id <= 0) return strays.malformed
    if (call.world.denied.has(String(id))) return refuse(403, 'AccessDenied')
    const order = ordersOf(call.world).get(id)
    return order === undefined ? strays.unknown : handle(call, order, ...rest)
  }
}

/** Finds the supply named in the path: 400 for what isn't an id, 404 for an unknown one, 403 for somebody else's. */
export function withSupply<Rest extends readonly unknown[], Out>(
  handle: (call: Call, supply: Supply, ...rest: Rest) => Out
): (call: Call, ...rest: Rest) => Out | Reply {
  return (call, ...rest) => {
    const id = call.params['supplyId'] ?? ''
    if (!/^WB-GI-\d+$/.test(id)) return refuse(400, 'IncorrectParameter')
    if (call.world.denied.has(id)) return refuse(403, 'AccessDenied')
    const supply = call.world.supplies.get(id)
    return supply === undefined ? refuse(404, 'NotFound') : handle(call, supply, ...rest)
  }
}
