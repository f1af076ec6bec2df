import { useState } from 'react'
import type { Input, OrderRow } from '../../../shared/contract/contract.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme.ts'
import { schemeOfBatch } from '../../../shared/view/view.ts'
import type { BatchView } from '../../../shared/view/view.ts'
import { useAsk, usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { allOrders } from './use-orders.ts'
import type { OrdersInSight } from './use-orders.ts'

/** Open supplies, or rounds, offered by name; others are opened on their own screen. */
const MOST_OPEN = 3

/** Orders that a person ticked, by id, as they were then. */
export type Chosen = ReadonlyMap<number, OrderRow>

/** Takes fresh orders into a new supply or round, or an open one; `list` is what is in sight of all that `filter` finds. */
export function ClaimBar(props: {
  readonly filter: Parameters<typeof allOrders>[1]
  readonly list: OrdersInSight
  readonly chosen: Chosen
  readonly onChoose: (chosen: Chosen) => void
}) {
  const { calls } = usePage()
  const { words, names } = useTexts()
  const [name, setName] = useState('')
  const { filter, list, onChoose } = props
  const known = new Map(list.rows.map(row => [row.id, row]))
  const isWhole = list.total === list.rows.length
  // What was ticked may have been taken meanwhile; of what is out of sight the station knows.
  const chosen = [...props.chosen.values()].filter(
    ({ id }) => (known.get(id)?.life ?? (isWhole ? null : 'fresh')) === 'fresh'
  )
  const orderIds = chosen.map(row => row.id)
  const fresh = list.rows.filter(row => row.life === 'fresh')
  const kinds = [...new Map(fresh.map(row => [kindOf(row), row])).entries()].toSorted(([a], [b]) => a.localeCompare(b))
  const scheme = chosen[0]?.scheme.kind ?? 'fbs'
  const open = useOpenBatches(scheme)
  const articles = [...new Set(chosen.map(row => row.article))]
  const article = articles.length === 1 ? articles[0] : undefined
  const hasMoreAlike = fresh.some(row => row.article === article && !props.chosen.has(row.id))

  /** Those out of sight too. */
  async function chooseAll(isWanted: (row: OrderRow) => boolean): Promise<void> {
    const all = (await allOrders(calls, filter)) ?? []
    onChoose(new Map(all.filter(row => row.life === 'fresh' && isWanted(row)).map(row => [row.id, row])))
  }

  async function claim(supply: Input<'orders.claim'>['supply']): Promise<void> {
    if (await calls.act('orders.claim', { orderIds, supply })) {
      onChoose(new Map())
      setName('')
    }
  }

  return (
    <div className="list-acts">
      {kinds.map(
        ([
          kind,
          {
            scheme: { kind: of },
            cargoType
          }
        ]) => (
          <Button key={kind} onClick={() => void chooseAll(row => kindOf(row) === kind)}>
            {words.orders.allOf(of === 'fbs' ? (names.cargoTypes[cargoType] ?? String(cargoType)) : names.schemes[of])}
          </Button>
        )
      )}
      {article !== undefined && hasMoreAlike && (
        <Button onClick={() => void chooseAll(row => row.article === article)}>{words.orders.allOf(article)}</Button>
      )}
      <b>{words.orders.selected(orderIds.length)}</b>
      {orderIds.length > 0 && (
        <>
          <Button onClick={() => onChoose(new Map())}>{words.orders.clear}</Button>
          {open.slice(0, MOST_OPEN).map(batch => (
            <Button key={batch.id} onClick={() => void claim({ kind: 'existing', supplyId: batch.id })}>
              {words.orders.claimInto(batch.name)}
            </Button>
          ))}
          <input
            className="input"
            type="text"
            maxLength={100}
            placeholder={words.orders.supplyName}
            aria-label={words.orders.supplyName}
            value={name}
            onChange={event => setName(event.target.value)}
          />
          <Button tone="go" onClick={() => void claim({ kind: 'new', name: name.trim() })}>
            {scheme === 'fbs' ? words.orders.claimNew : words.orders.claimRound}
          </Button>
        </>
      )}
    </div>
  )
}

/** Those of one kind are chosen at a press: of the marketplace's own delivery by cargo, else by scheme. */
function kindOf({ scheme, cargoType }: OrderRow): string {
  return scheme.kind === 'fbs' ? `cargo ${cargoType}` : scheme.kind
}

/** What orders of this scheme may join. */
function useOpenBatches(scheme: Scheme): readonly BatchView[] {
  const supplies = useAsk('supplies.list', undefined) ?? []
  const rounds = useAsk('rounds.list', undefined) ?? []
  return [...supplies, ...rounds].filter(batch => batch.state === 'open' && schemeOfBatch(batch) === scheme)
}
