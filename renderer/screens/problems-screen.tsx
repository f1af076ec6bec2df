import type { OrderRow } from '../../shared/contract/contract.ts'
import { shelfWhy } from '../i18n/say.ts'
import { goTo, usePage, usePart, useTexts } from '../page.ts'
import { Button } from '../ui/button.tsx'
import { RowList } from '../ui/row-list.tsx'
import { OrderPanel } from './orders/order-panel.tsx'
import { useAllOrders } from './orders/use-orders.ts'
import { DamagedRows } from './damaged-rows.tsx'
import { Why } from './why.tsx'
import './list-screen.css'

const PROBLEMS = { lives: null, problems: true, supplyId: null, search: '' }

/** The problem shelf: what stands on it, and why. */
export function ProblemsScreen() {
  const { words } = useTexts()
  const rows = useAllOrders(PROBLEMS)
  const orderId = usePart(state => state.route.orderId)
  return (
    <main className="list-screen">
      <div className="list-main">
        <DamagedRows />
        <RowList
          label={words.shelf.title}
          rows={rows ?? []}
          isWhole
          keyOf={row => row.id}
          isChosen={row => row.id === orderId}
          empty={rows === null ? words.common.loading : words.shelf.none}
        >
          {row => <ShelfLine row={row} />}
        </RowList>
      </div>
      {orderId !== null && <OrderPanel key={orderId} orderId={orderId} screen="problems" />}
    </main>
  )
}

/** Why it needs a person: the shelf's reason, or that its buyer cancelled when the label was out. */
function ShelfLine({ row }: { readonly row: OrderRow }) {
  const { calls } = usePage()
  const texts = useTexts()
  const { words, format } = texts
  const { shelf } = row
  const isCancelled = row.life === 'cancelled'
  const why = shelf === null || isCancelled ? null : shelfWhy(texts, shelf.why)
  return (
    <>
      <button
        type="button"
        className="row-main problems-row"
        onClick={() => goTo({ screen: 'problems', orderId: row.id })}
      >
        <b>{format.orderId(row.id)}</b>
        <span>{row.partB === null ? row.article : `${row.article} · ${row.partB}`}</span>
        {why === null ? <span className="row-bad">{words.shelf.cancelled}</span> : <Why phrase={why} isBad />}
        <span className="quiet">{shelf === null ? '' : format.dateTime(shelf.at)}</span>
      </button>
      <span className="row-acts">
        {!isCancelled && (
          <Button onClick={() => void calls.act('orders.unshelve', { orderId: row.id })}>
            {words.orders.unshelve}
          </Button>
        )}
      </span>
    </>
  )
}
