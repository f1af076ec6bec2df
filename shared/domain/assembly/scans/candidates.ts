import { toGtin14 } from '../../codes/identifiers.ts'
import { fateOf, marks, type ScanFate } from '../../orders/order-marks.ts'
import { lacks } from '../../orders/orders.ts'
import type { MetaKey, Order } from '../../orders/orders.ts'
import type { Draft } from '../draft.ts'

const FATES: readonly ScanFate[] = ['packable', 'fresh', 'left', 'over', 'shelved', 'cancelled']

/** The orders that a thing may be for: there may be very many, so that they are only ever asked for the first few of a fate. */
export interface Candidates {
  /** Those of a fate, in one supply or anywhere, oldest first; looked up as far as they are read. */
  of(fate: ScanFate, supplyId?: string): Iterable<Order>
  /** The youngest of a fate. */
  last(fate: ScanFate): Order | undefined
}

/** The orders whose product barcodes hold this text; digits match whatever their leading zeros. */
export function candidates(draft: Draft, text: string): Candidates {
  const { orders } = draft
  const found = [...spellings(text)]
  return {
    of: (fate, supplyId) =>
      inOrder(
        found.map(sku =>
          orders.marked(supplyId === undefined ? marks.thing(sku, fate) : marks.thingIn(supplyId, sku, fate))
        )
      ),
    last: fate =>
      found
        .flatMap(sku => orders.marked(marks.thing(sku, fate)).last ?? [])
        .toSorted(byAge)
        .at(-1)
  }
}

/** Whether this text is one of the order's product barcodes; digits match whatever their leading zeros. */
export function isThingOf({ facts }: Order, text: string): boolean {
  const known = spellings(text)
  return facts.skus.some(sku => known.has(sku))
}

/** One order alone. */
export function theOnly(order: Order): Candidates {
  const fate = fateOf(order.life)
  const isIt = (wanted: ScanFate, supplyId?: string) =>
    wanted === fate && (supplyId === undefined || supplyId === order.supplyId)
  return {
    of: (wanted, supplyId) => (isIt(wanted, supplyId) ? [order] : []),
    last: wanted => (isIt(wanted) ? order : undefined)
  }
}

/** These without the ones that are being packed and lack no such code. */
export function withoutCode(found: Candidates, key: MetaKey): Candidates {
  return {
    of: (fate, supplyId) => (fate === 'packable' ? lacking(found.of(fate, supplyId), key) : found.of(fate, supplyId)),
    last: fate => found.last(fate)
  }
}

function* lacking(orders: Iterable<Order>, key: MetaKey): IterableIterator<Order> {
  for (const order of orders) if (lacks(order, key)) yield order
}

/** The oldest of a fate that is as wanted. */
export function oldest(
  found: Candidates,
  fate: ScanFate,
  isWanted: (order: Order) => boolean = () => true,
  supplyId?: string
): Order | undefined {
  for (const order of found.of(fate, supplyId)) if (isWanted(order)) return order
  return undefined
}

/** Whether there is any such order, whatever became of it. */
export function isAny(found: Candidates): boolean {
  return FATES.some(fate => oldest(found, fate) !== undefined)
}

/** Any order that is as wanted, whatever became of it. */
export function anyWhere(found: Candidates, isWanted: (order: Order) => boolean): Order | undefined {
  return FATES.flatMap(fate => oldest(found, fate, isWanted) ?? []).toSorted(byAge)[0]
}

/** Several lists that are in order as one, each order once. */
function* inOrder(lists: readonly Iterable<Order>[]): IterableIterator<Order> {
  const heads = lists.map(list => {
    const rest = list[Symbol.iterator]()
    return { rest, next: rest.next() }
  })
  let last: Order | undefined
  for (;;) {
    const [head] = heads
      .flatMap(one => (one.next.done === true ? [] : [{ one, order: one.next.value }]))
      .toSorted((a, b) => byAge(a.order, b.order))
    if (head === undefined) return
    head.one.next = head.one.rest.next()
    if (head.order !== last) yield head.order
    last = head.order
  }
}

function byAge(a: Order, b: Order): number {
  return a.facts.createdAt - b.facts.createdAt || a.facts.id - b.facts.id
}

/** The ways in which one GTIN may stand in `skus`: as read, and as 8, 12, 13 or 14 digits. */
function spellings(text: string): ReadonlySet<string> {
  const all = new Set([text])
  const gtin = toGtin14(text)
  if (gtin === null) return all
  for (const length of [8, 12, 13, 14]) {
    if (/^0*$/.test(gtin.slice(0, 14 - length))) all.add(gtin.slice(14 - length))
  }
  return all
}
