import type { BoughtThing } from '../../../electron/practice/marketplace/orders/order-core.ts'
import type { HistoryRow, OrderRow, QueueRow } from '../../../shared/contract/order-methods.ts'
import type { PrintJob } from '../../../shared/domain/printing/print-jobs.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme.ts'
import type { SupplyView } from '../../../shared/view/view.ts'
import { writesOf, type Write } from '../../support/write-log.ts'
import type { Person } from './person.ts'
import type { Seen } from './wire.ts'
import type { World } from './world.ts'

/** What was seen of the station from outside. */
export interface Witness {
  scans: number
  /** When each scan was answered that was shown among the last ones, by the note's id (Unix ms by the station). */
  readonly notes: Map<string, number>
  /** One that nobody has seen an answer to. */
  lastScan: string | null
}

export type Seller = 'own' | 'other'

/** An order as its marketplace has it. */
export interface OrderThere {
  readonly scheme: Scheme
  readonly id: number
  readonly supplierStatus: string
  readonly wbStatus: string
  readonly requiredMeta: readonly string[]
  readonly meta: Readonly<Record<string, readonly string[]>>
  /** What the marketplace's label says to a scanner. */
  readonly sticker?: { readonly barcode: string } | null
}

/** All that the promises are judged by when a shift is over; plain values, so that a broken one can be made up. */
export interface Evidence {
  readonly rows: readonly Pick<OrderRow, 'id' | 'life'>[]
  readonly log: readonly Pick<HistoryRow, 'kind' | 'at' | 'facts'>[]
  readonly queue: readonly Pick<QueueRow, 'body' | 'state'>[]
  readonly jobs: readonly Pick<PrintJob, 'source' | 'reason'>[]
  /** Here, with the marketplace's names for them. */
  readonly supplies: readonly Pick<SupplyView, 'id' | 'remoteId'>[]
  readonly ordersThere: readonly OrderThere[]
  readonly suppliesThere: readonly { readonly id: string; readonly name: string }[]
  readonly things: readonly BoughtThing[]
  readonly writes: readonly Write[]
  readonly seen: readonly (Omit<Seen, 'shop'> & { readonly seller: Seller })[]
  /** Whose order each id is. */
  readonly owners: ReadonlyMap<number, Seller>
  readonly labels: readonly (string | null)[]
  /** When another program was at the own seller's limits (monotonic ms). */
  readonly crowded: readonly number[]
  readonly notes: ReadonlyMap<string, number>
  readonly facts: Person['facts']
  /** Nobody saw what the last scan did, which took something back. */
  readonly isUndone: boolean
  /** Lines of the program's log. */
  readonly errors: readonly string[]
}

const LIMIT = 200

/** Gathers it from a station that is up, and from the world around it. */
export async function evidenceOf(world: World, person: Person, witness: Witness): Promise<Evidence> {
  const { own, other, wire, devices } = world
  const { orders, dbsOrders, pickupOrders, supplies } = own.control.state()
  const shops = [
    ['own', own],
    ['other', other]
  ] as const
  return {
    rows: (await ordersOf(world)) ?? [],
    log: await logOf(world),
    queue: (await world.call('queue.list', { pending: true, offset: 0, limit: LIMIT })) ?? [],
    jobs: await jobsOf(world),
    supplies: (await world.call('supplies.list', undefined)) ?? [],
    ordersThere: [
      ...orders.map(order => ({ ...order, scheme: 'fbs' as const })),
      ...dbsOrders.map(order => ({ ...order, scheme: 'dbs' as const })),
      ...pickupOrders.map(order => ({ ...order, scheme: 'pickup' as const }))
    ],
    suppliesThere: supplies,
    things: own.control.things(),
    writes: writesOf(own.control),
    seen: wire.seen.map(({ shop, ...one }) => ({ ...one, seller: shop === own ? 'own' : 'other' })),
    owners: new Map(
      shops.flatMap(([seller, { control }]) => control.things().map(({ orderId }) => [orderId, seller] as const))
    ),
    labels: devices.labels,
    crowded: wire.crowded,
    notes: witness.notes,
    facts: person.facts,
    isUndone: witness.lastScan === 'VRSTK-UNDO',
    errors: world.errors()
  }
}

/** The orders as the station has them; null: it died meanwhile. */
export async function ordersOf(world: World): Promise<readonly OrderRow[] | null> {
  const rows: OrderRow[] = []
  for (;;) {
    const page = await world.call('orders.list', {
      lives: null,
      supplyId: null,
      search: '',
      offset: rows.length,
      limit: LIMIT
    })
    if (page === null) return null
    rows.push(...page.rows)
    if (page.rows.length < LIMIT) return rows
  }
}

async function jobsOf(world: World): Promise<readonly PrintJob[]> {
  const jobs: PrintJob[] = []
  for (;;) {
    const page = await world.call('jobs.list', { offset: jobs.length, limit: LIMIT })
    jobs.push(...(page ?? []))
    if (page === null || page.length < LIMIT) return jobs
  }
}

async function logOf(world: World): Promise<readonly HistoryRow[]> {
  const lines: HistoryRow[] = []
  for (;;) {
    const page = await world.call('history.list', { offset: lines.length, limit: LIMIT })
    lines.push(...(page ?? []))
    if (page === null || page.length < LIMIT) return lines
  }
}
