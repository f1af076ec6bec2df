import { isPackable } from '../orders/orders.ts'
import type { Order, ShelfWhy } from '../orders/orders.ts'
import type { Draft } from './draft.ts'
import { dropRefused } from './codes/codes.ts'
import { recallLabels } from './prints/recall.ts'
import { clearTable, unchecked, workingLife } from './codes/need.ts'
import { staying } from './round/departing.ts'

/** Puts an order on the problem shelf with its reason; it leaves the table if it lies there. */
export function shelve(draft: Draft, order: Order, why: ShelfWhy): void {
  draft.put({
    ...staying(order),
    life: 'shelved',
    shelf: { why, at: draft.context.now, packerId: why.kind === 'packer' ? draft.bench.packerId : null }
  })
  if (draft.table.orderId === order.facts.id) clearTable(draft)
  else recallLabels(draft, draft.order(order.facts.id) ?? order)
}

/** An order that asks for a code which this version can't collect is for a person as soon as it is in a supply. */
export function shelveUnknown(draft: Draft, order: Order): void {
  const { id, unknownMeta: keys } = order.facts
  if (!isPackable(order) || keys.length === 0) return
  const wasHere = draft.table.orderId === id
  shelve(draft, order, { kind: 'unknownMeta', keys })
  if (wasHere) draft.say('refused', { code: 'unknownMeta', keys })
}

/** Takes an order off the shelf: codes that were refused are asked for again, everything else is kept. */
export function unshelve(draft: Draft, order: Order): void {
  dropRefused(draft, order.facts.id)
  const after = unchecked(draft.order(order.facts.id) ?? order)
  const clean = { ...after, shelf: null, packedAt: null, packedBy: null }
  draft.put({ ...clean, life: workingLife(clean) })
}
