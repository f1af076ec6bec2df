import { isDeepStrictEqual } from 'node:util'
import { isComplete } from '../../../../shared/domain/assembly/codes/need.ts'
import type { Bench, BenchEvent } from '../../../../shared/domain/bench.ts'
import type { Step } from '../../../../shared/domain/step.ts'
import { checkMarkingCode } from '../../../../shared/domain/codes/gs1.ts'
import { sameGtin } from '../../../../shared/domain/codes/identifiers.ts'
import type { IntentBody } from '../../../../shared/domain/intents.ts'
import { META_KEYS } from '../../../../shared/domain/orders/orders.ts'
import type { Order } from '../../../../shared/domain/orders/orders.ts'
import type { PrintJob } from '../../../../shared/domain/printing/print-jobs.ts'
import { hold } from './hold.ts'

/** What has happened so far, as the rules of the house count it. */
export interface Tally {
  /** Orders whose sticker was printed for the first time. */
  readonly printed: Set<number>
  /** `order key value at` of each code that was queued. */
  readonly sent: Set<string>
  packed: number
}

/** Why a label is called back before it leaves: a code was taken off, the order was put aside, or nobody fed the printer for hours. */
const RECALLS: readonly string[] = ['codeMissing', 'expired', 'calledOff', 'setAside']

/** Holds one step against everything that must be true of every step. */
export function checkStep(before: Bench, event: BenchEvent, step: Step, tally: Tally): void {
  const { bench, feedback, effects } = step
  checkChanged(before, step)
  if (isOperators(event) && feedback?.face === 'refused') checkNothingHappened(before, step)
  const isQuestionSame = isDeepStrictEqual(before.table.question, bench.table.question)
  hold(before.table.question === null || isQuestionSame || feedback !== null, 'a question is never lost in silence')
  for (const job of bench.jobs.values()) {
    // Recalled before it left for the printer: the next one is the first again.
    const isRecalled = job.state.kind === 'failed' && RECALLS.includes(job.state.why)
    const was = before.jobs.get(job.id)?.state.kind
    // On its way, and the printer took nothing.
    const isUntaken = was === 'sending' && event.kind === 'jobWaiting'
    const isBefore = was === 'intended' || isUntaken
    if (isRecalled && isBefore && job.source.kind === 'sticker') tally.printed.delete(job.source.orderId)
    hold(!isRecalled || isBefore || was === 'failed', 'only what has not left is recalled', job)
  }
  for (const { facts, life } of step.changed) {
    // It has to travel once more: a label of its second way is a first one too.
    if (before.orders.get(facts.id)?.life === 'shipped' && life !== 'shipped') tally.printed.delete(facts.id)
  }
  for (const effect of effects) {
    if (effect.kind === 'print') checkPrint(before, bench, effect.job, event, tally)
    if (effect.kind === 'queue') checkQueued(before, bench, effect.body, tally)
  }
  for (const order of step.changed) checkOrder(before, order, event, tally)
  hold(bench.shift.packed === tally.packed, 'the shift counts what was packed', bench.shift)
}

function checkChanged(before: Bench, step: Step): void {
  const { orders } = step.bench
  const differing = [...orders.all()].filter(order => order !== before.orders.get(order.facts.id))
  hold(isDeepStrictEqual(new Set(differing), new Set(step.changed)), 'the changed orders are those that differ')
  hold(orders.size === before.orders.size, 'no order vanishes')
}

function checkNothingHappened(was: Bench, step: Step): void {
  // Whose parcel is in the hand is noted, for the code of the place that it is put at.
  const { lastOrderId } = step.bench.table
  const isInHand = step.feedback?.message.code === 'pickupWaits' && step.feedback.message.orderId === lastOrderId
  const before = isInHand ? { ...was, table: { ...was.table, lastOrderId } } : was
  hold(step.changed.length === 0 && step.effects.length === 0, 'what is refused does nothing', step)
  for (const part of [
    'table',
    'supplies',
    'rounds',
    'supplyId',
    'jobs',
    'packerId',
    'gtinOverrides',
    'sets',
    'settings',
    'shift'
  ] as const) {
    hold(isDeepStrictEqual(step.bench[part], before[part]), `what is refused leaves ${part} alone`)
  }
}

function checkOrder(bench: Bench, after: Order, event: BenchEvent, tally: Tally): void {
  const before = bench.orders.get(after.facts.id)
  if (before?.itemChecked !== true && after.itemChecked)
    hold(shows(event, after) || isShown(bench, event, after), 'only its own item checks an order', event)
  // What was packed before the shift began was never counted.
  if (before?.life === 'packed' && after.packedAt === null && isReopening(event))
    tally.packed = Math.max(0, tally.packed - 1)
  if (after.life !== 'packed' || before?.life === 'packed') return
  hold(isComplete(after) && after.label === 'printed', 'a packed order has item, codes and label', after)
  for (const key of META_KEYS) {
    const entry = after.codes[key]
    if (entry === undefined) continue
    hold(
      tally.sent.has(`${after.facts.id} ${key} ${entry.values.join()} ${entry.at}`),
      'the codes of a packed order were queued'
    )
  }
  tally.packed++
}

function checkPrint(before: Bench, after: Bench, job: PrintJob, event: BenchEvent, tally: Tally): void {
  if (job.source.kind !== 'sticker') return
  const { orderId } = job.source
  const order = after.orders.get(orderId)
  hold(order !== undefined && order.life !== 'cancelled', 'nothing prints for a cancelled order')
  if (job.reason !== null || order === undefined) return
  hold(!tally.printed.has(orderId), 'no order has two first prints', orderId)
  tally.printed.add(orderId)
  // A wave prints before the codes: that is what it is for.
  hold(isWave(before, event) || isComplete(order), 'no first print lacks item or codes', order)
}

function checkQueued(before: Bench, after: Bench, body: IntentBody, tally: Tally): void {
  if (body.kind === 'deliverSupply') {
    const was = before.supplies.get(body.supplyId)?.state
    // Born in this very step: what the marketplace has lost leaves in a new one.
    hold(was === undefined || was === 'open' || was === 'closing', 'a supply is delivered once', was)
    hold(after.supplies.get(body.supplyId)?.state === 'delivering', 'a delivery that is queued shows')
    const left = [...after.orders.all()].filter(order => order.supplyId === body.supplyId)
    hold(
      left.every(({ life }) => life === 'packed' || life === 'shipped' || life === 'cancelled'),
      'only parcels travel'
    )
  }
  if (body.kind !== 'setMeta') return
  const order = after.orders.get(body.orderId)
  const entry = order?.codes[body.key]
  hold(order !== undefined && isComplete(order), 'no code leaves while one is missing')
  hold(isDeepStrictEqual(entry?.values, body.values) && entry?.state === 'queued', 'a code that is queued shows', entry)
  const name = `${body.orderId} ${body.key} ${body.values.join()} ${entry?.at}`
  hold(!tally.sent.has(name), 'a code is queued once', name)
  tally.sent.add(name)
}

function shows(event: BenchEvent, { facts }: Order): boolean {
  if (event.kind !== 'scan') return false
  const { scan } = event
  const isCode = scan.kind === 'markingCode' && scan.check.kind === 'ok'
  const text = isCode ? scan.check.value.gtin : scan.symbol
  return facts.skus.some(sku => sameGtin(sku, text))
}

/** The "yes" to a marking code in the place of another, or to the supply that the item is for: it was shown one scan before. */
function isShown({ table: { question }, feedback: { note } }: Bench, event: BenchEvent, { facts }: Order): boolean {
  if (note?.code === 'otherSupply') return note.orderId === facts.id && note.entry === 'item' && isYes(event)
  if (question?.kind !== 'replaceCode' || question.key !== 'sgtin' || !isYes(event)) return false
  const check = checkMarkingCode(question.value)
  return check.kind === 'ok' && facts.skus.some(sku => sameGtin(sku, check.value.gtin))
}

/** What puts a packed order back on the table: it is not packed any more. */
function isReopening(event: BenchEvent): boolean {
  if (event.kind === 'reopenOrder') return true
  if (event.kind === 'command') return event.command === 'undo'
  return event.kind === 'scan' && event.scan.kind === 'command' && event.scan.command === 'undo'
}

/** The "yes" to a whole wave: nothing prints before. */
function isWave({ table }: Bench, event: BenchEvent): boolean {
  return table.question?.kind === 'wholeWave' && isYes(event)
}

function isYes(event: BenchEvent): boolean {
  if (event.kind === 'command') return event.command === 'yes'
  return event.kind === 'scan' && event.scan.kind === 'command' && event.scan.command === 'yes'
}

/** What a person at the table or at the page did; the rest is news. */
function isOperators(event: BenchEvent): boolean {
  switch (event.kind) {
    case 'scan':
    case 'command':
    case 'shelfReason':
    case 'reprintReason':
    case 'claim':
    case 'openSupply':
    case 'closeSupply':
    case 'reprintOrder':
    case 'takeOrder':
    case 'unshelve':
    case 'reopenOrder':
    case 'deleteCode':
    case 'cancelOrder':
    case 'pinOrder':
    case 'shelveOrder':
    case 'placeOrder':
    case 'handOver':
    case 'handToCourier':
    case 'moveOrders':
    case 'addBoxes':
    case 'deleteBox':
    case 'dropSupply':
    case 'printOwn':
    case 'printWave':
      return true
    default:
      return false
  }
}
