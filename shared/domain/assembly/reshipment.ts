import { META_KEYS } from '../orders.ts'
import type { Order } from '../orders.ts'
import type { Draft } from './draft.ts'
import { workingLife } from './need.ts'

/**
 * The marketplace's list of orders that left and have to travel once more, in another supply: they can be claimed and
 * packed like new ones. One that is no longer listed and was not claimed has turned up, or goes from elsewhere.
 */
export function reshipmentSeen(draft: Draft, orderIds: readonly number[]): void {
  const listed = new Set(orderIds)
  for (const order of draft.allOrders()) {
    const { id } = order.facts
    if (listed.has(id)) {
      if (order.life === 'shipped') draft.put({ ...anew(order, null), travelsAgain: true })
    } else if (order.travelsAgain === true && order.life === 'fresh') {
      const { travelsAgain: _, ...found } = order
      draft.put({ ...found, life: 'shipped' })
    }
  }
}

/** An order that left, to be packed once more: its label prints again, and its codes are judged anew. */
export function anew(order: Order, supplyId: string | null): Order {
  let codes = order.codes
  for (const key of META_KEYS) {
    const entry = codes[key]
    if (entry !== undefined) codes = { ...codes, [key]: { ...entry, decision: null } }
  }
  const unpacked = { itemChecked: false, label: 'none', shelf: null, packedAt: null, packedBy: null } as const
  const back = { ...order, ...unpacked, supplyId, codes }
  return { ...back, life: workingLife(back) }
}
