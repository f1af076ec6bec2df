import { useState } from 'react'
import type { ReactNode } from 'react'
import type { OrderPage } from '../../../shared/contract/contract.ts'
import { routeOfKind } from '../../../shared/domain/printing/routes.ts'
import { REPRINT_REASONS, SHELF_REASONS } from '../../../shared/domain/scanning/commands.ts'
import { goTo, usePage, useTexts, useView } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import type { ButtonProps } from '../../ui/button.tsx'
import { mayShelve } from './acts.ts'
import { CancelAct } from './cancel-act.tsx'
import { isEnded } from './order-line.tsx'

/** What can be done with an order in its state; beside each act what it brings about. */
export function OrderActs({ page }: { readonly page: OrderPage }) {
  const { calls } = usePage()
  const { words, orderPage } = useTexts()
  const hasReceipts = useView(view => routeOfKind(view.settings, 'packingSlip').printer !== null)
  const { order } = page
  const { id: orderId, life, isPinned } = order
  const isOnBench = life === 'claimed' || life === 'coded' || life === 'stickered'
  const isCancelling = order.shelf?.why.kind === 'cancelling'
  const toTable = (method: 'bench.takeOrder' | 'bench.reopenOrder') => {
    void calls.act(method, { orderId })
    goTo({ screen: 'pack', orderId: null })
  }
  const { brings } = orderPage
  return (
    <section aria-label={orderPage.acts}>
      <h3>{orderPage.acts}</h3>
      <ul className="order-acts">
        {isOnBench && (
          <Act tone="go" icon="pack" brings={brings.take} onClick={() => toTable('bench.takeOrder')}>
            {words.orders.take}
          </Act>
        )}
        {life === 'fresh' && (
          <Act
            tone="go"
            brings={brings.claim}
            onClick={() => void calls.act('orders.claim', { orderIds: [orderId], supply: { kind: 'new', name: '' } })}
          >
            {order.scheme.kind === 'fbs' ? words.orders.claimNew : words.orders.claimRound}
          </Act>
        )}
        {life === 'packed' && (
          <Act icon="undo" brings={brings.reopen} onClick={() => toTable('bench.reopenOrder')}>
            {words.orders.reopen}
          </Act>
        )}
        {life === 'shelved' && !isCancelling && (
          <Act
            tone="go"
            icon="shelf"
            brings={brings.unshelve}
            onClick={() => void calls.act('orders.unshelve', { orderId })}
          >
            {words.orders.unshelve}
          </Act>
        )}
        {(isOnBench || life === 'fresh' || isPinned) && !isEnded(life) && (
          <Act
            icon="pin"
            brings={isPinned ? brings.unpin : brings.pin}
            onClick={() => void calls.act('orders.pin', { orderId, isPinned: !isPinned })}
          >
            {isPinned ? words.orders.unpin : words.orders.pin}
          </Act>
        )}
        {life === 'shelved' && (
          <Act
            icon="printer"
            brings={brings.shelfLabel}
            onClick={() => void calls.print('labels.print', { kind: 'shelf', orderId })}
          >
            {words.orders.shelfLabel}
          </Act>
        )}
        {hasReceipts && (
          <Act
            icon="printer"
            brings={brings.slip}
            onClick={() => void calls.print('labels.print', { kind: 'packingSlip', orderId })}
          >
            {words.orders.packingSlip}
          </Act>
        )}
        {page.sticker !== null && life !== 'cancelled' && <ReprintAct orderId={orderId} />}
        {mayShelve(order) && <ShelveAct orderId={orderId} />}
        <CancelAct order={order} />
      </ul>
    </section>
  )
}

/** One act, and what it brings about. */
function Act({ brings, children, ...button }: ButtonProps & { readonly brings: string }) {
  return (
    <li>
      <Button {...button}>{children}</Button>
      <span className="tiny quiet">{brings}</span>
    </li>
  )
}

function ReprintAct({ orderId }: { readonly orderId: number }) {
  const { calls } = usePage()
  const { words, names, orderPage } = useTexts()
  return (
    <ReasonAct
      icon="reprint"
      name={words.orders.reprint}
      brings={orderPage.brings.reprint}
      ask={words.orders.reason}
      reasons={REPRINT_REASONS}
      nameOf={reason => names.reprintReasons[reason]}
      onReason={reason => void calls.act('orders.reprint', { orderId, reason })}
    />
  )
}

function ShelveAct({ orderId }: { readonly orderId: number }) {
  const { calls } = usePage()
  const { names, orderPage } = useTexts()
  return (
    <ReasonAct
      icon="shelf"
      name={orderPage.shelve}
      brings={orderPage.brings.shelve}
      ask={orderPage.shelve}
      reasons={SHELF_REASONS}
      nameOf={reason => names.shelfReasons[reason]}
      onReason={reason => void calls.act('orders.shelve', { orderId, reason })}
    />
  )
}

/** An act that wants to know why: its reasons come out under it. */
function ReasonAct<Reason extends string>(props: {
  readonly icon: NonNullable<ButtonProps['icon']>
  readonly name: ReactNode
  readonly brings: string
  readonly ask: string
  readonly reasons: readonly Reason[]
  readonly nameOf: (reason: Reason) => string
  readonly onReason: (reason: Reason) => void
}) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Act icon={props.icon} brings={props.brings} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {props.name}
      </Act>
      {isOpen && (
        <li className="order-acts-whole">
          <div className="order-acts-reasons" role="group" aria-label={props.ask}>
            {props.reasons.map(reason => (
              <Button
                key={reason}
                onClick={() => {
                  setOpen(false)
                  props.onReason(reason)
                }}
              >
                {props.nameOf(reason)}
              </Button>
            ))}
          </div>
        </li>
      )}
    </>
  )
}
