import { goTo, useAsk, usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { ProductWords } from '../product/product.tsx'

/** Orders that have to travel once more and may go with this supply: which they are, and taken into it at a press. */
export function AgainPart({ supplyId }: { readonly supplyId: string }) {
  const { calls } = usePage()
  const { supplyDesk: words, format } = useTexts()
  const orderIds = useAsk('supplies.reshipment', { supplyId }) ?? []
  if (orderIds.length === 0) return null
  return (
    <section>
      <Button
        icon="reprint"
        onClick={() =>
          void calls.act('orders.claim', { orderIds: [...orderIds], supply: { kind: 'existing', supplyId } })
        }
      >
        {words.takeAgain(orderIds.length)}
      </Button>
      <details>
        <summary>{words.whichAgain}</summary>
        <ul>
          {orderIds.map(orderId => (
            <li key={orderId}>
              <Button onClick={() => goTo({ screen: 'orders', orderId })}>{format.orderId(orderId)}</Button>
              <ProductWords orderId={orderId} />
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
