import type { Bench } from '../bench.ts'
import { marks } from '../orders/order-marks.ts'
import type { OrderBook } from '../orders/order-book.ts'
import type { Order } from '../orders/orders.ts'
import type { Batch } from '../orders/rounds.ts'
import type { Scheme } from '../schemes/scheme.ts'
import { byUrgency } from '../schemes/urgency.ts'

/** What urgency is read off; a draft has it with its own changes. */
interface Known {
  readonly bench: Bench
  readonly orders: OrderBook
}

/** So many of the oldest of a scheme, or of a round, are compared by their deadlines; pinned ones always. */
const COMPARED = 500

/** How many orders nobody works on, of the schemes that are packed here. */
export function newHere({ bench, orders }: Known): number {
  return bench.settings.schemes.reduce((sum, scheme) => sum + orders.count(marks.newOf(scheme)), 0)
}

/** The most urgent of those that nobody works on, of the schemes that are packed here. */
export function firstNew({ bench, orders }: Known): Order | undefined {
  const { schemes } = bench.settings
  const ahead = [...orders.marked(marks.newPinned), ...orders.marked(marks.newExpress).slice(0, COMPARED)]
  const oldest = schemes.flatMap(scheme => orders.marked(marks.newOf(scheme)).slice(0, compared(scheme)))
  return mostUrgent([...ahead.filter(({ scheme }) => schemes.includes(scheme.kind)), ...oldest])
}

/** The most urgent order of a batch that can still be worked on. */
export function firstIn({ orders }: Known, batch: Batch): Order | undefined {
  const most = compared(batch.kind === 'supply' ? 'fbs' : batch.scheme)
  const lives = ['claimed', 'coded', 'stickered'] as const
  const oldest = lives.flatMap(life => orders.marked(marks.lifeIn(batch.id, life)).slice(0, most))
  return mostUrgent([...orders.marked(marks.pinnedIn(batch.id)), ...oldest])
}

/** Those of the marketplace's own delivery stand by their deadlines already. */
function compared(scheme: Scheme): number {
  return scheme === 'fbs' ? 1 : COMPARED
}

function mostUrgent(orders: readonly Order[]): Order | undefined {
  const [first, ...others] = orders
  return others.reduce(
    (before, order) => (before !== undefined && byUrgency(before, order) <= 0 ? before : order),
    first
  )
}
