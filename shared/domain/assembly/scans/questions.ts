import type { Question } from '../../questions.ts'
import type { ReprintReason, ShelfReason } from '../../scanning/commands.ts'
import { goOnFrom } from '../go-on.ts'
import { accept, replaceCode } from '../codes/codes.ts'
import { isProcessing } from '../../orders/supplies.ts'
import type { Draft } from '../draft.ts'
import { foreignGtin, vouchFor } from '../codes/gtins.ts'
import { confirmJob, reprintJob } from '../prints/jobs.ts'
import { rest } from '../codes/need.ts'
import { canReprint, reprint } from '../prints/reprint.ts'
import { renewLabels } from '../round/renew-labels.ts'
import { shelve } from '../shelf.ts'
import { back } from '../stage.ts'
import { addBox, goOnWith } from '../stuck.ts'
import { dropSupply, putAway } from '../supply/dropping.ts'
import { waitOn } from '../supply/processing.ts'
import { shelveWarned, vouch } from '../codes/warnings.ts'
import { printWave } from '../prints/wave.ts'

/** `yes` on the open question. */
export function answerYes(draft: Draft, question: Question): void {
  switch (question.kind) {
    case 'labelInHand':
      draft.setTable({ question: null })
      return confirmJob(draft, question.jobId, 'packer')
    case 'gtinDiffers': {
      // It holds for the product's later orders too.
      if (!draft.context.mayOverride) return draft.say('refused', { code: 'leadFirst' })
      draft.setTable({ question: null })
      const order = draft.order(question.orderId)
      if (order === undefined) return rest(draft)
      // News since the question may know whose GTIN it is.
      const foreign = foreignGtin(draft, order, question.gtin)
      if (foreign !== null) return draft.say('refused', foreign)
      draft.effects.push({ kind: 'override', act: 'vouchGtin' })
      vouchFor(draft, order, question.gtin)
      return accept(draft, 'sgtin', question.code)
    }
    case 'replaceCode':
      draft.setTable({ question: null })
      return replaceCode(draft, question)
    case 'supplyUnfinished': {
      draft.setTable({ question: null })
      return goOnFrom(draft, question.supplyId, 'unfinished')
    }
    case 'codesWarned':
      if (!draft.context.mayOverride) return draft.say('refused', { code: 'leadFirst' })
      draft.setTable({ question: null })
      draft.effects.push({ kind: 'override', act: 'vouch' })
      return vouch(draft, question.supplyId)
    case 'wholeWave':
      draft.setTable({ question: null })
      return printWave(draft, question.supplyId)
    case 'cancelledInside':
      draft.setTable({ question: null })
      // Out of the pile: nobody has to look for them any more.
      for (const id of question.orderIds) putAway(draft, id)
      return goOnFrom(draft, question.supplyId, 'cancelled')
    case 'oldLabels':
      draft.setTable({ question: null })
      return renewLabels(draft, question.supplyId)
    case 'emptySupply': {
      draft.setTable({ question: null })
      const supply = draft.bench.supplies.get(question.supplyId)
      return supply === undefined ? rest(draft) : dropSupply(draft, supply)
    }
    case 'addBox':
      draft.setTable({ question: null })
      return addBox(draft, question.supplyId)
    case 'deliveryStuck':
      draft.setTable({ question: null })
      return goOnWith(draft, question.supplyId, question.hitch)
    case 'whichPoint':
    case 'whyReprint':
    case 'whyShelf':
      return draft.say('refused', { code: 'answerFirst' })
  }
}

/** `no` on the open question: nothing happens, except that a label that is not there is printed again, parcels leave with the labels they have, and what nobody answers for stays behind. */
export function answerNo(draft: Draft, question: Question): void {
  draft.setTable({ question: null })
  if (question.kind === 'labelInHand') return reprintJob(draft, question.jobId)
  if (question.kind === 'oldLabels') return goOnFrom(draft, question.supplyId, 'oldLabels')
  if (question.kind === 'codesWarned') shelveWarned(draft, question.supplyId)
  if (question.kind === 'deliveryStuck' || question.kind === 'whichPoint' || question.kind === 'addBox') {
    leaveOpen(draft, question.supplyId)
  }
  back(draft)
}

/** Nothing is asked about the supply until somebody closes it again; on the table it is found by scanner even when all of it is packed. */
function leaveOpen(draft: Draft, supplyId: string): void {
  const supply = draft.bench.supplies.get(supplyId)
  if (supply !== undefined && isProcessing(supply)) return waitOn(draft, supply)
  if (supply?.state !== 'open') return
  draft.putSupply({ ...supply, hitch: null })
  if (draft.bench.supplyId === null) draft.set({ supplyId })
}

/** A reason for the problem shelf: answers the question, or needs none. */
export function answerShelf(draft: Draft, reason: ShelfReason): void {
  const { question } = draft.table
  if (question !== null && question.kind !== 'whyShelf') return draft.say('refused', { code: 'answerFirst' })
  const order = question === null ? draft.current : draft.order(question.orderId)
  if (order === undefined) return draft.say('refused', { code: 'noOrderHere' })
  draft.setTable({ question: null })
  shelve(draft, order, { kind: 'packer', reason })
  draft.say('done', { code: 'shelved', orderId: order.facts.id })
}

/** A reason for a second print: answers the question, or reprints what lies on the table or was printed last. */
export function answerReprint(draft: Draft, reason: ReprintReason): void {
  const { question } = draft.table
  if (question !== null && question.kind !== 'whyReprint') return draft.say('refused', { code: 'answerFirst' })
  const id = question?.orderId ?? draft.table.orderId ?? draft.table.lastOrderId
  const order = id === null ? undefined : draft.order(id)
  if (order === undefined || !canReprint(order)) return draft.say('refused', { code: 'nothingToReprint' })
  draft.setTable({ question: null })
  reprint(draft, order, reason)
}
