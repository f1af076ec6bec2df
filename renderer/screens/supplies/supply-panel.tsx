import { useState } from 'react'
import type { SupplyView } from '../../../shared/view/view.ts'
import { goTo, usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { AgainPart } from './again-part.tsx'
import { BoxPart } from './box-part.tsx'
import { ClosingList } from './closing-list.tsx'
import { BoxLabels } from './box-labels.tsx'
import { PickButton } from './pick-button.tsx'
import { ShippingPart } from './shipping-part.tsx'
import { PassWanted } from './pass-wanted.tsx'
import { SupplyContent } from './supply-content.tsx'
import { SpotPart } from './spot-part.tsx'

/** One supply: what is in it, where it goes, and what can be done with it. */
export function SupplyPanel({ supply, isCurrent }: { readonly supply: SupplyView; readonly isCurrent: boolean }) {
  const { calls } = usePage()
  const { words, supplyDesk, format } = useTexts()
  const [isClosing, setClosing] = useState(false)
  const supplyId = supply.id
  const left = supply.total - supply.packed - supply.shelved
  /** The stage asks, with the count. */
  async function askWave(): Promise<void> {
    if (await calls.take('supplies.printWave', { supplyId })) goTo({ screen: 'pack', orderId: null })
  }
  /** What is left to ask, or stands in the way, the stage says. */
  async function close(): Promise<void> {
    setClosing(false)
    if (await calls.take('supplies.close', { supplyId, moving: left })) goTo({ screen: 'pack', orderId: null })
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
      {supply.state === 'open' && <ClosingList supply={supply} />}
      <div className="side-acts">
        {supply.state === 'open' && !isCurrent && (
          <Button
            tone={left > 0 ? 'go' : 'plain'}
            icon="pack"
            onClick={() => void calls.act('supplies.open', { supplyId })}
          >
            {words.supplies.open}
          </Button>
        )}
        {supply.state === 'open' && (
          <>
            <PickButton batchId={supplyId} />
            <Button icon="printer" onClick={() => void askWave()}>
              {words.supplies.wave}
            </Button>
            <Button tone={left > 0 ? 'plain' : 'go'} icon="delivered" onClick={() => setClosing(true)}>
              {words.supplies.close}
            </Button>
          </>
        )}
      </div>
      <PassWanted supply={supply} />
      <SupplyContent key={`content ${supplyId}`} supply={supply} />
      <ShippingPart key={supplyId} supply={supply} />
      <BoxPart key={`boxes ${supplyId}`} supply={supply} />
      {supply.state === 'delivered' && supply.spot !== null && (
        <SpotPart key={`spot ${supplyId}`} supplyId={supplyId} spot={supply.spot} />
      )}
      <div className="side-acts">
        {supply.state === 'open' && <AgainPart supplyId={supplyId} />}
        {supply.state === 'open' && supply.total === 0 && supply.dead === 0 && (
          <Button tone="refuse" icon="cross" onClick={() => void calls.act('supplies.drop', { supplyId })}>
            {supplyDesk.drop}
          </Button>
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
          onAct={() => void close()}
        />
      )}
    </aside>
  )
}
