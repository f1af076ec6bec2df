import { useAsk, usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'

/** Orders that have to travel once more and may go with this supply: taken into it at a press. */
export function AgainPart({ supplyId }: { readonly supplyId: string }) {
  const { calls } = usePage()
  const { supplyDesk: words } = useTexts()
  const orderIds = useAsk('supplies.reshipment', { supplyId }) ?? []
  if (orderIds.length === 0) return null
  return (
    <Button
      icon="reprint"
      onClick={() =>
        void calls.act('orders.claim', { orderIds: [...orderIds], supply: { kind: 'existing', supplyId } })
      }
    >
      {words.takeAgain(orderIds.length)}
    </Button>
  )
}
