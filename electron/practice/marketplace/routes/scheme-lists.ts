import { z } from 'zod'
import { BOTH_EDITIONS } from '../http/editions.ts'
import type { Regime } from '../http/editions.ts'
import { refuse } from '../http/errors.ts'
import { isOpenOrder } from '../orders/order-core.ts'
import type { OrderCore } from '../orders/order-core.ts'
import type { Route } from '../http/route.ts'
import type { SchemeApi } from '../rules/scheme-api.ts'
import { pageOf, pageSchema } from './paging.ts'

const MONTH = 30 * 24 * 60 * 60 * 1000

/** All four are required; Unix seconds. */
const listSchema = pageSchema.extend({
  dateFrom: z.coerce.number().int().min(0),
  dateTo: z.coerce.number().int().min(0)
})

/** How the two schemes differ from FBS: what is not new is listed only when it is over. */
export interface OrderViews<Order> {
  readonly fresh: (order: Order, regime: Regime) => unknown
  readonly completed: (order: Order, regime: Regime) => unknown
}

/** `GET …/new`, and `GET …`: orders that were sold or cancelled, made within at most 30 days. */
export function orderLists<Order extends OrderCore>(api: SchemeApi<Order>, views: OrderViews<Order>): readonly Route[] {
  const common = {
    scheme: api.scheme,
    method: 'GET',
    group: api.groups.read,
    edition: BOTH_EDITIONS,
    write: false,
    conflictCost: api.conflictCost
  } as const
  return [
    {
      ...common,
      path: `${api.path}/new`,
      handle: ({ world, regime }) => {
        const fresh = [...api.ordersOf(world).values()].filter(
          order => order.supplierStatus === 'new' && isOpenOrder(order)
        )
        return { status: 200, body: { orders: fresh.map(order => views.fresh(order, regime)) } }
      }
    },
    {
      ...common,
      path: api.path,
      handle: ({ world, query, regime }) => {
        const asked = listSchema.safeParse(Object.fromEntries(query))
        if (!asked.success) return refuse(400, 'IncorrectParameter')
        const [from, to] = [asked.data.dateFrom * 1000, asked.data.dateTo * 1000]
        if (to < from || to - from > MONTH) return refuse(400, 'IncorrectParameter')
        const over = [...api.ordersOf(world).values()].filter(
          order => !isOpenOrder(order) && order.facts.createdAt >= from && order.facts.createdAt <= to
        )
        const { next, items } = pageOf(over, order => order.facts.id, asked.data)
        return { status: 200, body: { next, orders: items.map(order => views.completed(order, regime)) } }
      }
    }
  ]
}
