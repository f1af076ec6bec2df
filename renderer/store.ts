import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CallError, Events, MethodName } from '../shared/contract/contract.ts'
import type { PickScope } from '../shared/contract/picking-methods.ts'
import { LIST_TOPICS } from '../shared/contract/topics.ts'
import type { ListTopic } from '../shared/contract/topics.ts'
import type { OrderFilter } from '../shared/domain/orders/order-filter.ts'
import { NOBODY_YET, type Counter } from './screens/handover/counter.ts'
import { NOTHING_LOADED, type CourierDesk } from './screens/courier/courier.ts'
import type { ProductImport } from './screens/product/product-table.ts'
import type { View } from '../shared/view/view.ts'
import { parseRoute, type Route } from './route.ts'

/** The page's mirror of the station, and what belongs to the page alone. */
export interface PageState {
  /** Null until the station's first word. */
  readonly view: View | null
  /** When lists about each topic changed last (a view's revision); screens that show one ask again. */
  readonly listsChanged: Readonly<Record<ListTopic, number>>
  readonly route: Route
  /** The "type a code" panel is open. */
  readonly typing: boolean
  readonly practiceOpen: boolean
  /** What the list of orders shows; it stays as it is on other screens. */
  readonly orderFilter: OrderFilter
  /** The counter where buyers collect their orders. */
  readonly handover: Counter
  /** The desk of the seller's courier. */
  readonly courier: CourierDesk
  /** The seller's own list of products, read last in this page; null: none was. */
  readonly productImport: ProductImport | null
  /** What the pick list is of; it stays as it is on other screens. */
  readonly pickScope: PickScope
  /** The most labels that waited for printers since none did. */
  readonly mostPrints: number
  /** What the page asked to print last; null when seen. */
  readonly printing: { readonly labels: number } | null
  /** Closes what Esc leaves on this screen first: the panel that was opened last; null: none is open. */
  readonly leavePanel: (() => void) | null
  /** An act waits for a lead's PIN: whoever asks is told whether one came; null: none does. */
  readonly leadAsked: { readonly settle: (isIn: boolean) => void } | null
  /** Whose PIN holds on this page, until then (Unix ms); null: nobody's. */
  readonly lead: { readonly name: string; readonly until: number } | null
  /** Scans that were typed where a PIN is, and dropped. */
  readonly pinScans: number
  /** The last call that the station refused; null when read. */
  readonly failure: CallError | null
}

export type PageStore = StoreApi<PageState>

/** Nothing is asked for but new orders: what a day begins with. */
const FRESH_ORDERS: OrderFilter = {
  lives: ['fresh'],
  scheme: null,
  search: '',
  supplyId: null,
  supplierStatus: null,
  wbStatus: null,
  cargoType: null,
  age: null,
  traits: [],
  sort: 'oldest'
}

/** A new mirror that has heard nothing yet; `hash` is the address's, `isWide` whether the practice table has room beside the screen. */
export function createPageStore(hash: string, isWide = true): PageStore {
  return createStore<PageState>(() => ({
    view: null,
    listsChanged: { orders: 0, supplies: 0, queue: 0, jobs: 0, history: 0, setup: 0, completed: 0, cards: 0 },
    route: parseRoute(hash),
    typing: false,
    practiceOpen: isWide,
    orderFilter: FRESH_ORDERS,
    handover: NOBODY_YET,
    courier: NOTHING_LOADED,
    productImport: null,
    pickScope: { kind: 'fresh', scheme: 'fbs' },
    mostPrints: 0,
    printing: null,
    leavePanel: null,
    leadAsked: null,
    lead: null,
    pinScans: 0,
    failure: null
  }))
}

/** Takes a view unless a newer one is here: replies and events may overtake each other. */
export function acceptView(store: PageStore, view: View): void {
  const current = store.getState().view
  if (current !== null && view.revision <= current.revision) return
  // A lead's turn ends with the lock.
  store.setState(view.isLocked ? { view, lead: null } : { view })
}

/** Takes the news that lists changed. */
export function acceptLists(store: PageStore, { revision, topics }: Events['lists']): void {
  const changed = Object.fromEntries((topics ?? LIST_TOPICS).map(topic => [topic, revision]))
  store.setState(({ listsChanged }) => ({ listsChanged: { ...listsChanged, ...changed } }))
}

/** Changes whenever the answer to this query may have. */
export function askedAgainAt({ listsChanged }: PageState, query: MethodName): number {
  return Math.max(...(TOPICS_OF[query] ?? LIST_TOPICS).map(topic => listsChanged[topic]))
}

/** What the answer of a query is made of; one that is not named here is asked again whatever changes. */
const TOPICS_OF: { readonly [N in MethodName]?: readonly ListTopic[] } = {
  'orders.list': ['orders', 'supplies'],
  'orders.get': ['orders', 'supplies', 'queue', 'jobs', 'history', 'setup'],
  'orders.border': ['setup'],
  'supplies.list': ['orders', 'supplies', 'setup'],
  'pickup.parcels': ['orders', 'setup'],
  'pickup.shelf': ['orders', 'setup'],
  'supplies.compare': ['orders', 'supplies'],
  'supplies.boxes': ['orders', 'supplies'],
  'supplies.reshipment': ['orders', 'supplies'],
  'supplies.content': ['orders', 'supplies'],
  'courier.desk': ['orders', 'supplies'],
  'rounds.list': ['orders', 'supplies', 'setup'],
  'queue.list': ['queue', 'setup'],
  'jobs.list': ['jobs'],
  'history.list': ['history', 'setup'],
  'packers.list': ['setup'],
  'gtins.vouched': ['setup'],
  'sets.all': ['setup'],
  'shipping.routes': ['setup'],
  'spot.book': ['setup'],
  'shift.stats': ['history', 'setup'],
  'shift.whoPacked': ['orders', 'setup'],
  'shift.board': ['orders'],
  'picking.list': ['orders', 'supplies', 'cards'],
  'cards.of': ['cards'],
  'cards.picture': ['cards'],
  'cards.ownCount': ['cards'],
  'completed.state': ['completed'],
  'completed.rows': ['completed']
}
