import { useEffect, useRef, useState } from 'react'
import { SHELF_PARTS } from '../../../shared/contract/pickup-methods.ts'
import { decodeScan } from '../../../shared/domain/scanning/scan.ts'
import type { PickupParcel } from '../../../shared/view/pickup-view.ts'
import { goTo, useAsk, useLeave, useNow, usePart, useTexts, useView } from '../../page.ts'
import { Chips } from '../../ui/chips.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { DeskTabs } from '../desk-tabs.tsx'
import { ParcelDuties } from '../handover/parcel-duties.tsx'
import { ProductPicture, ProductWords } from '../product/product.tsx'
import { PlaceLabels } from './place-labels.tsx'
import { ShelfPanel } from './shelf-panel.tsx'
import '../list-screen.css'
import '../handover/handover.css'

type Part = (typeof SHELF_PARTS)[number]
/** Parcels asked for at a time: a store's shelf holds fewer. */
const SHOWN = 200

/** What lies where in the store: found by code or article, put in its place, and what goes back soon first. */
export function ShelfScreen() {
  const { shelf: words, words: common, format } = useTexts()
  const [search, setSearch] = useState('')
  const [which, setWhich] = useState<Part>('all')
  const chosenId = usePart(state => state.route.orderId)
  useLeave(chosenId === null ? null : () => goTo({ screen: 'shelf', orderId: null }))
  const found = useAsk('pickup.shelf', { search, which, offset: 0, limit: SHOWN })
  const chosen = found?.rows.find(({ id }) => id === chosenId)
  useScannedSearch(setSearch)
  return (
    <main className="list-screen">
      <div className="list-main">
        <div className="list-tools">
          <DeskTabs />
          <input
            className="input"
            type="search"
            placeholder={words.search}
            aria-label={words.search}
            value={search}
            maxLength={100}
            onChange={event => setSearch(event.target.value)}
          />
          <Chips<Part>
            label={words.which}
            value={which}
            choices={SHELF_PARTS.map(value => ({
              value,
              name: `${words.parts[value]} ${found === null ? '' : format.number(found.counts[value])}`
            }))}
            onChoose={setWhich}
          />
          <PlaceLabels />
        </div>
        <RowList
          label={words.title}
          isWhole
          rows={found?.rows ?? []}
          keyOf={({ id }) => id}
          isChosen={({ id }) => id === chosenId}
          head={<Head />}
          empty={found === null ? common.common.loading : search === '' ? words.none[which] : words.notFound}
        >
          {parcel => <ShelfLine parcel={parcel} />}
        </RowList>
      </div>
      {chosen !== undefined && <ShelfPanel key={chosen.id} parcel={chosen} />}
    </main>
  )
}

/** A buyer's code that is scanned here is looked for; a parcel's label opens it. */
function useScannedSearch(onSearch: (text: string) => void): void {
  const note = useView(view => view.notes[0])
  const seen = useRef(note?.id)
  useEffect(() => {
    if (note === undefined || note.id === seen.current) return
    seen.current = note.id
    const { message } = note.feedback
    if (decodeScan(note.text).kind === 'pickupCode') onSearch(note.text)
    else if (message.code === 'pickupWaits' || message.code === 'placed') {
      onSearch('')
      goTo({ screen: 'shelf', orderId: message.orderId })
    }
  }, [note, onSearch])
}

function Head() {
  const { shelf: words, handover } = useTexts()
  return (
    <div className="row-main shelf-row">
      <span>{words.place}</span>
      <span>{handover.orderCode}</span>
      <span>{words.item}</span>
      <span>{words.keptUntil}</span>
      <span>{words.duties}</span>
    </div>
  )
}

function ShelfLine({ parcel }: { readonly parcel: PickupParcel }) {
  const { handover, format } = useTexts()
  const now = useNow(60_000)
  const { id, place, orderCode, article, colorCode, state, keptUntil } = parcel
  return (
    <button type="button" className="row-main shelf-row" onClick={() => goTo({ screen: 'shelf', orderId: id })}>
      <b>{place ?? '—'}</b>
      <span className="mono">{orderCode}</span>
      <span>
        <ProductPicture orderId={id} />
        {article}
        {colorCode !== '' && <span className="quiet"> · {colorCode}</span>}
        <ProductWords orderId={id} />
      </span>
      <span className="quiet">{keptUntil === null ? '—' : format.dateTime(keptUntil)}</span>
      {state === 'ready' || state === 'packing' ? (
        <ParcelDuties parcel={parcel} now={now} />
      ) : (
        <b className="row-bad">{handover.states[state]}</b>
      )}
    </button>
  )
}
