import { routeOfKind } from '../../../shared/domain/printing/routes.ts'
import { REPRINT_REASONS } from '../../../shared/domain/scanning/commands.ts'
import type { OrderPage } from '../../../shared/contract/contract.ts'
import { useState } from 'react'
import { schemeWords } from '../../i18n/scheme-words.ts'
import { shelfWhy } from '../../i18n/say.ts'
import { goTo, useAsk, useNow, usePage, useTexts, useView } from '../../page.ts'
import type { Screen } from '../../route.ts'
import { Button } from '../../ui/button.tsx'
import { SchemeMark } from '../../ui/scheme-mark.tsx'
import { CodeText } from '../../ui/code-text.tsx'
import { Why } from '../why.tsx'
import { factWords } from '../fact-words.ts'
import { isEnded } from './order-line.tsx'
import { OrderCodes } from './order-codes.tsx'
import '../list-screen.css'

/** An order's own page at the right: what it is, its codes, what became of it, and what can be done. */
export function OrderPanel({ orderId, screen }: { readonly orderId: number; readonly screen: Screen }) {
  const { words, format } = useTexts()
  const page = useAsk('orders.get', { orderId })
  return (
    <aside className="side" aria-label={words.order.order(format.orderId(orderId))}>
      <header className="side-head">
        <h2>{words.order.order(format.orderId(orderId))}</h2>
        <Button icon="close" aria-label={words.common.close} onClick={() => goTo({ screen, orderId: null })} />
      </header>
      {page === null ? <p className="quiet">{words.common.loading}</p> : <Details page={page} />}
    </aside>
  )
}

function Details({ page }: { readonly page: OrderPage }) {
  const texts = useTexts()
  const { words, names, format } = texts
  const { shelf } = page.order
  const why = shelf === null ? null : shelfWhy(texts, shelf.why)
  return (
    <>
      {page.order.comment !== '' && <p className="side-comment">{page.order.comment}</p>}
      {why !== null && (
        <p className="side-why">
          <Why phrase={why} isBad />
        </p>
      )}
      <Acts page={page} />
      <Facts page={page} />
      {page.codes.length > 0 && (
        <OrderCodes orderId={page.order.id} codes={page.codes} isFinal={isEnded(page.order.life)} />
      )}
      <section>
        <h3>{words.orders.history}</h3>
        <ol className="side-history">
          {page.history.map(row => (
            <li key={row.id}>
              <time className="quiet">{format.dateTime(row.at)}</time>
              <span>
                {(names.events as { readonly [kind: string]: string })[row.kind] ?? row.kind}
                {row.packer !== null && <span className="quiet"> · {row.packer}</span>}
                <span className="side-history-facts mono tiny quiet">
                  <CodeText text={factWords(texts, row.facts, row.at)} />
                </span>
              </span>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

function Facts({ page }: { readonly page: OrderPage }) {
  const texts = useTexts()
  const { words, names, format } = texts
  const now = useNow(30_000)
  const { order } = page
  const left = order.deadlineAt === null ? 0 : order.deadlineAt - now
  const timeLeft = left > 0 ? format.duration(left) : words.order.over(format.duration(-left))
  const isTimed = order.deadlineAt !== null && !isEnded(order.life)
  const status = [names.supplierStatuses[order.supplierStatus] ?? order.supplierStatus]
  status.push(names.wbStatuses[order.wbStatus] ?? order.wbStatus)
  const facts: readonly (readonly [name: string, value: string])[] = [
    [words.orders.status, status.join(', ')],
    [words.rail.pack, texts.orderList.life[order.life]],
    ...(order.scheme.kind === 'pickup' ? [[words.orders.orderCode, order.scheme.orderCode] as const] : []),
    [words.orders.batches[order.scheme.kind === 'fbs' ? 'supply' : 'round'], order.supplyName ?? words.orders.noSupply],
    [words.orders.created, format.dateTime(order.createdAt)],
    ...(isTimed ? [[words.orders.columns.left, timeLeft] as const] : []),
    [words.orders.price, format.money(order.price, order.currencyCode)],
    [words.orders.barcode, order.barcode],
    [words.orders.offices, [...order.offices, order.officeId ?? []].flat().join(', ') || words.orders.noSupply],
    [words.orders.needs, order.requiredMeta.map(key => names.meta[key]).join(', ') || words.orders.noSupply],
    [words.orders.sticker, page.sticker === null ? '—' : `${page.sticker.partA} ${page.sticker.partB}`]
  ]
  return (
    <>
      <p>
        <SchemeMark scheme={order.scheme.kind}>{schemeWords(texts, order.scheme)}</SchemeMark>
      </p>
      <h2 className="side-article">
        {order.article}
        {order.colorCode !== '' && <span className="quiet"> · {order.colorCode}</span>}
        {order.isB2b && ` · ${words.order.b2b}`}
        {order.travelsAgain && ` · ${words.order.again}`}
        {order.isPinned && ` · ${words.order.pinned}`}
      </h2>
      <dl className="side-facts">
        {facts.map(([name, value]) => (
          <FactLine key={name} name={name} value={value} />
        ))}
        {page.packedAt !== null && <FactLine name={words.orders.packedAt} value={format.dateTime(page.packedAt)} />}
      </dl>
    </>
  )
}

function FactLine({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}

function Acts({ page }: { readonly page: OrderPage }) {
  const { calls } = usePage()
  const { words, names } = useTexts()
  const [isReprinting, setReprinting] = useState(false)
  const hasReceipts = useView(view => routeOfKind(view.settings, 'packingSlip').printer !== null)
  const { id: orderId, life, isPinned } = page.order
  const isOnBench = life === 'claimed' || life === 'coded' || life === 'stickered'
  return (
    <div className="side-acts">
      {isOnBench && (
        <Button
          tone="go"
          icon="pack"
          onClick={() => {
            void calls.act('bench.takeOrder', { orderId })
            goTo({ screen: 'pack', orderId: null })
          }}
        >
          {words.orders.take}
        </Button>
      )}
      {(isOnBench || life === 'fresh' || isPinned) && !isEnded(life) && (
        <Button icon="pin" onClick={() => void calls.act('orders.pin', { orderId, isPinned: !isPinned })}>
          {isPinned ? words.orders.unpin : words.orders.pin}
        </Button>
      )}
      {life === 'packed' && (
        <Button
          icon="undo"
          onClick={() => {
            void calls.act('bench.reopenOrder', { orderId })
            goTo({ screen: 'pack', orderId: null })
          }}
        >
          {words.orders.reopen}
        </Button>
      )}
      {life === 'shelved' && (
        <Button tone="go" icon="shelf" onClick={() => void calls.act('orders.unshelve', { orderId })}>
          {words.orders.unshelve}
        </Button>
      )}
      {life === 'shelved' && (
        <Button icon="printer" onClick={() => void calls.print('labels.print', { kind: 'shelf', orderId })}>
          {words.orders.shelfLabel}
        </Button>
      )}
      {hasReceipts && (
        <Button icon="printer" onClick={() => void calls.print('labels.print', { kind: 'packingSlip', orderId })}>
          {words.orders.packingSlip}
        </Button>
      )}
      {page.sticker !== null && life !== 'cancelled' && (
        <Button icon="reprint" aria-expanded={isReprinting} onClick={() => setReprinting(!isReprinting)}>
          {words.orders.reprint}
        </Button>
      )}
      {isReprinting && (
        <div className="side-acts" role="group" aria-label={words.orders.reason}>
          <span>{words.orders.reason}</span>
          {REPRINT_REASONS.map(reason => (
            <Button
              key={reason}
              onClick={() => {
                setReprinting(false)
                void calls.act('orders.reprint', { orderId, reason })
              }}
            >
              {names.reprintReasons[reason]}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}
