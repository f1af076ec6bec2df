import type { PrintJob } from '../../shared/domain/printing/print-jobs.ts'
import { lookUp } from '../i18n/say.ts'
import type { Texts } from '../i18n/texts.ts'
import { useAsk, useTexts } from '../page.ts'
import { RowList } from '../ui/row-list.tsx'

/** The journal of labels, the newest on top. */
export function LabelJobs() {
  const texts = useTexts()
  const { words, format, names } = texts
  const rows = useAsk('jobs.list', { offset: 0, limit: 200 })
  return (
    <RowList
      label={words.queue.labels}
      rows={rows ?? []}
      keyOf={row => row.id}
      empty={rows === null ? words.common.loading : words.queue.noLabels}
    >
      {row => (
        <div className="row-main label-row">
          <time className="quiet">{format.dateTime(row.bornAt)}</time>
          <b>{sourceWords(texts, row)}</b>
          <span className={row.state.kind === 'uncertain' || row.state.kind === 'failed' ? 'row-bad' : ''}>
            {stateWords(texts, row)}
          </span>
          <span className="quiet">
            {[row.printedOn ?? '', row.reason === null ? '' : words.queue.again(names.reprintReasons[row.reason])]
              .filter(part => part !== '')
              .join(' · ')}
          </span>
        </div>
      )}
    </RowList>
  )
}

function sourceWords({ words, names, format, spot }: Texts, { source }: PrintJob): string {
  switch (source.kind) {
    case 'sticker':
      return words.queue.stickerOf(format.orderId(source.orderId))
    case 'supplyQr':
      return words.queue.supplyQr
    case 'spotSticker':
      return spot.label
    case 'packingSlip':
      return words.queue.packingSlipOf(format.orderId(source.orderId))
    case 'pickupReceipt':
      return words.queue.pickupReceiptOf(format.orderId(source.receipt.orderId))
    case 'own':
      return names.ownLabels[source.label.kind]
  }
}

function stateWords({ names, tables }: Texts, { state }: PrintJob): string {
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
