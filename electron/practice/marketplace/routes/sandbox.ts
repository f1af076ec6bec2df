import { z } from 'zod'
import { FBS_ORDERS } from '../http/buckets.ts'
import { endOrder } from '../orders/buyers.ts'
import type { BuyersCancel } from '../orders/buyers.ts'
import { CATALOGUE } from '../orders/catalogue.ts'
import { BOTH_EDITIONS } from '../http/editions.ts'
import { refuse } from '../http/errors.ts'
import type { Reply } from '../http/errors.ts'
import { barcodeOf, indexOf } from '../orders/generate-item.ts'
import type { OrderShape } from '../orders/generate-item.ts'
import { addOrders } from '../orders/generate.ts'
import { withBody, withOrder, withOrderOf, withSupply } from '../http/route.ts'
import type { Call, Handler, Route } from '../http/route.ts'
import { DBS_API, PICKUP_API } from '../rules/scheme-api.ts'
import { closeSupply, ordersOf } from '../world.ts'
import type { WorldOrder } from '../world.ts'

const common = { host: 'sandbox', group: FBS_ORDERS, edition: BOTH_EDITIONS, write: true, conflictCost: 10 } as const
const PREFIX = '/api/v3/test'

const wishSchema = z.object({ sku: z.string().min(1), amount: z.int().min(1).max(1000) })
const makeSchema = z.object({ orders: z.array(wishSchema).min(1).max(100) })
const makeDbsSchema = z.object({
  orders: z
    .array(wishSchema.extend({ deliveryType: z.enum(['dbs', 'edbs', 'dbsPickupPoint']).default('dbs') }))
    .min(1)
    .max(100)
})
const codeSchema = z.object({ code: z.string().min(1) })

/** The levers of the vendor's sandbox: orders made by barcode, and what buyers and pickup points do to them. */
export const SANDBOX_ROUTES: readonly Route[] = [
  {
    ...common,
    method: 'POST',
    path: `${PREFIX}/fbs/orders/make`,
    handle: withBody(makeSchema, (call, { orders }) =>
      make(
        call,
        orders.map(wish => ({ wish, shape: {} }))
      )
    )
  },
  {
    ...common,
    scheme: 'dbs',
    method: 'POST',
    path: `${PREFIX}/dbs/orders/make`,
    handle: withBody(makeDbsSchema, (call, { orders }) =>
      make(
        call,
        orders.map(({ deliveryType, ...wish }) => ({
          wish,
          shape: {
            scheme: 'dbs',
            isExpress: deliveryType === 'edbs',
            toPickupPoint: deliveryType === 'dbsPickupPoint'
          }
        }))
      )
    )
  },
  {
    ...common,
    scheme: 'pickup',
    method: 'POST',
    path: `${PREFIX}/click-collect/orders/make`,
    handle: withBody(makeSchema, (call, { orders }) =>
      make(
        call,
        orders.map(wish => ({ wish, shape: { scheme: 'pickup' } }))
      )
    )
  },
  lever(`${PREFIX}/fbs/orders/{orderId}/decline`, withOrder(ending('declined_by_client'))),
  lever(`${PREFIX}/dbs/orders/{orderId}/decline`, withOrderOf(DBS_API.ordersOf, ending('declined_by_client'))),
  lever(
    `${PREFIX}/click-collect/orders/{orderId}/decline`,
    withOrderOf(PICKUP_API.ordersOf, ending('declined_by_client'))
  ),
  lever(`${PREFIX}/fbs/orders/{orderId}/defect`, withOrder(ending('defect'))),
  lever(
    `${PREFIX}/fbs/orders/{orderId}/deliver`,
    withOrder((call, order) => moveOn(call, order, 'waiting', 'ready_for_pickup'))
  ),
  lever(
    `${PREFIX}/fbs/orders/{orderId}/receive`,
    withBody(
      codeSchema,
      withOrder((call, order) => moveOn(call, order, 'ready_for_pickup', 'sold'))
    )
  ),
  lever(
    `${PREFIX}/fbs/orders/{orderId}/reject`,
    withBody(
      codeSchema,
      withOrder((call, order) => moveOn(call, order, 'ready_for_pickup', 'canceled_by_client'))
    )
  ),
  lever(
    `${PREFIX}/fbs/supplies/{supplyId}/close`,
    withBody(
      z.object({ orderIds: z.array(z.int()) }),
      withSupply(({ world, now }, supply, { orderIds }) => {
        const orders = ordersOf(world, supply)
        if (!orderIds.every(id => orders.some(({ facts }) => facts.id === id))) return refuse(404, 'NotFound')
        if (supply.scannedAt !== null || orders.length === 0) return refuse(409, 'StatusMismatch')
        if (!supply.done) closeSupply(world, supply, now)
        supply.scannedAt = now
        // What the pickup point didn't find in it has to travel again.
        for (const order of orders) order.needsReshipment = !orderIds.includes(order.facts.id)
        return { status: 204 }
      })
    )
  )
]

function lever(path: string, handle: Handler): Route {
  return { ...common, method: 'PATCH', path, handle }
}

interface Wish {
  readonly wish: z.infer<typeof wishSchema>
  readonly shape: OrderShape
}

/** All or none: barcodes that no product has are named. */
function make({ world, now }: Call, wishes: readonly Wish[]): Reply {
  const articles = new Map(
    CATALOGUE.map(product => [barcodeOf(product, indexOf({ seed: world.seed, product })), product.article])
  )
  const unknown = wishes.filter(({ wish }) => !articles.has(wish.sku)).map(({ wish: { sku } }) => ({ sku }))
  if (unknown.length > 0) return refuse(409, 'NotFound', unknown)
  for (const { wish, shape } of wishes) {
    addOrders(world, world.seed, wish.amount, now, { ...shape, article: articles.get(wish.sku) })
  }
  return { status: 204 }
}

function ending(wbStatus: BuyersCancel): (call: Call, order: { readonly facts: { readonly id: number } }) => Reply {
  return ({ world, now }, { facts }) =>
    endOrder(world, facts.id, wbStatus, now) ? { status: 204 } : refuse(409, 'StatusMismatch')
}

function moveOn({ now }: Call, order: WorldOrder, from: string, to: string): Reply {
  if (order.supplierStatus !== 'complete' || order.wbStatus !== from) return refuse(409, 'StatusMismatch')
  order.wbStatus = to
  order.history.push({ at: now, code: to.toUpperCase() })
  return { status: 204 }
}
