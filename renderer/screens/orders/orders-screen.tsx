import { useCallback, useState } from 'react'
import type { Input, OrderRow } from '../../../shared/contract/contract.ts'
import type { OrderLife } from '../../../shared/domain/orders/orders.ts'
import { SCHEMES } from '../../../shared/domain/schemes/scheme.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme.ts'
import { goTo, useAsk, usePart, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Chips } from '../../ui/chips.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { SchemeMark } from '../../ui/scheme-mark.tsx'
import { ClaimBar, type Chosen } from './claim-bar.tsx'
import { OrderPanel } from './order-panel.tsx'
import { OrderHead, OrderLine } from './order-line.tsx'
import { useOrdersInSight } from './use-orders.ts'
import type { OrdersInSight } from './use-orders.ts'
import '../list-screen.css'

const LIVES: readonly OrderLife[] = [
  'fresh',
  'claimed',
  'coded',
  'stickered',
  'packed',
  'shipped',
  'handed',
  'returned',
  'shelved',
  'cancelled'
]

const NOTHING_YET: OrdersInSight = { rows: [], from: 0, total: 0 }

/** All orders of this PC: found by life and by words, fresh ones taken into a supply, one of them opened at the right. */
export function OrdersScreen() {
  const { words, names } = useTexts()
  const orderId = usePart(state => state.route.orderId)
  const [life, setLife] = useState<OrderLife | 'all'>('fresh')
  const [scheme, setScheme] = useState<Scheme | 'all'>('all')
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<Chosen>(new Map())
  const [[first, last], setSight] = useState([0, 0])
  const onSight = useCallback((from: number, to: number) => setSight([from, to]), [])
  const anyLife = { scheme: scheme === 'all' ? null : scheme, search: search.trim() }
  const filter = { ...anyLife, lives: life === 'all' ? null : [life] }
  const list = useOrdersInSight(filter, first, last)
  const { rows, from, total } = list ?? NOTHING_YET
  const isClaimable = rows.some(row => row.life === 'fresh') || total > rows.length

  function choose(row: OrderRow, isChosen: boolean): void {
    const next = new Map(chosen)
    if (isChosen) next.set(row.id, row)
    else next.delete(row.id)
    setChosen(next)
  }

  return (
    <main className="list-screen">
      <div className="list-main">
        <div className="list-tools">
          <input
            className="input"
            type="search"
            placeholder={words.common.searchHint}
            aria-label={words.common.search}
            maxLength={100}
            value={search}
            onChange={event => setSearch(event.target.value)}
          />
          <Chips
            label={words.orders.columns.scheme}
            value={scheme}
            choices={[
              { value: 'all', name: words.orders.allSchemes },
              ...SCHEMES.map(value => ({ value, name: <SchemeMark scheme={value}>{names.schemes[value]}</SchemeMark> }))
            ]}
            onChoose={setScheme}
          />
          <span className="quiet">{list === null ? words.common.loading : words.common.rows(total)}</span>
          {life !== 'all' && search.trim() !== '' && list !== null && (
            <AmongOthers filter={anyLife} shown={total} onShow={() => setLife('all')} />
          )}
        </div>
        <Chips
          label={words.orders.title}
          value={life}
          choices={[
            ...LIVES.map(value => ({ value, name: names.lives[value] })),
            { value: 'all', name: words.common.all }
          ]}
          onChoose={setLife}
        />
        {list !== null && isClaimable && (life === 'fresh' || chosen.size > 0) && (
          <ClaimBar filter={filter} list={list} chosen={chosen} onChoose={setChosen} />
        )}
        <RowList
          label={words.orders.title}
          rows={rows}
          from={from}
          total={total}
          onSight={onSight}
          head={<OrderHead />}
          keyOf={row => row.id}
          isChosen={row => row.id === orderId}
          empty={list === null ? words.common.loading : words.common.nothing}
        >
          {row => (
            <OrderLine
              row={row}
              isChosen={chosen.has(row.id)}
              onChoose={isChosen => choose(row, isChosen)}
              onOpen={() => goTo({ screen: 'orders', orderId: row.id })}
            />
          )}
        </RowList>
      </div>
      {orderId !== null && <OrderPanel key={orderId} orderId={orderId} screen="orders" />}
    </main>
  )
}

/** Says how many more are found among the orders that the chosen chip hides, and shows them. */
function AmongOthers(props: {
  readonly filter: Pick<Input<'orders.list'>, 'scheme' | 'search'>
  readonly shown: number
  readonly onShow: () => void
}) {
  const { words } = useTexts()
  const { filter, shown, onShow } = props
  const all = useAsk('orders.list', { ...filter, lives: null, supplyId: null, offset: 0, limit: 1 })
  const hidden = (all?.total ?? 0) - shown
  return hidden > 0 && <Button onClick={onShow}>{words.orders.amongOthers(hidden)}</Button>
}
