import type { OrderPage, OrderRow } from '../../../shared/contract/contract.ts'
import { slotWords } from '../../../shared/domain/schemes/slot-words.ts'
import { schemeWords } from '../../i18n/scheme-words.ts'
import type { Texts } from '../../i18n/texts.ts'
import { useNow, useTexts } from '../../page.ts'
import { ProductSide } from '../product/product.tsx'
import { SchemeMark } from '../../ui/scheme-mark.tsx'
import { isEnded } from './order-line.tsx'

type Fact = readonly [name: string, value: string]

/** What an order is, in a line. */
export function OrderTitle({ order }: { readonly order: OrderRow }) {
  const texts = useTexts()
  const { words } = texts
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
      <ProductSide orderId={order.id} />
    </>
  )
}

/** Everything that is known of an order. */
export function OrderFactsPart({ page }: { readonly page: OrderPage }) {
  const texts = useTexts()
  const { words, format } = texts
  const now = useNow(30_000)
  const { order } = page
  const left = order.deadlineAt === null ? 0 : order.deadlineAt - now
  const timeLeft = left > 0 ? format.duration(left) : words.order.over(format.duration(-left))
  const isTimed = order.deadlineAt !== null && !isEnded(order.life)
  const facts: readonly Fact[] = [
    ...stateFacts(texts, page),
    ...(isTimed ? [[words.orders.columns.left, timeLeft] as const] : []),
    ...schemeFacts(texts, page),
    ...goodsFacts(texts, page)
  ]
  return (
    <dl className="side-facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <FactLine key={name} name={name} value={value} />
        ))}
    </dl>
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

function stateFacts({ words, names, format, orderList, orderPage }: Texts, page: OrderPage): readonly Fact[] {
  const { order, sticker, packedAt, packedBy } = page
  return [
    [orderPage.facts.supplierStatus, names.supplierStatuses[order.supplierStatus] ?? order.supplierStatus],
    [orderPage.facts.wbStatus, names.wbStatuses[order.wbStatus] ?? order.wbStatus],
    [orderPage.facts.life, orderList.life[order.life]],
    [words.orders.batches[order.scheme.kind === 'fbs' ? 'supply' : 'round'], order.supplyName ?? words.orders.noSupply],
    [words.orders.sticker, sticker === null ? '—' : `${sticker.partA} ${sticker.partB}`.trim()],
    [orderPage.facts.parcel, page.facts.isCrossBorder ? (sticker?.barcode ?? orderPage.noParcel) : ''],
    [words.orders.created, format.dateTime(order.createdAt)],
    [words.orders.packedAt, packedAt === null ? '' : format.dateTime(packedAt)],
    [orderPage.facts.packedBy, packedBy ?? '']
  ]
}

function schemeFacts({ orderPage, words }: Texts, { order }: OrderPage): readonly Fact[] {
  const { scheme } = order
  const { facts } = orderPage
  switch (scheme.kind) {
    case 'fbs':
      return []
    case 'dbs':
      return [
        [facts.slot, slotWords(scheme.slot)],
        [facts.movedFrom, scheme.movedFrom === undefined ? '' : slotWords(scheme.movedFrom)],
        [facts.group, scheme.groupId ?? '']
      ]
    case 'pickup':
      return [
        [words.orders.orderCode, scheme.orderCode],
        [facts.promised, scheme.date],
        [facts.pay, orderPage.payModes[scheme.payMode] ?? scheme.payMode],
        [facts.tires, scheme.tireService ? orderPage.yes : ''],
        [facts.place, scheme.place ?? '']
      ]
  }
}

function goodsFacts({ words, names, format, orderPage }: Texts, page: OrderPage): readonly Fact[] {
  const { order, facts: told } = page
  const { facts } = orderPage
  const keys = (list: readonly (keyof typeof names.meta)[]) => list.map(key => names.meta[key]).join(', ')
  return [
    [words.orders.price, format.money(order.price, order.currencyCode)],
    [words.orders.barcode, told.skus.join(', ')],
    [facts.product, told.nmId === 0 ? '' : String(told.nmId)],
    [facts.size, told.chrtId === 0 ? '' : String(told.chrtId)],
    [
      words.orders.needs,
      [keys(told.requiredMeta), ...told.unknownMeta].filter(Boolean).join(', ') || words.orders.noSupply
    ],
    [facts.optional, keys(told.optionalMeta)],
    [facts.cargo, order.scheme.kind === 'fbs' ? (names.cargoTypes[told.cargoType] ?? String(told.cargoType)) : ''],
    [words.orders.offices, [...told.offices, told.officeId ?? []].flat().join(', ')],
    [facts.warehouse, told.warehouseId === 0 ? '' : String(told.warehouseId)],
    [facts.pickupPoint, told.toPickupPoint === true ? orderPage.yes : ''],
    [facts.sellerDate, told.sellerDate],
    [facts.abroad, told.isCrossBorder ? orderPage.yes : ''],
    [facts.basket, told.orderUid]
  ]
}
