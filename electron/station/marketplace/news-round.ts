import { setImmediate } from 'node:timers/promises'
import type { Bench, BenchEvent, SeenOrder } from '../../../shared/domain/bench.ts'
import { IdSet } from '../../../shared/domain/books/id-set.ts'
import { marks } from '../../../shared/domain/orders/order-marks.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme.ts'
import type { Core, Riders } from '../core/core.ts'
import { watchMoves } from '../core/moves.ts'
import type { Network } from './network.ts'
import type { Clock, MarketplacePort, Reply } from '../ports/ports.ts'
import type { Readings } from '../core/readings.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** Orders older than this are dead at the marketplace; twice its 120 h. */
const BACKLOG_MS = 10 * DAY_MS
/** Orders in one decision, and how long one is to hold the station's thread at most (ms). */
const SLICE_LEAST = 10
const SLICE_MOST = 40
const SLICE_MS = 2
/** Orders that are only looked at, at a stretch: a millisecond or two. */
const AT_A_STRETCH = 500

export interface RoundParts {
  readonly core: Core
  readonly marketplace: MarketplacePort
  readonly network: Network
  readonly readings: Readings
  readonly clock: Clock
  /** The value that was asked for; null when none came. */
  readonly ask: <T>(call: Promise<Reply<T>>) => Promise<T | null>
  readonly tell: (event: BenchEvent, riders?: Riders) => void
}

/**
 * One round of new orders and statuses, told in small decisions; a full one asks for supplies and for all orders as well.
 * False: something that only a full round asks for did not come.
 */
export async function readRound(parts: RoundParts, isFull: boolean): Promise<boolean> {
  const { core, marketplace, network, readings, ask, tell } = parts
  // Supplies first: orders are put into those that are known.
  const supplies = isFull ? await ask(marketplace.supplies()) : null
  if (supplies !== null) tell({ kind: 'suppliesSeen', supplies })
  const fresh = await ask(marketplace.newOrders())
  if (fresh === null && network.state.kind === 'online') readings.missed('newOrders')
  // What stands among the new ones is new: nothing else need be asked of it.
  const seenFresh = new IdSet(fresh?.length ?? 0)
  const isFresh = (id: number): boolean => seenFresh.has(id)
  await inSlices(parts, fresh ?? [], orders => {
    for (const { facts } of orders) seenFresh.add(facts.id)
    return { kind: 'ordersSeen', orders }
  })
  const isWhole = !isFull || (await readBacklog(parts, isFresh))
  const ids = await openOrderIds(core.bench, 'fbs', isFresh)
  const statuses = ids.length === 0 ? null : await ask(marketplace.statuses(ids))
  await inSlices(parts, statuses ?? [], slice => ({ kind: 'statusesSeen', statuses: slice }))
  readings.roundEnds(isFull)
  return !isFull || (supplies !== null && isWhole)
}

/** Orders that are no longer new, page by page; false when not all came. */
async function readBacklog(parts: RoundParts, isKnown: (orderId: number) => boolean): Promise<boolean> {
  const { core, marketplace, clock, ask, tell } = parts
  const listed = await ask(marketplace.reshipment())
  const again = listed === null ? null : new Set(listed.map(({ orderId }) => orderId))
  // What ended before this station knew of it is nothing to pack.
  const isAlive = ({ supplierStatus, facts: { id } }: SeenOrder): boolean =>
    supplierStatus === 'confirm' || core.bench.orders.get(id) !== undefined || again?.has(id) === true
  let place = watchMoves(core)
  for await (const page of marketplace.ordersSince(clock.now() - BACKLOG_MS, isKnown)) {
    const orders = await ask(Promise.resolve(page))
    if (orders === null) return false
    await inSlices(parts, orders.filter(isAlive), slice => ({ kind: 'ordersSeen', orders: slice.map(place) }))
    place = watchMoves(core)
  }
  if (again !== null) tell({ kind: 'reshipmentSeen', orderIds: [...again] })
  return true
}

/** Orders of a scheme whose statuses may still change something here, without those that are known better; with breaks. */
export async function openOrderIds(
  { orders }: Bench,
  scheme: Scheme,
  isKnown: (orderId: number) => boolean
): Promise<readonly number[]> {
  const ids: number[] = []
  let walked = 0
  for (const { facts } of orders.marked(marks.open(scheme))) {
    if (!isKnown(facts.id)) ids.push(facts.id)
    walked += 1
    if (walked % AT_A_STRETCH === 0) await setImmediate()
  }
  return ids
}

/** A long list in small decisions with room for a scan between them: as many at once as this PC decides in a few ms. */
export async function inSlices<T>(
  { clock, tell }: Pick<RoundParts, 'clock' | 'tell'>,
  list: readonly T[],
  event: (slice: readonly T[]) => BenchEvent
): Promise<void> {
  let size = SLICE_LEAST
  let from = 0
  while (from < list.length) {
    const to = from + size
    const before = clock.monotonic()
    tell(event(list.slice(from, to)), { isMoreToCome: to < list.length, isToldAgain: true })
    const ms = clock.monotonic() - before
    if (ms > SLICE_MS) size = Math.max(SLICE_LEAST, Math.floor(size / 2))
    else if (ms < SLICE_MS / 2) size = Math.min(SLICE_MOST, size * 2)
    if (to < list.length) await setImmediate()
    from = to
  }
}
