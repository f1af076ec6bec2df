import type { PickLine, PickList, PickScope } from '../../../shared/contract/picking-methods.ts'
import type { Bench } from '../../../shared/domain/bench.ts'
import { marks } from '../../../shared/domain/orders/order-marks.ts'
import { isPackable } from '../../../shared/domain/orders/orders.ts'
import type { Order } from '../../../shared/domain/orders/orders.ts'
import { byPlace, productKey } from '../../../shared/domain/orders/product-card.ts'
import { usualProfile } from '../../../shared/domain/printing/media.ts'
import { linesOnLabel } from '../../../shared/domain/printing/pick-sheet.ts'
import type { PrintSource } from '../../../shared/domain/printing/print-jobs.ts'
import { routeOfKind } from '../../../shared/domain/printing/routes.ts'
import { Stretch } from '../stretches.ts'
import type { Station } from '../station.ts'

/** Lines of one receipt: two metres of paper or so. */
const RECEIPT_LINES = 200

/** What has to be fetched for these orders, product by product, by place; null: there is no such batch. */
export async function pickList({ core, products }: Station, scope: PickScope): Promise<PickList | null> {
  const { bench } = core
  const batch = scope.kind === 'batch' ? (bench.supplies.get(scope.batchId) ?? bench.rounds.get(scope.batchId)) : null
  if (batch === undefined) return null
  const stretch = new Stretch()
  const piles = new Map<string, { readonly first: Order; count: number }>()
  let things = 0
  for (const order of ordersIn(bench, scope)) {
    if (stretch.isOver()) await stretch.rest()
    if (!isToFetch(order, scope)) continue
    const key = productKey(order.facts)
    const pile = piles.get(key)
    if (pile === undefined) piles.set(key, { first: order, count: 1 })
    else pile.count += 1
    things += 1
  }
  const lines: PickLine[] = []
  const reading = new Stretch(1)
  for (const { first, count } of piles.values()) {
    if (reading.isOver()) await reading.rest()
    const { id, article, colorCode, skus } = first.facts
    lines.push({ article, colorCode, barcode: skus[0] ?? '', count, orderId: id, card: products.of(first.facts) })
  }
  return { name: batch?.name ?? null, things, lines: lines.toSorted(inOrder) }
}

/** What the list prints on; none where nothing has to be fetched. `now`: Unix ms. */
export async function pickSources(station: Station, scope: PickScope, now: number): Promise<readonly PrintSource[]> {
  const list = await pickList(station, scope)
  if (list === null || list.lines.length === 0) return []
  const { settings } = station.core.bench
  const title = list.name ?? ''
  const lines = list.lines.map(({ article, colorCode, count, card }) => ({
    place: card?.place ?? '',
    article: [article, colorCode, card?.size ?? ''].filter(text => text !== '').join(', '),
    name: card?.name ?? '',
    count
  }))
  if (routeOfKind(settings, 'packingSlip').printer !== null) {
    return parts(lines, RECEIPT_LINES).map(some => ({
      kind: 'pickList',
      receipt: { kind: 'pickList', title, lines: some, at: now }
    }))
  }
  const { media } = routeOfKind(settings, 'supplySheet').printer ?? usualProfile()
  const sheets = parts(lines, linesOnLabel(media))
  return sheets.map((some, place) => ({
    kind: 'own',
    label: { kind: 'pickSheet', title, page: place + 1, pages: sheets.length, lines: some }
  }))
}

function ordersIn({ orders }: Bench, scope: PickScope): Iterable<Order> {
  switch (scope.kind) {
    case 'batch':
      return orders.ofSupply(scope.batchId)
    case 'fresh':
      return orders.marked(marks.newOf(scope.scheme))
    case 'claimed':
      return orders.marked(marks.open(scope.scheme))
  }
}

/** A thing that was scanned lies on the table already. */
function isToFetch(order: Order, { kind }: PickScope): boolean {
  return kind === 'fresh' || (isPackable(order) && !order.itemChecked)
}

function inOrder(a: PickLine, b: PickLine): number {
  const places = byPlace(a.card ?? { place: '' }, b.card ?? { place: '' })
  return places || a.article.localeCompare(b.article) || a.colorCode.localeCompare(b.colorCode)
}

function parts<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))
}
