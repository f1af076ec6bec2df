import { useState } from 'react'
import type { OrderRow } from '../../../shared/contract/contract.ts'
import { shelfWhy } from '../../i18n/say.ts'
import { goTo, useLeave, useNow, usePage, usePart, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Chips } from '../../ui/chips.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { DamagedRows } from '../damaged-rows.tsx'
import { OrderPanel } from '../orders/order-panel.tsx'
import { useAllOrders } from '../orders/use-orders.ts'
import { ProductPicture, ProductWords } from '../product/product.tsx'
import { Why } from '../why.tsx'
import { moverOf, MOVERS, wayOff } from './whose-move.ts'
import type { ShelfMover } from './whose-move.ts'
import { mayLeave, PROBLEMS } from './scan-problem.ts'
import '../list-screen.css'
import './problems.css'

/** The problem shelf: what stands on it, why, since when, whose move it is, and how to get each off. */
export function ProblemsScreen() {
  const { words, shelfPage } = useTexts()
  const rows = useAllOrders(PROBLEMS)
  const orderId = usePart(state => state.route.orderId)
  const [mover, setMover] = useState<ShelfMover | 'all'>('all')
  useLeave(orderId === null ? null : () => goTo({ screen: 'problems', orderId: null }))
  const shown = (rows ?? []).filter(row => mover === 'all' || moverOf(row) === mover)
  const count = (of: ShelfMover) => (rows ?? []).filter(row => moverOf(row) === of).length
  return (
    <main className="list-screen">
      <div className="list-main">
        <DamagedRows />
        {rows !== null && rows.length > 0 && (
          <>
            <p className="problems-lead">{shelfPage.lead}</p>
            <Chips
              label={shelfPage.whose}
              value={mover}
              choices={[
                { value: 'all', name: shelfPage.all(rows.length) },
                ...MOVERS.filter(value => count(value) > 0).map(value => ({
                  value,
                  name: shelfPage.of(shelfPage.movers[value], count(value))
                }))
              ]}
              onChoose={setMover}
            />
          </>
        )}
        <RowList
          label={words.shelf.title}
          rows={shown}
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

/** Why it needs a person: the shelf's reason, or that it was cancelled when the label was out; and the way off. */
function ShelfLine({ row }: { readonly row: OrderRow }) {
  const { calls } = usePage()
  const texts = useTexts()
  const { words, format, shelfPage } = texts
  const now = useNow(60_000)
  const { shelf } = row
  const why = shelf === null || row.life === 'cancelled' ? null : shelfWhy(texts, shelf.why)
  return (
    <>
      <button
        type="button"
        className="row-main problems-row"
        onClick={() => goTo({ screen: 'problems', orderId: row.id })}
      >
        <span>
          <b>{format.orderId(row.id)}</b>
          <span className="row-details">
            <ProductPicture orderId={row.id} />
            {row.partB === null ? row.article : `${row.article} · ${row.partB}`}
            <ProductWords orderId={row.id} />
          </span>
        </span>
        <span>
          {why === null ? <span className="row-bad">{words.shelf.cancelled}</span> : <Why phrase={why} isBad />}
          <span className="row-details">{shelfPage.off[wayOff(row)]}</span>
        </span>
        <span>
          <b className="problems-mover" data-mover={moverOf(row)}>
            {shelfPage.movers[moverOf(row)]}
          </b>
          {shelf !== null && (
            <span className="row-details quiet">{shelfPage.since(format.duration(now - shelf.at))}</span>
          )}
        </span>
      </button>
      <span className="row-acts">
        {mayLeave(row) && (
          <Button onClick={() => void calls.act('orders.unshelve', { orderId: row.id })}>
            {words.orders.unshelve}
          </Button>
        )}
      </span>
    </>
  )
}
