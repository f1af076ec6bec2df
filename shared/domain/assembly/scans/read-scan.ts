import type { PrintJob } from '../../printing/print-jobs.ts'
import type { Scan } from '../../scanning/scan.ts'
import { isJustPacked, sayReady } from './second-read.ts'
import { open } from './claim.ts'
import { command } from '../commands.ts'
import type { Draft } from '../draft.ts'
import { confirmJob } from '../prints/jobs.ts'
import { orderOfSticker, pick } from './pick.ts'
import { answerCity, answerPoint } from '../supply/point-question.ts'
import { answerReprint, answerShelf } from './questions.ts'
import { ask } from '../codes/ask.ts'
import { offerReopening } from '../reopen.ts'
import { back } from '../stage.ts'
import { isParcelOfCancelled } from '../supply/cancelled.ts'
import { scanStorePlace } from './store-place.ts'
import { putInBox, scanBox } from '../supply/in-box.ts'
import { putAway, takeOut, takeOutOf } from '../supply/dropping.ts'
import { scanOnTable } from './table-scan.ts'
import { scanPickupCode } from './pickup-code.ts'

/** One scan of whatever there is to be scanned. */
export function scan(draft: Draft, read: Scan): void {
  switch (read.kind) {
    case 'command':
      return command(draft, read.command)
    case 'shelfReason':
      return answerShelf(draft, read.reason)
    case 'reprintReason':
      return answerReprint(draft, read.reason)
    case 'city':
      return answerCity(draft, read.place)
    case 'shippingPoint':
      return answerPoint(draft, read.pointId)
    case 'operator':
      return signIn(draft, read.badge)
    case 'storePlace':
      return scanStorePlace(draft, read.place)
    case 'supply':
      return scanSupply(draft, read.supplyId)
    case 'pickupCode':
      return scanPickupCode(draft, read.orderCode)
    case 'box':
      return scanBox(draft, read.boxId)
    default:
      scanThing(draft, read)
      if (read.isCaseInDoubt === true && doesCaseMatter(draft, read)) draft.note({ code: 'capsLock' })
  }
}

/** Digits have no case, and a sticker that is known was read in the right one. */
function doesCaseMatter(draft: Draft, read: Scan): boolean {
  const isText = read.kind === 'markingCode' || read.kind === 'sticker' || read.kind === 'unknown'
  return isText && orderOfSticker(draft, read) === undefined
}

/** Something physical: a product, a code on it, a sticker. */
function scanThing(draft: Draft, read: Scan): void {
  const { question } = draft.table
  if (question !== null) {
    const sticker = orderOfSticker(draft, read)
    if (question.kind === 'cancelledInside' && sticker !== undefined && question.orderIds.includes(sticker.facts.id)) {
      return takeOutOf(draft, question, sticker.facts.id)
    }
    if (sticker !== undefined && isParcelOfCancelled(sticker)) {
      putAway(draft, sticker.facts.id)
      draft.note({ code: 'parcelOut', partB: sticker.sticker?.partB ?? '' })
      return ask(draft, question)
    }
    const job = labelAsked(draft)
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
  if (current !== undefined) return scanOnTable(draft, current, read)
  const sticker = orderOfSticker(draft, read)
  if (sticker === undefined) pick(draft, read)
  else if (isParcelOfCancelled(sticker)) takeOut(draft, sticker)
  else if (putInBox(draft, sticker)) return
  else if (isJustPacked(draft, sticker)) sayReady(draft, sticker)
  else {
    pick(draft, read)
    // The parcel in the hand is the one that the next code of a place is for.
    if (draft.said?.message.code === 'pickupWaits') draft.setTable({ lastOrderId: sticker.facts.id })
    offerReopening(draft, sticker)
  }
}

/** The label of which it is asked whether it is out. */
function labelAsked({ bench, table: { question } }: Draft): PrintJob | undefined {
  return question?.kind === 'labelInHand' ? bench.jobs.get(question.jobId) : undefined
}

function signIn(draft: Draft, badge: string): void {
  const packer = draft.bench.packers.get(badge)
  if (packer === undefined) return draft.say('refused', { code: 'unknownBadge', badge })
  const before = draft.bench.packers.get(draft.bench.packerId ?? '')
  draft.set({ packerId: packer.id })
  const { orderId, question } = draft.table
  if (orderId === null && question === null) return draft.say('goOn', { code: 'signedIn', name: packer.name })
  // Whoever takes over in the middle of something sees what it asks for, and that it is theirs now.
  back(draft)
  if (orderId !== null && before !== undefined && before.id !== packer.id) {
    draft.note({ code: 'takenOver', name: packer.name, before: before.name })
  }
}

function scanSupply(draft: Draft, remoteId: string): void {
  const supply = [...draft.bench.supplies.values()].find(one => one.remoteId === remoteId)
  const job = labelAsked(draft)
  if (job?.source.kind === 'supplyQr' && job.source.supplyId === supply?.id) {
    draft.setTable({ question: null })
    return confirmJob(draft, job.id, 'packer')
  }
  if (draft.table.question !== null) return draft.say('refused', { code: 'answerFirst' })
  if (supply?.state !== 'open') return draft.say('refused', { code: 'wrongKind', kind: 'supply' })
  open(draft, supply)
}
