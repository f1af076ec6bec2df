import { productKey } from '../../orders/product-card.ts'
import { isPackable } from '../../orders/orders.ts'
import type { Order } from '../../orders/orders.ts'
import type { Known } from '../draft.ts'

/** What a wave of a supply would print, size by size of each article: each may lie at a place of its own; stickers that have not come yet are counted, not waited for. */
export interface Wave {
  readonly groups: readonly (readonly [first: Order, ...rest: Order[]])[]
  readonly labels: number
  readonly missing: number
}

/** The wave of a supply as it would be now: orders whose label was printed, prints or failed are left out. */
export function waveOf(known: Known, supplyId: string): Wave {
  const open = [...known.orders.ofSupply(supplyId)].filter(order => isPackable(order) && order.label === 'none')
  const ready = open.filter(order => order.sticker !== null)
  const groups = new Map<string, [Order, ...Order[]]>()
  for (const order of ready.toSorted(byArticle)) {
    const key = productKey(order.facts)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [order])
    else group.push(order)
  }
  return { groups: [...groups.values()], labels: ready.length, missing: open.length - ready.length }
}

function byArticle(a: Order, b: Order): number {
  return (
    a.facts.article.localeCompare(b.facts.article) ||
    a.facts.colorCode.localeCompare(b.facts.colorCode) ||
    a.facts.chrtId - b.facts.chrtId ||
    a.facts.createdAt - b.facts.createdAt
  )
}
