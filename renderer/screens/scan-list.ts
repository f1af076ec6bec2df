import { parseParcel } from '../../shared/domain/scanning/commands.ts'
import { decodeScan, type Scan } from '../../shared/domain/scanning/scan.ts'
import type { OrderRow } from '../../shared/contract/contract.ts'
import type { OrderFilter } from '../../shared/domain/orders/order-filter.ts'
import type { SupplyView } from '../../shared/view/view.ts'
import type { Page } from '../page.ts'
import type { Route, Screen } from '../route.ts'

/** Screens of lists on which a scan shows what it names. */
const LIST_SCREENS = ['orders', 'supplies', 'history'] as const
type ListScreen = (typeof LIST_SCREENS)[number]

/** A list of all orders, narrowed by nothing. */
const ALL = { lives: null, supplyId: null, search: '' } as const

/** Whether a scan on this screen shows what it names. */
export function isListScreen(screen: Screen): screen is ListScreen {
  return LIST_SCREENS.some(list => list === screen)
}

/**
 * What a scan on a list shows, as the route to it: a sticker its order, a supply's QR or a box its supply, on the orders a product's
 * barcode the orders of it, which the list is narrowed to. Null: nothing there, or it is about the order that lies on the packing
 * table, and it means what it means on that table, as commands, badges and buyers' codes do.
 */
export async function showScanned(page: Page, screen: ListScreen, text: string): Promise<Route | null> {
  const scan = decodeScan(text)
  const inHand = page.store.getState().view?.order ?? null
  switch (scan.kind) {
    case 'sticker': {
      const order = await orderOf(page, scan.symbol, scan.barcode)
      return order === null || order.id === inHand?.id ? null : routeOf(screen, order)
    }
    case 'supply':
      return supplyRoute(page, ({ remoteId }) => remoteId === scan.supplyId)
    case 'box':
      return inHand === null ? supplyRoute(page, ({ boxes }) => boxes.ids.includes(scan.boxId)) : null
    default: {
      const barcode = screen === 'orders' && inHand === null ? productOf(scan) : null
      return barcode !== null && (await filterBy(page, barcode)) ? { screen, orderId: null } : null
    }
  }
}

/** The order of a sticker or of a parcel's own label; null: none, or several. */
async function orderOf({ calls }: Page, symbol: string, barcode: string): Promise<OrderRow | null> {
  const orderId = parseParcel(symbol)
  if (orderId !== null) return (await calls.ask('orders.get', { orderId }))?.order ?? null
  const found = await calls.ask('orders.list', { ...ALL, search: barcode, offset: 0, limit: 2 })
  const [order, another] = found?.rows ?? []
  return another === undefined ? (order ?? null) : null
}

/** Where an order is shown from a list: in its supply or round, if it is in one, on the supplies. */
function routeOf(screen: ListScreen, { id, supplyId }: OrderRow): Route {
  if (screen !== 'supplies') return { screen, orderId: id }
  return supplyId === null ? { screen: 'orders', orderId: id } : { screen, orderId: null, thing: supplyId }
}

async function supplyRoute({ calls }: Page, isIt: (supply: SupplyView) => boolean): Promise<Route | null> {
  const supply = (await calls.ask('supplies.list', undefined))?.find(isIt)
  return supply === undefined ? null : { screen: 'supplies', orderId: null, thing: supply.id }
}

/** The barcode as lists hold it; a seller's own may be any text. */
function productOf(scan: Scan): string | null {
  // The indicator that a GTIN of 14 digits begins with is no part of a single item's barcode.
  if (scan.kind === 'product') return scan.barcode.replace(/^0(?=\d{13}$)/, '')
  return scan.kind === 'unknown' && scan.reason === 'notRecognised' ? scan.raw.slice(0, 150) : null
}

/** Narrows the orders to a product, beside what narrows them already if any is left then; false: there is no order of it. */
async function filterBy({ store, calls }: Page, search: string): Promise<boolean> {
  const { orderFilter } = store.getState()
  for (const filter of [
    { ...orderFilter, search },
    { ...orderFilter, ...NOTHING_ELSE, search }
  ]) {
    const found = await calls.ask('orders.list', { ...filter, offset: 0, limit: 1 })
    if (found === null || found.total === 0) continue
    store.setState({ orderFilter: filter })
    return true
  }
  return false
}

/** What makes a filter show every order. */
const NOTHING_ELSE = {
  lives: null,
  scheme: null,
  supplyId: null,
  supplierStatus: null,
  wbStatus: null,
  cargoType: null,
  age: null,
  traits: []
} satisfies Partial<OrderFilter>
