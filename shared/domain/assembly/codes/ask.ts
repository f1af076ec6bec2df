import type { PointStep, Question } from '../../questions.ts'
import type { Message } from '../../messages.ts'
import { marks } from '../../orders/order-marks.ts'
import { GS } from '../../codes/marking-structure.ts'
import { isPackable, META_KEYS } from '../../orders/orders.ts'
import type { PrintJob } from '../../printing/print-jobs.ts'
import { roundScheme } from '../../orders/rounds.ts'
import { isProcessing } from '../../orders/supplies.ts'
import type { RoundScheme } from '../../schemes/scheme.ts'
import type { MetaKey } from '../../orders/orders.ts'
import type { Draft, Known } from '../draft.ts'
import { cancelledParcels, isAllCancelled } from '../supply/cancelled.ts'
import { oldLabelled } from '../round/old-labels.ts'
import { canReprint } from '../prints/reprint.ts'
import { warnedKeys } from '../../codes/judged.ts'
import { warnedOrders } from './warned.ts'
import { waveOf } from '../prints/wave-orders.ts'

/** Puts a question on the table and on the stage. */
export function ask(draft: Draft, question: Question): void {
  draft.setTable({ question })
  draft.say('ask', wording(draft, question))
}

/** Whether the question still has an answer; news may have settled what it was about. */
export function stands(draft: Draft, question: Question): boolean {
  switch (question.kind) {
    case 'labelInHand':
      return draft.bench.jobs.get(question.jobId)?.state.kind === 'uncertain'
    case 'gtinDiffers':
    case 'whyShelf':
      return draft.table.orderId === question.orderId
    case 'replaceCode': {
      const here = draft.table.orderId === question.orderId ? draft.current?.codes[question.key] : undefined
      return here !== undefined && !here.values.includes(question.value)
    }
    case 'whyReprint': {
      const order = draft.order(question.orderId)
      return order !== undefined && canReprint(order)
    }
    case 'wholeWave':
      return draft.batchOf(question.supplyId)?.state === 'open' && waveOf(draft, question.supplyId).labels > 0
    case 'codesWarned':
      return (
        (draft.bench.rounds.has(question.supplyId) ||
          draft.bench.supplies.get(question.supplyId)?.state === 'closing') &&
        draft.orders.count(marks.warnedIn(question.supplyId)) > 0
      )
    case 'deliveryStuck':
      return isStuck(draft, question.supplyId)
    case 'whichPoint': {
      const supply = draft.bench.supplies.get(question.supplyId)
      const isOpen = supply?.state === 'open' && supply.scannedAt === null
      if (question.closes && !canLeave(draft, question.supplyId)) return false
      return isOpen && (supply.shipping === null || supply.shipping.state.kind === 'refused')
    }
    case 'supplyUnfinished':
    case 'addBox':
      return canLeave(draft, question.supplyId)
    case 'oldLabels':
      return canLeave(draft, question.supplyId) && oldLabelled(draft, question.supplyId).length > 0
    case 'cancelledInside':
      return canLeave(draft, question.supplyId) || isDead(draft, question.supplyId)
    case 'emptySupply':
      return isDead(draft, question.supplyId) && cancelledParcels(draft, question.supplyId).length === 0
  }
}

/** Whether the supply or round is open and holds something that is packed. */
export function canLeave(draft: Draft, supplyId: string): boolean {
  const batch = draft.batchOf(supplyId)
  const { packed, shipped } = draft.orders.supplyTally(supplyId)
  // Orders of a round may leave one by one.
  return batch?.state === 'open' && packed + (batch.kind === 'round' ? shipped : 0) > 0
}

/** Whether something keeps the supply from leaving that a person can do something about. */
function isStuck(draft: Draft, supplyId: string): boolean {
  const supply = draft.bench.supplies.get(supplyId)
  if (supply === undefined) return false
  return isProcessing(supply) || (supply.hitch !== null && canLeave(draft, supplyId))
}

/** Whether the supply is open and all of its orders are cancelled. */
function isDead(draft: Draft, supplyId: string): boolean {
  return draft.batchOf(supplyId)?.state === 'open' && isAllCancelled(draft, supplyId)
}

/** What the stage says for a question. */
export function wording(known: Known, question: Question): Message {
  switch (question.kind) {
    case 'labelInHand': {
      const job = known.bench.jobs.get(question.jobId)
      const orderId = job?.source.kind === 'sticker' ? job.source.orderId : null
      const partB = orderId === null ? null : (known.order(orderId)?.sticker?.partB ?? null)
      const doubt = job?.state.kind === 'uncertain' ? job.state.why : 'noAnswer'
      return { code: 'labelInHand', orderId, doubt, partB, ...supplyOf(known, job) }
    }
    case 'replaceCode': {
      const { orderId, key, value } = question
      const here = known.order(orderId)?.codes[key]?.values ?? []
      const apart = here.map(one => toldApart(key, one)).join(', ')
      return { code: 'replaceCode', key, here: apart, value: toldApart(key, value) }
    }
    case 'gtinDiffers': {
      const { gtin, orderId } = question
      return { code: 'gtinDiffers', gtin, barcode: known.order(orderId)?.facts.skus[0] ?? '' }
    }
    case 'whyReprint':
    case 'whyShelf':
      return { code: question.kind, orderId: question.orderId }
    case 'wholeWave': {
      const { groups, labels, missing } = waveOf(known, question.supplyId)
      return { code: 'wholeWave', labels, separators: groups.length, missing }
    }
    case 'codesWarned': {
      const { supplyId } = question
      const orders = warnedOrders(known, supplyId)
      const keys = META_KEYS.filter(key => orders.some(order => warnedKeys(order).includes(key)))
      const name = nameOf(known, supplyId)
      return { code: 'codesWarned', name, orderIds: orders.map(({ facts }) => facts.id), keys }
    }
    case 'cancelledInside': {
      const { supplyId, orderIds } = question
      const partBs = orderIds.flatMap(id => known.order(id)?.sticker?.partB ?? [])
      return { code: 'cancelledInside', ...named(known, supplyId), orderIds, partBs }
    }
    case 'oldLabels': {
      const partBs = oldLabelled(known, question.supplyId).flatMap(({ sticker }) => sticker?.partB ?? [])
      return { code: 'oldLabels', name: nameOf(known, question.supplyId), partBs }
    }
    case 'whichPoint': {
      const { supplyId, closes, step } = question
      const city = step.kind === 'point' ? step.city : ''
      return { code: 'whichPoint', name: nameOf(known, supplyId), step: shownStep(step), city, closes }
    }
    case 'addBox': {
      const point = known.bench.supplies.get(question.supplyId)?.shipping?.point.name ?? ''
      return { code: 'addBox', name: nameOf(known, question.supplyId), point }
    }
    case 'emptySupply':
      return { code: 'emptySupply', name: nameOf(known, question.supplyId) }
    case 'deliveryStuck':
      return { code: 'deliveryStuck', name: nameOf(known, question.supplyId), hitch: question.hitch }
    case 'supplyUnfinished': {
      const { supplyId } = question
      const left = [...known.orders.ofSupply(supplyId)].filter(isPackable)
      const orderIds = left.map(order => order.facts.id)
      const articles = [...Map.groupBy(left, ({ facts }) => facts.article)].map(([article, orders]) =>
        orders.length > 1 ? `${article} × ${orders.length}` : article
      )
      const { shelved } = known.orders.supplyTally(supplyId)
      return {
        code: 'supplyUnfinished',
        ...named(known, supplyId),
        orderIds,
        articles,
        ...(shelved > 0 && { shelved })
      }
    }
  }
}

/** Two supplies' labels may be in doubt at a time: the question says whose. */
function supplyOf(
  { bench }: Known,
  job: PrintJob | undefined
): Pick<Extract<Message, { readonly code: 'labelInHand' }>, 'supply'> {
  if (job?.source.kind !== 'supplyQr' && job?.source.kind !== 'spotSticker') return {}
  const remoteId = bench.supplies.get(job.source.supplyId)?.remoteId ?? null
  return remoteId === null ? {} : { supply: { label: job.source.kind, remoteId } }
}

function named({ bench }: Known, batchId: string): { readonly name: string; readonly scheme?: RoundScheme } {
  const batch = bench.supplies.get(batchId) ?? bench.rounds.get(batchId)
  return { name: batch?.name ?? '', ...roundScheme(batch) }
}

function nameOf(known: Known, supplyId: string): string {
  return named(known, supplyId).name
}

/** A city without points for such goods is a step of its own, and so is one whose points are on their way. */
function shownStep(step: PointStep): Extract<Message, { readonly code: 'whichPoint' }>['step'] {
  if (step.kind !== 'point') return step.kind
  if (step.offer === null) return 'loading'
  return step.offer.length === 0 ? 'none' : 'point'
}

/** A marking code by its serial number: what stands before it is the same on each unit of a product. */
function toldApart(key: MetaKey, value: string): string {
  return key === 'sgtin' ? (value.slice(18).split(GS)[0] ?? '') : value
}
