import { useState } from 'react'
import type { Input, OrderRow } from '../../../shared/contract/contract.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme.ts'
import { schemeOfBatch } from '../../../shared/view/view.ts'
import type { BatchView } from '../../../shared/view/view.ts'
import { useAsk, usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'

/** Open supplies, or rounds, offered by name; others are opened on their own screen. */
const MOST_OPEN = 3

/** Takes fresh orders into a new supply or round, or an open one. */
export function ClaimForm({ rows, onClaimed }: { readonly rows: readonly OrderRow[]; readonly onClaimed: () => void }) {
  const { calls } = usePage()
  const { words, orderList } = useTexts()
  const [name, setName] = useState('')
  const scheme = rows[0]?.scheme.kind ?? 'fbs'
  const open = useOpenBatches(scheme)

  async function claim(supply: Input<'orders.claim'>['supply']): Promise<void> {
    if (await calls.take('orders.claim', { orderIds: rows.map(row => row.id), supply })) {
      onClaimed()
      setName('')
    }
  }

  if (rows.length === 0) return null
  return (
    <div className="list-acts-more" role="group" aria-label={orderList.claims(rows.length)}>
      <span>{orderList.claims(rows.length)}</span>
      {open.slice(0, MOST_OPEN).map(batch => (
        <Button key={batch.id} onClick={() => void claim({ kind: 'existing', supplyId: batch.id })}>
          {words.orders.claimInto(batch.name)}
        </Button>
      ))}
      <Field
        isBare
        label={words.orders.supplyName}
        maxLength={100}
        placeholder={words.orders.supplyName}
        value={name}
        onChange={event => setName(event.target.value)}
      />
      <Button tone="go" onClick={() => void claim({ kind: 'new', name: name.trim() })}>
        {scheme === 'fbs' ? words.orders.claimNew : words.orders.claimRound}
      </Button>
    </div>
  )
}

/** Those of one kind are chosen at a press: of the marketplace's own delivery by cargo, else by scheme. */
export function kindOf({ scheme, cargoType }: OrderRow): string {
  return scheme.kind === 'fbs' ? `cargo ${cargoType}` : scheme.kind
}

/** What orders of this scheme may join. */
function useOpenBatches(scheme: Scheme): readonly BatchView[] {
  const supplies = useAsk('supplies.list', undefined) ?? []
  const rounds = useAsk('rounds.list', undefined) ?? []
  return [...supplies, ...rounds].filter(batch => batch.state === 'open' && schemeOfBatch(batch) === scheme)
}
