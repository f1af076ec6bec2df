import { looksLikeCountry } from '../../codes/countries.ts'
import { looksLikeDeclaration } from '../../codes/customs-declaration.ts'
import { formatDay, isRealDay, parseGs1Expiry, parseRunTogetherDate } from '../../codes/expiration.ts'
import { checkMarkingCode } from '../../codes/gs1.ts'
import type { Check } from '../../codes/check.ts'
import { checkImei, toGtin14 } from '../../codes/identifiers.ts'
import type { CodeProblem, Message } from '../../messages.ts'
import { askedMeta, awaitsCountry } from '../codes/asked.ts'
import { lacks } from '../../orders/orders.ts'
import type { MetaKey, Order } from '../../orders/orders.ts'
import type { Scan } from '../../scanning/scan.ts'
import { candidates, isAny, isThingOf } from './candidates.ts'
import { acceptCode, acceptDateOf, acceptMarkingCode, checkOf, takes } from '../codes/codes.ts'
import type { Draft } from '../draft.ts'
import { advance, isComplete, pack } from '../codes/need.ts'
import { takeOutBeside } from '../supply/dropping.ts'
import { orderOfSticker, settleLabel, textOf, unknownItem } from './pick.ts'

/** Of all codes but the marking code the UIN is the longest (characters), and a slip of the scanner may double one. */
const LONGEST_SHORT_CODE = 18

/** A scan while an order lies on the table: recognised by what it is, in whatever order things are scanned. */
export function scanOnTable(draft: Draft, order: Order, scan: Scan): void {
  const sticker = orderOfSticker(draft, scan)
  if (sticker !== undefined) return scanSticker(draft, order, sticker)
  const text = textOf(scan)
  if (isThingOf(order, text)) {
    return scanProduct(draft, order, scan)
  }
  if (looksLikeDeclaration(text) || (awaitsCountry(order) && looksLikeCountry(text))) {
    return acceptCode(draft, 'customsDeclaration', text)
  }
  switch (scan.kind) {
    case 'markingCode':
      return acceptMarkingCode(draft, scan)
    case 'imei':
      // Fifteen digits are an IMEI, or a UIN that lost one.
      if (!takes(draft, order, 'imei') && takes(draft, order, 'uin')) return acceptCode(draft, 'uin', text)
      return acceptCode(draft, 'imei', scan.raw, scan.check)
    case 'uin':
      return acceptCode(draft, 'uin', scan.uin)
    case 'expiration':
      return acceptCode(draft, 'expiration', scan.text)
    case 'sticker':
      return draft.say('refused', { code: 'wrongSticker', expected: order.sticker?.partB ?? '' })
    default:
      return scanOther(draft, order, scan)
  }
}

/** The label in the packer's hand: proof that it printed, and the last step where scanning back is asked for. */
function scanSticker(draft: Draft, order: Order, sticker: Order): void {
  if (sticker.facts.id !== order.facts.id) {
    if (sticker.life === 'cancelled') return takeOutBeside(draft, order, sticker)
    return draft.say('refused', { code: 'wrongSticker', expected: order.sticker?.partB ?? '' })
  }
  settleLabel(draft, order)
  draft.setTable({ question: null })
  advance(draft)
  // Scanned back: nothing else is missing, so the order is done.
  if (draft.said?.message.code === 'scanStickerBack') pack(draft)
}

function scanProduct(draft: Draft, order: Order, scan: Scan): void {
  if (!order.itemChecked) {
    draft.put({ ...order, itemChecked: true })
    draft.setTable({ undo: [...draft.table.undo, { kind: 'product' }] })
    advance(draft)
    return acceptDateOf(draft, scan)
  }
  // In Belarus the GTIN asked for may be the very barcode of the item.
  if (wantsGtin(draft, order) && toGtin14(textOf(scan)) !== null) {
    acceptCode(draft, 'gtin', thirteen(textOf(scan)))
  }
  acceptDateOf(draft, scan)
  if (draft.said !== null) return
  const awaited = askedMeta(draft.bench, order)[0]
  // The item is its own: no mistake, but a code of it is what is needed.
  if (awaited !== undefined && awaited !== 'sgtin') return advance(draft)
  draft.say('refused', itemNotNow(draft, order))
}

/** What is asked for where an item was scanned and the order has its own already. */
function itemNotNow(draft: Draft, order: Order): Message {
  if (askedMeta(draft.bench, order)[0] === 'sgtin') return { code: 'squareCodeNeeded' }
  const isLast = isComplete(order) && order.label === 'printed'
  if (isLast) return { code: 'stickerFirst', partB: order.sticker?.partB ?? '' }
  return { code: 'finishCurrent', orderId: order.facts.id }
}

function scanOther(draft: Draft, order: Order, scan: Scan): void {
  const text = textOf(scan)
  const isAnotherItem = isAny(candidates(draft, text))
  if (!isAnotherItem && wantsGtin(draft, order) && /^\d{13}$/.test(text)) return acceptCode(draft, 'gtin', text)
  const date = isAnotherItem || !takes(draft, order, 'expiration') ? null : dateOfDigits(text)
  if (date !== null) return acceptCode(draft, 'expiration', date)
  if (isAnotherItem || toGtin14(text) !== null) return refuseOtherItem(draft, order, isAnotherItem)
  const wanted = aimedAt(draft, order, text)
  const problem = wanted === undefined ? null : problemWith(draft, wanted, text)
  if (wanted === undefined || problem === null) return draft.say('refused', unknownItem(scan))
  draft.say('refused', { code: 'badCode', key: wanted, problem })
}

/** The item of another order, or a barcode that nobody knows: some items have one of their maker's beside their own. */
function refuseOtherItem(draft: Draft, order: Order, isKnown: boolean): void {
  const isOver = isComplete(order) && askedMeta(draft.bench, order).length === 0
  const isBesideMarking = !isKnown && order.itemChecked && askedMeta(draft.bench, order)[0] === 'sgtin'
  if (isOver || isBesideMarking) return draft.say('refused', itemNotNow(draft, order))
  draft.say('refused', { code: 'wrongProduct', expected: order.facts.article })
}

/** The code that the packer must have meant by something unlike anything: a long one by its length, else what the screen asks for. */
function aimedAt(draft: Draft, order: Order, text: string): MetaKey | undefined {
  const isLong = text.length > LONGEST_SHORT_CODE
  if (isLong && takes(draft, order, 'sgtin') && lacks(order, 'sgtin')) return 'sgtin'
  return order.itemChecked ? askedMeta(draft.bench, order)[0] : undefined
}

function problemWith(draft: Draft, key: MetaKey, text: string): CodeProblem | null {
  const check: Check<CodeProblem, unknown> =
    key === 'sgtin' ? checkMarkingCode(text) : key === 'imei' ? checkImei(text) : checkOf(draft, key, text)
  return check.kind === 'bad' ? check.problem : null
}

function wantsGtin(draft: Draft, order: Order): boolean {
  return takes(draft, order, 'gtin') && lacks(order, 'gtin')
}

/** A date in eight digits that happens to be an EAN-8 as well: ddmmyyyy, or `17yymmdd` as GS1 writes it. */
function dateOfDigits(text: string): string | null {
  const day = parseRunTogetherDate(text)
  if (day !== null && day.year >= 2000 && day.year < 2100 && isRealDay(day)) return formatDay(day)
  const expiry = parseGs1Expiry(text)
  return expiry === null ? null : formatDay(expiry)
}

function thirteen(text: string): string {
  const gtin = toGtin14(text)
  return gtin !== null && gtin.startsWith('0') ? gtin.slice(1) : text
}
