import type { Scheme } from '../orders/order-core.ts'

/** Which paths of the API are alive: see `MarketplaceOptions`. */
export type EditionChoice = 'both' | 'seed' | 'successor' | 'by-date'

/** Whose rules on limits, fields and checks are in force. */
export type Regime = 'seed' | 'successor'

export type RouteEdition =
  | { readonly kind: 'both' }
  | { readonly kind: 'seed'; readonly offSince: number }
  | { readonly kind: 'successor' }

export const BOTH_EDITIONS: RouteEdition = { kind: 'both' }
export const SUCCESSOR_ONLY: RouteEdition = { kind: 'successor' }

/** A path of the first edition, switched off on `day` (`YYYY-MM-DD`) by the marketplace's own clock, Moscow's. */
export function seedUntil(day: string): RouteEdition {
  return { kind: 'seed', offSince: Date.parse(`${day}T00:00:00+03:00`) }
}

/** The days that brought the successor's rules to each scheme: its first path, or all of its paths, were switched off. */
const SUCCESSOR_SINCE: Readonly<Record<Scheme, number>> = {
  fbs: Date.parse('2025-12-17T00:00:00+03:00'),
  dbs: Date.parse('2026-04-13T00:00:00+03:00'),
  pickup: Date.parse('2026-05-19T00:00:00+03:00')
}

export function regimeOf(choice: EditionChoice, now: number, scheme: Scheme): Regime {
  if (choice === 'seed') return 'seed'
  return choice === 'by-date' && now < SUCCESSOR_SINCE[scheme] ? 'seed' : 'successor'
}

/** Whether a path answers at all at `now` (ms). */
export function isAlive(edition: RouteEdition, choice: EditionChoice, now: number): boolean {
  switch (edition.kind) {
    case 'both':
      return true
    case 'successor':
      return choice !== 'seed'
    case 'seed':
      return choice === 'both' || choice === 'seed' || (choice === 'by-date' && now < edition.offSince)
  }
}
