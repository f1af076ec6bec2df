import { useState } from 'react'
import type { QueueRow } from '../../../shared/contract/contract.ts'
import { maySettle } from '../../../shared/domain/intents.ts'
import { usePage, useTexts } from '../../page.ts'
import { Chips } from '../../ui/chips.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Field } from '../../ui/field.tsx'
import { intentSubject } from './intent-words.ts'

/** Shorter reasons say nothing. */
const REASON_LEAST = 3

/** Ends a change by a person's word: how it ended, and why, for the log. */
export function SettleForm({ row, onClose }: { readonly row: QueueRow; readonly onClose: () => void }) {
  const { calls } = usePage()
  const texts = useTexts()
  const { words, queue } = texts
  const outcomes = (['done', 'dropped'] as const).filter(as => maySettle(row, as))
  // What was refused did not take place, unless a person says otherwise.
  const [as, setAs] = useState<'done' | 'dropped'>(
    row.state.kind === 'refused' ? 'dropped' : (outcomes[0] ?? 'dropped')
  )
  const [reason, setReason] = useState('')
  const [isRefused, setRefused] = useState(false)

  async function settle(): Promise<void> {
    const isDone = await calls.ask('queue.settle', { id: row.id, as, reason })
    if (isDone === true) onClose()
    // Not asked at all, where no lead entered the PIN or the disk takes nothing: what was typed stays.
    else if (isDone === false) setRefused(true)
  }

  return (
    <Confirm
      title={queue.settleAsk(intentSubject(texts, row))}
      detail={queue.settleWhat}
      act={queue.settleDo}
      back={words.common.cancel}
      isReady={reason.trim().length >= REASON_LEAST}
      onBack={onClose}
      onAct={() => void settle()}
    >
      <div className="settle-form">
        <Chips
          label={queue.settle}
          value={as}
          choices={outcomes.map(value => ({ value, name: queue.outcomes[value] }))}
          onChoose={setAs}
        />
        <p>{queue.brings[as]}</p>
        <Field label={queue.why} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />
        <div className="chips">
          {queue.reasons.map(text => (
            <button key={text} type="button" className="chip" onClick={() => setReason(text)}>
              {text}
            </button>
          ))}
        </div>
        {isRefused && (
          <p role="alert" className="row-bad">
            {queue.cant}
          </p>
        )}
      </div>
    </Confirm>
  )
}
