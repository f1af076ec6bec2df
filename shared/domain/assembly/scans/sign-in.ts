import { assertNever } from '../../assert.ts'
import type { BenchEvent, Packer } from '../../bench.ts'
import type { Draft } from '../draft.ts'

/** Whether the event packs, at the table or from the page: whoever does that has to be known. */
export function isPacking(event: BenchEvent): boolean {
  switch (event.kind) {
    case 'scan':
      return event.scan.kind !== 'operator' && (event.scan.kind !== 'command' || event.scan.command !== 'acknowledge')
    case 'command':
      return event.command !== 'acknowledge'
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
    case 'printWave':
    case 'chooseShipping':
    case 'nameCarrier':
    case 'reprintSpot':
      return true
    case 'deskScanLost':
    case 'lockedScan':
    case 'buyerIdentified':
    case 'buyerLeft':
    case 'printOwn':
    case 'usualShipping':
    // Whoever sees labels come out that nobody wants need not sign in first.
    case 'stopPrints':
    case 'savePacker':
    case 'forgetGtin':
    case 'forgetSet':
    case 'eraseBuyers':
    case 'copiesErased':
    case 'settings':
    case 'pointsSeen':
    case 'ordersSeen':
    case 'statusesSeen':
    case 'deliveryMoved':
    case 'stickersSeen':
    case 'stickersLacking':
    case 'suppliesSeen':
    case 'spotsSeen':
    case 'countriesSeen':
    case 'reshipmentSeen':
    case 'metaSeen':
    case 'rowsLost':
    case 'intentDone':
    case 'intentRefused':
    case 'supplyProcessing':
    case 'jobSending':
    case 'jobWaiting':
    case 'jobSent':
    case 'jobConfirmed':
    case 'jobUncertain':
    case 'jobFailed':
    case 'labelsExpired':
      return false
    default:
      return assertNever(event)
  }
}

/** Puts a packer on the list. A number in use is refused with the name of who has it, unless that name is to be changed. */
export function savePacker(draft: Draft, packer: Packer, renames: boolean): void {
  const known = draft.bench.packers.get(packer.id)
  if (known !== undefined && known.name !== packer.name && !renames) {
    return draft.say('refused', { code: 'numberTaken', badge: packer.id, name: known.name })
  }
  draft.set({ packers: new Map(draft.bench.packers).set(packer.id, packer) })
}
