import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { Dispatch, SetStateAction } from 'react'
import type { OrderRow } from '../../../shared/contract/contract.ts'
import type { OrderFilter } from '../../../shared/domain/orders/order-filter.ts'
import { ORDER_LIVES } from '../../../shared/domain/orders/orders.ts'
import { SCHEMES } from '../../../shared/domain/schemes/scheme.ts'
import { goTo, useAsk, usePage, usePart, useTexts, useView } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Chips } from '../../ui/chips.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { SchemeMark } from '../../ui/scheme-mark.tsx'
import { ManyBar, type Chosen } from './many-bar.tsx'
import { HeldFilters, NO_NARROWING, OrderFilters, SortChoice } from './order-filters.tsx'
import { OrderHead, OrderLine } from './order-line.tsx'
import { OrderPanel } from './order-panel.tsx'
import { useOrdersInSight } from './use-orders.ts'
import type { OrdersInSight } from './use-orders.ts'
import '../list-screen.css'

const NOTHING_YET: OrdersInSight = { rows: [], from: 0, total: 0 }

/** All orders of this PC: found by words and filters, many taken or set aside at once, one of them opened at the right. */
export function OrdersScreen() {
  const { store } = usePage()
  const { words, names, orderList } = useTexts()
  const orderId = usePart(state => state.route.orderId)
  const filter = usePart(state => state.orderFilter)
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<Chosen>(new Map())
  const [[first, last], setSight] = useState([0, 0])
  const onSight = useCallback((from: number, to: number) => setSight([from, to]), [])
  // The next key goes before the list: a scanner types into this field as fast as it can.
  const search = useDeferredValue(filter.search.trim())
  const key = JSON.stringify({ ...filter, search })
  // `key` stands for the filter, which is a new object at every key that is typed.
  // oxlint-disable-next-line react/exhaustive-deps
  const asked = useMemo(() => ({ ...filter, search }), [key])
  const list = useOrdersInSight(asked, first, last)
  const { total } = list ?? NOTHING_YET
  const life = filter.lives?.[0] ?? 'all'
  const change = useCallback(
    (part: Partial<OrderFilter>) => store.setState(state => ({ orderFilter: { ...state.orderFilter, ...part } })),
    [store]
  )

  return (
    <main className="list-screen">
      <div className="list-main">
        <div className="list-tools">
          <input
            className="input"
            type="search"
            placeholder={words.common.searchHint}
            aria-label={words.common.search}
            maxLength={150}
            value={filter.search}
            onChange={event => change({ search: event.target.value })}
          />
          <Chips
            label={words.orders.columns.scheme}
            value={filter.scheme ?? 'all'}
            choices={[
              { value: 'all', name: words.orders.allSchemes },
              ...SCHEMES.map(value => ({ value, name: <SchemeMark scheme={value}>{names.schemes[value]}</SchemeMark> }))
            ]}
            onChoose={scheme => change({ scheme: scheme === 'all' ? null : scheme })}
          />
          <SortChoice filter={filter} onChange={change} />
          <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {orderList.filters}
          </Button>
          <span className="quiet">{list === null ? words.common.loading : words.common.rows(total)}</span>
          {life !== 'all' && asked.search !== '' && list !== null && (
            <AmongOthers filter={asked} onShow={() => change({ lives: null })} />
          )}
        </div>
        <Chips
          label={words.orders.title}
          value={life}
          choices={[
            ...ORDER_LIVES.map(value => ({ value, name: names.lives[value] })),
            { value: 'all', name: words.common.all }
          ]}
          onChoose={value => change({ lives: value === 'all' ? null : [value] })}
        />
        {isOpen ? (
          <OrderFilters filter={filter} onChange={change} />
        ) : (
          <HeldFilters filter={filter} onChange={change} />
        )}
        {list !== null && total > 0 && (chosen.size > 0 || (!isOpen && orderId === null)) && (
          <ManyBar filter={asked} list={list} chosen={chosen} onChoose={setChosen} />
        )}
        <OrderRows
          list={list}
          asked={asked}
          chosen={chosen}
          orderId={orderId}
          onSight={onSight}
          onChoose={setChosen}
          onChange={change}
        />
      </div>
      {orderId !== null && <OrderPanel key={orderId} orderId={orderId} screen="orders" />}
    </main>
  )
}

/** The list itself: it is drawn anew when it has changed, not at every key that is typed above it. */
const OrderRows = memo(function OrderRows(props: {
  readonly list: OrdersInSight | null
  readonly asked: OrderFilter
  readonly chosen: Chosen
  readonly orderId: number | null
  readonly onSight: (from: number, to: number) => void
  readonly onChoose: Dispatch<SetStateAction<Chosen>>
  readonly onChange: (part: Partial<OrderFilter>) => void
}) {
  const { list, asked, chosen, orderId } = props
  const { words } = useTexts()
  const { rows, from, total } = list ?? NOTHING_YET

  function choose(row: OrderRow, isChosen: boolean): void {
    props.onChoose(before => {
      const next = new Map(before)
      if (isChosen) next.set(row.id, row)
      else next.delete(row.id)
      return next
    })
  }

  return (
    <RowList
      label={words.orders.title}
      rows={rows}
      from={from}
      total={total}
      onSight={props.onSight}
      head={<OrderHead />}
      keyOf={row => row.id}
      isChosen={row => row.id === orderId}
      empty={<NoOrders isAsked={list !== null} filter={asked} onClear={() => props.onChange(NOTHING_ASKED)} />}
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
  )
})

const NOTHING_ASKED = { ...NO_NARROWING, lives: null, scheme: null, search: '' } as const

/** Which kind of empty it is, and the way out. */
function NoOrders(props: { readonly isAsked: boolean; readonly filter: OrderFilter; readonly onClear: () => void }) {
  const { words, orderList } = useTexts()
  const network = useView(view => view.network.kind)
  const isKnown = useView(view => view.news.isKnown)
  const { isAsked, filter } = props
  if (!isAsked) return <>{words.common.loading}</>
  const isNarrowed = Object.entries(NOTHING_ASKED).some(
    ([name, free]) => JSON.stringify(Reflect.get(filter, name)) !== JSON.stringify(free)
  )
  if (isNarrowed) {
    return (
      <>
        {orderList.emptyFilter}
        <span className="row-list-way">
          <Button onClick={props.onClear}>{orderList.clear}</Button>
        </span>
      </>
    )
  }
  return <>{network === 'offline' ? orderList.emptyOffline : isKnown ? orderList.emptyAll : orderList.emptyAsking}</>
}

/** Says how many more are found among the orders that the chosen chip hides, and shows them. */
function AmongOthers(props: { readonly filter: OrderFilter; readonly onShow: () => void }) {
  const { words } = useTexts()
  const { filter, onShow } = props
  const others = ORDER_LIVES.filter(life => filter.lives?.includes(life) !== true)
  const hidden = useAsk('orders.list', { ...filter, lives: others, offset: 0, limit: 1 })?.total ?? 0
  return hidden > 0 && <Button onClick={onShow}>{words.orders.amongOthers(hidden)}</Button>
}
