import { Book } from '../books/book.ts'
import type { Filing, Marked } from '../books/book.ts'
import { ShardedMap } from '../books/sharded-map.ts'
import { marks, marksOf } from './order-marks.ts'
import { isOver } from './orders.ts'
import type { Order, OrderLife } from './orders.ts'

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

/** What is counted of a supply's orders as they change. */
export interface SupplyTally {
  /** All of them, cancelled ones included. */
  readonly all: number
  /** The packer can still work on them. */
  readonly packable: number
  readonly packed: number
  readonly shipped: number
  readonly shelved: number
  readonly cancelled: number
}

/** Oldest first. */
const FILING: Filing<number, Order> = {
  idOf: order => order.facts.id,
  placeOf: order => order.facts.createdAt,
  marksOf
}

/** Orders by id, by sticker and by mark (`order-marks.ts`), each list counted and in order: nothing here walks but `all`. */
export class OrderBook {
  readonly #book: Book<number, Order>
  readonly #bySticker: ShardedMap<string, number>
  /** Orders of each basket that are not over: hardly two share one, and a list each would cost a quarter of all memory. */
  readonly #baskets: ShardedMap<string, number>
  /** Every name that was ever seen: there are few. */
  readonly #offices: ReadonlySet<string>

  private constructor(
    book: Book<number, Order>,
    bySticker: ShardedMap<string, number>,
    baskets: ShardedMap<string, number>,
    offices: ReadonlySet<string>
  ) {
    this.#book = book
    this.#bySticker = bySticker
    this.#baskets = baskets
    this.#offices = offices
  }

  /** A book of these orders. */
  static of(orders: Iterable<Order>): OrderBook {
    return new OrderBook(Book.empty(FILING), ShardedMap.empty(), ShardedMap.empty(), new Set()).with([...orders])
  }

  get size(): number {
    return this.#book.size
  }

  get tally(): OrderTally {
    return {
      fresh: this.count(marks.life('fresh')),
      untouched: this.count(marks.isNew),
      problems: this.count(marks.problem),
      metaUnknown: this.count(marks.metaUnknown)
    }
  }

  get(id: number): Order | undefined {
    return this.#book.get(id)
  }

  /** Every order, in no order that means anything: a walk, for what is done once in a while. */
  all(): IterableIterator<Order> {
    return this.#book.values()
  }

  /** How many orders stand under a mark. */
  count(mark: string): number {
    return this.#book.count(mark)
  }

  /** The orders under a mark, oldest first. */
  marked(mark: string): Marked<Order> {
    return this.#book.marked(mark)
  }

  /** The newest pickup order that a buyer names by this code. */
  byPickupCode(orderCode: string): Order | undefined {
    return this.marked(marks.pickupCode(orderCode)).last
  }

  /** How many orders of a buyer's basket are not over. */
  inBasket(orderUid: string): number {
    return this.#baskets.get(orderUid) ?? 0
  }

  /** The order whose sticker holds exactly this text. */
  bySticker(barcode: string): Order | undefined {
    const id = this.#bySticker.get(barcode)
    return id === undefined ? undefined : this.get(id)
  }

  /** The orders of a supply, oldest first. */
  ofSupply(supplyId: string): Marked<Order> {
    return this.marked(marks.in(supplyId))
  }

  supplyTally(supplyId: string): SupplyTally {
    const count = (life: OrderLife) => this.count(marks.lifeIn(supplyId, life))
    return {
      all: this.count(marks.in(supplyId)),
      packable: count('claimed') + count('coded') + count('stickered'),
      packed: count('packed'),
      shipped: count('shipped'),
      shelved: count('shelved'),
      cancelled: count('cancelled')
    }
  }

  /** Any order of a supply, one that is not cancelled if there is one: what all of them share can be read off it. */
  anyOf(supplyId: string): Order | undefined {
    const lives = [
      'claimed',
      'coded',
      'stickered',
      'packed',
      'shelved',
      'shipped',
      'handed',
      'returned',
      'cancelled'
    ] as const
    for (const life of lives) {
      const { first } = this.marked(marks.lifeIn(supplyId, life))
      if (first !== undefined) return first
    }
    return undefined
  }

  /** Where the marketplace takes in the orders of a supply that are not cancelled. */
  officesOf(supplyId: string): readonly string[] {
    return [...this.#offices].filter(office => this.count(marks.officeIn(supplyId, office)) > 0)
  }

  /** The book with these orders put in place of their older selves. */
  with(changed: readonly Order[]): OrderBook {
    if (changed.length === 0) return this
    const names = changed.flatMap(({ facts }) => facts.offices.filter(office => !this.#offices.has(office)))
    const offices = names.length === 0 ? this.#offices : new Set([...this.#offices, ...names])
    return new OrderBook(
      this.#book.with(changed),
      this.#bySticker.with(this.#stickers(changed)),
      this.#baskets.with(this.#basketCounts(changed)),
      offices
    )
  }

  /** The counts that change; of a basket that nothing is left of undefined. */
  #basketCounts(changed: readonly Order[]): ReadonlyMap<string, number | undefined> {
    const counts = new Map<string, number | undefined>()
    const move = (order: Order | undefined, by: number): void => {
      if (order === undefined || order.facts.orderUid === '' || isOver(order.life)) return
      const { orderUid } = order.facts
      const before = counts.has(orderUid) ? (counts.get(orderUid) ?? 0) : this.inBasket(orderUid)
      counts.set(orderUid, before + by === 0 ? undefined : before + by)
    }
    const after = new Map(changed.map(order => [order.facts.id, order]))
    for (const [id, order] of after) {
      move(this.get(id), -1)
      move(order, 1)
    }
    return counts
  }

  #stickers(changed: readonly Order[]): ReadonlyMap<string, number> {
    const ids = new Map<string, number>()
    for (const { facts, sticker } of changed) {
      if (sticker === null || sticker.barcode === '') continue
      if (this.get(facts.id)?.sticker?.barcode !== sticker.barcode) ids.set(sticker.barcode, facts.id)
    }
    return ids
  }
}
