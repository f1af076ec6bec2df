export const SCREENS = ['pack', 'orders', 'supplies', 'queue', 'problems', 'history', 'devices', 'settings'] as const
export type Screen = (typeof SCREENS)[number]

/** Where the page is: a screen, and the order whose panel is open on it. */
export interface Route {
  readonly screen: Screen
  readonly orderId: number | null
}

/** `#/orders/13833711` → the route; anything unknown is the packing screen. */
export function parseRoute(hash: string): Route {
  const [, name, id] = /^#\/([a-z]+)(?:\/(\d+))?$/.exec(hash) ?? []
  const screen = SCREENS.find(known => known === name) ?? 'pack'
  return { screen, orderId: id === undefined ? null : Number(id) }
}

/** The hash of a route; `parseRoute` reads it back. */
export function routeHash(route: Route): string {
  return `#/${route.screen}${route.orderId === null ? '' : `/${route.orderId}`}`
}
