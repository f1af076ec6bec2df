import { z } from 'zod'
import { bulkStatusGroup } from '../http/buckets.ts'
import { SUCCESSOR_ONLY } from '../http/editions.ts'
import { refuse } from '../http/errors.ts'
import type { Problem, Reply } from '../http/errors.ts'
import type { Forms } from '../http/forms.ts'
import type { OrderCore } from '../orders/order-core.ts'
import { withBody, withOrderOf } from '../http/route.ts'
import type { Handler, Route } from '../http/route.ts'
import type { SchemeApi } from '../rules/scheme-api.ts'
import { takeStep } from '../orders/steps.ts'
import type { Step } from '../orders/steps.ts'
import { forEachOrder, idsSchema, itemError, NOT_FOUND } from './bulk.ts'

/** `PATCH …/{orderId}/{step}` of the first edition. */
export function singleStep<Order extends OrderCore>(
  api: SchemeApi<Order>,
  name: string,
  handle: Handler,
  conflictCost = api.conflictCost
): Route {
  return {
    scheme: api.scheme,
    method: 'PATCH',
    path: `${api.path}/{orderId}/${name}`,
    group: api.groups.status,
    edition: api.seedOnly,
    write: true,
    conflictCost,
    handle
  }
}

/** `POST …/status/{step}` of the successor. */
export function bulkStep<Order extends OrderCore>(api: SchemeApi<Order>, name: string, handle: Handler): Route {
  return {
    scheme: api.scheme,
    method: 'POST',
    path: `${api.bulkPath}/status/${name}`,
    group: bulkStatusGroup(api.scheme, name),
    edition: SUCCESSOR_ONLY,
    write: true,
    conflictCost: api.conflictCost,
    handle
  }
}

/** A step that asks nothing of the buyer, in both editions. */
export function plainStep<Order extends OrderCore>(
  api: SchemeApi<Order>,
  name: string,
  step: Step<Order>
): readonly Route[] {
  return [
    singleStep(
      api,
      name,
      withOrderOf(api.ordersOf, (call, order) => singleReply(order, takeStep(call, order, step)))
    ),
    bulkStep(
      api,
      name,
      withBody(idsSchema, (call, { ordersIds }) =>
        forEachOrder(
          api,
          call.world,
          ordersIds,
          id => id,
          order => takeStep(call, order, step)
        )
      )
    )
  ]
}

/** 204, or what keeps the order where it is; the codes that aren't fine are listed as FBS supplies list them. */
export function singleReply({ facts }: OrderCore, problem: Problem | null): Reply {
  if (problem === null) return { status: 204 }
  const { status, code, metaDetails } = problem
  return refuse(status, code, metaDetails && { orders: [{ id: facts.id, metaDetails }] })
}

/** Reading statuses: `…/status` with one shape of reply, `…/status/info` with another. */
export function statusReads<Order extends OrderCore>(
  api: SchemeApi<Order>,
  seedIds: z.ZodType<readonly number[]>,
  seedBody: (orders: readonly unknown[], forms: Forms) => unknown
): readonly Route[] {
  const common = {
    scheme: api.scheme,
    method: 'POST',
    group: api.groups.read,
    write: false,
    conflictCost: api.conflictCost
  } as const
  return [
    {
      ...common,
      path: `${api.path}/status`,
      edition: api.seedOnly,
      handle: withBody(z.object({ orders: seedIds }), ({ world }, body) => {
        const found = body.orders.flatMap(id => {
          const order = api.ordersOf(world).get(id)
          return order ? [{ id, supplierStatus: order.supplierStatus, wbStatus: order.wbStatus }] : []
        })
        return { status: 200, body: seedBody(found, world.forms) }
      })
    },
    {
      ...common,
      path: `${api.bulkPath}/status/info`,
      group: api.groups.statusInfo,
      edition: SUCCESSOR_ONLY,
      handle: withBody(idsSchema, ({ world }, { ordersIds }) => {
        const orders = ordersIds.map(orderId => {
          const { supplierStatus = '', wbStatus = '' } = api.ordersOf(world).get(orderId) ?? {}
          const errors = supplierStatus === '' ? [itemError(NOT_FOUND)] : []
          return { orderId, supplierStatus, wbStatus, errors }
        })
        return { status: 200, body: { orders } }
      })
    }
  ]
}
