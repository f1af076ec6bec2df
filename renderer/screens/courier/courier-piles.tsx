import { useEffect, useRef } from 'react'
import type { CourierParcel } from '../../../shared/contract/courier-methods.ts'
import { say } from '../../i18n/say.ts'
import type { Texts } from '../../i18n/texts.ts'
import { usePage, usePart, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Chips } from '../../ui/chips.tsx'
import { Field } from '../../ui/field.tsx'
import type { CourierDesk, Returned } from './courier.ts'
import { handOut, leaveParcel, OUTCOMES, printNewLabels, setReturned, tellEnds } from './desk.ts'

/** What the courier takes, and what he is back with: both piles are laid by scanning the parcels. */
export function CourierPiles({ rows }: { readonly rows: readonly CourierParcel[] | null }) {
  const page = usePage()
  const texts = useTexts()
  const { courier: words, words: common, format } = texts
  const { loading, back, said } = usePart(state => state.courier)
  const find = (orderId: number) => rows?.find(({ id }) => id === orderId)
  const packed = (rows ?? []).filter(({ state }) => state === 'packed').length
  const coded = back.filter(({ code }) => code.trim() !== '').length
  return (
    <aside className="side" aria-label={words.piles}>
      <p className="courier-said" role="status" data-bad={said !== null} data-asks={said?.kind === 'oldLabels'}>
        {said === null ? words.scanHint : saidWords(texts, said)}
      </p>
      {said?.kind === 'oldLabels' && (
        <Button icon="printer" onClick={() => void printNewLabels(page, said.orderIds)}>
          {words.newLabels(said.orderIds.length)}
        </Button>
      )}
      <section>
        <h2>{words.takes(loading.length, packed)}</h2>
        <ul className="courier-pile">
          {loading.map(orderId => (
            <li key={orderId} className={rows === null || find(orderId)?.state === 'packed' ? '' : 'row-bad'}>
              <b>{find(orderId)?.told ?? format.orderId(orderId)}</b>
              <span>{find(orderId)?.article}</span>
              <Button
                icon="close"
                aria-label={`${common.common.cancel}: ${format.orderId(orderId)}`}
                onClick={() => leaveParcel(page.store, orderId)}
              />
            </li>
          ))}
        </ul>
        <Button tone="go" icon="delivered" disabled={loading.length === 0} onClick={() => void handOut(page)}>
          <kbd>F8</kbd> {words.handOut(loading.length)}
        </Button>
      </section>
      <form
        aria-label={words.isBack}
        onSubmit={event => {
          event.preventDefault()
          void tellEnds(page)
        }}
      >
        <h2>{words.isBack}</h2>
        {back.length === 0 && <p className="quiet">{words.backHint}</p>}
        <ul className="courier-pile">
          {back.map(one => (
            <ReturnedLine key={one.orderId} returned={one} parcel={find(one.orderId)} />
          ))}
        </ul>
        {back.length > 0 && (
          <Button type="submit" tone="go" icon="tick" disabled={coded === 0}>
            {words.tell(coded)}
          </Button>
        )}
      </form>
    </aside>
  )
}

function saidWords(texts: Texts, said: NonNullable<CourierDesk['said']>): string {
  const { courier: words, format } = texts
  switch (said.kind) {
    case 'notParcel':
      return words.notParcel
    case 'notCode':
      return words.notCode
    case 'oldLabels':
      return words.oldLabels(said.orderIds.map(format.orderId))
    case 'notNow':
      return words.notNow(format.orderId(said.orderId), said.state)
    case 'stay':
      return words.stay(said.orderIds.map(format.orderId))
    case 'notTaken': {
      const { title, remedy } = say(texts, said.why, 0)
      return `${title}. ${remedy}`
    }
  }
}

function ReturnedLine(props: { readonly returned: Returned; readonly parcel: CourierParcel | undefined }) {
  const { store } = usePage()
  const { courier: words, handover, words: common, format } = useTexts()
  const { orderId, code, outcome } = props.returned
  const isAt = usePart(state => state.courier.atId === orderId)
  const field = useRef<HTMLInputElement>(null)
  // The code that comes next is this buyer's, scanned or typed.
  useEffect(() => {
    if (isAt) field.current?.focus()
  }, [isAt])
  return (
    <li className="courier-returned">
      <b>{props.parcel?.told ?? format.orderId(orderId)}</b>
      <span>{props.parcel?.article}</span>
      <Button
        icon="close"
        aria-label={`${common.common.cancel}: ${format.orderId(orderId)}`}
        onClick={() => leaveParcel(store, orderId)}
      />
      <Field
        isBare
        label={`${handover.buyerCode}: ${format.orderId(orderId)}`}
        ref={field}
        isCode
        autoComplete="off"
        maxLength={40}
        placeholder={handover.buyerCode}
        value={code}
        onChange={event => setReturned(store, orderId, { code: event.target.value })}
      />
      <Chips
        label={words.outcome}
        value={outcome}
        choices={OUTCOMES.map(value => ({ value, name: words.outcomes[value] }))}
        onChoose={value => setReturned(store, orderId, { outcome: value })}
      />
    </li>
  )
}
