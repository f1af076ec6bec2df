import { isSettled } from '../orders/orders.ts'
import type { WhoseBuyers } from '../orders/buyer-counts.ts'
import type { Draft } from './draft.ts'

/** What buyers wrote goes from memory; the rest of what is known of them is the store's alone. */
export function eraseBuyers(draft: Draft, of: WhoseBuyers): void {
  for (const order of draft.bench.orders.all()) {
    const { facts } = order
    if (facts.comment === '' || (of === 'over' && !isSettled(order))) continue
    draft.put({ ...order, facts: { ...facts, comment: '' } })
  }
}
