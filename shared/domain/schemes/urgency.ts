import type { Order } from '../orders/orders.ts'
import { rulesFor } from './schemes.ts'

/** Which order goes first: one that somebody pinned, express, the earliest deadline, the oldest; those of no known deadline last. */
export function byUrgency(a: Order, b: Order): number {
  return (
    Number(b.isPinned === true) - Number(a.isPinned === true) ||
    Number(rulesFor(b).isExpress(b)) - Number(rulesFor(a).isExpress(a)) ||
    deadline(a) - deadline(b) ||
    a.facts.createdAt - b.facts.createdAt ||
    a.facts.id - b.facts.id
  )
}

/** Kept as long as the order stays as it is: many are compared, often. */
const deadlines = new WeakMap<Order, number>()

/** Finite, so that two of no known deadline differ by nothing. */
function deadline(order: Order): number {
  const known = deadlines.get(order)
  if (known !== undefined) return known
  const at = rulesFor(order).deadlineOf(order) ?? Number.MAX_SAFE_INTEGER
  deadlines.set(order, at)
  return at
}
