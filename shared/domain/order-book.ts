import type { Order } from './orders.ts'

/**
 * Orders by id, by barcode and by sticker: immutable; `with` shares what did not change.
 * The barcode and sticker indexes hold ids only and are rebuilt when those facts change, so that a look-up is one probe.
 */
export class OrderBook {
  readonly #orders: ReadonlyMap<number, Order>
  readonly #byBarcode: ReadonlyMap<string, readonly number[]>
  readonly #bySticker: ReadonlyMap<string, number>

  private constructor(
    orders: ReadonlyMap<number, Order>,
    byBarcode: ReadonlyMap<string, readonly number[]>,
    bySticker: ReadonlyMap<string, number>
  ) {
    this.#orders = orders
    this.#byBarcode = byBarcode
    this.#bySticker = bySticker
  }

  /** A book of these orders. */
  static of(orders: Iterable<Order>): OrderBook {
    return new OrderBook(new Map(), new Map(), new Map()).with([...orders])
  }

  get size(): number {
    return this.#orders.size
  }

  get(id: number): Order | undefined {
    return this.#orders.get(id)
  }

  all(): IterableIterator<Order> {
    return this.#orders.values()
  }

  /** The orders whose `skus` hold this barcode as it is written there, oldest first. */
  byBarcode(barcode: string): readonly Order[] {
    return (this.#byBarcode.get(barcode) ?? [])
      .flatMap(id => this.#orders.get(id) ?? [])
      .toSorted((a, b) => a.facts.createdAt - b.facts.createdAt || a.facts.id - b.facts.id)
  }

  /** The order whose sticker holds exactly this text. */
  bySticker(barcode: string): Order | undefined {
    const id = this.#bySticker.get(barcode)
    return id === undefined ? undefined : this.#orders.get(id)
  }

  /** The book with these orders put in place of their older selves. */
  with(changed: readonly Order[]): OrderBook {
    if (changed.length === 0) return this
    const orders = new Map(this.#orders)
    let byBarcode: Map<string, readonly number[]> | null = null
    let bySticker: Map<string, number> | null = null
    for (const order of changed) {
      const before = orders.get(order.facts.id)
      orders.set(order.facts.id, order)
      if (before?.facts.skus.join('\n') !== order.facts.skus.join('\n')) {
        byBarcode ??= new Map(this.#byBarcode)
        for (const sku of before?.facts.skus ?? [])
          byBarcode.set(
            sku,
            (byBarcode.get(sku) ?? []).filter(id => id !== order.facts.id)
          )
        for (const sku of order.facts.skus) byBarcode.set(sku, [...(byBarcode.get(sku) ?? []), order.facts.id])
      }
      if (order.sticker !== null && before?.sticker?.barcode !== order.sticker.barcode) {
        bySticker ??= new Map(this.#bySticker)
        bySticker.set(order.sticker.barcode, order.facts.id)
      }
    }
    return new OrderBook(orders, byBarcode ?? this.#byBarcode, bySticker ?? this.#bySticker)
  }
}
