import type { PrintJob } from '../../printing/print-jobs.ts'
import { ask } from './ask.ts'
import type { Draft } from '../draft.ts'

/**
 * Asks "is the label in your hand?": of the order on the table; on an empty table of the oldest label, sticker or
 * supply QR, whose fate is unknown. Our own sheets are not worth a question.
 */
export function raiseDoubt(draft: Draft): void {
  const { orderId } = draft.table
  for (const job of draft.bench.jobs.inState('uncertain')) {
    if (isAsked(job, orderId)) return ask(draft, { kind: 'labelInHand', jobId: job.id })
  }
}

function isAsked({ source }: PrintJob, tableOrderId: number | null): boolean {
  if (tableOrderId === null) return source.kind !== 'own'
  return source.kind === 'sticker' && source.orderId === tableOrderId
}
