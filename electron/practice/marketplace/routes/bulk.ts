import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Problem, Reply } from '../http/errors.ts'
import type { OrderCore } from '../orders/order-core.ts'
import type { SchemeApi } from '../rules/scheme-api.ts'
import type { World } from '../world.ts'

/** Bulk methods take 1 to 1000 orders. */
export const idsSchema = z.object({ ordersIds: z.array(z.int()).min(1).max(1000) })

export const NOT_FOUND: Problem = { status: 404, code: 'NotFound' }

/** Does one thing to each order named, in turn; an unknown one is refused, and the others go on. */
export function forEachOrder<Order extends OrderCore, Item>(
  api: SchemeApi<Order>,
  world: World,
  items: readonly Item[],
  idOf: (item: Item) => number,
  run: (order: Order, item: Item) => Problem | null
): Reply {
  const results = items.map(item => {
    const orderId = idOf(item)
    const order = api.ordersOf(world).get(orderId)
    return { orderId, problem: order === undefined ? NOT_FOUND : run(order, item) }
  })
  const isRefused = results.every(({ problem }) => problem !== null)
  const shown = results.map(({ orderId, problem }) =>
    problem === null ? { orderId, isError: false } : { orderId, isError: true, errors: [itemError(problem)] }
  )
  return {
    status: 200,
    body: { requestId: newRequestId(), results: shown },
    ...(isRefused && { changed: false as const })
  }
}

/** What stands in `errors` of a bulk reply: the status as a number, the code as text. */
export function itemError({ status, code, metaDetails }: Problem): Record<string, unknown> {
  return { code: status, detail: code, ...(metaDetails !== undefined && { metaDetails }) }
}

export function newRequestId(): string {
  return randomUUID().replaceAll('-', '')
}
