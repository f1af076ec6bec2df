import { assertNever } from '../assert.ts'
import type { Bench, BenchEvent } from '../bench.ts'
import type { BenchContext, Step } from '../step.ts'
import { claim, open } from './scans/claim.ts'
import { deliverWhatIsReady } from './supply/closing.ts'
import { closeBatch, command } from './commands.ts'
import { Draft } from './draft.ts'
import { eraseBuyers } from './erase-buyers.ts'
import { forgetGtin } from './codes/gtins.ts'
import { forgetSet } from './codes/sets.ts'
import { confirmJob, jobFailed, jobSending, jobSent, jobUncertain, jobWaiting, labelsExpired } from './prints/jobs.ts'
import { handToCourier } from './round/courier.ts'
import { mendLost } from './lost-rows.ts'
import { addBoxes, deleteBox, dropEmpty, moveOrders } from './supply/page-supply.ts'
import { deliveryMoved } from './round/delivery-moved.ts'
import { metaSeen, ordersSeen, statusesSeen, stickersLacking, stickersSeen, suppliesSeen } from './news.ts'
import { onOrder, printOwn, setSettings } from './page-acts.ts'
import { pointsSeen } from './supply/point-question.ts'
import { tellWhatGoes } from './round/departing.ts'
import { endWhatIsOver } from './round/ending.ts'
import { reshipmentSeen } from './supply/reshipment.ts'
import { answerReprint, answerShelf } from './scans/questions.ts'
import { scan } from './scans/read-scan.ts'
import { intentDone, intentRefused } from './replies.ts'
import { supplyProcessing } from './supply/processing.ts'
import { chooseShipping, usualShipping } from './supply/shipping-acts.ts'
import { awaitsBadge } from './scans/awaits-badge.ts'
import { isPacking, savePacker } from './scans/sign-in.ts'
import { nameCarrier, reprintSpot, spotsSeen } from './supply/spot.ts'
import { offerLeft, recallErrand, refreshRest, settleStage } from './stage.ts'
import { requestWave, stopPrints } from './prints/wave.ts'

/** The rules of the packing table: what an event changes, what it starts, what the packer is told. Pure; never throws. */
export function reduce(bench: Bench, event: BenchEvent, context: BenchContext): Step {
  const draft = new Draft(bench, context)
  if (isPacking(event) && awaitsBadge(bench)) draft.say('refused', { code: 'badgeFirst' })
  else apply(draft, event)
  deliverWhatIsReady(draft)
  tellWhatGoes(draft)
  endWhatIsOver(draft)
  recallErrand(draft)
  settleStage(draft)
  offerLeft(draft)
  return draft.finish()
}

function apply(draft: Draft, event: BenchEvent): void {
  switch (event.kind) {
    case 'scan':
      return scan(draft, event.scan)
    case 'deskScanLost':
      return draft.say('refused', { code: 'deskScanLost' })
    case 'lockedScan':
      return draft.say('refused', { code: 'locked' })
    case 'command':
      return command(draft, event.command)
    case 'shelfReason':
      return answerShelf(draft, event.reason)
    case 'reprintReason':
      return answerReprint(draft, event.reason)
    case 'claim':
      return claim(draft, event.orderIds, event.supply)
    case 'openSupply': {
      const batch = draft.batchOf(event.supplyId)
      return batch === undefined ? draft.say('refused', { code: 'noSupply', isClosed: true }) : open(draft, batch)
    }
    case 'closeSupply': {
      const batch = draft.batchOf(event.supplyId)
      return batch === undefined
        ? draft.say('refused', { code: 'noSupply', isClosed: true })
        : closeBatch(draft, batch, event.moving)
    }
    case 'moveOrders':
      return moveOrders(draft, event.orderIds, event.into)
    case 'addBoxes':
      return addBoxes(draft, event.supplyId, event.amount)
    case 'deleteBox':
      return deleteBox(draft, event.supplyId, event.boxId)
    case 'dropSupply':
      return dropEmpty(draft, event.supplyId)
    case 'printOwn':
      for (const source of event.sources) printOwn(draft, source, event.printerId ?? null)
      return
    case 'printWave':
      return requestWave(draft, event.supplyId)
    case 'stopPrints':
      return stopPrints(draft)
    case 'chooseShipping':
      return chooseShipping(draft, event)
    case 'usualShipping':
      return usualShipping(draft, event)
    case 'pointsSeen':
      return pointsSeen(draft, event.city, event.cargoType)
    case 'nameCarrier':
      return nameCarrier(draft, event)
    case 'reprintSpot':
      return reprintSpot(draft, event)
    case 'savePacker':
      savePacker(draft, event.packer, event.renames === true)
      return refreshRest(draft)
    case 'forgetGtin':
      return forgetGtin(draft, event.chrtId, event.gtin)
    case 'forgetSet':
      return forgetSet(draft, event.chrtId)
    case 'eraseBuyers':
      return eraseBuyers(draft, event.of)
    case 'copiesErased':
      // For the history alone.
      return
    case 'settings':
      setSettings(draft, event.settings)
      return refreshRest(draft)
    case 'takeOrder':
    case 'reprintOrder':
    case 'unshelve':
    case 'reopenOrder':
    case 'deleteCode':
    case 'cancelOrder':
    case 'pinOrder':
    case 'shelveOrder':
    case 'placeOrder':
    case 'buyerIdentified':
    case 'buyerLeft':
    case 'handOver':
      return onOrder(draft, event)
    case 'handToCourier':
      return handToCourier(draft, event.orderIds)
    case 'rowsLost':
      return mendLost(draft, event.queued)
    case 'ordersSeen':
      return ordersSeen(draft, event.orders)
    case 'statusesSeen':
      return statusesSeen(draft, event.statuses)
    case 'deliveryMoved':
      return deliveryMoved(draft, event)
    case 'stickersSeen':
      return stickersSeen(draft, event.stickers)
    case 'stickersLacking':
      return stickersLacking(draft, event.lacking)
    case 'suppliesSeen':
      return suppliesSeen(draft, event.supplies)
    case 'spotsSeen':
      return spotsSeen(draft, event.spots)
    case 'countriesSeen':
      return draft.set({ spot: { ...draft.bench.spot, countries: event.countries } })
    case 'reshipmentSeen':
      return reshipmentSeen(draft, event.orderIds)
    case 'metaSeen':
      return metaSeen(draft, event.metas)
    case 'intentDone':
      return intentDone(draft, event.intent, event)
    case 'intentRefused':
      return intentRefused(draft, event.intent, event)
    case 'supplyProcessing':
      return supplyProcessing(draft, event)
    case 'jobSending':
      return jobSending(draft, event.jobId, event.printer)
    case 'jobWaiting':
      return jobWaiting(draft, event.jobId, event.fault)
    case 'jobSent':
      return jobSent(draft, event.jobId)
    case 'jobConfirmed':
      return confirmJob(draft, event.jobId, event.by)
    case 'jobUncertain':
      return jobUncertain(draft, event.jobId, event.why)
    case 'jobFailed':
      return jobFailed(draft, event.jobId, event.why)
    case 'labelsExpired':
      return labelsExpired(draft, event.jobIds)
    default:
      return assertNever(event)
  }
}
