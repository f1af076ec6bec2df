import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CallError } from '../shared/contract/contract.ts'
import { NOBODY, type Handover } from './screens/handover/counter.ts'
import type { View } from '../shared/view/view.ts'
import { parseRoute, type Route } from './route.ts'

/** The page's mirror of the station, and what belongs to the page alone. */
export interface PageState {
  /** Null until the station's first word. */
  readonly view: View | null
  /** Grows when lists changed; screens that show one ask again. */
  readonly listsRevision: number
  readonly route: Route
  /** The "type a code" panel is open. */
  readonly typing: boolean
  readonly practiceOpen: boolean
  /** The counter where buyers collect their orders. */
  readonly handover: Handover
  /** What the page asked to print last; null when seen. */
  readonly printing: { readonly labels: number } | null
  /** The last call that the station refused; null when read. */
  readonly failure: CallError | null
}

export type PageStore = StoreApi<PageState>

/** A new mirror that has heard nothing yet; `hash` is the address's, `isWide` whether the practice table has room beside the screen. */
export function createPageStore(hash: string, isWide = true): PageStore {
  return createStore<PageState>(() => ({
    view: null,
    listsRevision: 0,
    route: parseRoute(hash),
    typing: false,
    practiceOpen: isWide,
    handover: NOBODY,
    printing: null,
    failure: null
  }))
}

/** Takes a view unless a newer one is here: replies and events may overtake each other. */
export function acceptView(store: PageStore, view: View): void {
  const current = store.getState().view
  if (current === null || view.revision > current.revision) store.setState({ view })
}

/** Takes the news that lists changed. */
export function acceptLists(store: PageStore, revision: number): void {
  if (revision !== store.getState().listsRevision) store.setState({ listsRevision: revision })
}
