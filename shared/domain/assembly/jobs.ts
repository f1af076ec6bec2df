import type { PrintDoubt, PrintJob } from '../print-jobs.ts'
import type { LabelState } from '../orders.ts'
import type { Draft } from './draft.ts'
import { advance, rest, workingLife } from './need.ts'

/** The label goes to the link: after a crash from here on, nobody knows. */
export function jobSending(draft: Draft, jobId: string): void {
  const job = draft.bench.jobs.get(jobId)
  if (job?.state.kind === 'intended') draft.putJob({ ...job, state: { kind: 'sending' } })
}

/** The printer can't print now; the job waits. Told only to a packer who waits for this very label. */
export function jobWaiting(draft: Draft, jobId: string, fault: string): void {
  const job = draft.bench.jobs.get(jobId)
  if (job === undefined) return
  // Not a byte was taken: the job is where it was before.
  if (job.state.kind === 'sending') draft.putJob({ ...job, state: { kind: 'intended' } })
  if (isOnTable(draft, job) && draft.table.question === null) draft.say('goOn', { code: 'waitPrinter', fault })
}

/** The label exists: the printer counted it, or the packer holds it. */
export function confirmJob(draft: Draft, jobId: string, by: 'printer' | 'packer'): void {
  const job = draft.bench.jobs.get(jobId)
  if (job === undefined || job.state.kind === 'confirmed' || job.state.kind === 'failed') return
  draft.putJob({ ...job, state: { kind: 'confirmed', at: draft.context.now, by } })
  const onTable = isOnTable(draft, job)
  setLabel(draft, job, 'printed')
  if (onTable) return advance(draft)
  if (by === 'printer') return
  draft.say('done', { code: 'settled', orderId: job.source.kind === 'sticker' ? job.source.orderId : null })
}

/** Bytes went out and nothing proves the label: the packer is asked. */
export function jobUncertain(draft: Draft, jobId: string, why: PrintDoubt): void {
  const job = draft.bench.jobs.get(jobId)
  if (job === undefined || (job.state.kind !== 'sending' && job.state.kind !== 'intended')) return
  draft.putJob({ ...job, state: { kind: 'uncertain', why } })
  setLabel(draft, job, 'doubt')
}

/** The label can't be printed at all. */
export function jobFailed(draft: Draft, jobId: string, why: string): void {
  const job = draft.bench.jobs.get(jobId)
  if (job === undefined || job.state.kind === 'confirmed') return
  draft.putJob({ ...job, state: { kind: 'failed', why, at: draft.context.now } })
  setLabel(draft, job, 'failed')
  const orderId = job.source.kind === 'sticker' ? job.source.orderId : null
  if (draft.table.orderId === null || isOnTable(draft, job)) draft.say('refused', { code: 'printFailed', orderId, why })
}

/** "It is not in my hand": the job is closed and a new one takes its place, with that reason. */
export function reprintJob(draft: Draft, jobId: string): void {
  const job = draft.bench.jobs.get(jobId)
  if (job === undefined) return rest(draft)
  draft.putJob({ ...job, state: { kind: 'failed', why: 'notInHand', at: draft.context.now } })
  draft.print(job.source, 'notPrinted')
  setLabel(draft, job, 'queued')
  draft.say('goOn', { code: 'printing' })
}

/** An order's label follows its newest job: news of an older one changes nothing. */
function setLabel(draft: Draft, job: PrintJob, label: LabelState): void {
  if (job.source.kind !== 'sticker') return
  const order = draft.order(job.source.orderId)
  if (order === undefined) return
  const { orderId } = job.source
  for (const other of draft.bench.jobs.values()) {
    const isNewer = other.source.kind === 'sticker' && other.source.orderId === orderId && other.seq > job.seq
    if (isNewer && other.state.kind !== 'failed' && label !== 'queued') return
  }
  const labelled = { ...order, label }
  const working = order.life === 'claimed' || order.life === 'coded' || order.life === 'stickered'
  draft.put({ ...labelled, life: working ? workingLife(labelled) : order.life })
}

function isOnTable(draft: Draft, job: PrintJob | undefined): boolean {
  return job?.source.kind === 'sticker' && job.source.orderId === draft.table.orderId
}
