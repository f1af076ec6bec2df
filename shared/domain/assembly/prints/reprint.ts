import type { ReprintReason } from '../../scanning/commands.ts'
import type { Order } from '../../orders/orders.ts'
import type { Draft } from '../draft.ts'
import { withLabel } from '../codes/need.ts'

/** Whether a label of the order is out, was lost or failed, so that another one makes sense. */
export function canReprint(order: Order): boolean {
  return order.sticker !== null && order.life !== 'cancelled' && order.label !== 'none' && order.label !== 'queued'
}

/** Prints an order's sticker once more: a deliberate act with a reason, on record. */
export function reprint(draft: Draft, order: Order, reason: ReprintReason): void {
  if (!canReprint(order)) return draft.say('refused', { code: 'nothingToReprint' })
  for (const job of draft.bench.jobs.ofOrder(order.facts.id)) {
    // An older label of unknown fate, or one that has not left yet, is answered by the wish for a new one.
    const isOpen = job.state.kind === 'uncertain' || job.state.kind === 'intended'
    if (isOpen) draft.failJob(job, 'reprinted')
  }
  draft.print({ kind: 'sticker', orderId: order.facts.id }, reason)
  draft.put(withLabel(order, 'queued'))
  draft.say('goOn', { code: 'printing' })
}
