import { z } from 'zod'
import { DBS_READ } from '../http/buckets.ts'
import { SUCCESSOR_ONLY } from '../http/editions.ts'
import type { Problem, Reply } from '../http/errors.ts'
import { withBody } from '../http/route.ts'
import type { Route } from '../http/route.ts'
import { DBS_API, PICKUP_API } from '../rules/scheme-api.ts'
import type { SchemeApi } from '../rules/scheme-api.ts'
import type { SchemeOrder } from '../rules/schemes.ts'
import type { World } from '../world.ts'
import { idsSchema, itemError, newRequestId, NOT_FOUND } from './bulk.ts'

const common = { method: 'POST', edition: SUCCESSOR_ONLY, write: false, conflictCost: 10 } as const

/** Prices of orders made before this day were never computed. */
const PRICED_SINCE = Date.parse('2026-07-23T00:00:00+03:00')

/** Successor only: the organisations behind DBS orders, and what buyers pay in the end. */
export const SCHEME_FACT_ROUTES: readonly Route[] = [
  {
    ...common,
    scheme: 'dbs',
    path: `${DBS_API.bulkPath}/b2b/info`,
    group: DBS_READ,
    handle: withBody(idsSchema, ({ world }, { ordersIds }) =>
      answerEach(DBS_API, world, ordersIds, ({ organisation }) =>
        organisation === null ? { status: 422, code: 'OrderNotB2B' } : { data: organisation }
      )
    )
  },
  finalPrices(DBS_API),
  finalPrices(PICKUP_API)
]

function finalPrices<Order extends SchemeOrder>(api: SchemeApi<Order>): Route {
  return {
    ...common,
    scheme: api.scheme,
    path: `${api.bulkPath}/final-price`,
    group: api.groups.metaDelete,
    handle: withBody(z.object({ orders: idsSchema.shape.ordersIds }), ({ world, now }, { orders }) =>
      answerEach(api, world, orders, ({ facts, pricedAt }) => {
        if (facts.createdAt < PRICED_SINCE) return { status: 422, code: 'PriceNotCalculated' }
        if (now < pricedAt) return { data: {} }
        return {
          data: {
            originalPrice: facts.price,
            convertedOriginalPrice: facts.convertedPrice,
            originalFinalPrice: facts.finalPrice,
            convertedOriginalFinalPrice: facts.convertedFinalPrice,
            currencyCode: facts.currencyCode,
            convertedCurrencyCode: 643
          }
        }
      })
    )
  }
}

function answerEach<Order extends SchemeOrder>(
  api: SchemeApi<Order>,
  world: World,
  ids: readonly number[],
  ask: (order: Order) => Problem | { readonly data: object }
): Reply {
  const results = ids.map(orderId => {
    const order = api.ordersOf(world).get(orderId)
    const found = order === undefined ? NOT_FOUND : ask(order)
    return 'data' in found
      ? { orderId, isError: false, errors: [], data: found.data }
      : { orderId, isError: true, errors: [itemError(found)], data: null }
  })
  return { status: 200, body: { requestId: newRequestId(), results } }
}
