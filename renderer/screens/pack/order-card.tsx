import type { BatchView, OrderView, StepView } from '../../../shared/view/view.ts'
import { slotWords } from '../../../shared/domain/schemes/slot-words.ts'
import { urgencyOf } from '../../i18n/time-left.ts'
import { useNow, useTexts, useView } from '../../page.ts'
import { cardWords, ProductPicture, useCard } from '../product/product.tsx'
import { CodeText } from '../../ui/code-text.tsx'
import { Icon } from '../../ui/icon.tsx'
import './order-card.css'

/** Letters of a comment beyond which it is set smaller, so that all of it stands on the card. */
const LONG_COMMENT = 140
/** Letters of an article beyond which it is set smaller. */
const LONG_ARTICLE = 32
/** Beyond this many steps their codes are left out: the words matter more. */
const MANY_STEPS = 5

/** What lies on the table: the thing, its steps, its time, and what the customer wrote. */
export function OrderCard() {
  const order = useView(view => view.order)
  const batch = useView(view => view.batch)
  const { words } = useTexts()
  if (order === null) return <section className="card card-empty quiet">{words.order.empty}</section>
  return <FullCard order={order} batch={batch} />
}

function FullCard({ order, batch }: { readonly order: OrderView; readonly batch: BatchView | null }) {
  const { words, format, product } = useTexts()
  const card = useCard(order.id)
  const said = card === null ? '' : cardWords(card)
  const now = useNow(15_000)
  const done = order.steps.filter(step => step.state === 'done').length
  return (
    <section className="card">
      <ProductPicture orderId={order.id} />
      <header className="card-head">
        <h2 className="card-article" data-long={order.article.length > LONG_ARTICLE}>
          {order.article}
          {order.colorCode !== '' && <span className="card-colour"> · {order.colorCode}</span>}
        </h2>
        <span className="card-steps-of">{words.order.stepOf(done, order.steps.length)}</span>
      </header>
      {said !== '' && <p className="card-name">{said}</p>}
      <ol className="steps">
        {order.steps.map(step => (
          <Step key={step.kind} step={step} isBrief={order.steps.length > MANY_STEPS} />
        ))}
      </ol>
      <div className="card-facts">
        {order.deadlineAt !== null && <Due at={order.deadlineAt} now={now} />}
        {card !== null && card.place !== '' && <b className="card-place">{product.place(card.place)}</b>}
        <span>{words.order.order(format.orderId(order.id))}</span>
        <span>{format.money(order.price, order.currencyCode)}</span>
        <span className="mono">{order.barcode}</span>
        {order.isPinned && (
          <b>
            <Icon name="pin" size={18} /> {words.order.pinned}
          </b>
        )}
        {order.scheme.kind === 'dbs' && order.scheme.movedFrom !== undefined && (
          <b>{words.order.moved(slotWords(order.scheme.movedFrom))}</b>
        )}
        {order.isB2b && <b>{words.order.b2b}</b>}
        {order.basket > 0 && <span>{words.order.basket(order.basket)}</span>}
        {order.others > 0 && <span>{words.order.others(order.others)}</span>}
        {batch !== null && <span className="quiet">{`${words.order.batches[batch.kind]} ${batch.name}`}</span>}
      </div>
      {order.comment !== '' && (
        <div className="card-comment">
          <Icon name="comment" size={28} />
          <p data-long={order.comment.length > LONG_COMMENT}>{order.comment}</p>
        </div>
      )}
    </section>
  )
}

function Due({ at, now }: { readonly at: number; readonly now: number }) {
  const { words, format } = useTexts()
  const duration = format.duration(Math.abs(at - now))
  return (
    <span className="card-due" data-urgency={urgencyOf(at, now)}>
      <Icon name="clock" />
      {at > now ? words.order.left(duration) : words.order.over(duration)}
    </span>
  )
}

const STEP_ICONS = { done: 'tick', now: 'now', next: 'next' } as const

function Step({ step, isBrief }: { readonly step: StepView; readonly isBrief: boolean }) {
  const { names } = useTexts()
  return (
    <li
      className="step"
      data-brief={isBrief}
      data-state={step.state}
      aria-current={step.state === 'now' ? 'step' : undefined}
    >
      <Icon name={STEP_ICONS[step.state]} size={24} />
      <span>
        {names.steps[step.kind]}
        {step.of !== undefined && ` ${step.have} / ${step.of}`}
        {step.value !== null && !isBrief && (
          <span className="step-value mono one-line">
            <CodeText text={step.value} />
          </span>
        )}
      </span>
    </li>
  )
}
