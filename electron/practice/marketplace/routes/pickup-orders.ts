import { z } from 'zod'
import { PICKUP_IDENTITY, PICKUP_READ } from '../http/buckets.ts'
import { BOTH_EDITIONS } from '../http/editions.ts'
import { refuse, refuseBare } from '../http/errors.ts'
import { completedPickupOrder, newPickupOrder } from '../orders/delivered-view.ts'
import { isNested, phoneOf } from '../http/forms.ts'
import { isOpenOrder } from '../orders/order-core.ts'
import { withBody } from '../http/route.ts'
import type { Route } from '../http/route.ts'
import { PICKUP_API } from '../rules/scheme-api.ts'
import type { PickupStatus } from '../rules/schemes.ts'
import { orderLists } from './scheme-lists.ts'

const common = { scheme: 'pickup', method: 'POST', edition: BOTH_EDITIONS, write: false, conflictCost: 5 } as const
const BUYER_SHOWN: readonly PickupStatus[] = ['confirm', 'prepare']

/** In-store pickup: new and completed orders, their buyers, and who stands at the counter. */
export const PICKUP_ORDER_ROUTES: readonly Route[] = [
  ...orderLists(PICKUP_API, { fresh: newPickupOrder, completed: completedPickupOrder }),
  {
    ...common,
    path: '/api/v3/click-collect/orders/client',
    group: PICKUP_READ,
    handle: withBody(z.object({ orders: z.array(z.int()).min(1) }), ({ world, regime }, body) => {
      const buyers = body.orders
        .flatMap(id => world.pickupOrders.get(id) ?? [])
        .filter(order => BUYER_SHOWN.includes(order.supplierStatus) && isOpenOrder(order))
        .map(({ facts, buyer }) => ({
          phone: phoneOf(buyer, world.forms, 'text'),
          firstName: buyer.name,
          orderID: facts.id,
          phoneCode: buyer.phoneCode
        }))
      // The first edition's sample wraps the list twice.
      const isWrapped = isNested(world.forms, regime === 'seed')
      return { status: 200, body: { orders: isWrapped ? [{ orders: buyers }] : buyers } }
    })
  },
  {
    ...common,
    path: '/api/v3/click-collect/orders/client/identity',
    group: PICKUP_IDENTITY,
    handle: withBody(
      z.object({ orderCode: z.string().min(1), passcode: z.string().min(1) }),
      ({ world, now, regime }, { orderCode, passcode }) => {
        const orders = [...world.pickupOrders.values()].filter(order => order.orderCode === orderCode)
        if (orders.length === 0) return refuseBare(404, 'NotFound')
        if (orders.every(order => order.passcode !== passcode)) return refuseBare(409, 'InvalidPasscode')
        // The successor's words: at least one order of the basket has to be ready.
        const isReady = regime === 'seed' || orders.some(order => order.supplierStatus === 'prepare')
        if (!isReady || !orders.some(isOpenOrder)) return refuse(409, 'StatusMismatch')
        for (const order of orders) order.identifiedAt = now
        return { status: 200, body: { ok: true } }
      }
    )
  }
]
