import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { PickupParcel } from '../../../shared/view/pickup-view.ts'
import { useNow, usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { ProductPicture, ProductWords } from '../product/product.tsx'
import { tellEnd } from './handover.ts'
import { ParcelDuties } from './parcel-duties.tsx'

interface Props {
  readonly buyerId: number
  readonly parcels: readonly PickupParcel[]
  readonly isCurrent: boolean
}

/** The parcels of the buyer who said the right code: where each lies, what is in it, and what became of it. */
export function BuyersParcels({ buyerId, parcels, isCurrent }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const nextId = parcels.find(({ state }) => state === 'ready')?.id ?? null
  useEffect(() => {
    if (isCurrent && nextId !== null) list.current?.querySelector<HTMLElement>('[data-tone="go"]')?.focus()
  }, [isCurrent, nextId])
  return (
    <ul ref={list} className="handover-parcels">
      {parcels.map(parcel => (
        <Parcel key={parcel.id} parcel={parcel} buyerId={buyerId} />
      ))}
    </ul>
  )
}

function Parcel({ parcel, buyerId }: { readonly parcel: PickupParcel; readonly buyerId: number }) {
  const page = usePage()
  const { handover: words, format } = useTexts()
  const now = useNow(60_000)
  const { id, article, colorCode, place, state } = parcel
  return (
    <li className="handover-parcel" data-state={state}>
      <b className="handover-shelf">{place ?? words.noPlace}</b>
      <span className="handover-item">
        <span>
          <ProductPicture orderId={id} />
          {article}
          {colorCode !== '' && <span className="quiet"> · {colorCode}</span>}
          <ProductWords orderId={id} />
        </span>
        <span className="quiet tiny">{format.orderId(id)}</span>
      </span>
      <ParcelDuties parcel={parcel} now={now} />
      {state === 'ready' ? (
        <span className="handover-ends">
          <Button
            tone="go"
            icon="tick"
            onKeyDown={notHeld}
            aria-label={`${words.taken}: ${format.orderId(id)}`}
            onClick={() => void tellEnd(page, buyerId, id, 'receive')}
          >
            {words.taken}
          </Button>
          <Button
            tone="refuse"
            icon="cross"
            onKeyDown={notHeld}
            aria-label={`${words.turnedDown}: ${format.orderId(id)}`}
            onClick={() => void tellEnd(page, buyerId, id, 'reject')}
          >
            {words.turnedDown}
          </Button>
        </span>
      ) : (
        <b className={state === 'cancelled' ? 'row-bad' : 'quiet'}>{words.states[state]}</b>
      )}
    </li>
  )
}

/** Enter held down since the passcode gives nothing away. */
function notHeld(event: KeyboardEvent): void {
  if (event.repeat) event.preventDefault()
}
