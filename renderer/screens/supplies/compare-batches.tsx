import type { ReactNode } from 'react'
import { schemeOfBatch, type BatchView } from '../../../shared/view/view.ts'
import { urgencyOf } from '../../i18n/time-left.ts'
import { useAsk, useNow, useTexts } from '../../page.ts'
import { SchemeMark } from '../../ui/scheme-mark.tsx'
import './compare.css'

/** The open supplies and rounds side by side: how far each is, what is left in it, and till when. */
export function CompareBatches(props: {
  readonly batches: readonly BatchView[]
  readonly chosenId: string | null
  readonly currentId: string | null
  readonly onOpen: (id: string) => void
}) {
  const { words, names, supplyDesk, format } = useTexts()
  const compared = useAsk('supplies.compare', undefined) ?? []
  const now = useNow(30_000)
  const { compare } = supplyDesk
  const open = compared.flatMap(progress => {
    const batch = props.batches.find(({ id }) => id === progress.id)
    return batch === undefined ? [] : [{ batch, progress }]
  })
  if (open.length === 0) return <p className="row-list-empty quiet">{compare.none}</p>
  return (
    <div className="compare" role="region" aria-label={compare.title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <td />
            {open.map(({ batch }) => (
              <th key={batch.id} scope="col" data-chosen={batch.id === props.chosenId}>
                <button type="button" className="compare-name" onClick={() => props.onOpen(batch.id)}>
                  <SchemeMark scheme={schemeOfBatch(batch)}>{names.schemes[schemeOfBatch(batch)]}</SchemeMark>
                  <b>{batch.name}</b>
                  {batch.id === props.currentId && <span>{words.supplies.current}</span>}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Facts name={compare.done}>
            {open.map(({ batch }) => (
              <td key={batch.id}>
                <b className="compare-share">{format.number(shareOf(batch))} %</b>
                <progress max={Math.max(1, batch.total)} value={batch.packed} aria-label={batch.name} />
                {words.supplies.packed(batch.packed, batch.total)}
              </td>
            ))}
          </Facts>
          <Facts name={compare.left}>
            {open.map(({ batch, progress }) => (
              <td key={batch.id}>{compare.leftOf(batch.total - batch.packed - batch.shelved, progress.products)}</td>
            ))}
          </Facts>
          <Facts name={compare.due}>
            {open.map(({ batch, progress: { dueAt } }) => (
              <td key={batch.id}>
                {dueAt === null ? (
                  '—'
                ) : (
                  <span className="row-left" data-urgency={urgencyOf(dueAt, now)}>
                    {dueAt > now ? format.roughly(dueAt - now) : words.orders.overdue}
                  </span>
                )}
              </td>
            ))}
          </Facts>
          <Facts name={compare.packedAt}>
            {open.map(({ batch, progress: { packedAt } }) => (
              <td key={batch.id}>{packedAt === null ? '—' : format.dateTime(packedAt)}</td>
            ))}
          </Facts>
          <Facts name={compare.shelved}>
            {open.map(({ batch }) => (
              <td key={batch.id} className={batch.shelved > 0 ? 'row-bad' : ''}>
                {format.number(batch.shelved)}
              </td>
            ))}
          </Facts>
          <Facts name={compare.unjudged}>
            {open.map(({ batch }) => (
              <td key={batch.id}>{batch.kind === 'supply' ? format.number(batch.unjudged) : '—'}</td>
            ))}
          </Facts>
        </tbody>
      </table>
    </div>
  )
}

/** In whole percent; all of nothing is nothing. */
function shareOf({ packed, total }: BatchView): number {
  return total === 0 ? 0 : Math.floor((packed * 100) / total)
}

function Facts({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {children}
    </tr>
  )
}
