import type { ListName, NewsView, OddView } from '../../../shared/view/view.ts'
import type { ReadNews } from '../ports/ports.ts'

/** Odd items whose field and id the screen lists; the rest is counted. */
const SHOWN = 20

/** What one list has shown; `unread`: the field for which nothing of it could be read, '' when no answer came. */
interface Reading {
  readonly odd: Map<string, OddView>
  unread: string | null
}

const LISTS: { readonly [operation: string]: ListName } = {
  newOrders: 'newOrders',
  orderList: 'orders',
  orderStatus: 'statuses',
  supplyList: 'supplies',
  stickers: 'stickers',
  readMeta: 'codes',
  readMetas: 'codes'
}

/** Asked for in some rounds only. */
const FULL_ROUNDS: readonly ListName[] = ['orders', 'supplies']

/**
 * What of the marketplace's lists could not be read. An odd item is told until its list has been read in a whole round
 * without it, a list that can't be read until it can.
 */
export class Readings {
  readonly #onChange: () => void
  /** Lists read since the last whole round, and as they were then. */
  readonly #round = new Map<ListName, Reading>()
  readonly #before = new Map<ListName, Reading>()
  #isKnown = false
  #view: NewsView = { isKnown: false, oddOrders: 0, oddOthers: 0, odd: [], unread: [] }

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  get view(): NewsView {
    return this.#view
  }

  take({ operation, odd, broken }: ReadNews): void {
    const list = LISTS[operation] ?? 'other'
    const reading = this.#reading(list)
    reading.unread = broken
    // Items without an id are told apart by their number in the answer.
    for (const [number, { field, id }] of odd.entries()) {
      reading.odd.set(`${field} ${id ?? `#${number}`}`, { list, field, id })
    }
    if (list === 'newOrders' && broken === null) this.#isKnown = true
    this.#show()
  }

  /** The list was asked for, and there was no answer that could be read. */
  missed(list: ListName): void {
    this.#reading(list).unread ??= ''
    this.#show()
  }

  /** A round is over; `isFull`: the lists of all orders and of supplies were asked for as well. */
  roundEnds(isFull: boolean): void {
    for (const list of this.#before.keys()) {
      if (isFull || !FULL_ROUNDS.includes(list)) this.#before.delete(list)
    }
    for (const [list, reading] of this.#round) this.#before.set(list, reading)
    this.#round.clear()
    this.#show()
  }

  #reading(list: ListName): Reading {
    const known = this.#round.get(list) ?? { odd: new Map(), unread: null }
    this.#round.set(list, known)
    return known
  }

  #show(): void {
    const lists = new Set([...this.#before.keys(), ...this.#round.keys()])
    const odd = [...lists].flatMap(list => [
      ...new Map([...(this.#before.get(list)?.odd ?? []), ...(this.#round.get(list)?.odd ?? [])]).values()
    ])
    const orders = odd.filter(({ list }) => list !== 'supplies' && list !== 'other')
    const view: NewsView = {
      isKnown: this.#isKnown,
      oddOrders: count(orders),
      oddOthers: odd.length - orders.length,
      odd: odd.slice(0, SHOWN),
      unread: [...lists].flatMap(list => {
        const { unread = null } = this.#round.get(list) ?? this.#before.get(list) ?? {}
        return unread === null ? [] : [{ list, field: unread }]
      })
    }
    if (JSON.stringify(view) === JSON.stringify(this.#view)) return
    this.#view = view
    this.#onChange()
  }
}

/** An order that is odd in two lists is one; those without an id may be the same in each of them. */
function count(odd: readonly OddView[]): number {
  const ids = new Set(odd.flatMap(({ id }) => id ?? []))
  const nameless = Map.groupBy(
    odd.filter(({ id }) => id === null),
    ({ list }) => list
  )
  return ids.size + Math.max(0, ...[...nameless.values()].map(({ length }) => length))
}
