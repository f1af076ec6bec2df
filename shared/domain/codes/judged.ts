import { META_KEYS } from '../orders/orders.ts'
import type { MetaKey, Order } from '../orders/orders.ts'
import { judge } from './decisions.ts'

/** How many codes of the order the marketplace has not taken yet, or has no verdict on that lets it travel. */
export function unjudged(order: Order): number {
  return META_KEYS.filter(key => {
    const entry = order.codes[key]
    if (entry === undefined) return false
    if (entry.state !== 'accepted' || entry.decision === null) return true
    const verdict = judge(key, entry.decision, order.scheme.kind)
    return verdict.kind !== 'pass' && !(verdict.kind === 'warning' && entry.isVouched === true)
  }).length
}

/** The keys of an order whose verdict is a warning that nobody has answered for yet. */
export function warnedKeys({ codes, scheme }: Order): readonly MetaKey[] {
  return META_KEYS.filter(key => {
    const entry = codes[key]
    const isJudged = entry?.state === 'accepted' && entry.decision !== null && entry.isVouched !== true
    return isJudged && judge(key, entry.decision, scheme.kind).kind === 'warning'
  })
}
