import { setImmediate } from 'node:timers/promises'
import type {
  HistoryRow,
  OrderPage,
  OrderRow,
  Parsed,
  QueueRow,
  SetOfCodes,
  VouchedGtin
} from '../../../shared/contract/contract.ts'
import type { Bench } from '../../../shared/domain/bench.ts'
import type { Intent } from '../../../shared/domain/intents.ts'
import { marks } from '../../../shared/domain/orders/order-marks.ts'
import { isProblem, META_KEYS } from '../../../shared/domain/orders/orders.ts'
import type { Order } from '../../../shared/domain/orders/orders.ts'
import { searchable } from '../../../shared/domain/orders/search.ts'
import { rulesFor } from '../../../shared/domain/schemes/schemes.ts'
import { withoutBuyer } from '../core/journal.ts'
import type { LogEntry, StorePort } from '../ports/ports.ts'

/** Lines of the log on an order's page. */
const HISTORY_SHOWN = 100

/** Orders that a search looks at in one stretch: a millisecond or so. */
const STRETCH = 5000

type Filter = Parsed<'orders.list'>

/** A page of orders, oldest first. Without words it is cut out of a kept list; with words all of that list is looked at, in short stretches. */
export async function findOrders(
  bench: Bench,
  filter: Filter
): Promise<{ readonly rows: readonly OrderRow[]; readonly total: number }> {
  const { offset, limit } = filter
  const wanted = searchable([filter.search])
  const { list, isFiltered } = listFor(bench, filter)
  if (isFiltered && wanted === '') {
    return { rows: list.slice(offset, limit).map(order => orderRow(bench, order)), total: list.size }
  }
  const rows: OrderRow[] = []
  let total = 0
  let looked = 0
  for (const order of list) {
    if (++looked % STRETCH === 0) await setImmediate()
    if (!isFiltered && !passes(order, filter)) continue
    if (!textOf(order).includes(wanted)) continue
    if (total >= offset && rows.length < limit) rows.push(orderRow(bench, order))
    total += 1
  }
  return { rows, total }
}

/** The shortest kept list that holds all that is asked for; `isFiltered`: and nothing else. */
function listFor({ orders }: Bench, { lives, problems, supplyId, scheme }: Filter) {
  const [life, ...more] = lives ?? []
  const isPlain = scheme === null
  if (problems)
    return { list: orders.marked(marks.problem), isFiltered: isPlain && lives === null && supplyId === null }
  if (supplyId !== null) {
    if (life !== undefined && more.length === 0) {
      return { list: orders.marked(marks.lifeIn(supplyId, life)), isFiltered: isPlain }
    }
    return { list: orders.ofSupply(supplyId), isFiltered: isPlain && lives === null }
  }
  if (life !== undefined && more.length === 0) return { list: orders.marked(marks.life(life)), isFiltered: isPlain }
  return { list: orders.marked(isPlain ? marks.every : marks.scheme(scheme)), isFiltered: lives === null }
}

function passes(order: Order, { lives, problems, supplyId, scheme }: Filter): boolean {
  if (lives !== null && !lives.includes(order.life)) return false
  if (scheme !== null && order.scheme.kind !== scheme) return false
  return (!problems || isProblem(order)) && (supplyId === null || order.supplyId === supplyId)
}

/** What a person may look for, as one text; kept as long as the order stays as it is. */
const texts = new WeakMap<Order, string>()

function textOf(order: Order): string {
  const known = texts.get(order)
  if (known !== undefined) return known
  const { id, article, skus } = order.facts
  const sticker = order.sticker === null ? '' : `${order.sticker.partA}${order.sticker.partB}`
  const orderCode = order.scheme.kind === 'pickup' ? order.scheme.orderCode : ''
  const text = searchable([String(id), article, sticker, orderCode, ...skus])
  texts.set(order, text)
  return text
}

function orderRow(bench: Bench, order: Order): OrderRow {
  const { id, article, colorCode, skus, price, currencyCode, createdAt, cargoType, requiredMeta, comment } = order.facts
  const { isB2b, offices, officeId } = order.facts
  return {
    id,
    article,
    colorCode,
    barcode: skus[0] ?? '',
    price,
    currencyCode,
    createdAt,
    deadlineAt: rulesFor(order).deadlineOf(order),
    life: order.life,
    scheme: order.scheme,
    cargoType,
    requiredMeta,
    supplyName: batchName(bench, order.supplyId),
    partB: order.sticker?.partB ?? null,
    comment,
    isB2b,
    offices,
    officeId,
    travelsAgain: order.travelsAgain === true,
    isPinned: order.isPinned === true,
    shelf: order.shelf
  }
}

/** Everything about one order; null when it is not known here. */
export function orderPage(bench: Bench, orderId: number, store: StorePort): OrderPage | null {
  const order = bench.orders.get(orderId)
  if (order === undefined) return null
  return {
    order: orderRow(bench, order),
    wbStatus: order.wbStatus,
    supplierStatus: order.supplierStatus,
    codes: META_KEYS.flatMap(key => {
      const entry = order.codes[key]
      return entry === undefined ? [] : [{ key, ...entry }]
    }),
    handover: order.handover ?? null,
    packedAt: order.packedAt,
    packedBy: packerName(bench, order.packedBy),
    sticker: order.sticker,
    history: store.history({ orderId, offset: 0, limit: HISTORY_SHOWN }).map(entry => historyRow(bench, entry))
  }
}

function batchName({ supplies, rounds }: Bench, id: string | null): string | null {
  if (id === null) return null
  return (supplies.get(id) ?? rounds.get(id))?.name ?? null
}

export function historyRow(bench: Bench, entry: LogEntry): HistoryRow {
  const { id, at, kind, orderId, facts } = entry
  return { id, at, packer: packerName(bench, entry.packerId), kind, orderId, facts }
}

export function queueRow(bench: Bench, intent: Intent): QueueRow {
  const { id, body, bornAt, state } = intent
  return { id, body: withoutBuyer(body), bornAt, packer: packerName(bench, intent.packerId), state }
}

function packerName(bench: Bench, packerId: string | null): string | null {
  return packerId === null ? null : (bench.packers.get(packerId)?.name ?? packerId)
}

/** The GTINs that somebody vouched for, newest first. */
export function vouchedGtins(bench: Bench): readonly VouchedGtin[] {
  return [...bench.gtinOverrides.values()]
    .toSorted((a, b) => b.at - a.at)
    .map(({ chrtId, gtin, article, at, packerId }) => ({
      chrtId,
      gtin,
      article,
      at,
      packer: packerName(bench, packerId)
    }))
}

/** The products that are known as sets, newest first. */
export function setsOfCodes(bench: Bench): readonly SetOfCodes[] {
  return [...bench.sets.values()]
    .toSorted((a, b) => b.at - a.at)
    .map(({ chrtId, article, codes, at, packerId }) => ({
      chrtId,
      article,
      codes,
      at,
      packer: packerName(bench, packerId)
    }))
}
