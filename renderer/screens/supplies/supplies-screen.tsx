import { useState } from 'react'
import { schemeOfBatch } from '../../../shared/view/view.ts'
import type { BatchView } from '../../../shared/view/view.ts'
import { goTo, useAsk, useLeave, usePart, useTexts, useView } from '../../page.ts'
import { Chips } from '../../ui/chips.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { SchemeMark } from '../../ui/scheme-mark.tsx'
import { DeskTabs } from '../desk-tabs.tsx'
import '../list-screen.css'
import { CompareBatches } from './compare-batches.tsx'
import { RoundPanel } from './round-panel.tsx'
import { isSpotStuck } from './spot-part.tsx'
import { SupplyPanel } from './supply-panel.tsx'

/** All supplies and rounds, newest first; the chosen one opens at the right. */
export function SuppliesScreen() {
  const { words, supplyDesk } = useTexts()
  const { compare } = supplyDesk
  const [way, setWay] = useState<'list' | 'side'>('list')
  const supplies = useAsk('supplies.list', undefined)
  const rounds = useAsk('rounds.list', undefined)
  const currentId = useView(view => view.batch?.id ?? null)
  const chosenId = usePart(state => state.route.thing ?? null)
  const isRead = supplies !== null && rounds !== null
  const rows = isRead ? [...supplies, ...rounds].toSorted((a, b) => b.createdAt - a.createdAt) : []
  const chosen = rows.find(row => row.id === chosenId)
  useLeave(chosen === undefined ? null : () => setChosenId(null))
  const isCurrent = chosenId === currentId
  return (
    <main className="list-screen">
      <div className="list-main">
        <DeskTabs />
        <Chips<'list' | 'side'>
          label={compare.how}
          value={way}
          choices={[
            { value: 'list', name: compare.list },
            { value: 'side', name: compare.side }
          ]}
          onChoose={setWay}
        />
        {way === 'side' && (
          <CompareBatches batches={rows} chosenId={chosenId} currentId={currentId} onOpen={setChosenId} />
        )}
        {way === 'list' && (
          <RowList
            label={words.supplies.title}
            rows={rows}
            keyOf={row => row.id}
            isChosen={row => row.id === chosenId}
            empty={isRead ? words.supplies.none : words.common.loading}
          >
            {row => <BatchLine batch={row} isCurrent={row.id === currentId} onOpen={() => setChosenId(row.id)} />}
          </RowList>
        )}
      </div>
      {chosen?.kind === 'supply' && <SupplyPanel supply={chosen} isCurrent={isCurrent} />}
      {chosen?.kind === 'round' && <RoundPanel round={chosen} isCurrent={isCurrent} />}
    </main>
  )
}

/** Opens a supply or round at the right; null: closes it. */
function setChosenId(id: string | null): void {
  goTo({ screen: 'supplies', orderId: null, ...(id !== null && { thing: id }) })
}

function BatchLine(props: { readonly batch: BatchView; readonly isCurrent: boolean; readonly onOpen: () => void }) {
  const { words, names, format, spot } = useTexts()
  const { batch } = props
  const scheme = schemeOfBatch(batch)
  return (
    <button type="button" className="row-main supplies-row" onClick={props.onOpen}>
      <span>
        <SchemeMark scheme={scheme}>{names.schemes[scheme]}</SchemeMark>
      </span>
      <b>{batch.name}</b>
      <span className="mono tiny">{batch.kind === 'supply' && (batch.remoteId ?? '…')}</span>
      <span>
        {batch.kind === 'supply' ? words.supplies.states[batch.state] : words.supplies.roundStates[batch.state]}
        {batch.kind === 'supply' && batch.spot !== null && isSpotStuck(batch.spot) && (
          <span className="row-bad"> · {spot.short}</span>
        )}
        {props.isCurrent && <b> · {words.supplies.current}</b>}
      </span>
      <span>
        {words.supplies.packed(batch.packed, batch.total)}
        {batch.shelved > 0 && <span className="row-bad"> · {words.supplies.shelved(batch.shelved)}</span>}
      </span>
      <span className="quiet">{format.dateTime(batch.createdAt)}</span>
    </button>
  )
}
