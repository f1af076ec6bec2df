import type { BenchEvent } from '../../../shared/domain/bench.ts'
import { awaitsDeclaration } from '../../../shared/domain/orders/orders.ts'
import type { Order } from '../../../shared/domain/orders/orders.ts'
import { stickerMake } from '../../../shared/domain/printing/routes.ts'
import { rulesFor } from '../../../shared/domain/schemes/schemes.ts'
import type { Core, Riders } from '../core/core.ts'
import type { Clock, Log, MarketplacePort, Reply, Urgency } from '../ports/ports.ts'
import { isDrawnForOne, lacksSticker, ordersToSticker } from './lacking.ts'

/** Right after an order got into assembly its sticker may be missing: asked for again in so long (ms). */
const ASK_AGAIN_MS = 2000
/** A parcel gets its number when it does, and a label that can't be read rarely mends itself: asked for again in so long (ms). */
const LACKING_AGAIN_MS = 15_000
/** Most orders of one request. */
const HUNDRED = 100

export interface StickerFetchParts {
  readonly core: Core
  readonly marketplace: MarketplacePort
  readonly clock: Clock
  readonly log: Log
  /** The value that was asked for; null when none came. */
  readonly ask: <T>(call: Promise<Reply<T>>) => Promise<T | null>
  readonly tell: (event: BenchEvent, riders?: Riders) => void
}

/**
 * Brings stickers before they are needed: as the marketplace draws them for the printer, or as a PDF where a border is
 * crossed. What is not there keeps nothing else back.
 */
export class StickerFetch {
  readonly #parts: StickerFetchParts
  /** Orders whose sticker can't be printed yet, and when it is asked for again (monotonic ms). */
  readonly #resting = new Map<number, number>()

  constructor(parts: StickerFetchParts) {
    this.#parts = parts
  }

  /** The sticker of the order on the table: before the prefetch. Never rejects; what goes wrong the prefetch mends. */
  async now(orderId: number): Promise<void> {
    const { core, log } = this.#parts
    const order = core.bench.orders.get(orderId)
    if (order?.supplierStatus !== 'confirm' || rulesFor(order).label === 'own' || awaitsDeclaration(order)) return
    try {
      await this.#fetch([order], 'urgent')
    } catch (error) {
      log.error({ order: orderId, error }, 'sticker could not be written')
    }
  }

  /** A person wants it tried now: what rests is asked for too. */
  wake(): void {
    this.#resting.clear()
  }

  /** Some of the stickers that are lacking; when the rest is to be asked for, and whether new ones may be meanwhile. */
  async some(): Promise<{ readonly inMs: number; readonly isForNew: boolean } | null> {
    const { core } = this.#parts
    const { bench } = core
    const here = bench.table.orderId === null ? undefined : bench.orders.get(bench.table.orderId)
    const onTable = here !== undefined && lacksSticker(bench, here) ? this.#due([here]) : []
    // So many that some are due, whatever rests.
    const wanted = this.#due(ordersToSticker(bench, HUNDRED + 1 + this.#resting.size))
    const others = wanted.filter(order => order !== here).slice(0, HUNDRED)
    await this.#fetch(onTable, 'urgent')
    const got = await this.#fetch(others, 'background')
    const left = ordersToSticker(core.bench, 1 + this.#resting.size)
    if (left.length === 0) return null
    if (this.#due(left).length === 0) return { inMs: LACKING_AGAIN_MS, isForNew: false }
    return { inMs: got > 0 ? 0 : ASK_AGAIN_MS, isForNew: true }
  }

  /** How many came. */
  async #fetch(orders: readonly Order[], urgency: Urgency): Promise<number> {
    const due = this.#due(orders)
    const idsOf = (some: readonly Order[]) => some.map(({ facts }) => facts.id)
    const parcels = await this.#parcels(idsOf(due.filter(order => !isDrawnForOne(order))))
    return parcels + (await this.#drawn(idsOf(due.filter(isDrawnForOne)), urgency))
  }

  #due(orders: readonly Order[]): readonly Order[] {
    const now = this.#parts.clock.monotonic()
    for (const [id, until] of this.#resting) if (until <= now) this.#resting.delete(id)
    return orders.filter(({ facts }) => !this.#resting.has(facts.id))
  }

  async #drawn(orderIds: readonly number[], urgency: Urgency): Promise<number> {
    if (orderIds.length === 0) return 0
    const { core, marketplace, ask, tell } = this.#parts
    const make = stickerMake(core.bench.settings)
    const wanted = { ...make, type: core.bench.settings.stickerType }
    const files = await ask(marketplace.stickers(orderIds, wanted, urgency))
    if (files === null || files.length === 0) return 0
    const stickers = files.map(({ orderId, partA, partB, barcode }) => ({
      orderId,
      sticker: { partA, partB, barcode, make }
    }))
    tell({ kind: 'stickersSeen', stickers }, { stickers: files })
    return files.length
  }

  /** The parcel's number is what the label's code holds, and its end what a person tells parcels apart by. */
  async #parcels(orderIds: readonly number[]): Promise<number> {
    if (orderIds.length === 0) return 0
    const { marketplace, clock, ask, tell } = this.#parts
    const reply = await ask(marketplace.crossBorderStickers(orderIds))
    if (reply === null) return 0
    const stickers = reply.ready.map(({ orderId, parcelId }) => ({
      orderId,
      sticker: { partA: parcelId.slice(0, -4), partB: parcelId.slice(-4), barcode: parcelId }
    }))
    const borderLabels = reply.ready.map(({ orderId, pdf }) => ({ orderId, pdf }))
    if (stickers.length > 0) tell({ kind: 'stickersSeen', stickers }, { borderLabels })
    const came = new Set(reply.ready.map(({ orderId }) => orderId))
    const lacking = orderIds
      .filter(id => !came.has(id))
      .map(orderId => ({
        orderId,
        // An older edition leaves out the parcel that has no number.
        why: reply.unreadable.includes(orderId) ? ('unreadable' as const) : ('parcelNumber' as const)
      }))
    for (const { orderId } of lacking) this.#resting.set(orderId, clock.monotonic() + LACKING_AGAIN_MS)
    if (lacking.length > 0) tell({ kind: 'stickersLacking', lacking })
    return stickers.length
  }
}
