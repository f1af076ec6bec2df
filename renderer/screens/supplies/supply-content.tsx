import { useState } from 'react'
import { articleKey } from '../../../shared/domain/orders/product-card.ts'
import type { SupplyView } from '../../../shared/view/view.ts'
import { useAsk, usePage, useTexts } from '../../page.ts'
import { ProductPicture, ProductWords } from '../product/product.tsx'
import { Button } from '../../ui/button.tsx'

/** Other open supplies that are offered by name. */
const MOST_OPEN = 3

/** What is in a supply, product by product; what is chosen moves into another one. */
export function SupplyContent({ supply }: { readonly supply: SupplyView }) {
  const { supplyDesk: words, format } = useTexts()
  const rows = useAsk('supplies.content', { supplyId: supply.id })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  if (rows === null || rows.length === 0) return null
  const isOpen = supply.state === 'open'
  const orderIds = rows.filter(row => chosen.has(articleKey(row))).flatMap(row => row.orderIds)
  const choose = (key: string, isIn: boolean) => {
    const next = new Set(chosen)
    if (isIn) next.add(key)
    else next.delete(key)
    setChosen(next)
  }
  return (
    <section aria-label={words.content}>
      <h3>{words.content}</h3>
      <ul className="supply-content">
        {rows.map(row => (
          <li key={articleKey(row)}>
            <label>
              {isOpen && (
                <input
                  type="checkbox"
                  checked={chosen.has(articleKey(row))}
                  onChange={event => choose(articleKey(row), event.target.checked)}
                />
              )}
              {row.orderIds[0] !== undefined && <ProductPicture orderId={row.orderIds[0]} />}
              <span>
                {row.article}
                {row.colorCode !== '' && <span className="quiet"> · {row.colorCode}</span>}
                {row.orderIds[0] !== undefined && <ProductWords orderId={row.orderIds[0]} />}
              </span>
            </label>
            <b>{words.packedOf(format.number(row.packed), format.number(row.total))}</b>
          </li>
        ))}
      </ul>
      {orderIds.length > 0 && <MoveForm supply={supply} orderIds={orderIds} onMoved={() => setChosen(new Set())} />}
    </section>
  )
}

function MoveForm(props: {
  readonly supply: SupplyView
  readonly orderIds: readonly number[]
  readonly onMoved: () => void
}) {
  const { calls } = usePage()
  const { supplyDesk: words } = useTexts()
  const open = (useAsk('supplies.list', undefined) ?? []).filter(
    other => other.state === 'open' && other.id !== props.supply.id
  )
  async function move(into: { kind: 'new'; name: string } | { kind: 'existing'; supplyId: string }): Promise<void> {
    if (await calls.take('supplies.moveOrders', { orderIds: [...props.orderIds], into })) props.onMoved()
  }
  return (
    <div className="side-acts" role="group" aria-label={words.move(props.orderIds.length)}>
      <span>{words.move(props.orderIds.length)}</span>
      <Button tone="go" onClick={() => void move({ kind: 'new', name: '' })}>
        {words.toNew}
      </Button>
      {open.slice(0, MOST_OPEN).map(other => (
        <Button key={other.id} onClick={() => void move({ kind: 'existing', supplyId: other.id })}>
          {words.into(other.name)}
        </Button>
      ))}
    </div>
  )
}
