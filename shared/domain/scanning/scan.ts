import type { Check } from '../codes/check.ts'
import {
  parcelBarcode,
  parseBadge,
  parseCity,
  parseCommand,
  parseParcel,
  parsePlace,
  parsePoint,
  parseReprintReason,
  parseShelfReason,
  type Command,
  type ReprintReason,
  type ShelfReason
} from './commands.ts'
import { formatDay, isRealDay, parseGs1Expiry, parseRunTogetherDate, parseSeparatedDate } from '../codes/expiration.ts'
import {
  checkMarkingSymbol,
  normalizeSymbol,
  startsLikeMarkingCode,
  trimEnds,
  type MarkingCheck,
  type NormalSymbol
} from '../codes/gs1.ts'
import { isGs1Aim, readGs1Item } from '../codes/gs1-elements.ts'
import { checkImei, isDigits, stripImeiSeparators, toGtin14, type ImeiProblem } from '../codes/identifiers.ts'
import { undoRussianLayout } from './keyboard-layout.ts'

/** What one scan means, before anything is known about the order in hand. */
export type ScanMeaning =
  /** 8, 12, 13 or 14 digits with a right check digit; `expiration` (dd.mm.yyyy): the symbol told it, too. */
  | { readonly kind: 'product'; readonly barcode: string; readonly expiration?: string }
  | { readonly kind: 'markingCode'; readonly check: MarkingCheck }
  | { readonly kind: 'imei'; readonly check: Check<ImeiProblem> }
  | { readonly kind: 'uin'; readonly uin: string }
  /** A date to be judged by `checkExpiration`, which is told today's date. */
  | { readonly kind: 'expiration'; readonly text: string }
  /** A sticker's barcode, case-sensitive, with its `!` or `*`; or the code of a parcel label of our own. */
  | { readonly kind: 'sticker'; readonly barcode: string }
  | { readonly kind: 'supply'; readonly supplyId: string }
  /** `WB-TRBX-…`, or the whole `$WBMP:…` text of the box's own sticker. */
  | { readonly kind: 'box'; readonly boxId: string }
  | { readonly kind: 'pickupCode'; readonly orderCode: string }
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'operator'; readonly badge: string }
  | { readonly kind: 'shelfReason'; readonly reason: ShelfReason }
  | { readonly kind: 'reprintReason'; readonly reason: ReprintReason }
  | { readonly kind: 'shippingPoint'; readonly pointId: number }
  /** Its place in the list of cities. */
  | { readonly kind: 'city'; readonly place: number }
  /** A place on the store's shelf. */
  | { readonly kind: 'storePlace'; readonly place: string }
  /** It may yet be a seller's own barcode, or a sticker that lost its `*`. */
  | { readonly kind: 'unknown'; readonly reason: UnknownReason }

export type UnknownReason = 'empty' | 'unreadable' | 'notRecognised'

/** A scan as read (`raw`, trimmed at the ends only) with its meaning. */
export type Scan = {
  readonly raw: string
  /** The same without AIM identifier, GS as the real character. */
  readonly symbol: string
  /** CapsLock was on while a scanner typed it, so that its letters may have the other case. */
  readonly isCaseInDoubt?: true
} & ScanMeaning

const STICKER = /^[!*][\u0021-\u007e]{5,19}$/
const SUPPLY = /^WB-GI-[0-9]+$/
const BOX = /^(?:WB-TRBX-[0-9]+|\$WBMP:[\u0021-\u007e]+)$/
const PICKUP_CODE = /^[0-9]{6,10}-[0-9]{4}$/
/** Control characters other than GS and the replacement character of a failed decoding. */
// oxlint-disable-next-line no-control-regex -- that is what it looks for
const UNREADABLE = /[\u0000-\u001c\u001e\u001f\u007f-\u009f\ufffd]|^NO ?READ$/i

/** Says what a scanned text means; any text gets a kind, nothing throws, no clock is read. */
export function decodeScan(raw: string): Scan {
  const trimmed = trimEnds(raw)
  const symbol = normalizeSymbol(trimmed)
  return { raw: trimmed, symbol: symbol.text, ...decodeSymbol(symbol) }
}

/** All the texts a sticker may be looked up by: as read, and with a lost leading `*` put back; case is never ignored. */
export function stickerKeys({ symbol }: Pick<Scan, 'symbol'>): readonly string[] {
  const text = undoRussianLayout(symbol)
  if (text === '') return []
  return /^[!*]/.test(text) ? [text] : [text, `*${text}`]
}

function decodeSymbol(symbol: NormalSymbol): ScanMeaning {
  const { text } = symbol
  if (text === '') return { kind: 'unknown', reason: 'empty' }
  if (startsLikeMarkingCode(text)) return { kind: 'markingCode', check: checkMarkingSymbol(text) }
  return (
    decodeElements(symbol) ??
    decodeOwn(text) ??
    decodeVendor(undoRussianLayout(text)) ??
    (isDigits(text) ? decodeDigits(symbol) : decodeSeparated(text)) ?? {
      kind: 'unknown',
      reason: UNREADABLE.test(text) ? 'unreadable' : 'notRecognised'
    }
  )
}

/** A GS1 symbol that names a product and no unit of it. A UIN may be 01 and 14 digits too, so alone those want an AIM identifier. */
function decodeElements({ text, aim }: NormalSymbol): ScanMeaning | null {
  const item = readGs1Item(text, isGs1Aim(aim))
  if (item === null) return null
  const barcode = item.gtin.replace(/^0/, '')
  return item.expiration === null
    ? { kind: 'product', barcode }
    : { kind: 'product', barcode, expiration: item.expiration }
}

/** The station's own barcodes: the command sheet and the badges. */
function decodeOwn(text: string): ScanMeaning | null {
  const command = parseCommand(text)
  if (command) return { kind: 'command', command }
  const badge = parseBadge(text)
  if (badge) return { kind: 'operator', badge }
  const shelfReason = parseShelfReason(text)
  if (shelfReason) return { kind: 'shelfReason', reason: shelfReason }
  const reprintReason = parseReprintReason(text)
  if (reprintReason) return { kind: 'reprintReason', reason: reprintReason }
  const pointId = parsePoint(text)
  if (pointId !== null) return { kind: 'shippingPoint', pointId }
  const orderId = parseParcel(text)
  if (orderId !== null) return { kind: 'sticker', barcode: parcelBarcode(orderId) }
  const storePlace = parsePlace(text)
  if (storePlace !== null) return { kind: 'storePlace', place: storePlace }
  const place = parseCity(text)
  return place === null ? null : { kind: 'city', place }
}

function decodeVendor(text: string): ScanMeaning | null {
  if (STICKER.test(text)) return { kind: 'sticker', barcode: text }
  const upper = text.toUpperCase()
  if (SUPPLY.test(upper)) return { kind: 'supply', supplyId: upper }
  if (BOX.test(upper)) return { kind: 'box', boxId: upper.startsWith('$') ? text : upper }
  return PICKUP_CODE.test(text) ? { kind: 'pickupCode', orderCode: text } : null
}

function decodeDigits({ text, aim }: NormalSymbol): ScanMeaning | null {
  if (toGtin14(text) !== null) return { kind: 'product', barcode: text }
  if (text.length === 15) return { kind: 'imei', check: checkImei(text) }
  if (text.length === 16 && !(isGs1Aim(aim) && text.startsWith('01'))) return { kind: 'uin', uin: text }
  return decodeDigitDate(text)
}

/** The two readings never meet: a day 17 of a year 20yy would be month 20 as AI 17. */
function decodeDigitDate(text: string): ScanMeaning | null {
  const date = parseRunTogetherDate(text)
  if (date && date.year >= 2000 && date.year < 2100 && isRealDay(date)) return { kind: 'expiration', text }
  const expiry = parseGs1Expiry(text)
  return expiry ? { kind: 'expiration', text: formatDay(expiry) } : null
}

function decodeSeparated(text: string): ScanMeaning | null {
  if (parseSeparatedDate(text)) return { kind: 'expiration', text }
  const imei = stripImeiSeparators(text)
  return imei === text ? null : { kind: 'imei', check: checkImei(imei) }
}
