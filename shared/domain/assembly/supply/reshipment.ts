import { META_KEYS } from '../../orders/orders.ts'
import { marks } from '../../orders/order-marks.ts'
import type { Order } from '../../orders/orders.ts'
import { dropRefused } from '../codes/codes.ts'
import type { Draft } from '../draft.ts'
import { recallLabel } from '../prints/jobs.ts'
import { workingLife } from '../codes/need.ts'

/**
 * The marketplace's list of orders that left and have to travel once more, in another supply: they can be claimed and
 * packed like new ones. One that is no longer listed and was not claimed has turned up, or goes from elsewhere.
 */
export function reshipmentSeen(draft: Draft, orderIds: readonly number[]): void {
  const listed = new Set(orderIds)
  for (const order of draft.orders.marked(marks.travelsAgain)) {
    if (listed.has(order.facts.id) || order.life !== 'fresh') continue
    const { travelsAgain: _, ...found } = order
    draft.put({ ...found, life: 'shipped' })
  }
  for (const id of listed) {
    const order = draft.order(id)
    if (order?.life === 'shipped' && order.scheme.kind === 'fbs')
      bringBack(draft, { ...order, supplyId: null, travelsAgain: true })
  }
}

/** Makes an order that left one to be packed once more: its label prints again, and its codes are judged anew. */
export function bringBack(draft: Draft, order: Order): Order {
  const { id } = order.facts
  const unpacked = { itemChecked: false, label: 'none', shelf: null, packedAt: null, packedBy: null } as const
  draft.put({ ...order, ...unpacked })
  dropRefused(draft, id)
  const back = draft.order(id) ?? order
  let { codes } = back
  for (const key of META_KEYS) {
    const entry = codes[key]
    if (entry !== undefined) codes = { ...codes, [key]: { ...entry, decision: null } }
  }
  const judgedAnew = { ...back, codes }
  draft.put({ ...judgedAnew, life: workingLife(judgedAnew) })
  recallLabel(draft, id)
  return draft.order(id) ?? judgedAnew
}
