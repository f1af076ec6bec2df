import { assertNever } from '../assert.ts'
import type { Bench, BenchContext, BenchEvent, Step } from '../bench.ts'
import type { PrintSource } from '../print-jobs.ts'
import type { Scan } from '../scan.ts'
import type { Settings } from '../settings.ts'
import { claim, open } from './claim.ts'
import { requestClose } from './closing.ts'
import { dropCode } from './codes.ts'
import { command } from './commands.ts'
import { Draft } from './draft.ts'
import { confirmJob, jobFailed, jobSending, jobUncertain, jobWaiting } from './jobs.ts'
import { advance, isPackable, rest, workingLife } from './need.ts'
import { metaSeen, ordersSeen, statusesSeen, stickersSeen, suppliesSeen } from './news.ts'
import { orderOfSticker, pick, pickOrder } from './pick.ts'
import { answerReprint, answerShelf } from './questions.ts'
import { intentDone, intentRefused } from './replies.ts'
import { reprint } from './reprint.ts'
import { unshelve } from './shelf.ts'
import { back, settleStage } from './stage.ts'
import { scanOnTable } from './table-scan.ts'
import { printWave } from './wave.ts'

/** The rules of the packing table: what an event changes, what it starts, what the packer is told. Pure; never throws. */
export function reduce(bench: Bench, event: BenchEvent, context: BenchContext): Step {
  const draft = new Draft(bench, context)
  apply(draft, event)
  settleStage(draft)
  return draft.finish()
}

function apply(draft: Draft, event: BenchEvent): void {
  switch (event.kind) {
    case 'scan':
      return scan(draft, event.scan)
    case 'command':
      return command(draft, event.command)
    case 'shelfReason':
      return answerShelf(draft, event.reason)
    case 'reprintReason':
      return answerReprint(draft, event.reason)
    case 'claim':
      return claim(draft, event.orderIds, event.supply)
    case 'openSupply': {
      const supply = draft.bench.supplies.get(event.supplyId)
      return supply === undefined ? draft.say('refused', { code: 'noSupply' }) : open(draft, supply)
    }
    case 'closeSupply': {
      const supply = draft.bench.supplies.get(event.supplyId)
      return supply === undefined ? draft.say('refused', { code: 'noSupply' }) : requestClose(draft, supply)
    }
    case 'printOwn':
      return printOwn(draft, event.source)
    case 'printWave':
      return printWave(draft, event.supplyId)
    case 'savePacker':
      return draft.set({ packers: new Map(draft.bench.packers).set(event.packer.id, event.packer) })
    case 'settings':
      return setSettings(draft, event.settings)
    case 'takeOrder':
    case 'reprintOrder':
    case 'unshelve':
    case 'deleteCode':
      return onOrder(draft, event)
    case 'ordersSeen':
      return ordersSeen(draft, event.orders)
    case 'statusesSeen':
      return statusesSeen(draft, event.statuses)
    case 'stickersSeen':
      return stickersSeen(draft, event.stickers)
    case 'suppliesSeen':
      return suppliesSeen(draft, event.supplies)
    case 'metaSeen':
      return metaSeen(draft, event.metas)
    case 'intentDone':
      return intentDone(draft, event.intent, event.remoteId)
    case 'intentRefused':
      return intentRefused(draft, event.intent, event)
    case 'jobSending':
      return jobSending(draft, event.jobId)
    case 'jobWaiting':
      return jobWaiting(draft, event.jobId, event.fault)
    case 'jobConfirmed':
      return confirmJob(draft, event.jobId, event.by)
    case 'jobUncertain':
      return jobUncertain(draft, event.jobId, event.why)
    case 'jobFailed':
      return jobFailed(draft, event.jobId, event.why)
    default:
      return assertNever(event)
  }
}

/** The order on the table goes on at once if it waited for what a setting now lets happen by itself. */
function setSettings(draft: Draft, settings: Settings): void {
  const { printWhen, scanBack } = draft.bench.settings
  draft.set({ settings })
  const isSame = settings.printWhen === printWhen && settings.scanBack === scanBack
  if (!isSame && draft.current !== undefined) advance(draft)
}

/** A label that belongs to no order: an own one, or a supply's QR, which is wanted once. */
function printOwn(draft: Draft, source: PrintSource): void {
  // A sticker has rules of its own.
  if (source.kind === 'sticker') return draft.say('refused', { code: 'notNow' })
  draft.print(source, null)
  const supply = source.kind === 'supplyQr' ? draft.bench.supplies.get(source.supplyId) : undefined
  if (supply?.qrWanted === true) draft.putSupply({ ...supply, qrWanted: false })
}

function scan(draft: Draft, read: Scan): void {
  switch (read.kind) {
    case 'command':
      return command(draft, read.command)
    case 'shelfReason':
      return answerShelf(draft, read.reason)
    case 'reprintReason':
      return answerReprint(draft, read.reason)
    case 'operator':
      return signIn(draft, read.badge)
    case 'supply':
      return scanSupply(draft, read.supplyId)
    case 'box':
    case 'pickupCode':
      return draft.say('refused', { code: 'wrongKind', kind: read.kind })
    default:
      return scanThing(draft, read)
  }
}

/** Something physical: a product, a code on it, a sticker. */
function scanThing(draft: Draft, read: Scan): void {
  const { question } = draft.table
  if (question !== null) {
    const sticker = orderOfSticker(draft, read)
    const job = question.kind === 'labelInHand' ? draft.bench.jobs.get(question.jobId) : undefined
    // Scanning the label answers "is it in your hand?" better than any word.
    if (sticker === undefined || job?.source.kind !== 'sticker' || job.source.orderId !== sticker.facts.id) {
      return draft.say('refused', { code: 'answerFirst' })
    }
    draft.setTable({ question: null })
    if (draft.table.orderId === sticker.facts.id) return scanOnTable(draft, sticker, read)
    return confirmJob(draft, job.id, 'packer')
  }
  const current = draft.current
  if (read.kind === 'unknown' && read.reason !== 'notRecognised') return draft.say('refused', { code: 'unreadable' })
  if (current === undefined) pick(draft, read)
  else scanOnTable(draft, current, read)
}

function signIn(draft: Draft, badge: string): void {
  const packer = draft.bench.packers.get(badge)
  if (packer === undefined) return draft.say('refused', { code: 'unknownBadge', badge })
  draft.set({ packerId: packer.id })
  const { orderId, question } = draft.table
  if (orderId === null && question === null) return draft.say('goOn', { code: 'signedIn', name: packer.name })
  // Whoever takes over in the middle of something sees what it asks for; the name stands in the status line.
  back(draft)
}

function scanSupply(draft: Draft, remoteId: string): void {
  const supply = [...draft.bench.supplies.values()].find(one => one.remoteId === remoteId)
  if (draft.table.question !== null) return draft.say('refused', { code: 'answerFirst' })
  if (supply?.state !== 'open') return draft.say('refused', { code: 'wrongKind', kind: 'supply' })
  open(draft, supply)
}

type OrderEvent = Extract<BenchEvent, { readonly kind: 'takeOrder' | 'reprintOrder' | 'unshelve' | 'deleteCode' }>

/** Acts from an order's page. */
function onOrder(draft: Draft, event: OrderEvent): void {
  const order = draft.order(event.orderId)
  if (order === undefined) return draft.say('refused', { code: 'notFound', text: String(event.orderId) })
  switch (event.kind) {
    case 'takeOrder': {
      const { orderId, question } = draft.table
      if (question !== null) return draft.say('refused', { code: 'answerFirst' })
      if (orderId !== null) return draft.say('refused', { code: 'finishCurrent', orderId })
      if (draft.supply === undefined) return draft.say('refused', { code: 'noSupply' })
      return pickOrder(draft, order, 'chosen')
    }
    case 'reprintOrder':
      return reprint(draft, order, event.reason)
    case 'unshelve':
      if (order.life === 'shelved') unshelve(draft, order)
      return draft.table.orderId === null ? rest(draft) : undefined
    case 'deleteCode': {
      if (order.life === 'shipped' || order.life === 'cancelled') return draft.say('refused', { code: 'notNow' })
      if (!dropCode(draft, order, event.key)) return
      const after = draft.order(order.facts.id) ?? order
      const unpacked = { ...after, packedAt: null, packedBy: null }
      const working = isPackable(order) || order.life === 'packed'
      draft.put({ ...unpacked, life: working ? workingLife(unpacked) : order.life })
      return back(draft)
    }
  }
}
