import { isSettled } from '../../../shared/domain/orders/orders.ts'
import type { Order } from '../../../shared/domain/orders/orders.ts'
import type { Core } from '../core/core.ts'
import type { Network } from './network.ts'
import type { Buyer, BuyerPart, Clock, KeptBuyer, MarketplacePort, Reply, StorePort } from '../ports/ports.ts'

/** A buyer without a phone is asked for again in so long: it is assigned later (ms). */
const ASK_AGAIN_MS = 60_000

export interface BuyerKeeperParts {
  readonly core: Core
  readonly store: Pick<StorePort, 'buyer'>
  readonly marketplace: Pick<MarketplacePort, 'dbs' | 'pickup'>
  readonly network: Network
  readonly clock: Clock
  readonly ask: <T>(call: Promise<Reply<T>>) => Promise<T | null>
}

/** Names and phones of buyers: fetched only where somebody has to deliver, or asks to see them; kept sealed. */
export class BuyerKeeper {
  readonly #parts: BuyerKeeperParts
  /** Orders whose buyer can be called, and when the others were asked for last (monotonic ms). */
  readonly #known = new Set<number>()
  readonly #asked = new Map<number, number>()

  constructor(parts: BuyerKeeperParts) {
    this.#parts = parts
  }

  find(orderId: number): KeptBuyer | null {
    return this.#parts.store.buyer(orderId)
  }

  /** Whom somebody has to deliver to is known before the network may be gone; `orderIds`: open DBS orders. */
  async keepUp(orderIds: readonly number[]): Promise<void> {
    const { core, clock, marketplace, ask } = this.#parts
    const now = clock.monotonic()
    for (const id of this.#known) if (core.bench.orders.get(id) === undefined) this.#known.delete(id)
    const wanted = orderIds.filter(id => {
      const order = core.bench.orders.get(id)
      if (order === undefined || !isDelivered(order) || this.#known.has(id)) return false
      const last = this.#asked.get(id)
      if (last !== undefined && now - last < ASK_AGAIN_MS) return false
      if (!this.#hasPhone(id)) return true
      this.#known.add(id)
      return false
    })
    if (wanted.length === 0) return
    for (const id of wanted) this.#asked.set(id, now)
    this.#keep((await ask(marketplace.dbs.client(wanted))) ?? [])
  }

  /** Somebody asks to see an order's buyer; null: nothing is told of him, now or for this order at all. */
  async look(order: Order): Promise<KeptBuyer | null> {
    const { marketplace, network, ask } = this.#parts
    const { scheme, facts } = order
    if (scheme.kind === 'fbs' || isSettled(order)) return null
    const mayBeTold = isAssembled(order) && !this.#hasPhone(facts.id)
    if (mayBeTold && network.state.kind === 'online') {
      this.#keep((await ask(marketplace[scheme.kind].client([facts.id]))) ?? [])
    }
    return this.find(facts.id)
  }

  #keep(buyers: readonly Buyer[]): void {
    const parts = buyers.map(({ orderId, name, dials }): BuyerPart => ({ kind: 'contact', orderId, name, dials }))
    this.#parts.core.saveBuyers(parts)
    for (const { orderId, dials } of buyers) {
      if (dials.length === 0) continue
      this.#known.add(orderId)
      this.#asked.delete(orderId)
    }
  }

  #hasPhone(orderId: number): boolean {
    return (this.find(orderId)?.contact?.dials.length ?? 0) > 0
  }
}

/** The marketplace tells the buyer. */
function isAssembled({ supplierStatus }: Order): boolean {
  return supplierStatus === 'confirm' || supplierStatus === 'deliver' || supplierStatus === 'prepare'
}

/** The seller's courier will have to find him. */
function isDelivered(order: Order): boolean {
  return order.scheme.kind === 'dbs' && isAssembled(order)
}
