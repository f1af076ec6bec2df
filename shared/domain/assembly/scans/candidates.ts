import { toGtin14 } from '../../codes/identifiers.ts'
import type { Order } from '../../orders/orders.ts'
import type { Draft } from '../draft.ts'

/** Every order whose product barcodes hold this text, oldest first; digits match whatever their leading zeros. */
export function candidates(draft: Draft, text: string): readonly Order[] {
  const found = new Map<number, Order>()
  for (const spelling of spellings(text)) {
    for (const order of draft.bench.orders.byBarcode(spelling)) {
      found.set(order.facts.id, draft.order(order.facts.id) ?? order)
    }
  }
  return [...found.values()].toSorted((a, b) => a.facts.createdAt - b.facts.createdAt || a.facts.id - b.facts.id)
}

/** The ways in which one GTIN may stand in `skus`: as read, and as 8, 12, 13 or 14 digits. */
function spellings(text: string): ReadonlySet<string> {
  const all = new Set([text])
  const gtin = toGtin14(text)
  if (gtin === null) return all
  for (const length of [8, 12, 13, 14]) {
    if (/^0*$/.test(gtin.slice(0, 14 - length))) all.add(gtin.slice(14 - length))
  }
  return all
}
