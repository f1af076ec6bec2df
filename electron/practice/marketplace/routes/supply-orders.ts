import { z } from 'zod'
import { FBS_ADD, FBS_ORDERS } from '../http/buckets.ts'
import { BOTH_EDITIONS, seedUntil, SUCCESSOR_ONLY } from '../http/editions.ts'
import type { Regime } from '../http/editions.ts'
import { refuse } from '../http/errors.ts'
import type { Reply } from '../http/errors.ts'
import { bareOrder } from '../orders/order-view.ts'
import { withBody, withOrder, withSupply } from '../http/route.ts'
import type { Call, Route } from '../http/route.ts'
import { isAliveOrder, ordersOf, setSupplierStatus } from '../world.ts'
import type { Supply, World, WorldOrder } from '../world.ts'

/** FBS: what a supply holds, and putting orders into it, in both editions. */
export const SUPPLY_ORDER_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v3/supplies/{supplyId}/orders',
    group: FBS_ORDERS,
    edition: seedUntil('2025-12-17'),
    write: false,
    conflictCost: 10,
    handle: withSupply(({ world }, supply) => ({
      status: 200,
      body: { orders: ordersOf(world, supply).map(bareOrder) }
    }))
  },
  {
    method: 'GET',
    path: '/api/marketplace/v3/supplies/{supplyId}/order-ids',
    group: FBS_ORDERS,
    edition: BOTH_EDITIONS,
    write: false,
    conflictCost: 10,
    handle: withSupply(({ world }, supply) => ({
      status: 200,
      body: { orderIds: ordersOf(world, supply).map(order => order.facts.id) }
    }))
  },
  {
    method: 'PATCH',
    path: '/api/v3/supplies/{supplyId}/orders/{orderId}',
    group: FBS_ADD,
    edition: seedUntil('2025-12-18'),
    write: true,
    conflictCost: 5,
    handle: withSupply((call, supply) => withOrder((_, order) => addAll(call, supply, [order]))(call))
  },
  {
    method: 'PATCH',
    path: '/api/marketplace/v3/supplies/{supplyId}/orders',
    group: FBS_ORDERS,
    edition: SUCCESSOR_ONLY,
    write: true,
    conflictCost: 10,
    handle: withBody(
      z.object({ orders: z.array(z.int()).min(1).max(100) }),
      withSupply((call, supply, body) => {
        const orders = [...new Set(body.orders)].map(id => call.world.orders.get(id))
        return orders.every(order => order !== undefined) ? addAll(call, supply, orders) : refuse(404, 'NotFound')
      })
    )
  }
]

/** All or none: the documents name no partial success. */
function addAll({ world, now, regime }: Call, supply: Supply, orders: readonly WorldOrder[]): Reply {
  const first = ordersOf(world, supply)[0] ?? orders[0]
  const fits = orders.every(
    order => first !== undefined && kindOf(order, regime) === kindOf(first, regime) && canMove(world, order)
  )
  if (supply.done || !fits) return refuse(409, 'FailedToAddSupplyOrder')
  for (const order of orders) {
    if (order.supplierStatus !== 'confirm') {
      setSupplierStatus(order, 'confirm', now)
      order.stickerOmissions = isLate(world, order) ? world.lateStickers.times : 0
    }
    order.supplyId = supply.id
    order.needsReshipment = false
  }
  return { status: 204 }
}

/** A supply takes these from its first order; the first edition's documents name the cargo type alone. */
function kindOf({ facts }: WorldOrder, regime: Regime): string {
  if (regime === 'seed') return String(facts.cargoType)
  return `${facts.cargoType} ${facts.warehouseId} ${facts.isCrossBorder} ${facts.isB2b}`
}

/** New ones, ones from another active supply, and ones that have to be shipped again. */
function canMove(world: World, order: WorldOrder): boolean {
  if (!isAliveOrder(order)) return false
  const supply = order.supplyId === null ? undefined : world.supplies.get(order.supplyId)
  return supply === undefined || !supply.done || order.needsReshipment
}

function isLate({ lateStickers }: World, order: WorldOrder): boolean {
  return lateStickers.oneIn > 0 && Number(order.sticker.partB) % lateStickers.oneIn === 0
}
