import { assertNever } from '../../../shared/domain/assert.ts'
import type { Receipt, RouteStop } from '../../../shared/domain/printing/print-jobs.ts'
import { routeWindows } from '../../../shared/domain/printing/route-windows.ts'
import { dayAndTime, inThrees, money } from './amounts.ts'
import { oneLine, paragraphs } from './wrap.ts'

/** What a receipt is made of, from top to bottom; every text is printable already. */
export type Part =
  | { readonly kind: 'title'; readonly text: string }
  /** As large as it fits on one line. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** A name at the left, an amount at the right edge. */
  | { readonly kind: 'sides'; readonly left: string; readonly right: string; readonly isBold?: boolean }
  | { readonly kind: 'rule' }
  /** A line to write on by hand. */
  | { readonly kind: 'blank'; readonly label: string }
  | { readonly kind: 'qr'; readonly text: string }

export function receiptParts(receipt: Receipt): Part[] {
  switch (receipt.kind) {
    case 'packingSlip':
      return packingSlip(receipt)
    case 'routeSheet':
      return routeSheet(receipt)
    case 'pickList':
      return pickList(receipt)
    case 'pickupReceipt':
      return pickupReceipt(receipt)
    default:
      return assertNever(receipt)
  }
}

function packingSlip(slip: Extract<Receipt, { kind: 'packingSlip' }>): Part[] {
  const comment = paragraphs(slip.comment)
  return [
    ...head('Упаковочный лист', slip.orderId),
    ...field('Стикер', slip.stickerNumber ?? ''),
    { kind: 'rule' },
    ...field('Артикул', slip.article),
    ...field('Цвет', slip.colorCode),
    ...field('Штрихкод', slip.barcode),
    { kind: 'text', text: `Цена: ${money(slip.price, slip.currencyCode)}` },
    { kind: 'rule' },
    ...(comment.length === 0
      ? []
      : ([{ kind: 'text', text: 'Комментарий:' }, ...comment.map(text), { kind: 'rule' }] as const)),
    ...field('Собрал', slip.packer ?? ''),
    ...foot(slip.orderId, slip.at)
  ]
}

function pickupReceipt(receipt: Extract<Receipt, { kind: 'pickupReceipt' }>): Part[] {
  const { lines, currencyCode } = receipt
  const total = lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0)
  return [
    ...head('Выдача заказа', receipt.orderId),
    { kind: 'rule' },
    ...lines.flatMap(({ title, quantity, price }): Part[] => [
      ...[oneLine(title)].filter(line => line !== '').map(text),
      {
        kind: 'sides',
        left: `${inThrees(quantity)} x ${money(price, currencyCode)}`,
        right: money(quantity * price, currencyCode)
      }
    ]),
    { kind: 'rule' },
    { kind: 'sides', left: 'Итого', right: money(total, currencyCode), isBold: true },
    { kind: 'rule' },
    { kind: 'blank', label: 'Заказ получен, подпись:' },
    ...foot(receipt.orderId, receipt.at)
  ]
}

/** By time; of each parcel what the courier needs at the door, and room for the buyer's code. */
function routeSheet({ stops, at }: Extract<Receipt, { kind: 'routeSheet' }>): Part[] {
  const lost = stops.filter(({ address }) => address === '').length
  return [
    { kind: 'title', text: 'Маршрутный лист' },
    { kind: 'text', text: `${dayAndTime(at)}, посылок: ${stops.length}` },
    ...(lost === 0 ? [] : [{ kind: 'text', text: `БЕЗ АДРЕСА: ${lost}` } as const]),
    ...routeWindows(stops).flatMap(({ when, isExpress, stops: parcels }): Part[] => [
      { kind: 'rule' },
      {
        kind: 'sides',
        left: oneLine(isExpress ? `ЭКСПРЕСС ${when}` : when || 'Срок не назван'),
        right: String(parcels.length),
        isBold: true
      },
      ...parcels.flatMap(stopParts)
    ])
  ]
}

/** By place, as somebody walks; what has no place comes last. */
function pickList({ title, lines, at }: Extract<Receipt, { kind: 'pickList' }>): Part[] {
  const things = lines.reduce((sum, { count }) => sum + count, 0)
  return [
    { kind: 'title', text: 'Лист подбора' },
    ...[oneLine(title)].filter(shown => shown !== '').map(text),
    { kind: 'text', text: `${dayAndTime(at)}, строк: ${lines.length}, штук: ${inThrees(things)}` },
    ...lines.flatMap(({ place, article, name, count }): Part[] => [
      { kind: 'rule' },
      { kind: 'sides', left: oneLine(place) || 'место не указано', right: `${inThrees(count)} шт.`, isBold: true },
      { kind: 'text', text: oneLine(article) },
      ...[oneLine(name)].filter(shown => shown !== '').map(text)
    ])
  ]
}

function stopParts({ told, when, movedFrom, address, name, phone, comment }: RouteStop): Part[] {
  return [
    { kind: 'number', text: oneLine(told) },
    ...(movedFrom === '' ? [] : field('Перенесли', `${movedFrom} -> ${when || 'срок не назван'}`)),
    ...field('Адрес', address || 'нет, посмотрите на портале'),
    ...field('Покупатель', name || 'не назван'),
    ...field('Телефон', phone || 'ещё не пришёл'),
    ...field('Комментарий', comment),
    { kind: 'blank', label: 'Код покупателя:' }
  ]
}

function head(title: string, orderId: number): Part[] {
  return [
    { kind: 'title', text: title },
    { kind: 'text', text: 'Заказ' },
    { kind: 'number', text: inThrees(orderId) }
  ]
}

/**
 * The letters before the number are for the packing table: bare digits could be a product's barcode there, or a date. So
 * a slip that gets in front of a scanner means nothing.
 */
function foot(orderId: number, at: number): Part[] {
  return [
    { kind: 'text', text: dayAndTime(at) },
    { kind: 'qr', text: `ORDER-${orderId}` },
    { kind: 'text', text: 'Не является кассовым чеком' }
  ]
}

/** Nothing where there is nothing to say. */
function field(label: string, value: string): Part[] {
  const shown = oneLine(value)
  return shown === '' ? [] : [{ kind: 'text', text: `${label}: ${shown}` }]
}

function text(text: string): Part {
  return { kind: 'text', text }
}
