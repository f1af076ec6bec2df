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
  // What waits for its printer is drawn as it leaves, so with the new time.
  const drawn = [...draft.bench.jobs.ofOrder(orderId)].filter(
    ({ state }) => state.kind === 'sending' || state.kind === 'sent' || state.kind === 'uncertain'
  )
  for (const job of drawn) draft.putJob({ ...job, showsFormerTime: true })
  const isPrinted = drawn.length > 0 || (order.label !== 'none' && order.label !== 'queued')
  const moved: Order = { ...order, scheme: { ...order.scheme, slot, movedFrom: before } }
  draft.put(isPrinted ? { ...moved, hasOldLabel: true } : moved)
  if (draft.isQuiet) draft.say('waiting', { code: 'deliveryMoved', orderId, before, slot, isPrinted })
  // Its card says so.
  else if (draft.table.orderId === orderId) back(draft)
}
