import type { OrderPage } from '../../../shared/contract/contract.ts'
import type { PrintJob } from '../../../shared/domain/printing/print-jobs.ts'
import { shelfWhy } from '../../i18n/say.ts'
import type { Texts } from '../../i18n/texts.ts'
import { useAnswer, useTexts } from '../../page.ts'
import type { Screen } from '../../route.ts'
import { SharpPicture } from '../../ui/sharp-picture.tsx'
import { labelStateWords } from '../queue/label-words.ts'
import { Why } from '../why.tsx'
import { OrderActs } from './order-acts.tsx'
import { OrderCodes } from './order-codes.tsx'
import { OrderFactsPart, OrderTitle } from './order-facts.tsx'
import { isEnded } from './order-line.tsx'
import { OrderSide } from './order-side.tsx'
import { OrderTrail } from './order-trail.tsx'
import '../list-screen.css'
import './order-panel.css'

/** An order's own page at the right: what it is, what can be done, its codes, its label, and what became of it. */
export function OrderPanel({ orderId, screen }: { readonly orderId: number; readonly screen: Screen }) {
  const { words, orderPage } = useTexts()
  const answer = useAnswer('orders.get', { orderId })
  return (
    <OrderSide orderId={orderId} screen={screen}>
      {answer === null ? (
        <p className="quiet">{words.common.loading}</p>
      ) : answer.value === null ? (
        <p>{orderPage.unknown}</p>
      ) : (
        <Details page={answer.value} />
      )}
    </OrderSide>
  )
}

function Details({ page }: { readonly page: OrderPage }) {
  const texts = useTexts()
  const { order, isAtHand } = page
  const why = order.shelf === null ? null : shelfWhy(texts, order.shelf.why)
  return (
    <>
      <OrderTitle order={order} />
      {order.comment !== '' && <p className="side-comment">{order.comment}</p>}
      {why !== null && (
        <p className="side-why">
          <Why phrase={why} isBad />
        </p>
      )}
      {isAtHand ? <OrderActs page={page} /> : <p className="quiet">{texts.orderPage.onDisk}</p>}
      <OrderFactsPart page={page} />
      {page.codes.length > 0 && (
        <OrderCodes orderId={order.id} codes={page.codes} isFinal={!isAtHand || isEnded(order.life)} />
      )}
      {page.sticker !== null && <Label page={page} />}
      <OrderTrail page={page} />
    </>
  )
}

/** The sticker as its printer will print it. */
function Label({ page }: { readonly page: OrderPage }) {
  const texts = useTexts()
  const { words, format, orderPage } = texts
  const { id } = page.order
  const [newest] = page.prints
  const png = useAnswer('label.preview', { orderId: id }, page.sticker?.barcode)
  if (png === null || png.value === null) return null
  return (
    <section className="side-label">
      <h3>{orderPage.label}</h3>
      {newest !== undefined && <p className="quiet">{printedWords(texts, newest)}</p>}
      <SharpPicture png={png.value} alt={`${words.label.alt} ${format.orderId(id)}`} />
    </section>
  )
}

/** What became of the newest print of its label, when and where. */
function printedWords(texts: Texts, job: PrintJob): string {
  const { bornAt, printedOn } = job
  return [labelStateWords(texts, job), texts.format.dateTime(bornAt), printedOn]
    .filter(text => text !== null)
    .join(' · ')
}
