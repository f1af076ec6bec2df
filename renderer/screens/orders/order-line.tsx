import type { OrderRow } from '../../../shared/contract/contract.ts'
import { ORDER_LIFETIME_MS } from '../../../shared/domain/orders/orders.ts'
import { urgencyOf } from '../../i18n/time-left.ts'
import { useNow, useTexts } from '../../page.ts'
import { Icon } from '../../ui/icon.tsx'

const ENDED: readonly OrderRow['life'][] = ['shipped', 'cancelled']

/** Whether an order's time no longer runs. */
export function isEnded(life: OrderRow['life']): boolean {
  return ENDED.includes(life)
}

/** Names of the columns of `OrderLine`. */
export function OrderHead() {
  const { words } = useTexts()
  const { columns } = words.orders
  return (
    <>
      <span className="row-check" />
      <div className="row-main orders-row">
        <span>{columns.order}</span>
        <span>{columns.article}</span>
        <span>{words.orders.barcode}</span>
        <span>{columns.state}</span>
        <span>{words.orders.price}</span>
        <span>{words.orders.sticker}</span>
        <span>{columns.left}</span>
      </div>
    </>
  )
}

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
  const deadlineAt = row.createdAt + ORDER_LIFETIME_MS
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
      <button type="button" className="row-main orders-row" onClick={props.onOpen}>
        <b>{format.orderId(row.id)}</b>
        <span>
          {row.article}
          {row.colorCode !== '' && <span className="quiet"> · {row.colorCode}</span>}
          {row.isB2b && <b> · {words.order.b2b}</b>}
          {row.travelsAgain && <b> · {words.order.again}</b>}
          {row.isPinned && (
            <b>
              {' · '}
              <Icon name="pin" size={16} /> {words.order.pinned}
            </b>
          )}
        </span>
        <span className="mono tiny">{row.barcode}</span>
        <span>{row.life === 'fresh' ? names.cargoTypes[row.cargoType] : names.lives[row.life]}</span>
        <span>{format.money(row.price, row.currencyCode)}</span>
        <b>{row.partB ?? ''}</b>
        <span className="row-left" data-urgency={isEnded(row.life) ? 'calm' : urgencyOf(deadlineAt, now)}>
          {isEnded(row.life) ? '' : deadlineAt > now ? format.roughly(deadlineAt - now) : words.orders.overdue}
        </span>
      </button>
    </>
  )
}
