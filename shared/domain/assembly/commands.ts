import type { Command } from '../scanning/commands.ts'
import { assertNever } from '../assert.ts'
import { missingMeta } from '../orders/orders.ts'
import type { Order } from '../orders/orders.ts'
import { acceptOffer, isOffered } from './scans/accept-offer.ts'
import { claimOldestKind } from './scans/claim.ts'
import type { Message } from '../messages.ts'
import type { Batch } from '../orders/rounds.ts'
import { requestLeave } from './round/leaving.ts'
import { requestClose } from './supply/closing.ts'
import { ask } from './codes/ask.ts'
import { askedOptional } from './codes/asked.ts'
import { addToSet, dropNewest } from './codes/codes.ts'
import { endSet, growSet, shrinkSet } from './codes/sets.ts'
import type { Draft } from './draft.ts'
import { advance, clearTable, isComplete, pack, rest } from './codes/need.ts'
import { lessPoints, morePoints } from './supply/point-question.ts'
import { answerNo, answerYes } from './scans/questions.ts'
import { noteSticker, recallLabels } from './prints/recall.ts'
import { reopen, reopenable, toldReady } from './reopen.ts'
import { canReprint, reprint } from './prints/reprint.ts'
import { pickOrder } from './scans/pick.ts'
import { unshelve } from './shelf.ts'
import { back } from './stage.ts'
import { requestWave, stopPrinting } from './prints/wave.ts'

/** A command barcode, an F-key or a button: all the same. */
export function command(draft: Draft, name: Command): void {
  const { question } = draft.table
  if (question !== null) {
    if (name === 'yes') return answerYes(draft, question)
    if (name === 'oneMore' && question.kind === 'replaceCode') return addToSet(draft, question)
    if (question.kind === 'whichPoint') {
      if (name === 'next') return morePoints(draft, question)
      if (name === 'undo' && lessPoints(draft, question)) return
    }
    // Undo of a question is its "no", but never "the label is not there", which would print.
    if (name === 'no' || (name === 'undo' && question.kind !== 'labelInHand')) return answerNo(draft, question)
    return name === 'acknowledge' ? back(draft) : draft.say('refused', { code: 'answerFirst' })
  }
  switch (name) {
    case 'undo':
      return undo(draft)
    case 'reprint':
      return askReprint(draft)
    case 'skip':
      return skip(draft)
    case 'next':
      return next(draft)
    case 'problem':
      return askShelf(draft)
    case 'supplyDone':
      return closeBatch(draft, draft.batch)
    case 'print':
      return printNow(draft)
    case 'yes':
      return acceptOffer(draft)
    case 'no':
      return isOffered(draft) ? back(draft) : draft.say('refused', { code: 'notNow' })
    case 'acknowledge':
      return back(draft)
    case 'newSupply':
      return claimOldestKind(draft)
    case 'oneMore':
      return growSet(draft) ? advance(draft) : undefined
    case 'wave':
      return draft.batch === undefined ? draft.say('refused', { code: 'noSupply' }) : requestWave(draft, draft.batch.id)
    default:
      return assertNever(name)
  }
}

/** A supply is delivered, a round handed to the courier or put into the store. */
export function closeBatch(draft: Draft, batch: Batch | undefined, moving?: number): void {
  if (batch === undefined) return draft.say('refused', { code: 'noSupply' })
  if (batch.kind === 'round') requestLeave(draft, batch, moving)
  else requestClose(draft, batch, moving)
}

/** Stops what is said to print in numbers; else takes the newest step of the order on the table back. */
function undo(draft: Draft): void {
  const order = draft.current
  const stops = order === undefined || draft.bench.feedback.message.code === 'wavePrinting'
  if (stops && stopPrinting(draft)) return
  const packed = reopenable(draft)
  if (packed !== undefined) return reopen(draft, packed)
  const shelved = justShelved(draft)
  if (shelved !== undefined) return takeBack(draft, shelved)
  const step = draft.table.undo.at(-1)
  if (order === undefined || step === undefined) {
    const ready = toldReady(draft)
    return draft.say('refused', { code: 'nothingToUndo', ...(ready && { readyOrderId: ready.facts.id }) })
  }
  switch (step.kind) {
    case 'code': {
      if (!dropNewest(draft, order, step.key)) return
      advance(draft)
      noteSticker(draft, draft.current ?? order)
      return sayUndone(draft, step.key)
    }
    case 'set':
      shrinkSet(draft)
      return sayUndone(draft, 'set')
    case 'without':
      draft.setTable({ undo: draft.table.undo.slice(0, -1) })
      return advance(draft)
    case 'product':
      draft.put({ ...order, itemChecked: false })
      recallLabels(draft, draft.current ?? order)
      noteSticker(draft, draft.current ?? order)
      draft.setTable({ undo: draft.table.undo.slice(0, -1) })
      advance(draft)
      return sayUndone(draft, 'product')
    case 'item':
      clearTable(draft)
      return draft.say('waiting', { code: 'undone', what: 'item' })
  }
}

/** The order that a packer put on the problem shelf by the last word of the stage, while its batch is packed. */
function justShelved(draft: Draft): Order | undefined {
  const { message } = draft.bench.feedback
  if (!draft.isQuiet || message.code !== 'shelved') return undefined
  const order = draft.order(message.orderId)
  const isHere = order?.supplyId === draft.bench.supplyId && draft.batch?.state === 'open'
  return isHere && order?.life === 'shelved' && order.shelf?.why.kind === 'packer' ? order : undefined
}

/** It lies on the table again with its codes; the item is scanned once more, for it may have gone back to the shelf. */
function takeBack(draft: Draft, shelved: Order): void {
  unshelve(draft, shelved)
  pickOrder(draft, draft.order(shelved.facts.id) ?? shelved, 'chosen')
}

/** Without the step the order may be done at once: that is said then. */
function sayUndone(draft: Draft, what: Extract<Message, { readonly code: 'undone' }>['what']): void {
  if (draft.current !== undefined) draft.say('goOn', { code: 'undone', what })
}

function askReprint(draft: Draft): void {
  const id = draft.table.orderId ?? draft.table.lastOrderId
  const order = id === null ? undefined : draft.order(id)
  if (order === undefined || !canReprint(order)) return draft.say('refused', { code: 'nothingToReprint' })
  ask(draft, { kind: 'whyReprint', orderId: order.facts.id })
}

function askShelf(draft: Draft): void {
  const order = draft.current
  if (order === undefined) return draft.say('refused', { code: 'noOrderHere' })
  ask(draft, { kind: 'whyShelf', orderId: order.facts.id })
}

/** Puts the order aside with all it has; others with the same product come first. */
function skip(draft: Draft): void {
  const order = draft.current
  if (order === undefined) return draft.say('refused', { code: 'noOrderHere' })
  clearTable(draft)
  const others = draft.table.skipped.filter(id => id !== order.facts.id)
  draft.setTable({ skipped: [...others, order.facts.id].slice(-50) })
  draft.say('waiting', { code: 'skipped', orderId: order.facts.id })
}

/** On: without more codes of a set, without an optional code that is asked for, or to the next order; a printed label counts as stuck on without being scanned back. */
function next(draft: Draft): void {
  const order = draft.current
  if (order === undefined) return rest(draft)
  if (endSet(draft)) return
  const keys = missingMeta(order)
  if (keys.length > 0) return draft.say('refused', { code: 'codesMissing', keys })
  const optional = order.itemChecked ? askedOptional(draft.bench, order)[0] : undefined
  if (optional !== undefined) {
    draft.setTable({ undo: [...draft.table.undo, { kind: 'without', key: optional }] })
    return advance(draft)
  }
  if (!isComplete(order) || order.label !== 'printed') return draft.say('refused', { code: 'notNow' })
  pack(draft)
}

function printNow(draft: Draft): void {
  const order = draft.current
  if (order === undefined) return draft.say('refused', { code: 'noOrderHere' })
  const keys = missingMeta(order)
  if (keys.length > 0) return draft.say('refused', { code: 'codesMissing', keys })
  // A label whose printing failed starts again from here: on record as a second try.
  if (order.label === 'failed' && isComplete(order)) return reprint(draft, order, 'notPrinted')
  advance(draft, true)
}
