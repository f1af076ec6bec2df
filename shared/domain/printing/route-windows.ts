import type { RouteStop } from './print-jobs.ts'

/** Stops that are awaited at the same time, express apart; `when` '' = no time is told. */
export interface RouteWindow {
  readonly when: string
  readonly isExpress: boolean
  readonly stops: readonly RouteStop[]
}

/** A route sheet by time window, in the order in which its stops come. */
export function routeWindows(stops: readonly RouteStop[]): readonly RouteWindow[] {
  const windows = Map.groupBy(stops, ({ when, isExpress }) => `${isExpress} ${when}`)
  return [...windows.values()].flatMap(some =>
    some.slice(0, 1).map(({ when, isExpress }) => ({ when, isExpress, stops: some }))
  )
}
