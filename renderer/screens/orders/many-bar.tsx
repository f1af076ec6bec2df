import { useState } from 'react'
import type { Input, OrderRow } from '../../../shared/contract/contract.ts'
import type { OrderFilter } from '../../../shared/domain/orders/order-filter.ts'
import { isOver } from '../../../shared/domain/orders/orders.ts'
import { SHELF_REASONS } from '../../../shared/domain/scanning/commands.ts'
import { mayCancel, mayShelve } from './acts.ts'
import { usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { ClaimForm, kindOf } from './claim-form.tsx'
import { allOrders, MOST } from './use-orders.ts'
import type { OrdersInSight } from './use-orders.ts'

type Act = Input<'orders.actMany'>['act']

/** Orders that a person ticked, by id, as they were then. */
export type Chosen = ReadonlyMap<number, OrderRow>

/** What can be done with many orders at once; `list` is what is in sight of all that `filter` finds. */
export function ManyBar(props: {
  readonly filter: OrderFilter
  readonly list: OrdersInSight
  readonly chosen: Chosen
  readonly onChoose: (chosen: Chosen) => void
}) {
  const { calls } = usePage()
  const { words, names, orderList } = useTexts()
  const { filter, list, onChoose } = props
  const known = new Map(list.rows.map(row => [row.id, row]))
  const isWhole = list.total === list.rows.length
  // What was ticked may be another by now; of what is out of sight the station knows.
  const chosen = [...props.chosen.values()].flatMap(row => known.get(row.id) ?? (isWhole ? [] : row))
  const fresh = list.rows.filter(row => row.life === 'fresh')
  const kinds = [...new Map(fresh.map(row => [kindOf(row), row])).entries()].toSorted(([a], [b]) => a.localeCompare(b))
  const articles = [...new Set(chosen.map(row => row.article))]
  const article = articles.length === 1 ? articles[0] : undefined
  const hasMoreAlike = fresh.some(row => row.article === article && !props.chosen.has(row.id))

  /** Those out of sight too. */
  async function chooseAll(isWanted: (row: OrderRow) => boolean): Promise<void> {
    const all = (await allOrders(calls, filter)) ?? []
    onChoose(new Map(all.filter(isWanted).map(row => [row.id, row])))
  }

  const isFreshAnd = (isWanted: (row: OrderRow) => boolean) => (row: OrderRow) => row.life === 'fresh' && isWanted(row)
  return (
    <div className="list-acts" data-quiet={chosen.length === 0}>
      {chosen.length === 0 ? (
        <>
          <Button onClick={() => void chooseAll(() => true)}>
            {list.total > MOST ? orderList.chooseFirst(MOST, list.total) : orderList.chooseAll(list.total)}
          </Button>
          {kinds.map(([kind, { scheme, cargoType }]) => (
            <Button key={kind} onClick={() => void chooseAll(isFreshAnd(row => kindOf(row) === kind))}>
              {words.orders.allOf(
                scheme.kind === 'fbs' ? (names.cargoTypes[cargoType] ?? String(cargoType)) : names.schemes[scheme.kind]
              )}
            </Button>
          ))}
        </>
      ) : (
        <>
          <b>{words.orders.selected(chosen.length)}</b>
          <Button onClick={() => onChoose(new Map())}>{words.orders.clear}</Button>
          {article !== undefined && hasMoreAlike && (
            <Button onClick={() => void chooseAll(isFreshAnd(row => row.article === article))}>
              {words.orders.allOf(article)}
            </Button>
          )}
        </>
      )}
      {list.total > MOST && <span className="quiet">{orderList.firstOnly(MOST)}</span>}
      <ClaimForm rows={chosen.filter(row => row.life === 'fresh')} onClaimed={() => onChoose(new Map())} />
      <Acts rows={chosen} onDone={() => onChoose(new Map())} />
    </div>
  )
}

/** Each act with the number of those that it can be done to; what can't be taken back is asked about first. */
function Acts({ rows, onDone }: { readonly rows: readonly OrderRow[]; readonly onDone: () => void }) {
  const { calls } = usePage()
  const { words, names, orderList } = useTexts()
  const [isShelving, setShelving] = useState(false)
  const [isCancelling, setCancelling] = useState(false)
  const [result, setResult] = useState<{ readonly done: number; readonly of: number } | 'working' | null>(null)
  const alive = rows.filter(row => !isOver(row.life))
  const pinned = alive.filter(row => row.isPinned)
  const notPinned = alive.filter(row => !row.isPinned && row.life !== 'shelved' && row.life !== 'packed')
  const shelvable = rows.filter(mayShelve)
  const shelved = rows.filter(row => row.life === 'shelved' && row.shelf?.why.kind !== 'cancelling')
  const cancellable = rows.filter(mayCancel)

  async function act(on: readonly OrderRow[], what: Act): Promise<void> {
    setShelving(false)
    setCancelling(false)
    setResult('working')
    const answer = await calls.ask('orders.actMany', { orderIds: on.map(({ id }) => id), act: what })
    setResult(answer === null ? null : { done: answer.done, of: on.length })
    onDone()
  }

  if (result === 'working') return <span role="status">{orderList.working}</span>
  return (
    <>
      {rows.length === 0 && result !== null && <span role="status">{orderList.took(result.done, result.of)}</span>}
      {notPinned.length > 0 && (
        <Button icon="pin" onClick={() => void act(notPinned, { kind: 'pin', isPinned: true })}>
          {orderList.pin(notPinned.length)}
        </Button>
      )}
      {pinned.length > 0 && (
        <Button icon="pin" onClick={() => void act(pinned, { kind: 'pin', isPinned: false })}>
          {orderList.unpin(pinned.length)}
        </Button>
      )}
      {shelvable.length > 0 && (
        <Button icon="shelf" aria-expanded={isShelving} onClick={() => setShelving(!isShelving)}>
          {orderList.shelve(shelvable.length)}
        </Button>
      )}
      {shelved.length > 0 && (
        <Button onClick={() => void act(shelved, { kind: 'unshelve' })}>{orderList.unshelve(shelved.length)}</Button>
      )}
      {cancellable.length > 0 && (
        <Button tone="refuse" onClick={() => setCancelling(true)}>
          {orderList.cancel(cancellable.length)}
        </Button>
      )}
      {isShelving && shelvable.length > 0 && (
        <div className="list-acts-more" role="group" aria-label={orderList.shelveWhat}>
          <span>{orderList.shelveWhat}</span>
          {SHELF_REASONS.map(reason => (
            <Button key={reason} onClick={() => void act(shelvable, { kind: 'shelve', reason })}>
              {names.shelfReasons[reason]}
            </Button>
          ))}
        </div>
      )}
      {isCancelling && (
        <Confirm
          title={orderList.cancelAsk(cancellable.length)}
          detail={orderList.cancelWhat}
          act={orderList.cancelDo(cancellable.length)}
          back={words.common.cancel}
          onBack={() => setCancelling(false)}
          onAct={() => void act(cancellable, { kind: 'cancel' })}
        />
      )}
    </>
  )
}
