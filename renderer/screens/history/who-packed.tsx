import { useState } from 'react'
import type { PackedBy } from '../../../shared/contract/shift-methods.ts'
import { goTo, useAsk, useTexts } from '../../page.ts'

/** Who packed an order, in one search. */
export function WhoPacked() {
  const { shift } = useTexts()
  const [search, setSearch] = useState('')
  return (
    <>
      <input
        className="input"
        type="search"
        placeholder={`${shift.who} ${shift.whoHint}`}
        aria-label={shift.who}
        maxLength={150}
        value={search}
        onChange={event => setSearch(event.target.value)}
      />
      {search.trim().length > 2 && <Found search={search.trim()} />}
    </>
  )
}

function Found({ search }: { readonly search: string }) {
  const { shift, words } = useTexts()
  const found = useAsk('shift.whoPacked', { search })
  if (found === null) return <p className="quiet">{words.common.loading}</p>
  if (found.length === 0) return <p>{shift.noneFound}</p>
  return (
    <ul className="who-packed">
      {found.map(order => (
        <li key={order.orderId}>
          <Line order={order} />
        </li>
      ))}
    </ul>
  )
}

function Line({ order }: { readonly order: PackedBy }) {
  const { shift, format, orderList } = useTexts()
  const { orderId, article, partB, life, packedAt, packer } = order
  return (
    <button type="button" className="row-main" onClick={() => goTo({ screen: 'orders', orderId })}>
      <span>
        <b>{format.orderId(orderId)}</b> {article}
        {partB !== null && ` · ${partB}`} · {orderList.life[life]} ·{' '}
        {packedAt === null ? shift.notYet : shift.packedBy(packer, format.dateTime(packedAt))}
      </span>
    </button>
  )
}
