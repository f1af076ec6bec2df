import { useState } from 'react'
import { mostBoxes } from '../../../shared/domain/orders/supplies.ts'
import type { SupplyView } from '../../../shared/view/view.ts'
import { useAsk, usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Field } from '../../ui/field.tsx'

/** The boxes of a supply: each with its label, and more of them while it is open. */
export function BoxPart({ supply }: { readonly supply: SupplyView }) {
  const { calls } = usePage()
  const { supplyDesk: words, words: common } = useTexts()
  const { id: supplyId, boxes, total, state } = supply
  const known = boxes.ids.length + boxes.queued
  const room = mostBoxes(total) - known
  const held = useAsk('supplies.boxes', { supplyId }) ?? []
  const [amount, setAmount] = useState(1)
  const [deleting, setDeleting] = useState<string | null>(null)
  const heldIn = (boxId: string) => held.find(box => box.boxId === boxId)?.orders ?? 0

  function remove(boxId: string): void {
    setDeleting(null)
    void calls.act('supplies.deleteBox', { supplyId, boxId })
  }

  if (known === 0 && (state !== 'open' || total === 0)) return null
  return (
    <section aria-label={words.boxes}>
      <h3>{words.boxesOf(known, mostBoxes(total))}</h3>
      {state === 'open' && boxes.ids.length > 0 && <p className="quiet">{words.boxHint}</p>}
      <ul className="supply-content">
        {boxes.ids.map(boxId => (
          <li key={boxId}>
            <span className="mono">{boxId}</span>
            <span>{words.inBox(heldIn(boxId))}</span>
            <Button
              icon="printer"
              aria-label={`${words.printBox}: ${boxId}`}
              onClick={() => void calls.print('labels.print', { kind: 'box', supplyId, boxId })}
            />
            {state === 'open' && (
              <Button
                icon="cross"
                aria-label={`${words.deleteBox}: ${boxId}`}
                onClick={() => (heldIn(boxId) > 0 ? setDeleting(boxId) : remove(boxId))}
              />
            )}
          </li>
        ))}
        {boxes.queued > 0 && <li className="quiet">{words.boxesComing(boxes.queued)}</li>}
      </ul>
      {state === 'open' && room > 0 && (
        <form
          className="side-acts"
          onSubmit={event => {
            event.preventDefault()
            void calls.act('supplies.addBoxes', { supplyId, amount: Math.min(amount, room) })
          }}
        >
          <Field
            label={words.howMany}
            type="number"
            min={1}
            max={room}
            value={amount}
            onChange={event => setAmount(Math.min(room, Math.max(1, Math.trunc(event.target.valueAsNumber || 1))))}
          />
          <Button type="submit" icon="supplies">
            {words.addBoxes}
          </Button>
        </form>
      )}
      {deleting !== null && (
        <Confirm
          title={words.deleteBoxAsk(deleting)}
          detail={words.deleteBoxWhat(heldIn(deleting))}
          act={words.deleteBox}
          back={common.common.cancel}
          onBack={() => setDeleting(null)}
          onAct={() => remove(deleting)}
        />
      )}
    </section>
  )
}
