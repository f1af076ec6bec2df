import type { PrintJob } from '../../../shared/domain/printing/print-jobs.ts'
import { lookUp } from '../../i18n/say.ts'
import type { Texts } from '../../i18n/texts.ts'

/** What a label is, and of what. */
export function labelSubject({ words, names, format, spot }: Texts, { source }: PrintJob): string {
  switch (source.kind) {
    case 'sticker':
      return words.queue.stickerOf(format.orderId(source.orderId))
    case 'supplyQr':
      return words.queue.supplyQr
    case 'spotSticker':
      return spot.label
    case 'packingSlip':
      return words.queue.packingSlipOf(format.orderId(source.orderId))
    case 'pickList':
      return names.ownLabels.pickSheet
    case 'routeSheet':
      return words.queue.routeSheet
    case 'pickupReceipt':
      return words.queue.pickupReceiptOf(format.orderId(source.receipt.orderId))
    case 'own':
      return names.ownLabels[source.label.kind]
  }
}

/** How far it is, and what is wrong. */
export function labelStateWords({ names, tables }: Texts, { state }: PrintJob): string {
  const title = names.printStates[state.kind]
  switch (state.kind) {
    case 'uncertain':
      return `${title}: ${names.doubts[state.why]}`
    case 'failed':
      return `${title}: ${lookUp(tables.faults, state.why).title}`
    case 'intended':
    case 'sending':
    case 'sent':
    case 'confirmed':
      return title
  }
}
