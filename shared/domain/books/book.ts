import { compare, KeptList } from './kept-list.ts'
import type { Entry } from './kept-list.ts'
import { ShardedMap } from './sharded-map.ts'

/** How a book files what it holds. */
export interface Filing<Id, Item> {
  readonly idOf: (item: Item) => Id
  /** Lists of items are in this order, then in that of their ids. */
  readonly placeOf: (item: Item) => number
  /** The lists that the item stands in, each once; it follows from the item alone. */
  readonly marksOf: (item: Item) => readonly string[]
}

/** Items under one mark: counted and in order without a walk. */
export interface Marked<Item> extends Iterable<Item> {
  readonly size: number
  readonly first: Item | undefined
  readonly last: Item | undefined
  /** At most so many, from this one on (0 is the first). */
  slice(from: number, most: number): readonly Item[]
}

/** Very many items, found by id and by mark: immutable; `with` costs by what changes and shares the rest. */
export class Book<Id extends string | number, Item> {
  readonly #filing: Filing<Id, Item>
  readonly #byId: ShardedMap<Id, Item>
  readonly #byMark: ShardedMap<string, KeptList<Id>>

  private constructor(filing: Filing<Id, Item>, byId: ShardedMap<Id, Item>, byMark: ShardedMap<string, KeptList<Id>>) {
    this.#filing = filing
    this.#byId = byId
    this.#byMark = byMark
  }

  static empty<Id extends string | number, Item>(filing: Filing<Id, Item>): Book<Id, Item> {
    return new Book<Id, Item>(filing, ShardedMap.empty(), ShardedMap.empty())
  }

  get size(): number {
    return this.#byId.size
  }

  get(id: Id): Item | undefined {
    return this.#byId.get(id)
  }

  /** Every item, in no order that means anything. */
  values(): IterableIterator<Item> {
    return this.#byId.values()
  }

  /** How many stand under a mark. */
  count(mark: string): number {
    return this.#byMark.get(mark)?.size ?? 0
  }

  marked(mark: string): Marked<Item> {
    return new MarkedItems(this.#byId, this.#byMark.get(mark) ?? KeptList.empty<Id>())
  }

  /** The book with these items put in place of their older selves, of one that is named twice the last; `gone` leave it. */
  with(changed: readonly Item[], gone: readonly Id[] = []): Book<Id, Item> {
    const { idOf } = this.#filing
    const after = new Map<Id, Item | undefined>(changed.map(item => [idOf(item), item]))
    for (const id of gone) after.set(id, undefined)
    if (after.size === 0) return this
    if (this.size === 0 && gone.length === 0) return this.#filled(changed)
    return new Book(this.#filing, this.#byId.with(after), this.#byMark.with(this.#lists(after)))
  }

  /** What `with` gives where nothing was before, by fewer steps: a start puts very many items in. */
  #filled(items: readonly Item[]): Book<Id, Item> {
    const { idOf, placeOf, marksOf } = this.#filing
    const byId = new Map(items.map(item => [idOf(item), item]))
    const inOrder = Array.from(byId, ([id, item]) => ({ item, entry: { place: placeOf(item), id } }))
    inOrder.sort((one, other) => compare(one.entry, other.entry))
    const lists = new Map<string, Entry<Id>[]>()
    for (const { item, entry } of inOrder) {
      for (const mark of marksOf(item)) {
        const list = lists.get(mark)
        if (list === undefined) lists.set(mark, [entry])
        else list.push(entry)
      }
    }
    const filed = (list: readonly Entry<Id>[]) => KeptList.of(list)
    return new Book(
      this.#filing,
      ShardedMap.of(byId, item => item),
      ShardedMap.of(lists, filed)
    )
  }

  /** The lists that change; one that nothing stands in any more is undefined. */
  #lists(after: ReadonlyMap<Id, Item | undefined>): ReadonlyMap<string, KeptList<Id> | undefined> {
    const moves = new Map<string, { readonly joined: Entry<Id>[]; readonly gone: Entry<Id>[] }>()
    const movesOf = (mark: string) => {
      const known = moves.get(mark)
      if (known !== undefined) return known
      const made = { joined: [], gone: [] }
      moves.set(mark, made)
      return made
    }
    for (const [id, item] of after) {
      const [was, is] = [this.#filed(id, this.get(id)), this.#filed(id, item)]
      const isMoved = was.entry.place !== is.entry.place
      for (const mark of was.marks) if (isMoved || !is.marks.includes(mark)) movesOf(mark).gone.push(was.entry)
      for (const mark of is.marks) if (isMoved || !was.marks.includes(mark)) movesOf(mark).joined.push(is.entry)
    }
    const lists = new Map<string, KeptList<Id> | undefined>()
    for (const [mark, { joined, gone }] of moves) {
      const list = (this.#byMark.get(mark) ?? KeptList.empty<Id>()).with(joined, gone)
      lists.set(mark, list.size === 0 ? undefined : list)
    }
    return lists
  }

  #filed(id: Id, item: Item | undefined): { readonly entry: Entry<Id>; readonly marks: readonly string[] } {
    if (item === undefined) return { entry: { place: 0, id }, marks: [] }
    const { placeOf, marksOf } = this.#filing
    return { entry: { place: placeOf(item), id }, marks: marksOf(item) }
  }
}

class MarkedItems<Id extends string | number, Item> implements Marked<Item> {
  readonly #byId: ShardedMap<Id, Item>
  readonly #list: KeptList<Id>

  constructor(byId: ShardedMap<Id, Item>, list: KeptList<Id>) {
    this.#byId = byId
    this.#list = list
  }

  get size(): number {
    return this.#list.size
  }

  get first(): Item | undefined {
    return this.#item(this.#list.first)
  }

  get last(): Item | undefined {
    return this.#item(this.#list.last)
  }

  *[Symbol.iterator](): IterableIterator<Item> {
    for (const { id } of this.#list.entries()) {
      const item = this.#item(id)
      if (item !== undefined) yield item
    }
  }

  slice(from: number, most: number): readonly Item[] {
    return this.#list.slice(from, most).flatMap(id => this.#item(id) ?? [])
  }

  #item(id: Id | undefined): Item | undefined {
    return id === undefined ? undefined : this.#byId.get(id)
  }
}
