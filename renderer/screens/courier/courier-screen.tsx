import { useState } from 'react'
import type { CourierParcel } from '../../../shared/contract/courier-methods.ts'
import { routeOfKind } from '../../../shared/domain/printing/routes.ts'
import { slotWords } from '../../../shared/domain/schemes/slot-words.ts'
import { urgencyOf } from '../../i18n/time-left.ts'
import { goTo, useAsk, useLeave, useNow, usePage, usePart, useTexts, useView } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Chips } from '../../ui/chips.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { RefusedHandovers } from '../handover/handover-ends.tsx'
import { CourierPanel } from './courier-panel.tsx'
import { CourierPiles } from './courier-piles.tsx'
import { ProductPicture, ProductWords } from '../product/product.tsx'
import { RouteOnA4 } from './route-on-a4.tsx'
import { printRoute } from './desk.ts'
import '../handover/handover.css'
import '../list-screen.css'
import './courier.css'

const PARTS = ['all', 'packing', 'packed', 'out'] as const
type Part = (typeof PARTS)[number]

/** What the seller's own courier brings: express first, then by the time that each parcel is awaited at. */
export function CourierScreen() {
  const { calls } = usePage()
  const { courier: words, words: common, format } = useTexts()
  const [part, setPart] = useState<Part>('all')
  const rows = useAsk('courier.desk', undefined)
  const chosenId = usePart(state => state.route.orderId)
  useLeave(chosenId === null ? null : () => goTo({ screen: 'courier', orderId: null }))
  const hasReceipts = useView(view => routeOfKind(view.settings, 'packingSlip').printer !== null)
  const loading = usePart(state => state.courier.loading)
  const shown = (rows ?? []).filter(row => isIn(row, part))
  const chosen = rows?.find(({ id }) => id === chosenId)
  const onRoute = loading.length > 0 ? loading : shown.filter(({ state }) => state !== 'shelved').map(({ id }) => id)
  return (
    <main className="list-screen">
      <div className="list-main">
        <div className="list-tools">
          <Chips<Part>
            label={words.which}
            value={part}
            choices={PARTS.map(value => ({
              value,
              name: `${words.parts[value]} ${format.number((rows ?? []).filter(row => isIn(row, value)).length)}`
            }))}
            onChoose={setPart}
          />
          <Button
            icon="printer"
            disabled={!hasReceipts || onRoute.length === 0}
            title={hasReceipts ? undefined : words.noReceipts}
            onClick={() => void printRoute(calls, onRoute)}
          >
            {words.routeSheet(onRoute.length)}
          </Button>
          <RouteOnA4 orderIds={onRoute} />
        </div>
        <RowList
          label={words.title}
          isWhole
          rows={shown}
          keyOf={({ id }) => id}
          isChosen={({ id }) => id === chosenId || loading.includes(id)}
          head={<Head />}
          empty={rows === null ? common.common.loading : words.none}
        >
          {row => <CourierLine row={row} isLoaded={loading.includes(row.id)} />}
        </RowList>
        <RefusedHandovers />
      </div>
      {chosen === undefined ? <CourierPiles rows={rows} /> : <CourierPanel key={chosen.id} parcel={chosen} />}
    </main>
  )
}

function isIn({ state }: CourierParcel, part: Part): boolean {
  switch (part) {
    case 'all':
      return true
    case 'packing':
      return state === 'packing' || state === 'shelved'
    case 'packed':
      return state === 'packed'
    case 'out':
      return state === 'out' || state === 'leaving' || state === 'telling'
  }
}

function Head() {
  const { courier: words, words: common } = useTexts()
  return (
    <div className="row-main courier-row">
      <span>{words.slot}</span>
      <span>{words.number}</span>
      <span>{common.orders.columns.article}</span>
      <span>{common.orders.columns.state}</span>
      <span>{common.orders.columns.left}</span>
    </div>
  )
}

function CourierLine({ row, isLoaded }: { readonly row: CourierParcel; readonly isLoaded: boolean }) {
  const { courier: words, names, words: common, format } = useTexts()
  const now = useNow(60_000)
  const { scheme, deadlineAt, state } = row
  const isTimed = deadlineAt !== null && state !== 'telling'
  return (
    <button type="button" className="row-main courier-row" onClick={() => goTo({ screen: 'courier', orderId: row.id })}>
      <span>
        {scheme.deliveryType === 'edbs' && <b className="courier-express">{names.express}</b>}{' '}
        <b>{slotWords(scheme.slot) || words.noSlot}</b>
        {scheme.movedFrom !== undefined && <s className="quiet"> {slotWords(scheme.movedFrom)}</s>}
        {row.hasOldLabel && <b className="row-bad"> {words.oldLabel}</b>}
      </span>
      <b>{row.told ?? '—'}</b>
      <span>
        <ProductPicture orderId={row.id} />
        {row.article}
        {row.colorCode !== '' && <span className="quiet"> · {row.colorCode}</span>}
        <ProductWords orderId={row.id} />
      </span>
      <span className={row.handover?.state.kind === 'refused' || state === 'shelved' ? 'row-bad' : ''}>
        {isLoaded ? <b>{words.loaded}</b> : words.states[state]}
      </span>
      <span className="row-left" data-urgency={isTimed ? urgencyOf(deadlineAt, now) : 'calm'}>
        {isTimed && (deadlineAt > now ? format.roughly(deadlineAt - now) : common.orders.overdue)}
      </span>
    </button>
  )
}
