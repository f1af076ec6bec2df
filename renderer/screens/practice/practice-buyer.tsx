import type { PracticeThing } from '../../../shared/contract/practice-methods.ts'
import type { HandoverOutcome } from '../../../shared/domain/schemes/scheme.ts'
import { usePage, useTexts } from '../../page.ts'
import { useShow } from './use-show.ts'

const ENDED: readonly PracticeThing['life'][] = ['handed', 'returned', 'cancelled']

/** Whoever ordered the thing: calls it off, says the codes at the counter or the door, takes it or does not. */
export function PracticeBuyer({ thing }: { readonly thing: PracticeThing }) {
  const { calls } = usePage()
  const { words } = useTexts()
  const show = useShow()
  const { orderId, buyer, life } = thing
  if (ENDED.includes(life)) return null

  async function meet(outcome: HandoverOutcome): Promise<void> {
    // At the counter the passcode proves who it is; at the door the code goes with the word itself.
    if (buyer?.kind === 'counter') {
      const answer = await calls.ask('orders.identify', { orderId, passcode: buyer.passcode })
      if (answer?.kind !== 'same') return
    }
    await calls.act('orders.handOver', { orderId, outcome, code: buyer?.kind === 'door' ? buyer.code : null })
  }

  return (
    <>
      {buyer?.kind === 'counter' && (
        <>
          <BuyerButton name={words.practice.orderCode} title={buyer.orderCode} onClick={() => show(buyer.orderCode)} />
          <BuyerButton name={words.practice.passcode} title={buyer.passcode} onClick={() => show(buyer.passcode)} />
        </>
      )}
      {buyer !== null && life === 'shipped' && (
        <>
          <BuyerButton name={words.practice.takes} onClick={() => void meet('receive')} />
          <BuyerButton name={words.practice.refuses} onClick={() => void meet('reject')} />
        </>
      )}
      {buyer?.kind === 'door' && (
        <BuyerButton name={words.practice.moves} onClick={() => void calls.act('practice.moveDelivery', { orderId })} />
      )}
      <BuyerButton name={words.practice.cancels} onClick={() => void calls.act('practice.cancelOrder', { orderId })} />
    </>
  )
}

function BuyerButton(props: { readonly name: string; readonly title?: string; readonly onClick: () => void }) {
  const { name, title, onClick } = props
  return (
    <button type="button" className="thing-code" data-buyer="true" title={title} onClick={onClick}>
      {name}
    </button>
  )
}
