import type { OrderRow } from '../../shared/contract.ts'
import { shelfWhy } from '../i18n/say.ts'
import { goTo, useAsk, usePage, usePart, useTexts } from '../page.ts'
import { Button } from '../ui/button.tsx'
import { RowList } from '../ui/row-list.tsx'
import { OrderPanel } from './orders/order-panel.tsx'
import { useOrders } from './orders/use-orders.ts'
import './list-screen.css'

const SHELVED = { lives: ['shelved' as const], search: '' }

/** The problem shelf: what stands on it, and why. */
export function ProblemsScreen() {
  const { words } = useTexts()
  const rows = useOrders(SHELVED)
  const orderId = usePart(state => state.route.orderId)
  return (
    <main className="list-screen">
      <div className="list-main">
        <RowList
          label={words.shelf.title}
          rows={rows ?? []}
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

/** The reason stands on the order's own page, so each row in sight asks for it. */
function ShelfLine({ row }: { readonly row: OrderRow }) {
  const { calls } = usePage()
  const texts = useTexts()
  const { words, format } = texts
  const shelf = useAsk('orders.get', { orderId: row.id })?.shelf ?? null
  const why = shelf === null ? null : shelfWhy(texts, shelf.why)
  return (
    <>
      <button
        type="button"
        className="row-main problems-row"
        onClick={() => goTo({ screen: 'problems', orderId: row.id })}
      >
        <b>{format.orderId(row.id)}</b>
        <span>{row.article}</span>
        <span className="row-bad">{why?.title ?? ''}</span>
        <span className="quiet">{shelf === null ? '' : format.dateTime(shelf.at)}</span>
      </button>
      <span className="row-acts">
        <Button onClick={() => void calls.act('orders.unshelve', { orderId: row.id })}>{words.orders.unshelve}</Button>
      </span>
    </>
  )
}
