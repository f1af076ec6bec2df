import { methods } from '../../../shared/contract/contract.ts'
import type { Parsed } from '../../../shared/contract/contract.ts'
import type { BoardView, PackedBy, ShiftView } from '../../../shared/contract/shift-methods.ts'
import { marks } from '../../../shared/domain/orders/order-marks.ts'
import type { Order } from '../../../shared/domain/orders/orders.ts'
import type { Station } from '../station.ts'
import { findOrders } from './find-orders.ts'
import { packerName } from './list-rows.ts'
import type { ShiftBook } from './shift-book.ts'

/** Orders that one search for a packer shows. */
const MOST_FOUND = 20

/** What was done in a period, so far. */
export async function shiftStats(
  { core }: Station,
  book: ShiftBook,
  period: Parsed<'shift.stats'>
): Promise<ShiftView> {
  const count = await book.stats(period)
  return count.result(id => packerName(core.bench, id))
}

/** Who packed the orders that a text means; those that memory has forgotten are found by their whole number or a code. */
export async function whoPacked(station: Station, search: string): Promise<readonly PackedBy[]> {
  const { core, store } = station
  const { bench } = core
  const asked = { lives: null, supplyId: null, search, sort: 'newest', offset: 0, limit: MOST_FOUND } as const
  const { rows } = await findOrders(bench, methods['orders.list'].input.parse(asked), station.now())
  const number = search.replaceAll(/\s/g, '')
  const old = [/^\d{1,15}$/.test(number) ? Number(number) : null, store.codeUse(search)?.orderId ?? null]
  const ids = new Set([...rows.map(({ id }) => id), ...old.flatMap(id => id ?? [])])
  return [...ids].flatMap(id => {
    const order = bench.orders.get(id) ?? store.order(id)
    return order === null ? [] : [packedBy(station, order)]
  })
}

function packedBy({ core }: Station, { facts, sticker, life, packedAt, packedBy: id }: Order): PackedBy {
  const { id: orderId, article } = facts
  return { orderId, article, partB: sticker?.partB ?? null, life, packedAt, packer: packerName(core.bench, id) }
}

/** What a spare monitor shows. */
export async function board(station: Station, book: ShiftBook): Promise<BoardView> {
  const { orders } = station.core.bench
  const lives = (['claimed', 'coded', 'stickered'] as const).map(marks.life)
  const open = [marks.isNew, ...lives]
  const oldest = open.flatMap(mark => orders.marked(mark).first?.facts.createdAt ?? [])
  return {
    left: open.reduce((sum, mark) => sum + orders.count(mark), 0),
    packedLastHour: await book.packedLately(station.now()),
    oldestAt: oldest.length === 0 ? null : Math.min(...oldest),
    problems: orders.tally.problems
  }
}
