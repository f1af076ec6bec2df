import type { OrderScheme } from '../../../shared/domain/schemes/scheme.ts'
import type { OrderView, StepView } from '../../../shared/view/view.ts'
import { urgencyOf } from '../../i18n/time-left.ts'
import { useNow, useTexts, useView } from '../../page.ts'
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
  const supplyName = useView(view => view.supply?.name ?? null)
  const { words } = useTexts()
  if (order === null) return <section className="card card-empty quiet">{words.order.empty}</section>
  return <FullCard order={order} supplyName={supplyName} />
}

function FullCard({ order, supplyName }: { readonly order: OrderView; readonly supplyName: string | null }) {
  const { words, format } = useTexts()
  const now = useNow(15_000)
  const done = order.steps.filter(step => step.state === 'done').length
  return (
    <section className="card">
      <header className="card-head">
        <h2 className="card-article" data-long={order.article.length > LONG_ARTICLE}>
          {order.article}
          {order.colorCode !== '' && <span className="card-colour"> · {order.colorCode}</span>}
        </h2>
        <span className="card-steps-of">{words.order.stepOf(done, order.steps.length)}</span>
      </header>
      <ol className="steps">
        {order.steps.map(step => (
          <Step key={step.kind} step={step} isBrief={order.steps.length > MANY_STEPS} />
        ))}
      </ol>
      <div className="card-facts">
        <SchemeMark scheme={order.scheme} />
        {order.deadlineAt !== null && <Due at={order.deadlineAt} now={now} />}
        <span>{words.order.order(format.orderId(order.id))}</span>
        <span>{format.money(order.price, order.currencyCode)}</span>
        <span className="mono">{order.barcode}</span>
        {order.isB2b && <b>{words.order.b2b}</b>}
        {order.basket > 0 && <span>{words.order.basket(order.basket)}</span>}
        {order.others > 0 && <span>{words.order.others(order.others)}</span>}
        {supplyName !== null && <span className="quiet">{`${words.order.supply} ${supplyName}`}</span>}
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

/** Who brings it to its buyer, by word, colour and shape; the marketplace, as mostly, goes without saying. */
function SchemeMark({ scheme }: { readonly scheme: OrderScheme }) {
  const { words } = useTexts()
  if (scheme.kind === 'fbs') return null
  const isExpress = scheme.kind === 'dbs' && scheme.deliveryType === 'edbs'
  const slot = scheme.kind === 'dbs' ? [scheme.slot.from, scheme.slot.to].filter(time => time !== '').join('–') : ''
  return (
    <b className="card-scheme" data-scheme={scheme.kind}>
      {isExpress ? words.order.express : words.order.schemes[scheme.kind]} {slot}
    </b>
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
        {step.value !== null && !isBrief && (
          <span className="step-value mono one-line">
            <CodeText text={step.value} />
          </span>
        )}
      </span>
    </li>
  )
}
