import { z } from 'zod'
import { FBS_META_SET } from '../http/buckets.ts'
import { BOTH_EDITIONS, SUCCESSOR_ONLY } from '../http/editions.ts'
import { refuse } from '../http/errors.ts'
import type { Reply } from '../http/errors.ts'
import { areTaken, keysOf } from '../rules/meta-rules.ts'
import { STRAYS_400, withBody, withOrder } from '../http/route.ts'
import type { Call, Handler, Route, Strays } from '../http/route.ts'
import { isAliveOrder } from '../world.ts'
import type { WorldMetaKey, WorldOrder } from '../world.ts'

const DAY = 24 * 60 * 60 * 1000
const MOSCOW_OFFSET = 3 * 60 * 60 * 1000
const LEAST_DAYS_LEFT = 30

const common = { method: 'PUT', group: FBS_META_SET, edition: BOTH_EDITIONS, write: true, conflictCost: 10 } as const

function setter(
  key: WorldMetaKey,
  valuesSchema: z.ZodType<readonly string[]>,
  check: (call: Call, order: WorldOrder, values: readonly string[]) => Reply | null = () => null,
  strays?: Strays
): Handler {
  return withBody(
    valuesSchema,
    withOrder((call, order, values) => {
      if (order.supplierStatus !== 'confirm' || !isAliveOrder(order)) return refuse(409, 'StatusMismatch')
      if (!keysOf(order).includes(key)) return refuse(409, 'MetaKeyNotRequired')
      const refusal = check(call, order, values)
      if (refusal !== null) return refusal
      order.meta.set(key, { values, setAt: call.now })
      order.plannedDecisions.delete(key)
      return { status: 204 }
    }, strays)
  )
}

/** A key of one value, whose documents list no 404. */
function plainSetter(key: 'uin' | 'imei' | 'gtin', length: number): Handler {
  return setter(key, single(key, z.string().length(length)), undefined, STRAYS_400)
}

function refuseForeignCodes({ world }: Call, order: WorldOrder, codes: readonly string[]): Reply | null {
  return areTaken(world, order, codes) ? refuse(409, 'FailedToUpdateMeta') : null
}

function refuseEarlyDate({ now }: Call, _: WorldOrder, [date = '']: readonly string[]): Reply | null {
  const today = Math.floor((now + MOSCOW_OFFSET) / DAY)
  return (dayNumber(date) ?? 0) - today < LEAST_DAYS_LEFT ? refuse(400, 'LowExpirationDate') : null
}

/** Days since 1970 of a `dd.mm.yyyy`; null for a day that no calendar has. */
function dayNumber(date: string): number | null {
  const [, day, month, year] = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(date) ?? []
  const at = Date.parse(`${year}-${month}-${day}T00:00:00Z`)
  return Number.isNaN(at) || new Date(at).getUTCDate() !== Number(day) ? null : at / DAY
}

/** A body of one string under `key`. */
function single(key: string, shape: z.ZodType<string>): z.ZodType<readonly string[]> {
  return z.object({ [key]: shape }).transform(body => Object.values(body))
}

/** FBS: attaching codes to an order in `confirm` (API documents, `orders/{orderId}/meta/…`). */
export const META_SET_ROUTES: readonly Route[] = [
  {
    ...common,
    path: '/api/v3/orders/{orderId}/meta/sgtin',
    handle: setter(
      'sgtin',
      z.object({ sgtins: z.array(z.string().min(16).max(135)).min(1).max(100) }).transform(body => body.sgtins),
      refuseForeignCodes
    )
  },
  { ...common, path: '/api/v3/orders/{orderId}/meta/uin', handle: plainSetter('uin', 16) },
  {
    ...common,
    path: '/api/v3/orders/{orderId}/meta/imei',
    handle: plainSetter('imei', 15)
  },
  {
    ...common,
    path: '/api/v3/orders/{orderId}/meta/gtin',
    handle: plainSetter('gtin', 13)
  },
  {
    ...common,
    path: '/api/v3/orders/{orderId}/meta/expiration',
    handle: setter(
      'expiration',
      single(
        'expiration',
        z.string().refine(date => dayNumber(date) !== null)
      ),
      refuseEarlyDate
    )
  },
  {
    ...common,
    edition: SUCCESSOR_ONLY,
    path: '/api/marketplace/v3/orders/{orderId}/meta/customs-declaration',
    handle: setter('customsDeclaration', single('customsDeclaration', z.string().min(17).max(29)))
  }
]
