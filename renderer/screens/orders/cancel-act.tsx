import { useState } from 'react'
import type { OrderRow } from '../../../shared/contract/contract.ts'
import type { CancelAnswer } from '../../../shared/contract/order-methods.ts'
import { usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Why } from '../why.tsx'
import { mayCancel } from './acts.ts'

/** Calls the order off: the marketplace is asked first whether it may be, then the person, who is told of the fine. */
export function CancelAct({ order }: { readonly order: OrderRow }) {
  const { calls } = usePage()
  const { words, format, orderPage } = useTexts()
  const [answer, setAnswer] = useState<CancelAnswer['kind'] | 'asking' | null>(null)
  const { id: orderId, scheme } = order
  if (!mayCancel(order)) return null

  async function ask(): Promise<void> {
    setAnswer('asking')
    setAnswer((await calls.ask('orders.mayCancel', { orderId }))?.kind ?? 'unasked')
  }

  const said = answer === null || answer === 'asking' ? null : orderPage.mayCancel[answer]
  return (
    <li>
      <Button tone="refuse" disabled={answer === 'asking'} onClick={() => void ask()}>
        {orderPage.cancel}
      </Button>
      {answer === 'mayNot' && said !== null ? (
        <span role="status">
          <Why phrase={said} isBad />
        </span>
      ) : (
        <span className="tiny quiet">{answer === 'asking' ? orderPage.asking : orderPage.brings.cancel}</span>
      )}
      {said !== null && answer !== 'mayNot' && (
        <Confirm
          title={orderPage.cancelAsk(format.orderId(orderId))}
          detail={`${orderPage.cancelWhat[scheme.kind]} ${[said.title, said.remedy].filter(part => part !== '').join('. ')}.`}
          act={orderPage.cancelDo(format.orderId(orderId))}
          back={words.common.cancel}
          onBack={() => setAnswer(null)}
          onAct={() => {
            setAnswer(null)
            void calls.act('orders.cancel', { orderId })
          }}
        />
      )}
    </li>
  )
}
