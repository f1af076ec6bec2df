import { isMetaUnknown, isNew, isProblem } from './orders.ts'
import type { Order } from './orders.ts'
import { ShardedMap } from './sharded-map.ts'

/** What is counted of all orders as they change. */
export interface OrderTally {
  /** Their local life is `fresh`. */
  readonly fresh: number
  /** Nobody works on them yet, here or on the portal. */
  readonly untouched: number
  /** A person has to see to them. */
  readonly problems: number
  /** In assembly, and no list has told yet which codes they need. */
  readonly metaUnknown: number
}

const NOTHING: OrderTally = { fresh: 0, untouched: 0, problems: 0, metaUnknown: 0 }

interface Parts {
  readonly byId: ShardedMap<number, Order>
  readonly byBarcode: ShardedMap<string, readonly number[]>
  readonly bySticker: ShardedMap<string, number>
  readonly bySupply: ReadonlyMap<string, ReadonlySet<number>>
  readonly tally: OrderTally
}

/**
 * Orders by id, barcode, sticker and supply, and counted: immutable; `with` costs by what changes and shares the rest.
 * The indexes hold ids only, so that a look-up is one probe.
 */
export class OrderBook {
  readonly #parts: Parts

  private constructor(parts: Parts) {
    this.#parts = parts
  }

  /** A book of these orders. */
  static of(orders: Iterable<Order>): OrderBook {
    return new OrderBook({
      byId: ShardedMap.empty(),
      byBarcode: ShardedMap.empty(),
      bySticker: ShardedMap.empty(),
      bySupply: new Map(),
      tally: NOTHING
    }).with([...orders])
  }

  get size(): number {
    return this.#parts.byId.size
  }

  get tally(): OrderTally {
    return this.#parts.tally
  }

  get(id: number): Order | undefined {
    return this.#parts.byId.get(id)
  }

  /** Every order, in no order that means anything. */
  all(): IterableIterator<Order> {
    return this.#parts.byId.values()
  }

  /** The orders whose `skus` hold this barcode as it is written there, oldest first. */
  byBarcode(barcode: string): readonly Order[] {
    return (this.#parts.byBarcode.get(barcode) ?? [])
      .flatMap(id => this.get(id) ?? [])
      .toSorted((a, b) => a.facts.createdAt - b.facts.createdAt || a.facts.id - b.facts.id)
  }

  /** The order whose sticker holds exactly this text. */
  bySticker(barcode: string): Order | undefined {
    const id = this.#parts.bySticker.get(barcode)
    return id === undefined ? undefined : this.get(id)
  }

  /** The orders of a supply, in no order that means anything. */
  ofSupply(supplyId: string): readonly Order[] {
    return [...(this.#parts.bySupply.get(supplyId) ?? [])].flatMap(id => this.get(id) ?? [])
  }

  /** The orders that are in any supply. */
  *inSupplies(): IterableIterator<Order> {
    for (const supplyId of this.#parts.bySupply.keys()) yield* this.ofSupply(supplyId)
  }

  /** The book with these orders put in place of their older selves. */
  with(changed: readonly Order[]): OrderBook {
    if (changed.length === 0) return this
    // Of an order that is named twice the last word counts.
    const orders = new Map(changed.map(order => [order.facts.id, order]))
    const { byId, byBarcode, bySticker, bySupply } = this.#parts
    return new OrderBook({
      byId: byId.with(orders),
      byBarcode: byBarcode.with(this.#barcodes(orders)),
      bySticker: bySticker.with(this.#stickers(orders)),
      bySupply: this.#supplies(orders) ?? bySupply,
      tally: this.#counted(orders)
    })
  }

  /** The lists of ids that change, each copied once however many orders join it. */
  #barcodes(orders: ReadonlyMap<number, Order>): ReadonlyMap<string, readonly number[]> {
    const lists = new Map<string, number[]>()
    const listOf = (sku: string): number[] => {
      const list = lists.get(sku) ?? [...(this.#parts.byBarcode.get(sku) ?? [])]
      lists.set(sku, list)
      return list
    }
    for (const [id, { facts }] of orders) {
      const before = this.get(id)?.facts.skus ?? []
      if (before.join('\n') === facts.skus.join('\n')) continue
      for (const sku of before) {
        lists.set(
          sku,
          listOf(sku).filter(other => other !== id)
        )
      }
      for (const sku of facts.skus) listOf(sku).push(id)
    }
    return lists
  }

  #stickers(orders: ReadonlyMap<number, Order>): ReadonlyMap<string, number> {
    const ids = new Map<string, number>()
    for (const [id, { sticker }] of orders) {
      if (sticker === null || sticker.barcode === '') continue
      if (this.get(id)?.sticker?.barcode !== sticker.barcode) ids.set(sticker.barcode, id)
    }
    return ids
  }

  #supplies(orders: ReadonlyMap<number, Order>): ReadonlyMap<string, ReadonlySet<number>> | null {
    const members = new Map<string, Set<number>>()
    const membersOf = (supplyId: string): Set<number> => {
      const ids = members.get(supplyId) ?? new Set(this.#parts.bySupply.get(supplyId))
      members.set(supplyId, ids)
      return ids
    }
    for (const [id, { supplyId }] of orders) {
      const before = this.get(id)?.supplyId ?? null
      if (before === supplyId) continue
      if (before !== null) membersOf(before).delete(id)
      if (supplyId !== null) membersOf(supplyId).add(id)
    }
    return members.size === 0 ? null : new Map([...this.#parts.bySupply, ...members])
  }

  #counted(orders: ReadonlyMap<number, Order>): OrderTally {
    let sum = this.#parts.tally
    for (const [id, order] of orders) {
      const [before, after] = [shareOf(this.get(id)), shareOf(order)]
      sum = {
        fresh: sum.fresh + after.fresh - before.fresh,
        untouched: sum.untouched + after.untouched - before.untouched,
        problems: sum.problems + after.problems - before.problems,
        metaUnknown: sum.metaUnknown + after.metaUnknown - before.metaUnknown
      }
    }
    return sum
  }
}

/** What one order adds to the tally. */
function shareOf(order: Order | undefined): OrderTally {
  if (order === undefined) return NOTHING
  return {
    fresh: order.life === 'fresh' ? 1 : 0,
    untouched: isNew(order) ? 1 : 0,
    problems: isProblem(order) ? 1 : 0,
    metaUnknown: isMetaUnknown(order) ? 1 : 0
  }
}
