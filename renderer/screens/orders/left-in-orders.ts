import type { PageState } from '../../store.ts'

/** What Esc changes on the list of orders: it closes the open one, then clears the search; null where there is nothing to leave. */
export function leftInOrders({
  route,
  orderFilter
}: Pick<PageState, 'route' | 'orderFilter'>): Partial<Pick<PageState, 'route' | 'orderFilter'>> | null {
  if (route.screen !== 'orders') return null
  if (route.orderId !== null) return { route: { screen: 'orders', orderId: null } }
  return orderFilter.search === '' ? null : { orderFilter: { ...orderFilter, search: '' } }
}
