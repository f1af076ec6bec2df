import type { Order } from '../orders.ts'
import type { Draft } from './draft.ts'
import { isPackable, withLabel } from './need.ts'

/**
 * Prints the stickers of a supply as a wave: sorted by article, a separator before each article, orders already
 * printed left out. Stickers that have not come yet are counted, not waited for.
 */
export function printWave(draft: Draft, supplyId: string): void {
  const open = draft.ordersOf(supplyId).filter(order => isPackable(order) && order.label === 'none')
  const ready = open.filter(order => order.sticker !== null)
  if (open.length === 0) return draft.say('refused', { code: 'nothingToReprint' })
  if (ready.length === 0) return draft.say('refused', { code: 'wavePrinting', labels: 0, missing: open.length })
  const groups = new Map<string, Order[]>()
  for (const order of ready.toSorted(byArticle)) {
    const key = `${order.facts.article}\n${order.facts.colorCode}`
    groups.set(key, [...(groups.get(key) ?? []), order])
  }
  for (const orders of groups.values()) {
    const [first] = orders
    if (first === undefined) continue
    const { article, colorCode } = first.facts
    draft.print({ kind: 'own', label: { kind: 'separator', article, colorCode, count: orders.length } }, null)
    for (const order of orders) {
      draft.print({ kind: 'sticker', orderId: order.facts.id }, null)
      draft.put(withLabel(order, 'queued'))
    }
  }
  draft.say('goOn', { code: 'wavePrinting', labels: ready.length, missing: open.length - ready.length })
}

function byArticle(a: Order, b: Order): number {
  return (
    a.facts.article.localeCompare(b.facts.article) ||
    a.facts.colorCode.localeCompare(b.facts.colorCode) ||
    a.facts.createdAt - b.facts.createdAt
  )
}
