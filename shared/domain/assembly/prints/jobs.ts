import { orderOf, type PrintDoubt, type PrintJob } from '../../printing/print-jobs.ts'
import type { LabelState } from '../../orders/orders.ts'
import type { Draft } from '../draft.ts'
import { advance, rest, withLabel, withNewLabel } from '../codes/need.ts'

/** The label goes to the link: after a crash from here on, nobody knows. */
export function jobSending(draft: Draft, jobId: string, printer: string): void {
  const job = draft.bench.jobs.get(jobId)
  if (job?.state.kind === 'intended') draft.putJob({ ...job, printedOn: printer, state: { kind: 'sending' } })
}

/** The printer can't print now; the job waits. Told only to a packer who waits for this very label. */
export function jobWaiting(draft: Draft, jobId: string, fault: string): void {
  const job = draft.bench.jobs.get(jobId)
  if (job?.state.kind !== 'intended' && job?.state.kind !== 'sending') return
  // Not a byte was taken: the job is where it was before, unless nobody wants its label any more.
  if (isReplaced(draft, job)) return draft.failJob(job, 'reprinted')
  if (isOfCancelled(draft, job)) return dropLabel(draft, job)
  if (job.isUnwanted === true) return recallJob(draft, job, 'setAside')
  if (job.state.kind === 'sending') draft.putJob({ ...job, state: { kind: 'intended' } })
  const { message } = draft.bench.feedback
  const isTold = message.code === 'waitPrinter' && message.fault === fault
  if (isOnTable(draft, job) && draft.table.question === null && !isTold) {
    draft.say('refused', { code: 'waitPrinter', fault })
  }
}

/**
 * The print system has passed the label on, and nobody will hear whether it came out. A sticker that will be scanned
 * back proves itself then, and our own sheets need no proof; any other label is asked about.
 */
export function jobSent(draft: Draft, jobId: string): void {
  const job = draft.bench.jobs.get(jobId)
  if (job?.state.kind !== 'sending') return
  const { kind } = job.source
  const isOnce = kind === 'supplyQr' || kind === 'spotSticker'
  const needsProof = isOnce || (kind === 'sticker' && !draft.bench.settings.scanBack)
  if (needsProof) return jobUncertain(draft, jobId, 'oneWayLink')
  draft.putJob({ ...job, state: { kind: 'sent', at: draft.context.now } })
  setLabel(draft, job, 'printed')
  if (isOnTable(draft, job)) advance(draft)
}

/** The label exists: the printer counted it, or the packer holds it. */
export function confirmJob(draft: Draft, jobId: string, by: 'printer' | 'packer'): void {
  const job = draft.bench.jobs.get(jobId)
  if (job === undefined || job.state.kind === 'confirmed' || job.state.kind === 'failed') return
  draft.putJob({ ...job, state: { kind: 'confirmed', at: draft.context.now, by } })
  setLabel(draft, job, 'printed')
  if (isOnTable(draft, job)) return advance(draft)
  if (by === 'printer') {
    if (draft.isQuiet && isPrintedOut(draft)) rest(draft)
    return
  }
  const orderId = orderOf(job)
  if (orderId !== null && isOfCancelled(draft, job)) return draft.say('goOn', { code: 'orderCancelled', orderId })
  draft.say('done', { code: 'settled', orderId })
}

/** Whether the last word was "printing", of a parcel that left the table or of a wave, and that is over. */
function isPrintedOut({ bench }: Draft): boolean {
  const { code } = bench.feedback.message
  if (code !== 'wavePrinting') return code === 'printing'
  return bench.jobs.inState('intended').size + bench.jobs.inState('sending').size === 0
}

/** Bytes went out and nothing proves the label: the packer is asked. */
export function jobUncertain(draft: Draft, jobId: string, why: PrintDoubt): void {
  const job = draft.bench.jobs.get(jobId)
  if (job?.state.kind !== 'sending' && job?.state.kind !== 'intended') return
  // Somebody asked for a newer label already: what became of this one changes nothing.
  if (isReplaced(draft, job)) return draft.failJob(job, 'reprinted')
  draft.putJob({ ...job, state: { kind: 'uncertain', why } })
  setLabel(draft, job, 'doubt')
  // The printer went on: what it lacked is no longer what keeps the packer waiting.
  if (isOnTable(draft, job) && draft.bench.feedback.message.code === 'waitPrinter') advance(draft)
}

/** The label can't be printed at all. */
export function jobFailed(draft: Draft, jobId: string, why: string): void {
  const job = draft.bench.jobs.get(jobId)
  if (job === undefined || job.state.kind === 'confirmed' || job.state.kind === 'failed') return
  draft.failJob(job, why)
  if (isReplaced(draft, job)) return
  if (isOfCancelled(draft, job)) return setLabel(draft, job, 'none')
  setLabel(draft, job, 'failed')
  const { question, orderId } = draft.table
  const isAsked = question?.kind === 'labelInHand' && question.jobId === jobId
  if (isAsked) draft.setTable({ question: null })
  const isHeard = isOnTable(draft, job) || orderId === null
  if (isHeard && (question === null || isAsked)) {
    draft.say('refused', { code: 'printFailed', orderId: orderOf(job), why })
  }
}

/** "It is not in my hand": the job is closed and a new one takes its place, with that reason. */
export function reprintJob(draft: Draft, jobId: string): void {
  const job = draft.bench.jobs.get(jobId)
  if (job === undefined) return rest(draft)
  draft.failJob(job, 'notInHand')
  if (isOfCancelled(draft, job)) {
    setLabel(draft, job, 'none')
    return rest(draft)
  }
  // Its order was put aside meanwhile: it prints again when it is packed.
  if (job.isUnwanted === true) {
    setLabel(draft, job, 'failed')
    return rest(draft)
  }
  draft.print(job.source, 'notPrinted', job.printerId)
  setLabel(draft, job, 'queued')
  draft.say('goOn', { code: 'printing' })
}

/**
 * These could not print for so long that nobody wants them to come out by themselves, unless a packer waits: a first
 * label prints when its item is shown again.
 */
export function labelsExpired(draft: Draft, jobIds: readonly string[]): void {
  for (const jobId of jobIds) {
    const job = draft.bench.jobs.get(jobId)
    if (job?.state.kind !== 'intended' || isOnTable(draft, job)) continue
    draft.failJob(job, 'expired')
    setLabel(draft, job, job.reason === null ? 'none' : 'failed')
  }
}

/** The order is dead: its label must not print if it has not left for the printer. */
export function dropLabels(draft: Draft, orderId: number): void {
  for (const job of draft.bench.jobs.ofOrder(orderId)) {
    if (job.state.kind === 'intended') dropLabel(draft, job)
  }
}

/** A code was taken back: a first label that has not left for the printer waits until the order is complete again. */
export function recallLabel(draft: Draft, orderId: number): void {
  for (const job of draft.bench.jobs.ofOrder(orderId)) {
    if (job.state.kind !== 'intended' || job.reason !== null) continue
    recallJob(draft, job, 'codeMissing')
  }
}

/** A label that the printer has not taken shall not print now: as if nobody had asked for it. */
export function recallJob(draft: Draft, job: PrintJob, why: 'codeMissing' | 'calledOff' | 'setAside'): void {
  draft.failJob(job, why)
  setLabel(draft, job, job.reason === null ? 'none' : 'failed')
}

function dropLabel(draft: Draft, job: PrintJob): void {
  draft.failJob(job, 'orderCancelled')
  // Before a reprint there may have been a label, and it may still lie somewhere.
  setLabel(draft, job, job.reason === null ? 'none' : 'doubt')
}

/** An order's label follows its newest job: news of an older one changes nothing. */
function setLabel(draft: Draft, job: PrintJob, label: LabelState): void {
  const orderId = orderOf(job)
  const order = orderId === null ? undefined : draft.order(orderId)
  if (order === undefined || (label !== 'queued' && isReplaced(draft, job))) return
  const isNew = label === 'printed' && job.showsFormerTime !== true
  draft.put(isNew ? withNewLabel(order) : withLabel(order, label))
}

/** Whether a newer label of the same order is out or under way. */
function isReplaced(draft: Draft, job: PrintJob): boolean {
  const orderId = orderOf(job)
  if (orderId === null) return false
  return [...draft.bench.jobs.ofOrder(orderId)].some(other => other.seq > job.seq && other.state.kind !== 'failed')
}

function isOfCancelled(draft: Draft, job: PrintJob): boolean {
  const orderId = orderOf(job)
  return orderId !== null && draft.order(orderId)?.life === 'cancelled'
}

function isOnTable(draft: Draft, job: PrintJob): boolean {
  const orderId = orderOf(job)
  return orderId !== null && orderId === draft.table.orderId
}
