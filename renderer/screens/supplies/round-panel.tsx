import { useState } from 'react'
import type { RoundView } from '../../../shared/view/view.ts'
import { goTo, usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { SchemeMark } from '../../ui/scheme-mark.tsx'
import { PickButton } from './pick-button.tsx'

/** One round: how far it is, and what can be done with it. */
export function RoundPanel({ round, isCurrent }: { readonly round: RoundView; readonly isCurrent: boolean }) {
  const { calls } = usePage()
  const { words, names, format } = useTexts()
  const [isLeaving, setLeaving] = useState(false)
  const { id: supplyId, scheme, name, total, packed, shelved } = round
  const left = total - packed - shelved
  const toTable = () => goTo({ screen: 'pack', orderId: null })
  /** The stage asks, with the count. */
  async function askWave(): Promise<void> {
    if (await calls.take('supplies.printWave', { supplyId })) toTable()
  }
  /** What is left to ask, and what was done, the stage says. */
  async function leave(): Promise<void> {
    setLeaving(false)
    if (await calls.take('supplies.close', { supplyId, moving: left })) toTable()
  }
  return (
    <aside className="side" aria-label={name}>
      <h2>{name}</h2>
      <dl className="side-facts">
        <dt>{words.orders.columns.scheme}</dt>
        <dd>
          <SchemeMark scheme={scheme}>{names.schemes[scheme]}</SchemeMark>
        </dd>
        <dt>{words.orders.columns.state}</dt>
        <dd>{words.supplies.roundStates[round.state]}</dd>
        <dt>{words.supplies.packedOf}</dt>
        <dd>{words.supplies.packed(packed, total)}</dd>
        <dt>{words.supplies.made}</dt>
        <dd>{format.dateTime(round.createdAt)}</dd>
      </dl>
      {round.state === 'open' && (
        <div className="side-acts">
          {!isCurrent && (
            <Button
              tone={left > 0 ? 'go' : 'plain'}
              icon="pack"
              onClick={() => void calls.act('supplies.open', { supplyId })}
            >
              {words.supplies.open}
            </Button>
          )}
          <PickButton batchId={supplyId} />
          <Button icon="printer" onClick={() => void askWave()}>
            {words.supplies.wave}
          </Button>
          {packed > 0 && (
            <Button tone={left > 0 ? 'plain' : 'go'} icon="delivered" onClick={() => setLeaving(true)}>
              {names.roundCommands.supplyDone[scheme]}
            </Button>
          )}
        </div>
      )}
      {isLeaving && (
        <Confirm
          title={words.supplies.leaveAsk[scheme](name)}
          detail={words.supplies.leaveWhat(scheme, left)}
          act={names.roundCommands.supplyDone[scheme]}
          back={words.common.cancel}
          onBack={() => setLeaving(false)}
          onAct={() => void leave()}
        />
      )}
    </aside>
  )
}
