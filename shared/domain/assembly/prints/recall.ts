import { isOver } from '../../orders/orders.ts'
import type { Order } from '../../orders/orders.ts'
import type { Draft } from '../draft.ts'

/**
 * The order is not to be packed now: its label does not come out if it has not left for the printer, and the next one is
 * its first again. What has left can't be called back; if the printer does not take it after all, it is not sent again.
 */
export function recallLabels(draft: Draft, order: Order): void {
  let { label } = order
  for (const job of draft.bench.jobs.ofOrder(order.facts.id)) {
    if (job.state.kind === 'sending' || job.state.kind === 'uncertain') draft.putJob({ ...job, isUnwanted: true })
    if (job.state.kind !== 'intended') continue
    draft.failJob(job, 'setAside')
    // A sticker that was scanned meanwhile is out, whatever waits.
    if (label === 'queued') label = job.reason === null ? 'none' : 'failed'
  }
  if (label !== order.label) draft.put({ ...order, label })
}

/** The order is on the table again: a label that is on its way is the one that it waits for. */
export function wantLabels(draft: Draft, orderId: number): void {
  for (const job of draft.bench.jobs.ofOrder(orderId)) {
    if (job.isUnwanted !== true) continue
    const { isUnwanted: _, ...wanted } = job
    draft.putJob(wanted)
  }
}

/** Names the sticker of an order that leaves the table, if it is out or will come out, and says what to do with it. */
export function noteSticker(draft: Draft, order: Order): void {
  const partB = order.sticker?.partB
  if (partB === undefined) return
  const isLeaving = [...draft.bench.jobs.ofOrder(order.facts.id)].some(({ state }) => state.kind === 'sending')
  const isUseless = isOver(order.life)
  if (isLeaving) draft.note({ code: 'stickerComing', partB, isOver: isUseless })
  else if (order.label === 'printed') draft.note({ code: 'stickerOut', partB, isOver: isUseless })
}
