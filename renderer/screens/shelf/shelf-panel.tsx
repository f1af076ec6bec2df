import { useState } from 'react'
import type { PickupParcel } from '../../../shared/view/pickup-view.ts'
import { goTo, useNow, usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { OrderSide } from '../orders/order-side.tsx'
import { ParcelDuties } from '../handover/parcel-duties.tsx'

/** One parcel of the shelf: where it lies, until when, and what the counter has to know. */
export function ShelfPanel({ parcel }: { readonly parcel: PickupParcel }) {
  const { calls } = usePage()
  const { shelf: words, handover, format } = useTexts()
  const now = useNow(60_000)
  const { id: orderId, place, article, colorCode, orderCode, readyAt, keptUntil, state } = parcel
  const [typed, setTyped] = useState<string | null>(null)
  const isSettled = state === 'cancelled'
  return (
    <OrderSide orderId={orderId} screen="shelf">
      {isSettled && <p className="side-why">{words.takeOut}</p>}
      <ParcelDuties parcel={parcel} now={now} />
      <dl className="side-facts">
        <dt>{words.item}</dt>
        <dd>
          {article}
          {colorCode !== '' && ` · ${colorCode}`}
        </dd>
        <dt>{handover.orderCode}</dt>
        <dd className="mono">{orderCode}</dd>
        <dt>{words.state}</dt>
        <dd>{state === 'ready' ? words.waits : handover.states[state]}</dd>
        <dt>{words.readySince}</dt>
        <dd>{readyAt === null ? '—' : format.dateTime(readyAt)}</dd>
        <dt>{words.keptUntil}</dt>
        <dd>{keptUntil === null ? '—' : format.dateTime(keptUntil)}</dd>
      </dl>
      {!isSettled && (
        <form
          className="side-acts"
          onSubmit={event => {
            event.preventDefault()
            setTyped(null)
            void calls.act('orders.place', { orderId, place: (typed ?? place ?? '').trim() })
          }}
        >
          <Field
            label={words.placeHint}
            autoComplete="off"
            maxLength={40}
            aria-label={words.place}
            value={typed ?? place ?? ''}
            onChange={event => setTyped(event.target.value)}
          />
          <Button type="submit" tone="go" icon="shelf" disabled={typed === null}>
            {words.put}
          </Button>
        </form>
      )}
      <div className="side-acts">
        {!isSettled && (
          <Button icon="reprint" onClick={() => void calls.act('orders.reprint', { orderId, reason: 'other' })}>
            {words.labelWithPlace}
          </Button>
        )}
        <Button icon="orders" onClick={() => goTo({ screen: 'orders', orderId })}>
          {words.toOrder}
        </Button>
      </div>
    </OrderSide>
  )
}
