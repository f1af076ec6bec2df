import type { BenchEvent } from '../../bench.ts'
import { isSettled } from '../../orders/orders.ts'
import type { Order } from '../../orders/orders.ts'
import { isSame } from '../../same.ts'
import type { Draft } from '../draft.ts'
import { back } from '../stage.ts'

/** A DBS order is awaited at another time: its turn changes, and the packer is told, at once if nobody is at work. */
export function deliveryMoved(
  draft: Draft,
  { orderId, slot }: Extract<BenchEvent, { readonly kind: 'deliveryMoved' }>
): void {
  const order = draft.order(orderId)
  if (order?.scheme.kind !== 'dbs' || isSettled(order) || isSame(order.scheme.slot, slot)) return
  const before = order.scheme.slot
  const isPrinted = order.label !== 'none' && order.label !== 'queued'
  const moved: Order = { ...order, scheme: { ...order.scheme, slot, movedFrom: before } }
  draft.put(isPrinted ? { ...moved, hasOldLabel: true } : moved)
  if (draft.isQuiet) draft.say('waiting', { code: 'deliveryMoved', orderId, before, slot, isPrinted })
  // Its card says so.
  else if (draft.table.orderId === orderId) back(draft)
}
