import { unjudged } from '../../codes/judged.ts'
import { isDue } from '../../orders/orders.ts'
import type { Order } from '../../orders/orders.ts'
import { rulesFor } from '../../schemes/schemes.ts'
import type { Draft } from '../draft.ts'

/** A packed order is to leave: the marketplace is told so as soon as it has judged the order's codes. */
export function depart(draft: Draft, order: Order): void {
  draft.put({ ...order, departure: 'due' })
}

/** The order as it was before it was to leave. */
export function staying(order: Order): Order {
  const { departure: _, ...rest } = order
  return rest
}

/** Tells the marketplace of orders that nothing holds back any more; part of each event, since any may bring the last verdict. */
export function tellWhatGoes(draft: Draft): void {
  const going = draft.touched.filter(order => isDue(order) && unjudged(order) === 0)
  for (const [batchId, orders] of Map.groupBy(going, ({ supplyId }) => supplyId ?? '')) {
    const [first] = orders
    if (first === undefined) continue
    const { packed, leave } = rulesFor(first)
    const orderIds = orders.map(({ facts }) => facts.id)
    for (const body of [...orderIds.flatMap(packed), ...leave(batchId, orderIds)]) draft.queue(body)
  }
  for (const order of going) draft.put({ ...order, departure: 'told' })
}
