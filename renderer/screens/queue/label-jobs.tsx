import { useAsk, useTexts } from '../../page.ts'
import { RowList } from '../../ui/row-list.tsx'
import { labelStateWords, labelSubject } from './label-words.ts'

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
          <b>{labelSubject(texts, row)}</b>
          <span className={row.state.kind === 'uncertain' || row.state.kind === 'failed' ? 'row-bad' : ''}>
            {labelStateWords(texts, row)}
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
