import type { BenchEvent, SeenOrder, SeenStatus } from '../../../shared/domain/bench.ts'
import { marks } from '../../../shared/domain/orders/order-marks.ts'
import { SUPPLIER_STATUSES } from '../../../shared/domain/orders/orders.ts'
import type { SupplierStatus } from '../../../shared/domain/orders/orders.ts'
import { isSame } from '../../../shared/domain/same.ts'
import type { DeliverySlot, OrderScheme, RoundScheme } from '../../../shared/domain/schemes/scheme.ts'
import type { Core, Riders } from '../core/core.ts'
import type { BuyerKeeper } from './buyer-keeper.ts'
import type { Network } from './network.ts'
import { inSlices, openOrderIds } from './news-round.ts'
import type { BuyerPart, Clock, Log, MarketplacePort, Reply, SchemeOrder, SchemeStatus } from '../ports/ports.ts'

/** Between two questions for orders of a scheme that this account has shown none of (ms). */
const RARELY_MS = 120_000

export interface SchemeNewsParts {
  readonly core: Core
  readonly marketplace: Pick<MarketplacePort, 'dbs' | 'pickup'>
  readonly network: Network
  readonly buyers: BuyerKeeper
  readonly clock: Clock
  readonly log: Log
  /** The value that was asked for; null when none came. */
  readonly ask: <T>(call: Promise<Reply<T>>) => Promise<T | null>
  readonly tell: (event: BenchEvent, riders?: Riders) => void
}

/** News of one scheme beside FBS: its new orders, and what has become of those that are open. */
export class SchemeNews {
  readonly #parts: SchemeNewsParts
  readonly #scheme: RoundScheme
  /** Whether the account has orders of this scheme: most have none, and then it is asked for rarely. */
  #isMet: boolean | null = null
  /** From then on delivery times may be asked for again (monotonic ms). */
  #datesFrom = 0

  constructor(scheme: RoundScheme, parts: SchemeNewsParts) {
    this.#scheme = scheme
    this.#parts = parts
  }

  /** One round, told in small decisions; after how many ms the next is due. */
  async round(): Promise<number> {
    const { core, tell, buyers, clock } = this.#parts
    this.#isMet ??= core.bench.orders.marked(marks.scheme(this.#scheme)).size > 0
    const fresh = await this.#newOrders()
    if (fresh.length > 0) this.#isMet = true
    const addresses = new Map(fresh.map(({ facts, delivery }) => [facts.id, delivery.address]))
    this.#tellMoves(fresh.map(({ facts, delivery: { date, from, to } }) => [facts.id, { date, from, to }]))
    const withBuyers: SchemeNewsParts['tell'] = (event, riders) => {
      const ids = event.kind === 'ordersSeen' ? event.orders.map(({ facts }) => facts.id) : []
      tell(event, { ...riders, buyers: ids.flatMap(id => this.#deliveryOf(id, addresses.get(id) ?? '')) })
    }
    await inSlices({ clock, tell: withBuyers }, fresh.toSorted(expressFirst), orders => ({
      kind: 'ordersSeen',
      orders: orders.map(order => seen(this.#scheme, order))
    }))
    if (this.#isMet) {
      const isFresh = new Set(fresh.map(({ facts }) => facts.id))
      const ids = await openOrderIds(core.bench, this.#scheme, id => isFresh.has(id))
      await this.readStatuses(ids)
      if (this.#scheme === 'dbs') {
        await this.#readDates(ids)
        await buyers.keepUp(ids)
      }
    }
    const usual = core.bench.settings.pollSeconds * 1000
    return this.#isMet ? usual : Math.max(usual, RARELY_MS)
  }

  /** What has become of these orders of the scheme, told like any news. */
  async readStatuses(orderIds: readonly number[]): Promise<void> {
    if (orderIds.length === 0) return
    const { ask, marketplace } = this.#parts
    const statuses = (await ask(marketplace[this.#scheme].statuses(orderIds))) ?? []
    const known = statuses.flatMap(status => this.#known(status))
    await inSlices(this.#parts, known, slice => ({ kind: 'statusesSeen', statuses: slice }))
  }

  /** When the buyers of DBS orders that are no longer new expect them: the marketplace lets them choose another time. */
  async #readDates(orderIds: readonly number[]): Promise<void> {
    const { ask, marketplace, clock, network } = this.#parts
    if (orderIds.length === 0 || clock.monotonic() < this.#datesFrom) return
    const reply = await marketplace.dbs.deliveryDates(orderIds)
    // The older edition tells no times, and a token may not be let to ask: nothing else stops, and a refusal costs ten requests.
    if (reply.kind === 'refused' || (reply.kind === 'blocked' && reply.why === 'forbidden')) {
      network.answered()
      this.#datesFrom = clock.monotonic() + RARELY_MS
      return
    }
    const dates = (await ask(Promise.resolve(reply))) ?? []
    this.#tellMoves(dates.map(({ orderId, date, from, to }) => [orderId, { date: asListed(date), from, to }]))
  }

  /** Tells of each order that is awaited at another time than is known. */
  #tellMoves(times: readonly (readonly [number, DeliverySlot])[]): void {
    const { core, tell } = this.#parts
    for (const [orderId, slot] of times) {
      const scheme = core.bench.orders.get(orderId)?.scheme
      if (scheme?.kind !== 'dbs' || slot.date === '' || isSame(scheme.slot, slot)) continue
      tell({ kind: 'deliveryMoved', orderId, before: scheme.slot, slot })
    }
  }

  async #newOrders(): Promise<readonly SchemeOrder[]> {
    const { marketplace, network, ask } = this.#parts
    const reply = await marketplace[this.#scheme].newOrders()
    // The account has no such scheme: nothing else of it need stop.
    if (this.#isMet === false && reply.kind === 'blocked' && reply.why === 'forbidden') {
      network.answered()
      return []
    }
    return (await ask(Promise.resolve(reply))) ?? []
  }

  /** Where to is told only while the order is new: it is kept the moment it is seen. */
  #deliveryOf(orderId: number, address: string): readonly BuyerPart[] {
    const { buyers } = this.#parts
    if (this.#scheme !== 'dbs' || address === '' || buyers.find(orderId)?.address === address) return []
    return [{ kind: 'delivery', orderId, address }]
  }

  #known({ orderId, supplierStatus, wbStatus }: SchemeStatus): readonly SeenStatus[] {
    if (isKnownStatus(supplierStatus)) return [{ orderId, supplierStatus, wbStatus }]
    this.#parts.log.warn({ orderId, scheme: this.#scheme, status: supplierStatus }, 'an unknown status')
    return []
  }
}

/** `dd.mm.yyyy`, as the list of new orders writes days, of `yyyy-mm-dd`. */
function asListed(date: string): string {
  return date.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3.$2.$1')
}

function seen(kind: RoundScheme, order: SchemeOrder): SeenOrder {
  return {
    facts: order.facts,
    scheme: schemeOf(kind, order),
    supplierStatus: 'new',
    wbStatus: 'waiting',
    supplyRemoteId: null
  }
}

function schemeOf(kind: RoundScheme, { delivery, deliveryType, groupId, ...pickup }: SchemeOrder): OrderScheme {
  const { date, from, to } = delivery
  if (kind === 'dbs') return { kind, slot: { date, from, to }, deliveryType, groupId }
  const { orderCode, payMode, tireService } = pickup
  return { kind, date, orderCode, payMode, tireService, place: null }
}

function expressFirst(one: SchemeOrder, other: SchemeOrder): number {
  const rank = ({ deliveryType }: SchemeOrder) => (deliveryType === 'edbs' ? 0 : 1)
  return rank(one) - rank(other) || one.facts.createdAt - other.facts.createdAt
}

function isKnownStatus(status: string): status is SupplierStatus {
  return SUPPLIER_STATUSES.some(known => known === status)
}
