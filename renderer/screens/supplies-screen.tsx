import { useState } from 'react'
import type { SupplyView } from '../../shared/view.ts'
import { goTo, useAsk, usePage, useTexts, useView } from '../page.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { RowList } from '../ui/row-list.tsx'
import './list-screen.css'

/** All supplies; the chosen one opens at the right. */
export function SuppliesScreen() {
  const { words, format } = useTexts()
  const rows = useAsk('supplies.list', undefined)
  const currentId = useView(view => view.supply?.id ?? null)
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

function SupplyPanel({ supply, isCurrent }: { readonly supply: SupplyView; readonly isCurrent: boolean }) {
  const { calls } = usePage()
  const { words, format } = useTexts()
  const [isClosing, setClosing] = useState(false)
  const supplyId = supply.id
  const left = supply.total - supply.packed - supply.shelved
  /** The stage asks, with the count. */
  async function askWave(): Promise<void> {
    if (await calls.act('supplies.printWave', { supplyId })) goTo({ screen: 'pack', orderId: null })
  }
  return (
    <aside className="side" aria-label={supply.name}>
      <h2>{supply.name}</h2>
      <dl className="side-facts">
        <dt>{words.supplies.states[supply.state]}</dt>
        <dd className="mono">{supply.remoteId ?? '…'}</dd>
        <dt>{words.supplies.packedOf}</dt>
        <dd>{words.supplies.packed(supply.packed, supply.total)}</dd>
        <dt>{words.supplies.made}</dt>
        <dd>{format.dateTime(supply.createdAt)}</dd>
        <dt>{words.orders.offices}</dt>
        <dd>{supply.offices.join(', ') || words.orders.noSupply}</dd>
      </dl>
      <div className="side-acts">
        {supply.state === 'open' && !isCurrent && (
          <Button tone="go" icon="pack" onClick={() => void calls.act('supplies.open', { supplyId })}>
            {words.supplies.open}
          </Button>
        )}
        {supply.state === 'open' && (
          <>
            <Button icon="printer" onClick={() => void askWave()}>
              {words.supplies.wave}
            </Button>
            <Button tone="refuse" icon="delivered" onClick={() => setClosing(true)}>
              {words.supplies.close}
            </Button>
          </>
        )}
        {supply.total > 0 && (
          <Button icon="printer" onClick={() => void calls.print('labels.print', { kind: 'supplySheet', supplyId })}>
            {words.supplies.sheet}
          </Button>
        )}
        <BoxLabels supplyId={supplyId} />
        {supply.state === 'delivered' && (
          <Button icon="printer" onClick={() => void calls.print('supplies.printQr', { supplyId })}>
            {words.supplies.qr}
          </Button>
        )}
      </div>
      {isClosing && (
        <Confirm
          title={words.supplies.closeAsk(supply.name)}
          detail={words.supplies.closeWhat(left)}
          act={words.supplies.closeDo(supply.name)}
          back={words.common.cancel}
          onBack={() => setClosing(false)}
          onAct={() => {
            setClosing(false)
            void calls.act('supplies.close', { supplyId })
          }}
        />
      )}
    </aside>
  )
}

/** Labels for the boxes of a supply, numbered from one. */
function BoxLabels({ supplyId }: { readonly supplyId: string }) {
  const { calls } = usePage()
  const { words } = useTexts()
  const [boxes, setBoxes] = useState<number | null>(null)
  if (boxes === null) {
    return (
      <Button icon="supplies" aria-expanded={false} onClick={() => setBoxes(1)}>
        {words.supplies.boxes}
      </Button>
    )
  }
  return (
    <form
      className="side-acts"
      onSubmit={event => {
        event.preventDefault()
        setBoxes(null)
        void calls.print('labels.print', { kind: 'boxes', supplyId, boxes })
      }}
    >
      <label className="field">
        <span>{words.supplies.boxCount}</span>
        <input
          className="input"
          type="number"
          min={1}
          max={100}
          value={boxes}
          onChange={event => setBoxes(Math.min(100, Math.max(1, Math.trunc(event.target.valueAsNumber || 1))))}
        />
      </label>
      <Button type="submit" icon="printer" tone="go">
        {words.printing.ask(boxes)}
      </Button>
      <Button onClick={() => setBoxes(null)}>{words.common.cancel}</Button>
    </form>
  )
}
