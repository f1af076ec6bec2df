import type {
  HistoryRow,
  OrderPage,
  OrderRow,
  QueueRow,
  SetOfCodes,
  VouchedGtin
} from '../../../shared/contract/contract.ts'
import type { Bench } from '../../../shared/domain/bench.ts'
import type { Intent } from '../../../shared/domain/intents.ts'
import { META_KEYS } from '../../../shared/domain/orders/orders.ts'
import type { Order } from '../../../shared/domain/orders/orders.ts'
import type { ProductCard } from '../../../shared/domain/orders/product-card.ts'
import { rulesFor } from '../../../shared/domain/schemes/schemes.ts'
import { withoutBuyer } from '../core/journal.ts'
import type { Station } from '../station.ts'
import { Stretch } from '../stretches.ts'
import { limitGroupOf } from './limit-groups.ts'
import type { LogEntry } from '../ports/ports.ts'

/** Lines of each kind on an order's page. */
const TRAIL_SHOWN = 100

/** One order in a list. */
export function orderRow(bench: Bench, order: Order): OrderRow {
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
    supplierStatus: order.supplierStatus,
    wbStatus: order.wbStatus,
    scheme: order.scheme,
    cargoType,
    requiredMeta,
    supplyId: order.supplyId,
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

/** What the product of each order is known by; null for an order that is not here as well. */
export async function cardsOf(station: Station, orderIds: readonly number[]): Promise<readonly (ProductCard | null)[]> {
  const { core, store, products } = station
  const stretch = new Stretch(1)
  const cards: (ProductCard | null)[] = []
  for (const orderId of orderIds) {
    if (stretch.isOver()) await stretch.rest()
    const order = core.bench.orders.get(orderId) ?? store.order(orderId)
    cards.push(order === null ? null : products.of(order.facts))
  }
  return cards
}

/** Everything about one order; null when it is not known here. */
export function orderPage(station: Station, orderId: number): OrderPage | null {
  const { store } = station
  const { bench } = station.core
  const atHand = bench.orders.get(orderId)
  const order = atHand ?? store.order(orderId)
  if (order === null) return null
  const page = { offset: 0, limit: TRAIL_SHOWN }
  return {
    order: orderRow(bench, order),
    facts: order.facts,
    isAtHand: atHand !== undefined,
    statuses: store.statuses(orderId),
    codes: META_KEYS.flatMap(key => {
      const entry = order.codes[key]
      return entry === undefined ? [] : [{ key, ...entry }]
    }),
    handover: order.handover ?? null,
    packedAt: order.packedAt,
    packedBy: packerName(bench, order.packedBy),
    sticker: order.sticker,
    history: store.history({ orderId, ...page }).map(entry => historyRow(bench, entry)),
    prints: store.jobs({ orderId, ...page }),
    requests: store.intents({ orderId, pending: false, ...page }).map(intent => queueRow(station, intent))
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

/** A change at the marketplace as the queue shows it. */
export function queueRow({ core, clock }: QueueParts, intent: Intent): QueueRow {
  const { id, body, bornAt, state } = intent
  return {
    id,
    body: withoutBuyer(body),
    bornAt,
    packer: packerName(core.bench, intent.packerId),
    state,
    ...turnOf({ core, clock }, intent)
  }
}

type QueueParts = Pick<Station, 'core' | 'clock'>

/** When its turn is. */
function turnOf({ core, clock }: QueueParts, { id, body }: Intent) {
  const due = core.outbox.dueAt(id)
  const nextAt = due === null ? null : Math.max(clock.now(), clock.now() + due - clock.monotonic())
  return { nextAt, isBehind: core.outbox.isBehind(id), limitGroup: limitGroupOf(body) }
}

/** What a packer is called, by number where the name is gone; null: nobody. */
export function packerName(bench: Bench, packerId: string | null): string | null {
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
