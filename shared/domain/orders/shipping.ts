import type { Settings } from '../settings.ts'

/** How a supply gets to its point: by the seller's own means, or by a carrier with a waybill. */
export const SHIPPING_TYPES = ['selfShipping', 'transportCompany'] as const
export type ShippingType = (typeof SHIPPING_TYPES)[number]

/** A place where the marketplace takes supplies in. */
export interface ShippingPoint {
  readonly id: number
  readonly name: string
  readonly address: string
  readonly city: string
  /** `sc` sorting centre, `sw` warehouse, `pp` pickup point; others as they come. */
  readonly officeType: string
  /** Supplies that go through it come in boxes. */
  readonly fulfilment: boolean
}

/** What is told to the marketplace of one supply. */
export interface ShippingMethod {
  readonly pointId: number
  readonly type: ShippingType
  /** Moscow's day, `yyyy-mm-dd`. */
  readonly day: string
}

/** Where and how: what a seller chooses once and uses every day. */
export interface ShippingChoice {
  readonly point: ShippingPoint
  readonly type: ShippingType
}

export type ShippingState =
  /** To be told as soon as the supply holds an order: an empty one takes none. */
  | { readonly kind: 'wanted' }
  | { readonly kind: 'queued' }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly code: string }

export interface Shipping extends ShippingChoice {
  /** Moscow's day, `yyyy-mm-dd`. */
  readonly day: string
  readonly state: ShippingState
}

/** The choices for the supplies of one of the seller's warehouses with one cargo type; the first is the usual one. */
export interface ShippingRoute {
  readonly warehouseId: number
  readonly cargoType: number
  readonly choices: readonly ShippingChoice[]
}

/** What the account is known to want of shipping, and what its packers chose. */
export interface ShippingBook {
  /** The marketplace refused a delivery for want of it: remembered for the account. */
  readonly isDemanded: boolean
  /** The currency of the seller's country (ISO 4217 numeric), null until an order told it. */
  readonly currencyCode: number | null
  readonly routes: readonly ShippingRoute[]
}

export const EMPTY_BOOK: ShippingBook = { isDemanded: false, currencyCode: null, routes: [] }

/** Choices kept for one route. */
const CHOICES_MAX = 8
const ROUBLE = 643

/**
 * Whether a supply can't leave without point, type and day: what it was refused for first, then the setting, then what
 * the marketplace says of the supply and its orders, then what is known of the account.
 */
export function needsShipping(
  settings: Pick<Settings, 'shippingDemanded'>,
  book: ShippingBook,
  demand: 'exempt' | 'demanded' | null,
  crossesBorder: boolean
): boolean {
  if (demand === 'demanded') return true
  if (settings.shippingDemanded !== 'auto') return settings.shippingDemanded === 'always'
  if (demand === 'exempt' || crossesBorder) return false
  return book.isDemanded || book.currencyCode === ROUBLE
}

/** The choices of a route, the usual one first; none yet: empty. */
export function choicesFor(book: ShippingBook, warehouseId: number, cargoType: number): readonly ShippingChoice[] {
  return book.routes.find(route => route.warehouseId === warehouseId && route.cargoType === cargoType)?.choices ?? []
}

/** The book with a choice among a route's, as its usual one if `isUsual` or if it is the first. */
export function withChoice(
  book: ShippingBook,
  warehouseId: number,
  cargoType: number,
  choice: ShippingChoice,
  isUsual: boolean
): ShippingBook {
  const [usual, ...others] = choicesFor(book, warehouseId, cargoType)
  const rest = others.filter(({ point }) => point.id !== choice.point.id)
  if (usual === undefined || usual.point.id === choice.point.id) {
    return withChoices(book, warehouseId, cargoType, [choice, ...rest])
  }
  return withChoices(book, warehouseId, cargoType, isUsual ? [choice, usual, ...rest] : [usual, choice, ...rest])
}

/** The book without a point among a route's choices. */
export function withoutChoice(
  book: ShippingBook,
  warehouseId: number,
  cargoType: number,
  pointId: number
): ShippingBook {
  const left = choicesFor(book, warehouseId, cargoType).filter(({ point }) => point.id !== pointId)
  return withChoices(book, warehouseId, cargoType, left)
}

function withChoices(
  book: ShippingBook,
  warehouseId: number,
  cargoType: number,
  choices: readonly ShippingChoice[]
): ShippingBook {
  const others = book.routes.filter(route => route.warehouseId !== warehouseId || route.cargoType !== cargoType)
  const own = choices.length === 0 ? [] : [{ warehouseId, cargoType, choices: choices.slice(0, CHOICES_MAX) }]
  return { ...book, routes: [...others, ...own] }
}

/** A text as points are searched by: in small letters, `ё` as `е`, anything but letters and digits a single space. */
export function searchText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
