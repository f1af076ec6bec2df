import { useState } from 'react'
import type { BuyerView } from '../../../shared/contract/scheme-methods.ts'
import { usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'

/** The buyer, hidden until somebody asks; each look is on record, and the page keeps nothing when it is closed. */
export function BuyerPart({ orderId }: { readonly orderId: number }) {
  const { calls } = usePage()
  const { courier: words } = useTexts()
  const [seen, setSeen] = useState<BuyerView | 'unknown' | null>(null)
  async function look(): Promise<void> {
    setSeen((await calls.ask('orders.buyer', { orderId })) ?? 'unknown')
  }
  if (seen === null) {
    return (
      <section>
        <h3>{words.buyer}</h3>
        <p className="quiet">{words.hidden}</p>
        <Button icon="person" onClick={() => void look()}>
          {words.show}
        </Button>
      </section>
    )
  }
  if (seen === 'unknown') return <p className="quiet">{words.notTold}</p>
  return (
    <section>
      <h3>{words.buyer}</h3>
      <dl className="side-facts">
        <dt>{words.name}</dt>
        <dd>{seen.name ?? words.notTold}</dd>
        <dt>{words.address}</dt>
        <dd>{seen.address ?? words.notTold}</dd>
        <dt>{words.phone}</dt>
        <dd>
          {seen.dials.length === 0 && words.notTold}
          {seen.dials.map(({ phone, code }) => (
            <span key={`${phone} ${code}`} className="courier-dial">
              {phone}
              {code !== null && ` · ${words.extension(code)}`}
            </span>
          ))}
        </dd>
      </dl>
      <Button onClick={() => setSeen(null)}>{words.hide}</Button>
    </section>
  )
}
