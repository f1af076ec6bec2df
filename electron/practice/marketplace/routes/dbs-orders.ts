import { z } from 'zod'
import { DBS_READ } from '../http/buckets.ts'
import { BOTH_EDITIONS } from '../http/editions.ts'
import type { Regime } from '../http/editions.ts'
import { refuse } from '../http/errors.ts'
import { phoneOf } from '../http/forms.ts'
import type { Forms } from '../http/forms.ts'
import { completedDbsOrder, newDbsOrder } from '../orders/delivered-view.ts'
import { withBody } from '../http/route.ts'
import type { Route } from '../http/route.ts'
import { DBS_API } from '../rules/scheme-api.ts'
import type { DbsOrder, DbsStatus } from '../rules/schemes.ts'
import { orderLists } from './scheme-lists.ts'

/** The buyer is shown once the order is in assembly, and hidden when it was cancelled. */
const BUYER_SHOWN: readonly DbsStatus[] = ['confirm', 'deliver', 'receive', 'reject']

/** DBS: new and completed orders, and their buyers. */
export const DBS_ORDER_ROUTES: readonly Route[] = [
  ...orderLists(DBS_API, { fresh: newDbsOrder, completed: completedDbsOrder }),
  {
    scheme: 'dbs',
    method: 'POST',
    path: '/api/v3/dbs/orders/client',
    group: DBS_READ,
    edition: BOTH_EDITIONS,
    write: false,
    conflictCost: 10,
    handle: withBody(z.object({ orders: z.array(z.int()).min(1) }), ({ world, regime }, body) => {
      const orders = body.orders
        .flatMap(id => world.dbsOrders.get(id) ?? [])
        .filter(order => BUYER_SHOWN.includes(order.supplierStatus))
      if (orders.length === 0) return refuse(404, 'NotFound')
      return { status: 200, body: { orders: orders.map(order => buyerView(order, regime, world.forms)) } }
    })
  }
]

/** A phone is a number here and text there, whatever the documents say of it. */
function buyerView({ facts, buyer }: DbsOrder, regime: Regime, forms: Forms): Record<string, unknown> {
  const codes = [buyer.number, buyer.number + 1]
  return {
    firstName: buyer.name,
    fullName: buyer.name,
    orderID: facts.id,
    phone: phoneOf(buyer, forms, buyer.number % 2 === 0 ? 'text' : 'number'),
    phoneCode: buyer.phoneCode,
    additionalPhoneCodes: regime === 'seed' ? codes : codes.map(String),
    ...(regime === 'successor' && {
      replacementPhone: buyer.replacementPhone,
      additionalPhones: [],
      replacementAdditionalPhones: []
    })
  }
}
