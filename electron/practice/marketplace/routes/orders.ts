import { z } from 'zod'
import { FBS_CANCEL, FBS_ORDERS } from '../http/buckets.ts'
import { BOTH_EDITIONS } from '../http/editions.ts'
import { refuse } from '../http/errors.ts'
import { listedOrder, newOrder } from '../orders/order-view.ts'
import { withBody, withOrder } from '../http/route.ts'
import type { Route } from '../http/route.ts'
import { isAliveOrder, isCancellable, setSupplierStatus } from '../world.ts'
import { pageOf, pageSchema } from './paging.ts'

const MONTH = 30 * 24 * 60 * 60 * 1000

/** Older orders are in the archive alone (API documents of 2026). */
const ARCHIVED_AFTER = 3 * MONTH

const periodSchema = z.object({
  dateFrom: z.coerce.number().int().min(0).optional(),
  dateTo: z.coerce.number().int().min(0).optional()
})

const reading = { group: FBS_ORDERS, edition: BOTH_EDITIONS, write: false, conflictCost: 10 } as const

/** FBS: new orders, all orders, statuses, orders to ship again, cancelling. */
export const ORDER_ROUTES: readonly Route[] = [
  {
    ...reading,
    method: 'GET',
    path: '/api/v3/orders/new',
    handle: ({ world, regime }) => {
      const fresh = [...world.orders.values()].filter(order => order.supplierStatus === 'new' && isAliveOrder(order))
      return { status: 200, body: { orders: fresh.map(order => newOrder(order, regime)) } }
    }
  },
  {
    ...reading,
    method: 'GET',
    path: '/api/v3/orders',
    handle: ({ world, query, now, regime }) => {
      const page = pageSchema.safeParse(Object.fromEntries(query))
      const period = periodSchema.safeParse(Object.fromEntries(query))
      if (!page.success || !period.success) return refuse(400, 'IncorrectParameter')
      const from = period.data.dateFrom === undefined ? now - MONTH : period.data.dateFrom * 1000
      const to = period.data.dateTo === undefined ? Math.min(now, from + MONTH) : period.data.dateTo * 1000
      if (to < from || to - from > MONTH) return refuse(400, 'IncorrectParameter')
      const oldest = regime === 'seed' ? from : Math.max(from, now - ARCHIVED_AFTER)
      const within = [...world.orders.values()].filter(
        ({ facts }) => facts.createdAt >= oldest && facts.createdAt <= to
      )
      const { next, items } = pageOf(within, order => order.facts.id, page.data)
      return { status: 200, body: { next, orders: items.map(order => listedOrder(order, regime)) } }
    }
  },
  {
    ...reading,
    method: 'POST',
    path: '/api/v3/orders/status',
    handle: withBody(z.object({ orders: z.array(z.int()).min(1).max(1000) }), ({ world, regime }, body) => ({
      status: 200,
      body: {
        orders: body.orders
          .flatMap(id => world.orders.get(id) ?? [])
          .map(order => ({
            id: order.facts.id,
            supplierStatus: order.supplierStatus,
            wbStatus: order.wbStatus,
            ...(regime === 'successor' && { isCancellable: isCancellable(order) })
          }))
      }
    }))
  },
  {
    ...reading,
    method: 'GET',
    path: '/api/v3/supplies/orders/reshipment',
    handle: ({ world }) => {
      const again = [...world.orders.values()].filter(order => order.needsReshipment)
      return {
        status: 200,
        body: { orders: again.map(({ supplyId, facts }) => ({ supplyID: supplyId, orderID: facts.id })) }
      }
    }
  },
  {
    method: 'PATCH',
    path: '/api/v3/orders/{orderId}/cancel',
    group: FBS_CANCEL,
    edition: BOTH_EDITIONS,
    write: true,
    conflictCost: 10,
    handle: withOrder(({ world, now }, order) => {
      const supply = order.supplyId === null ? undefined : world.supplies.get(order.supplyId)
      if (typeof supply?.scannedAt === 'number') return refuse(409, 'StatusChangeNotAllowed')
      if (!isCancellable(order)) return refuse(409, 'StatusMismatch')
      setSupplierStatus(order, 'cancel', now)
      order.wbStatus = 'canceled'
      order.supplyId = null
      return { status: 204 }
    })
  }
]
