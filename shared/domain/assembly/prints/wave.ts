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

/** Prints the stickers of a supply as a wave: sorted by place and article, a separator before each size of an article. */
export function printWave(draft: Draft, supplyId: string): void {
  const { groups, labels, missing } = waveOf(draft, supplyId)
  const { productWords } = draft.context
  const placed = groups.map(orders => ({ orders, ...productWords(orders[0].facts) }))
  for (const { orders, name, size, place } of placed.toSorted(byPlace)) {
    const { article, colorCode } = orders[0].facts
    const said = [name, size].filter(text => text !== '').join(', ')
    const label = { kind: 'separator', name: said, article, colorCode, count: orders.length, place } as const
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

/** As `stopPrinting`, wherever the person is; who asked is answered where nothing can be stopped any more, too. */
export function stopPrints(draft: Draft): void {
  if (stopPrinting(draft)) return
  draft.say(draft.current === undefined ? 'waiting' : 'goOn', { code: 'printingStopped', labels: 0 })
}

/** A label of our own, a paper for people, or the first sticker of an order that is not on the table. */
function nobodyWaitsFor(draft: Draft, { source, reason }: PrintJob): boolean {
  if (reason !== null) return false
  switch (source.kind) {
    case 'own':
    case 'pickList':
    case 'routeSheet':
      return true
    case 'sticker':
    case 'packingSlip':
      return source.orderId !== draft.table.orderId
    // Wanted once, and told as printed: these come out.
    case 'supplyQr':
    case 'spotSticker':
    case 'pickupReceipt':
      return false
  }
}
