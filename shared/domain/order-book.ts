import type { Order } from './orders.ts'

/** A change copies one shard, not all orders: a decision at 10,000 orders stays well under a millisecond. */
const SHARDS = 256

type Shards = readonly ReadonlyMap<number, Order>[]

/**
 * Orders by id, by barcode and by sticker: immutable; `with` shares what did not change.
 * The barcode and sticker indexes hold ids only and are rebuilt when those facts change, so that a look-up is one probe.
 */
export class OrderBook {
  readonly #shards: Shards
  readonly #byBarcode: ReadonlyMap<string, readonly number[]>
  readonly #bySticker: ReadonlyMap<string, number>

  private constructor(
    shards: Shards,
    byBarcode: ReadonlyMap<string, readonly number[]>,
    bySticker: ReadonlyMap<string, number>
  ) {
    this.#shards = shards
    this.#byBarcode = byBarcode
    this.#bySticker = bySticker
  }

  /** A book of these orders. */
  static of(orders: Iterable<Order>): OrderBook {
    return new OrderBook(
      Array.from({ length: SHARDS }, () => new Map()),
      new Map(),
      new Map()
    ).with([...orders])
  }

  get size(): number {
    return this.#shards.reduce((sum, shard) => sum + shard.size, 0)
  }

  get(id: number): Order | undefined {
    return this.#shards[id % SHARDS]?.get(id)
  }

  /** Every order, in no order that means anything. */
  *all(): IterableIterator<Order> {
    for (const shard of this.#shards) yield* shard.values()
  }

  /** The orders whose `skus` hold this barcode as it is written there, oldest first. */
  byBarcode(barcode: string): readonly Order[] {
    return (this.#byBarcode.get(barcode) ?? [])
      .flatMap(id => this.get(id) ?? [])
      .toSorted((a, b) => a.facts.createdAt - b.facts.createdAt || a.facts.id - b.facts.id)
  }

  /** The order whose sticker holds exactly this text. */
  bySticker(barcode: string): Order | undefined {
    const id = this.#bySticker.get(barcode)
    return id === undefined ? undefined : this.get(id)
  }

  /** The book with these orders put in place of their older selves. */
  with(changed: readonly Order[]): OrderBook {
    if (changed.length === 0) return this
    const fresh = new Map<number, Map<number, Order>>()
    let byBarcode: Map<string, readonly number[]> | null = null
    let bySticker: Map<string, number> | null = null
    for (const order of changed) {
      const { id } = order.facts
      const place = id % SHARDS
      const shard = fresh.get(place) ?? new Map(this.#shards[place])
      const before = shard.get(id)
      fresh.set(place, shard.set(id, order))
      if (before?.facts.skus.join('\n') !== order.facts.skus.join('\n')) {
        byBarcode ??= new Map(this.#byBarcode)
        for (const sku of before?.facts.skus ?? []) {
          const others = (byBarcode.get(sku) ?? []).filter(other => other !== id)
          byBarcode.set(sku, others)
        }
        for (const sku of order.facts.skus) byBarcode.set(sku, [...(byBarcode.get(sku) ?? []), id])
      }
      if (order.sticker !== null && before?.sticker?.barcode !== order.sticker.barcode) {
        bySticker ??= new Map(this.#bySticker)
        bySticker.set(order.sticker.barcode, id)
      }
    }
    const shards = this.#shards.map((shard, place) => fresh.get(place) ?? shard)
    return new OrderBook(shards, byBarcode ?? this.#byBarcode, bySticker ?? this.#bySticker)
  }
}
