import { useEffect, useState } from 'react'
import type { DamagedRow } from '../../shared/contract/contract.ts'
import { usePage, useTexts, useView } from '../page.ts'
import { Button } from '../ui/button.tsx'
import './damaged-rows.css'

/** Records of this PC's own memory that could not be read: what each means, and what was done. */
export function DamagedRows() {
  const { calls } = usePage()
  const { damage } = useTexts()
  const count = useView(view => view.damagedRows)
  const [rows, setRows] = useState<readonly DamagedRow[]>([])
  useEffect(() => {
    if (count > 0) void calls.ask('damage.list', undefined).then(found => setRows(found ?? []))
  }, [calls, count])
  if (count === 0) return null
  return (
    <section className="damaged-rows" aria-label={damage.title(count)}>
      <h2>{damage.title(count)}</h2>
      <p>{damage.why}</p>
      {/* It scrolls, and the arrow keys have to get at it. */}
      <ul tabIndex={0}>
        {rows.map(row => (
          <DamagedLine key={`${row.table} ${row.key}`} row={row} />
        ))}
      </ul>
      <Button onClick={() => void calls.act('damage.seen', undefined)}>{damage.seen}</Button>
    </section>
  )
}

function DamagedLine({ row }: { readonly row: DamagedRow }) {
  const { damage, format } = useTexts()
  const { what, means } = damage.tables[row.table]
  const name = row.table === 'orders' ? `${what} ${format.orderId(Number(row.key))}` : what
  return (
    <li>
      <b>{name}</b> <span className="quiet">{format.dateTime(row.at)}</span>
      <p>{means}</p>
    </li>
  )
}
