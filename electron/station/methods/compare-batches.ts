import type { BatchProgress } from '../../../shared/contract/supply-methods.ts'
import type { OrderBook } from '../../../shared/domain/orders/order-book.ts'
import { isPackable } from '../../../shared/domain/orders/orders.ts'
import { articleKey } from '../../../shared/domain/orders/product-card.ts'
import { rulesFor } from '../../../shared/domain/schemes/schemes.ts'
import { Stretch } from '../stretches.ts'
import type { Station } from '../station.ts'

/** How far the open supplies and rounds are, beside what their lists count; the oldest first. */
export async function compareBatches({ core }: Station): Promise<readonly BatchProgress[]> {
  const { orders, supplies, rounds } = core.bench
  const stretch = new Stretch()
  const open = [...supplies.values(), ...rounds.values()].filter(({ state }) => state === 'open')
  const compared: BatchProgress[] = []
  for (const { id } of open.toSorted((a, b) => a.createdAt - b.createdAt)) {
    compared.push(await progressOf(orders, id, stretch))
  }
  return compared
}

async function progressOf(orders: OrderBook, id: string, stretch: Stretch): Promise<BatchProgress> {
  const left = new Set<string>()
  let dueAt: number | null = null
  let packedAt: number | null = null
  for (const order of orders.ofSupply(id)) {
    if (stretch.isOver()) await stretch.rest()
    if (order.packedAt !== null) packedAt = Math.max(packedAt ?? 0, order.packedAt)
    if (!isPackable(order)) continue
    left.add(articleKey(order.facts))
    const due = rulesFor(order).deadlineOf(order)
    if (due !== null) dueAt = Math.min(dueAt ?? due, due)
  }
  return { id, products: left.size, dueAt, packedAt }
}
