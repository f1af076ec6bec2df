import type {
  HistoryRow,
  OrderPage,
  OrderRow,
  Parsed,
  QueueRow,
  VouchedGtin
} from '../../../shared/contract/contract.ts'
import type { Bench } from '../../../shared/domain/bench.ts'
import type { Intent } from '../../../shared/domain/intents.ts'
import { isProblem, META_KEYS } from '../../../shared/domain/orders/orders.ts'
import type { Order } from '../../../shared/domain/orders/orders.ts'
import { isFound } from '../../../shared/domain/orders/search.ts'
import type { LogEntry, StorePort } from '../ports/ports.ts'

/** Lines of the log on an order's page. */
const HISTORY_SHOWN = 100

/** A page of orders, oldest first. */
export function findOrders(
  bench: Bench,
  filter: Parsed<'orders.list'>
): { readonly rows: readonly OrderRow[]; readonly total: number } {
  const found = [...bench.orders.all()]
    .filter(order => filter.lives === null || filter.lives.includes(order.life))
    .filter(order => !filter.problems || isProblem(order))
    .filter(order => filter.supplyId === null || order.supplyId === filter.supplyId)
    .filter(order => matches(order, filter.search))
    .toSorted((a, b) => a.facts.createdAt - b.facts.createdAt || a.facts.id - b.facts.id)
  const rows = found.slice(filter.offset, filter.offset + filter.limit).map(order => orderRow(bench, order))
  return { rows, total: found.length }
}

function matches(order: Order, search: string): boolean {
  const { id, article, skus } = order.facts
  const sticker = order.sticker === null ? '' : `${order.sticker.partA}${order.sticker.partB}`
  return isFound([String(id), article, sticker, ...skus], search)
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
    life: order.life,
    cargoType,
    requiredMeta,
    supplyName: order.supplyId === null ? null : (bench.supplies.get(order.supplyId)?.name ?? null),
    partB: order.sticker?.partB ?? null,
    comment,
    isB2b,
    offices,
    officeId,
    travelsAgain: order.travelsAgain === true,
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
    packedAt: order.packedAt,
    packedBy: packerName(bench, order.packedBy),
    sticker: order.sticker,
    history: store.history({ orderId, offset: 0, limit: HISTORY_SHOWN }).map(entry => historyRow(bench, entry))
  }
}

export function historyRow(bench: Bench, entry: LogEntry): HistoryRow {
  const { id, at, kind, orderId, facts } = entry
  return { id, at, packer: packerName(bench, entry.packerId), kind, orderId, facts }
}

export function queueRow(bench: Bench, intent: Intent): QueueRow {
  const { id, body, bornAt, state } = intent
  return { id, body, bornAt, packer: packerName(bench, intent.packerId), state }
}

function packerName(bench: Bench, packerId: string | null): string | null {
  return packerId === null ? null : (bench.packers.get(packerId)?.name ?? packerId)
}

/** The GTINs that somebody vouched for, newest first. */
export function vouchedGtins({ gtinOverrides, packers }: Bench): readonly VouchedGtin[] {
  return [...gtinOverrides.values()]
    .toSorted((a, b) => b.at - a.at)
    .map(({ chrtId, gtin, article, at, packerId }) => ({
      chrtId,
      gtin,
      article,
      at,
      packer: packerId === null ? null : (packers.get(packerId)?.name ?? packerId)
    }))
}
