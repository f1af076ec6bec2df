import { judge } from '../../codes/decisions.ts'
import { META_KEYS } from '../../orders/orders.ts'
import type { MetaKey, Order } from '../../orders/orders.ts'
import type { Known } from '../draft.ts'

/** The keys of an order whose verdict is a warning that nobody has answered for yet. */
export function warnedKeys({ codes }: Order): readonly MetaKey[] {
  return META_KEYS.filter(key => {
    const entry = codes[key]
    const isJudged = entry?.state === 'accepted' && entry.decision !== null && entry.isVouched !== true
    return isJudged && judge(key, entry.decision).kind === 'warning'
  })
}

/** The parcels of a supply that a warning holds back. */
export function warnedOrders(known: Known, supplyId: string): readonly Order[] {
  return known.ordersOf(supplyId).filter(order => order.life === 'packed' && warnedKeys(order).length > 0)
}
