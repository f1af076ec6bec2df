export const SCREENS = [
  ...([
    'pack',
    'orders',
    'supplies',
    'picking',
    'passes',
    'courier',
    'handover',
    'shelf',
    'queue',
    'problems'
  ] as const),
  ...(['history', 'devices', 'settings'] as const)
] as const
export type Screen = (typeof SCREENS)[number]

/** Screens that share a place on the rail, which leads to the first of them. */
export const DESKS: readonly (readonly Screen[])[] = [
  ['supplies', 'picking', 'passes'],
  ['handover', 'shelf']
]

/** Where the page is: a screen, and the order, the supply or the device whose panel is open on it. */
export interface Route {
  readonly screen: Screen
  readonly orderId: number | null
  /** The board for a spare monitor stands in place of everything; absent: it does not. */
  readonly isBoard?: true
  /** On the devices, in that screen's own words, and on the supplies, a supply's or round's id; absent: nothing is chosen. */
  readonly thing?: string
}

/** `#/orders/13833711` → the route; anything unknown is the packing screen. */
export function parseRoute(hash: string): Route {
  if (hash === '#board') return { screen: 'pack', orderId: null, isBoard: true }
  const [, name, part] = /^#\/([a-z]+)(?:\/([^/]+))?$/.exec(hash) ?? []
  const screen = SCREENS.find(known => known === name)
  if ((screen === 'devices' || screen === 'supplies') && part !== undefined)
    return { screen, orderId: null, thing: decoded(part) }
  if (screen === undefined || (part !== undefined && !/^\d+$/.test(part))) return { screen: 'pack', orderId: null }
  return { screen, orderId: part === undefined ? null : Number(part) }
}

/** The hash of a route; `parseRoute` reads it back. */
export function routeHash({ screen, orderId, thing, isBoard }: Route): string {
  if (isBoard === true) return '#board'
  const part = thing === undefined ? orderId : encodeURIComponent(thing)
  return `#/${screen}${part === null ? '' : `/${part}`}`
}

/** An address that somebody typed may be no such text: then as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
