import type { MetaSeen } from '../bench.ts'
import { judge } from '../codes/decisions.ts'
import { unjudged } from '../codes/judged.ts'
import type { IntentBody } from '../intents.ts'
import type { Order } from '../orders/orders.ts'
import type { Draft } from './draft.ts'
import { shelve } from './shelf.ts'

/** What the marketplace says of a delivery that it refused. */
export interface RefusedDelivery {
  readonly code: string
  readonly message: string
  /** The codes that it blames, order by order. */
  readonly metas?: readonly MetaSeen[]
}

/**
 * Puts an order that a refused delivery (`what`) blames on the problem shelf, with the reason of its own code where one is
 * named. One whose codes are only still being checked stays, and waits for the verdict.
 */
export function shelveBlamed(
  draft: Draft,
  order: Order,
  what: IntentBody['kind'],
  { code, message, metas = [] }: RefusedDelivery
): void {
  const details = metas.find(({ orderId }) => orderId === order.facts.id)?.details ?? []
  const unnamed = { kind: 'writeRefused', what, code, message } as const
  if (details.length === 0) return shelve(draft, order, unnamed)
  let { codes, facts } = order
  const bad = []
  for (const { key, decision: told } of details) {
    const decision = told ?? 'required'
    const { kind } = judge(key, decision, order.scheme.kind)
    const isBad = kind !== 'pass' && kind !== 'wait'
    if (isBad) bad.push({ key, decision })
    const entry = codes[key]
    if (entry !== undefined) codes = { ...codes, [key]: { ...entry, decision, state: isBad ? 'refused' : entry.state } }
    // It is demanded, whatever a list said before: off the shelf the order asks for it.
    const isNew = decision === 'required' && !facts.requiredMeta.includes(key)
    if (isNew) facts = { ...facts, requiredMeta: [...facts.requiredMeta, key] }
  }
  const judged = draft.put({ ...order, codes, facts })
  const [first] = bad
  if (first !== undefined) return shelve(draft, judged, { kind: 'codeRefused', ...first })
  // With nothing to wait for here its supply would be delivered, and refused, again and again.
  if (unjudged(judged) === 0) shelve(draft, judged, unnamed)
}
