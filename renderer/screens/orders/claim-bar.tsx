import { useState } from 'react'
import type { Input, OrderRow } from '../../../shared/contract/contract.ts'
import { useAsk, usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'

/** Open supplies offered by name; others are opened on their own screen. */
const MOST_OPEN = 3

/** Takes fresh orders into a new supply or an open one. */
export function ClaimBar(props: {
  readonly fresh: readonly OrderRow[]
  readonly chosen: ReadonlySet<number>
  readonly onChoose: (ids: ReadonlySet<number>) => void
}) {
  const { calls } = usePage()
  const { words, names } = useTexts()
  const [name, setName] = useState('')
  const open = (useAsk('supplies.list', undefined) ?? []).filter(supply => supply.state === 'open')
  const { fresh, chosen, onChoose } = props
  const cargoTypes = [...new Set(fresh.map(row => row.cargoType))].toSorted((a, b) => a - b)
  const orderIds = fresh.filter(row => chosen.has(row.id)).map(row => row.id)
  const chosenArticles = [...new Set(fresh.filter(row => chosen.has(row.id)).map(row => row.article))]
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
      {cargoTypes.map(type => (
        <Button
          key={type}
          onClick={() => onChoose(new Set(fresh.filter(row => row.cargoType === type).map(row => row.id)))}
        >
          {words.orders.allOf(names.cargoTypes[type] ?? String(type))}
        </Button>
      ))}
      {article !== undefined && alike.length > orderIds.length && (
        <Button onClick={() => onChoose(new Set(alike.map(row => row.id)))}>{words.orders.allOf(article)}</Button>
      )}
      <b>{words.orders.selected(orderIds.length)}</b>
      {orderIds.length > 0 && (
        <>
          <Button onClick={() => onChoose(new Set())}>{words.orders.clear}</Button>
          {open.slice(0, MOST_OPEN).map(supply => (
            <Button key={supply.id} onClick={() => void claim({ kind: 'existing', supplyId: supply.id })}>
              {words.orders.claimInto(supply.name)}
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
            {words.orders.claimNew}
          </Button>
        </>
      )}
    </div>
  )
}
