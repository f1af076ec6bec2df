import { useState } from 'react'
import { moscowDay } from '../../../shared/domain/orders/moscow-day.ts'
import { SHIPPING_TYPES } from '../../../shared/domain/orders/shipping.ts'
import type { Shipping, ShippingPoint } from '../../../shared/domain/orders/shipping.ts'
import type { SupplyView } from '../../../shared/view/view.ts'
import { useNow, usePage, useTexts, useView } from '../../page.ts'
import { DayField } from '../day-field.tsx'
import { Button } from '../../ui/button.tsx'
import { PickField } from '../devices/pick-field.tsx'
import { PointRow } from '../shipping/point-row.tsx'
import { PointSearch } from '../shipping/point-search.tsx'
import '../shipping/shipping.css'

/** Where a supply goes, how and on what day; changeable until its point has taken it in. */
export function ShippingPart({ supply }: { readonly supply: SupplyView }) {
  const { calls } = usePage()
  const { shipping: words } = useTexts()
  const [isSearching, setSearching] = useState(false)
  const { shipping, cargoType, isShippingOpen, needsShipping } = supply
  const today = moscowDay(useNow(60_000))
  if (supply.state === 'abandoned' || (supply.state === 'delivered' && shipping === null)) return null

  function choose(change: Partial<Pick<Shipping, 'type' | 'day'>> & { readonly point?: ShippingPoint }): void {
    const point = change.point ?? shipping?.point
    if (point === undefined) return
    setSearching(false)
    void calls.act('shipping.choose', {
      supplyId: supply.id,
      city: point.city,
      pointId: point.id,
      type: change.type ?? shipping?.type ?? 'selfShipping',
      day: change.day ?? (shipping === null || shipping.day < today ? today : shipping.day)
    })
  }

  return (
    <section className="shipping-part" aria-label={words.title}>
      <h3>{words.title}</h3>
      {shipping === null ? (
        <p className={needsShipping ? 'row-bad' : 'quiet'}>{needsShipping ? words.needed : words.notNeeded}</p>
      ) : (
        <Chosen shipping={shipping} />
      )}
      {shipping !== null && isShippingOpen && <WayAndDay shipping={shipping} today={today} onChange={choose} />}
      {isShippingOpen && cargoType !== null && cargoType > 0 && (
        <Button icon="supplies" aria-expanded={isSearching} onClick={() => setSearching(!isSearching)}>
          {isSearching ? words.keep : words.change}
        </Button>
      )}
      {isSearching && cargoType !== null && (
        <PointSearch cargoType={cargoType} city={shipping?.point.city ?? ''} onPick={point => choose({ point })} />
      )}
    </section>
  )
}

function Chosen({ shipping: { point, state } }: { readonly shipping: Shipping }) {
  const { shipping: words } = useTexts()
  return (
    <div>
      <p className="points-chosen">
        <PointRow point={point} />
      </p>
      <p className={state.kind === 'refused' ? 'row-bad' : 'quiet'}>
        {words.states[state.kind]}
        {state.kind === 'refused' && ` · ${state.code}`}
      </p>
    </div>
  )
}

function WayAndDay(props: {
  readonly shipping: Shipping
  readonly today: string
  readonly onChange: (change: Partial<Pick<Shipping, 'type' | 'day'>>) => void
}) {
  const { shipping: words } = useTexts()
  const hasWaybill = useView(view => view.settings.waybill)
  const { type, day } = props.shipping
  // A supply that was given to a carrier before shows it, whatever the setting says now.
  const types = SHIPPING_TYPES.filter(one => one === type || one === 'selfShipping' || hasWaybill)
  return (
    <div className="side-acts">
      <PickField
        name={words.type}
        value={type}
        choices={types}
        show={one => words.types[one]}
        onPick={picked => props.onChange({ type: picked })}
      />
      <DayField
        className="field"
        name={words.day}
        day={day}
        least={props.today}
        onChange={picked => {
          if (picked >= props.today) props.onChange({ day: picked })
        }}
      />
    </div>
  )
}
