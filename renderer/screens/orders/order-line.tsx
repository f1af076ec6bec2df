import type { OrderRow } from '../../../shared/contract.ts'
import { ORDER_LIFETIME_MS } from '../../../shared/domain/orders.ts'
import { urgencyOf } from '../../i18n/time-left.ts'
import { useNow, useTexts } from '../../page.ts'

const ENDED: readonly OrderRow['life'][] = ['packed', 'shipped', 'cancelled']

/** One order in the list; only a fresh one can be chosen for a supply. */
export function OrderLine(props: {
  readonly row: OrderRow
  readonly isChosen: boolean
  readonly onChoose: (isChosen: boolean) => void
  readonly onOpen: () => void
}) {
  const { row } = props
  const { names, format, words } = useTexts()
  const now = useNow(60_000)
  const urgency = ENDED.includes(row.life) ? 'calm' : urgencyOf(row.createdAt + ORDER_LIFETIME_MS, now)
  return (
    <>
      {row.life === 'fresh' ? (
        <label className="row-check">
          <input
            type="checkbox"
            checked={props.isChosen}
            aria-label={words.order.order(format.orderId(row.id))}
            onChange={event => props.onChoose(event.target.checked)}
          />
        </label>
      ) : (
        <span className="row-check" />
      )}
      <button type="button" className="row-main orders-row" data-urgency={urgency} onClick={props.onOpen}>
        <b>{format.orderId(row.id)}</b>
        <span>
          {row.article}
          {row.colorCode !== '' && <span className="quiet"> · {row.colorCode}</span>}
          {row.isB2b && <b> · {words.order.b2b}</b>}
          {row.travelsAgain && <b> · {words.order.again}</b>}
        </span>
        <span className="mono tiny">{row.barcode}</span>
        <span>{row.life === 'fresh' ? names.cargoTypes[row.cargoType] : names.lives[row.life]}</span>
        <span>{format.money(row.price, row.currencyCode)}</span>
        <b>{row.partB ?? ''}</b>
        <span className="row-age">{format.roughly(now - row.createdAt)}</span>
      </button>
    </>
  )
}
