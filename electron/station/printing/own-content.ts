import type { Bench } from '../../../shared/domain/bench.ts'
import type { ShelfReason } from '../../../shared/domain/scanning/commands.ts'
import type { ShelfWhy } from '../../../shared/domain/orders/orders.ts'
import { articleKey } from '../../../shared/domain/orders/product-card.ts'
import type { OwnLabel } from '../../../shared/domain/printing/print-jobs.ts'

/** A label for what lies on the problem shelf; null for an order that does not. */
export function shelfLabel(bench: Bench, orderId: number): OwnLabel | null {
  const order = bench.orders.get(orderId)
  if (order === undefined || order.shelf === null) return null
  return { kind: 'shelf', orderId, article: order.facts.article, reason: reasonWords(order.shelf.why) }
}

const PACKERS_REASONS: { readonly [reason in ShelfReason]: string } = {
  damaged: 'Брак',
  missing: 'Нет товара',
  noCode: 'Нет кода',
  other: 'Другое'
}

/** Labels are Russian: whoever clears the shelf reads them there. */
function reasonWords(why: ShelfWhy): string {
  switch (why.kind) {
    case 'packer':
      return PACKERS_REASONS[why.reason]
    case 'codeRefused':
      return `Код не принят: ${why.decision}`
    case 'writeRefused':
      return `Маркетплейс не принял: ${why.code}`
    case 'unknownMeta':
      return `Неизвестный код: ${why.keys.join(', ')}`
    case 'cancelling':
      return 'Отменяется продавцом'
  }
}

/** What is in a supply, the largest piles first; null for one that is not here. */
export function supplySheet(bench: Bench, supplyId: string, now: number): OwnLabel | null {
  const supply = bench.supplies.get(supplyId)
  if (supply === undefined) return null
  const orders = [...bench.orders.ofSupply(supplyId)].filter(({ life }) => life !== 'cancelled' && life !== 'shelved')
  const piles = Map.groupBy(orders, ({ facts }) => articleKey(facts))
  const articles = [...piles.values()].flatMap(pile => {
    const [first] = pile
    if (first === undefined) return []
    return [{ article: first.facts.article, colorCode: first.facts.colorCode, count: pile.length }]
  })
  const { name, remoteId } = supply
  const largestFirst = articles.toSorted((a, b) => b.count - a.count || a.article.localeCompare(b.article))
  return { kind: 'supplySheet', name, remoteId, orders: orders.length, at: now, articles: largestFirst }
}
