import { memo } from 'react'
import type { OrderRow } from '../../../shared/contract/contract.ts'
import { urgencyOf } from '../../i18n/time-left.ts'
import { useNow, useTexts } from '../../page.ts'
import { ProductPicture, ProductWords } from '../product/product.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SchemeMark } from '../../ui/scheme-mark.tsx'

const ENDED: readonly OrderRow['life'][] = ['shipped', 'handed', 'returned', 'cancelled']

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
        <span className="orders-scheme">{columns.scheme}</span>
        <span>{columns.article}</span>
        <span className="orders-barcode">{words.orders.barcode}</span>
        <span className="orders-state">{columns.state}</span>
        <span className="orders-price">{words.orders.price}</span>
        <span className="orders-sticker">{words.orders.sticker}</span>
        <span>{columns.left}</span>
      </div>
    </>
  )
}

interface LineProps {
  readonly row: OrderRow
  readonly isChosen: boolean
  /** Both acts stand for the row's order, whatever else is chosen: a newer one does the same. */
  readonly onChoose: (isChosen: boolean) => void
  readonly onOpen: () => void
}

/** One order in the list; scrolling draws anew only what came into sight. */
export const OrderLine = memo(Line, (one, other) => one.row === other.row && one.isChosen === other.isChosen)

function Line(props: LineProps) {
  const { row } = props
  const { names, format, words, orderList } = useTexts()
  const now = useNow(60_000)
  const { deadlineAt, scheme } = row
  const isTimed = deadlineAt !== null && !isEnded(row.life)
  return (
    <>
      <label className="row-check">
        <input
          type="checkbox"
          checked={props.isChosen}
          aria-label={words.order.order(format.orderId(row.id))}
          onChange={event => props.onChoose(event.target.checked)}
        />
      </label>
      <button type="button" className="row-main orders-row" onClick={props.onOpen}>
        <b>{format.orderId(row.id)}</b>
        <span className="orders-scheme">
          <SchemeMark scheme={scheme.kind}>{names.schemes[scheme.kind]}</SchemeMark>
        </span>
        <span>
          <ProductPicture orderId={row.id} />
          {row.article}
          {row.colorCode !== '' && <span className="quiet"> · {row.colorCode}</span>}
          {row.life === 'fresh' && scheme.kind === 'fbs' && (
            <span className="quiet"> · {names.cargoTypes[row.cargoType]}</span>
          )}
          {row.isB2b && <b> · {words.order.b2b}</b>}
          {row.travelsAgain && <b> · {words.order.again}</b>}
          {row.isPinned && (
            <b>
              {' · '}
              <Icon name="pin" size={16} /> {words.order.pinned}
            </b>
          )}
          <ProductWords orderId={row.id} />
        </span>
        <span className="orders-barcode mono tiny">{row.barcode}</span>
        <span className="orders-state">{orderList.life[row.life]}</span>
        <span className="orders-price">{format.money(row.price, row.currencyCode)}</span>
        <b className="orders-sticker">{row.partB ?? ''}</b>
        <span className="row-left" data-urgency={isTimed ? urgencyOf(deadlineAt, now) : 'calm'}>
          {isTimed && (deadlineAt > now ? format.roughly(deadlineAt - now) : words.orders.overdue)}
        </span>
      </button>
    </>
  )
}
