import type { PrintJob } from '../../printing/print-jobs.ts'
import { ask } from './ask.ts'
import type { Draft } from '../draft.ts'

/**
 * Asks "is the label in your hand?": of the order on the table; on an empty table of the oldest label, sticker or
 * supply QR, whose fate is unknown. Our own sheets are not worth a question.
 */
export function raiseDoubt(draft: Draft): void {
  const { orderId } = draft.table
  const job = [...draft.bench.jobs.values()]
    .filter(job => job.state.kind === 'uncertain' && isAsked(job, orderId))
    .toSorted((a, b) => a.seq - b.seq)[0]
  if (job !== undefined) ask(draft, { kind: 'labelInHand', jobId: job.id })
}

function isAsked({ source }: PrintJob, tableOrderId: number | null): boolean {
  if (tableOrderId === null) return source.kind !== 'own'
  return source.kind === 'sticker' && source.orderId === tableOrderId
}
