import { useState } from 'react'
import { useAsk, useTexts, useView } from '../../page.ts'
import { RowList } from '../../ui/row-list.tsx'
import '../list-screen.css'
import { isSpotStuck } from './spot-part.tsx'
import { SupplyPanel } from './supply-panel.tsx'

/** All supplies; the chosen one opens at the right. */
export function SuppliesScreen() {
  const { words, format, spot } = useTexts()
  const rows = useAsk('supplies.list', undefined)
  const currentId = useView(view => view.batch?.id ?? null)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const chosen = rows?.find(row => row.id === chosenId) ?? null
  return (
    <main className="list-screen">
      <div className="list-main">
        <RowList
          label={words.supplies.title}
          rows={rows ?? []}
          keyOf={row => row.id}
          isChosen={row => row.id === chosenId}
          empty={rows === null ? words.common.loading : words.supplies.none}
        >
          {row => (
            <button type="button" className="row-main supplies-row" onClick={() => setChosenId(row.id)}>
              <b>{row.name}</b>
              <span className="mono tiny">{row.remoteId ?? '…'}</span>
              <span>
                {words.supplies.states[row.state]}
                {row.spot !== null && isSpotStuck(row.spot) && <span className="row-bad"> · {spot.short}</span>}
                {row.id === currentId && <b> · {words.supplies.current}</b>}
              </span>
              <span>
                {words.supplies.packed(row.packed, row.total)}
                {row.shelved > 0 && <span className="row-bad"> · {words.supplies.shelved(row.shelved)}</span>}
              </span>
              <span className="quiet">{format.dateTime(row.createdAt)}</span>
            </button>
          )}
        </RowList>
      </div>
      {chosen !== null && <SupplyPanel supply={chosen} isCurrent={chosen.id === currentId} />}
    </main>
  )
}
