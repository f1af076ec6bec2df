import { useState } from 'react'
import type { Input, OrderRow } from '../../../shared/contract/contract.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme.ts'
import { schemeOfBatch } from '../../../shared/view/view.ts'
import type { BatchView } from '../../../shared/view/view.ts'
import { useAsk, usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'

/** Open supplies, or rounds, offered by name; others are opened on their own screen. */
const MOST_OPEN = 3

/** Takes fresh orders into a new supply or round, or an open one. */
export function ClaimBar(props: {
  readonly fresh: readonly OrderRow[]
  readonly chosen: ReadonlySet<number>
  readonly onChoose: (ids: ReadonlySet<number>) => void
}) {
  const { calls } = usePage()
  const { words, names } = useTexts()
  const [name, setName] = useState('')
  const { fresh, chosen, onChoose } = props
  const kinds = [...new Map(fresh.map(row => [kindOf(row), row])).entries()].toSorted(([a], [b]) => a.localeCompare(b))
  const taken = fresh.filter(row => chosen.has(row.id))
  const orderIds = taken.map(row => row.id)
  const scheme = taken[0]?.scheme.kind ?? 'fbs'
  const open = useOpenBatches(scheme)
  const chosenArticles = [...new Set(taken.map(row => row.article))]
  const article = chosenArticles.length === 1 ? chosenArticles[0] : undefined
  const alike = fresh.filter(row => row.article === article)

  async function claim(supply: Input<'orders.claim'>['supply']): Promise<void> {
    if (await calls.act('orders.claim', { orderIds, supply })) {
      onChoose(new Set())
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
          <Button
            key={kind}
            onClick={() => onChoose(new Set(fresh.filter(row => kindOf(row) === kind).map(row => row.id)))}
          >
            {words.orders.allOf(of === 'fbs' ? (names.cargoTypes[cargoType] ?? String(cargoType)) : names.schemes[of])}
          </Button>
        )
      )}
      {article !== undefined && alike.length > orderIds.length && (
        <Button onClick={() => onChoose(new Set(alike.map(row => row.id)))}>{words.orders.allOf(article)}</Button>
      )}
      <b>{words.orders.selected(orderIds.length)}</b>
      {orderIds.length > 0 && (
        <>
          <Button onClick={() => onChoose(new Set())}>{words.orders.clear}</Button>
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
