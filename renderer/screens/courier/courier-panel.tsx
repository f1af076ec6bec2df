import type { CourierParcel } from '../../../shared/contract/courier-methods.ts'
import { slotWords } from '../../../shared/domain/schemes/slot-words.ts'
import { goTo, usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { OrderSide } from '../orders/order-side.tsx'
import { BuyerPart } from './buyer-part.tsx'
import { hasPile, takeParcel } from './desk.ts'

/** One parcel of the seller's own courier: when it is awaited, and, for whoever asks, by whom and where. */
export function CourierPanel({ parcel }: { readonly parcel: CourierParcel }) {
  const page = usePage()
  const { courier: words, words: common } = useTexts()
  const { id: orderId, scheme, article, colorCode, comment, roundName, state, hasOldLabel, told } = parcel
  return (
    <OrderSide orderId={orderId} screen="courier">
      {comment !== '' && <p className="side-comment">{comment}</p>}
      {hasOldLabel && <p className="side-why">{words.oldLabelWhy}</p>}
      <dl className="side-facts">
        <dt>{words.slot}</dt>
        <dd>
          {scheme.movedFrom !== undefined && <>{slotWords(scheme.movedFrom)} → </>}
          <b>{slotWords(scheme.slot) || words.noSlot}</b>
        </dd>
        <dt>{common.orders.columns.article}</dt>
        <dd>
          {article}
          {colorCode !== '' && ` · ${colorCode}`}
        </dd>
        <dt>{words.number}</dt>
        <dd>{told ?? '—'}</dd>
        <dt>{common.orders.batches.round}</dt>
        <dd>{roundName ?? '—'}</dd>
        <dt>{common.orders.columns.state}</dt>
        <dd>{words.states[state]}</dd>
      </dl>
      <BuyerPart orderId={orderId} />
      <div className="side-acts">
        {hasPile(parcel) && (
          <Button
            tone="go"
            icon="delivered"
            onClick={() => {
              goTo({ screen: 'courier', orderId: null })
              void takeParcel(page, orderId)
            }}
          >
            {state === 'packed' ? words.load : words.isBack}
          </Button>
        )}
        {told !== null && (
          <Button
            icon="reprint"
            tone={hasOldLabel ? 'go' : 'plain'}
            onClick={() => void page.calls.act('orders.reprint', { orderId, reason: 'other' })}
          >
            {common.orders.reprint}
          </Button>
        )}
        <Button icon="orders" onClick={() => goTo({ screen: 'orders', orderId })}>
          {words.toOrder}
        </Button>
      </div>
    </OrderSide>
  )
}
