import type { PrintJob } from '../print-jobs.ts'
import type { Draft } from './draft.ts'

/** The oldest label of unknown fate that a person has to settle: stickers and supply QRs, not our own sheets. */
export function oldestDoubt(draft: Draft): PrintJob | undefined {
  return [...draft.bench.jobs.values()]
    .filter(job => job.state.kind === 'uncertain' && job.source.kind !== 'own')
    .toSorted((a, b) => a.seq - b.seq)[0]
}

/** Asks "is the label in your hand?" when a label's fate is unknown and no other question stands. */
export function raiseDoubt(draft: Draft): void {
  if (draft.table.question !== null) return
  const currentId = draft.table.orderId
  const doubts = [...draft.bench.jobs.values()].filter(job => job.state.kind === 'uncertain')
  const own = doubts.find(job => job.source.kind === 'sticker' && job.source.orderId === currentId)
  const job = own ?? (currentId === null ? oldestDoubt(draft) : undefined)
  if (job === undefined || job.state.kind !== 'uncertain') return
  draft.setTable({ question: { kind: 'labelInHand', jobId: job.id } })
  const orderId = job.source.kind === 'sticker' ? job.source.orderId : null
  const partB = orderId === null ? null : (draft.order(orderId)?.sticker?.partB ?? null)
  draft.say('ask', { code: 'labelInHand', orderId, doubt: job.state.why, partB })
}
