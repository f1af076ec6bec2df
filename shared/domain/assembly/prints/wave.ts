import { byPlace } from '../../orders/product-card.ts'
import { isPackable } from '../../orders/orders.ts'
import type { LabelState } from '../../orders/orders.ts'
import type { PrintJob } from '../../printing/print-jobs.ts'
import { ask } from '../codes/ask.ts'
import type { Draft } from '../draft.ts'
import { recallJob } from './jobs.ts'
import { withLabel } from '../codes/need.ts'
import { waveOf } from './wave-orders.ts'

/** Asks whether the stickers of a supply shall print as a wave, naming their number; says the truth where there is none to print. */
export function requestWave(draft: Draft, supplyId: string): void {
  if (draft.table.question !== null) return draft.say('refused', { code: 'answerFirst' })
  const { labels, missing } = waveOf(draft, supplyId)
  if (labels > 0) return ask(draft, { kind: 'wholeWave', supplyId })
  const open = [...draft.orders.ofSupply(supplyId)].filter(isPackable)
  const count = (...states: readonly LabelState[]) => open.filter(({ label }) => states.includes(label)).length
  draft.say('refused', {
    code: 'waveEmpty',
    missing,
    printing: count('queued'),
    printed: count('printed', 'doubt'),
    failed: count('failed')
  })
}

/** Prints the stickers of a supply as a wave: sorted by place and article, a separator before each article. */
export function printWave(draft: Draft, supplyId: string): void {
  const { groups, labels, missing } = waveOf(draft, supplyId)
  const { productWords } = draft.context
  const placed = groups.map(orders => ({ orders, ...productWords(orders[0].facts) }))
  for (const { orders, name, place } of placed.toSorted(byPlace)) {
    const { article, colorCode } = orders[0].facts
    const label = { kind: 'separator', article, colorCode, count: orders.length, name, place } as const
    draft.print({ kind: 'own', label }, null)
    for (const order of orders) {
      draft.print({ kind: 'sticker', orderId: order.facts.id }, null)
      draft.put(withLabel(order, 'queued'))
    }
  }
  draft.say('goOn', { code: 'wavePrinting', labels, missing })
}

/** Calls back what many labels at a press (a wave, boxes, a sheet) have not sent to the printer yet; false if there is nothing. */
export function stopPrinting(draft: Draft): boolean {
  const waiting = [...draft.bench.jobs.inState('intended')].filter(job => nobodyWaitsFor(draft, job))
  if (waiting.length === 0) return false
  for (const job of waiting) recallJob(draft, job, 'calledOff')
  draft.say(draft.current === undefined ? 'waiting' : 'goOn', { code: 'printingStopped', labels: waiting.length })
  return true
}

/** As `stopPrinting`, wherever the person is; where nothing waits any more the stage stays as it is. */
export function stopPrints(draft: Draft): void {
  stopPrinting(draft)
}

/** A label of our own, or a first sticker of an order that is not on the table. */
function nobodyWaitsFor(draft: Draft, { source, reason }: PrintJob): boolean {
  if (reason !== null) return false
  return source.kind === 'own' || (source.kind === 'sticker' && source.orderId !== draft.table.orderId)
}
