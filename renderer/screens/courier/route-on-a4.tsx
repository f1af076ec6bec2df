import { useState } from 'react'
import type { RouteStop } from '../../../shared/domain/printing/print-jobs.ts'
import { routeWindows } from '../../../shared/domain/printing/route-windows.ts'
import { useNow, usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { PrintSheet } from '../../ui/print-sheet.tsx'

/** The route sheet on an office printer; the page forgets the buyers as soon as it is printed. */
export function RouteOnA4({ orderIds }: { readonly orderIds: readonly number[] }) {
  const { calls } = usePage()
  const { courier: words } = useTexts()
  const [stops, setStops] = useState<readonly RouteStop[] | null>(null)
  return (
    <>
      <Button
        icon="printer"
        disabled={orderIds.length === 0}
        onClick={() => void calls.tell('courier.route', { orderIds: [...orderIds] }).then(setStops)}
      >
        {words.onA4}
      </Button>
      {stops !== null && (
        <PrintSheet onPrinted={() => setStops(null)}>
          <Sheet stops={stops} />
        </PrintSheet>
      )}
    </>
  )
}

/** By time window, express apart; of each parcel what the courier needs at the door, and room for the buyer's code. */
function Sheet({ stops }: { readonly stops: readonly RouteStop[] }) {
  const { courier: words, names, format } = useTexts()
  const now = useNow(60_000)
  const windows = routeWindows(stops).map(({ when, isExpress, stops: parcels }) => ({
    title: [isExpress ? names.express : '', when || words.noSlot].filter(text => text !== '').join(' · '),
    parcels
  }))
  return (
    <>
      <h1>{words.sheetTitle}</h1>
      <p>{`${format.dateTime(now)}, ${words.sheet(stops.length)}`}</p>
      {windows.map(({ title, parcels }) => (
        <table key={title}>
          <caption>{`${title} · ${words.sheet(parcels.length)}`}</caption>
          <tbody>
            {parcels.map((stop, place) => (
              <Stop key={`${stop.told} ${place}`} stop={stop} />
            ))}
          </tbody>
        </table>
      ))}
    </>
  )
}

function Stop({ stop }: { readonly stop: RouteStop }) {
  const { courier: words } = useTexts()
  const { told, when, movedFrom, address, name, phone, comment } = stop
  return (
    <tr>
      <td className="print-place">{told}</td>
      <td>
        <b>{address || words.noAddress}</b>
        <br />
        {[name || words.noName, phone || words.noPhone].join(' · ')}
        {comment !== '' && (
          <>
            <br />
            <i>{comment}</i>
          </>
        )}
        {movedFrom !== '' && (
          <>
            <br />
            {words.moved(movedFrom, when || words.noSlot)}
          </>
        )}
      </td>
      <td className="print-blank">{words.code}</td>
    </tr>
  )
}
