import type { OrderRow, Parsed } from '../../../shared/contract/contract.ts'
import type { Bench } from '../../../shared/domain/bench.ts'
import type { OrderBook } from '../../../shared/domain/orders/order-book.ts'
import type { OrderAge, OrderSort, OrderTrait } from '../../../shared/domain/orders/order-filter.ts'
import { marks } from '../../../shared/domain/orders/order-marks.ts'
import { isProblem } from '../../../shared/domain/orders/orders.ts'
import type { Order } from '../../../shared/domain/orders/orders.ts'
import { createOrderSearch } from '../../../shared/domain/orders/order-search.ts'
import { rulesFor } from '../../../shared/domain/schemes/schemes.ts'
import { orderRow } from './list-rows.ts'
import { sortedInStretches, Stretch } from '../stretches.ts'

type Filter = Parsed<'orders.list'>

/** Something that is asked for: `mark` names the kept list of exactly those, if there is one. */
interface Wish {
  readonly mark?: string
  readonly isSo: (order: Order) => boolean
}

/** So many are gathered and sorted at once: a millisecond or so. */
const FEW = 1024
const HOUR = 3_600_000
const MINUTE = 60_000

/**
 * A page of the orders that a filter lets through, and their number. What a kept list answers is cut out of it; else the
 * shortest list that holds them all is looked at in short stretches, once for all pages while no order changes. `now`: Unix ms.
 */
export async function findOrders(
  bench: Bench,
  filter: Filter,
  now: number
): Promise<{ readonly rows: readonly OrderRow[]; readonly total: number }> {
  const { offset, limit, sort } = filter
  const wishes = wishesOf(filter, now)
  const kept = shortest(bench.orders, wishes)
  const isKept = wishes.every(wish => wish === kept)
  if (isKept && (sort === 'oldest' || sort === 'newest')) {
    const list = bench.orders.marked(kept?.mark ?? marks.every)
    const from = sort === 'oldest' ? offset : Math.max(0, list.size - offset - limit)
    const most = sort === 'oldest' ? limit : Math.min(limit, list.size - offset)
    const page = most <= 0 ? [] : list.slice(from, most)
    const orders = sort === 'oldest' ? page : page.toReversed()
    return { rows: orders.map(order => orderRow(bench, order)), total: list.size }
  }
  const all = await remembered(bench.orders, keyOf(filter, now), () => looked(bench, filter, wishes, kept, sort))
  return { rows: all.slice(offset, offset + limit).map(order => orderRow(bench, order)), total: all.length }
}

async function looked(
  bench: Bench,
  { lives }: Filter,
  wishes: readonly Wish[],
  kept: Wish | undefined,
  sort: OrderSort
) {
  const stretch = new Stretch()
  const few = fewOf(bench.orders, lives)
  const others = few === null ? wishes.filter(wish => wish !== kept) : wishes
  const found: Order[] = []
  for (const order of few ?? bench.orders.marked(kept?.mark ?? marks.every)) {
    if (others.every(({ isSo }) => isSo(order))) found.push(order)
    if (stretch.isOver()) await stretch.rest()
  }
  return inOrder(bench, found, sort, stretch)
}

/** Orders of several lives, oldest first, where they are few beside all others: what a chosen life hides, as a rule. */
function fewOf(orders: OrderBook, lives: Filter['lives']): readonly Order[] | null {
  if (lives === null || lives.length < 2) return null
  const lists = lives.map(life => marks.life(life))
  if (lists.reduce((sum, mark) => sum + orders.count(mark), 0) > FEW) return null
  return lists.flatMap(mark => [...orders.marked(mark)]).toSorted((a, b) => a.facts.createdAt - b.facts.createdAt)
}

async function inOrder(bench: Bench, found: readonly Order[], sort: OrderSort, stretch: Stretch) {
  if (sort === 'oldest') return found
  if (sort === 'newest') return found.toReversed()
  // Most keys are those of many orders: fewer of them are sorted, and each group is in order of age already.
  const keyOf = sortKey(bench, sort)
  const groups = new Map<string | number, Order[]>()
  for (const order of found) {
    const key = keyOf(order)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [order])
    else group.push(order)
    if (stretch.isOver()) await stretch.rest()
  }
  const keys = await sortedInStretches([...groups.keys()], (a, b) => (a < b ? -1 : a > b ? 1 : 0), stretch)
  return keys.flatMap(key => groups.get(key) ?? [])
}

function sortKey(bench: Bench, sort: Exclude<OrderSort, 'oldest' | 'newest'>): (order: Order) => string | number {
  switch (sort) {
    case 'urgent':
      return order => rulesFor(order).deadlineOf(order) ?? Number.MAX_SAFE_INTEGER
    case 'article':
      return ({ facts }) => facts.article.toLowerCase()
    case 'dearest':
      return ({ facts }) => -facts.price
    case 'batch':
      return ({ supplyId }) =>
        supplyId === null ? '\uffff' : ((bench.supplies.get(supplyId) ?? bench.rounds.get(supplyId))?.name ?? supplyId)
  }
}

/** What was found in a book, which never changes, by what was asked: a list that is scrolled looks once. */
const known = new WeakMap<OrderBook, Map<string, Promise<readonly Order[]>>>()
/** Questions of one book whose answers are kept: a list, how many are hidden beside it, and another page's. */
const KNOWN_MOST = 4

function remembered(book: OrderBook, key: string, look: () => Promise<readonly Order[]>): Promise<readonly Order[]> {
  const answers = known.get(book) ?? new Map<string, Promise<readonly Order[]>>()
  known.set(book, answers)
  const before = answers.get(key)
  if (before !== undefined) return before
  const [oldest] = answers.keys()
  if (oldest !== undefined && answers.size >= KNOWN_MOST) answers.delete(oldest)
  const found = look()
  answers.set(key, found)
  return found
}

/** Ages are told by the minute. */
function keyOf({ offset: _offset, limit: _limit, ...filter }: Filter, now: number): string {
  return JSON.stringify([filter, filter.age === null ? 0 : Math.floor(now / MINUTE)])
}

function shortest(orders: OrderBook, wishes: readonly Wish[]): Wish | undefined {
  const counted = wishes.flatMap(wish => (wish.mark === undefined ? [] : [{ wish, size: orders.count(wish.mark) }]))
  return counted.toSorted((one, other) => one.size - other.size)[0]?.wish
}

function wishesOf(filter: Filter, now: number): readonly Wish[] {
  const { lives, problems, supplyId, scheme, supplierStatus, wbStatus, cargoType, age, traits, search } = filter
  const wishes: Wish[] = []
  const [life, ...more] = lives ?? []
  const isOneLife = life !== undefined && more.length === 0
  if (supplyId !== null && isOneLife) {
    const isSo = (order: Order) => order.supplyId === supplyId && order.life === life
    wishes.push({ mark: marks.lifeIn(supplyId, life), isSo })
  } else {
    if (supplyId !== null) wishes.push({ mark: marks.in(supplyId), isSo: order => order.supplyId === supplyId })
    if (isOneLife) wishes.push({ mark: marks.life(life), isSo: order => order.life === life })
    else if (lives !== null) wishes.push({ isSo: order => lives.includes(order.life) })
  }
  if (problems) wishes.push({ mark: marks.problem, isSo: isProblem })
  if (scheme !== null) wishes.push({ mark: marks.scheme(scheme), isSo: order => order.scheme.kind === scheme })
  if (supplierStatus !== null) wishes.push({ isSo: order => order.supplierStatus === supplierStatus })
  if (wbStatus !== null) wishes.push({ isSo: order => order.wbStatus === wbStatus })
  if (cargoType !== null) wishes.push({ isSo: ({ facts }) => facts.cargoType === cargoType })
  if (age !== null) wishes.push({ isSo: isOfAge(age, now) })
  for (const trait of traits) wishes.push(traitWish(trait))
  const isFound = createOrderSearch(search)
  if (isFound !== null) wishes.push({ isSo: isFound })
  return wishes
}

function isOfAge(age: OrderAge, now: number): (order: Order) => boolean {
  const [day, three] = [now - 24 * HOUR, now - 72 * HOUR]
  switch (age) {
    case 'day':
      return ({ facts }) => facts.createdAt > day
    case 'threeDays':
      return ({ facts }) => facts.createdAt <= day && facts.createdAt > three
    case 'older':
      return ({ facts }) => facts.createdAt <= three
  }
}

function traitWish(trait: OrderTrait): Wish {
  switch (trait) {
    case 'codes':
      return { isSo: ({ facts }) => facts.requiredMeta.length > 0 }
    case 'b2b':
      return { isSo: ({ facts }) => facts.isB2b }
    case 'express':
      return { isSo: order => rulesFor(order).isExpress(order) }
    case 'comment':
      return { isSo: ({ facts }) => facts.comment !== '' }
    case 'pinned':
      return { isSo: order => order.isPinned === true }
    case 'again':
      return { mark: marks.travelsAgain, isSo: order => order.travelsAgain === true }
    case 'abroad':
      return { isSo: ({ facts }) => facts.isCrossBorder }
  }
}
