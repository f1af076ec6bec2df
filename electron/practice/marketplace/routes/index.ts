import { PING } from '../http/buckets.ts'
import { BOTH_EDITIONS } from '../http/editions.ts'
import { rfc3339 } from '../http/errors.ts'
import type { Route } from '../http/route.ts'
import { ARCHIVE_ROUTES } from './archive.ts'
import { BOX_ROUTES } from './boxes.ts'
import { CARD_ROUTES } from './cards.ts'
import { CROSS_BORDER_ROUTES } from './cross-border.ts'
import { DBS_DELIVERY_ROUTES } from './dbs-delivery.ts'
import { DBS_META_ROUTES } from './dbs-meta.ts'
import { DBS_ORDER_ROUTES } from './dbs-orders.ts'
import { DBS_STATUS_ROUTES } from './dbs-status.ts'
import { META_SET_ROUTES } from './meta-set.ts'
import { META_ROUTES } from './meta.ts'
import { ORDER_ROUTES } from './orders.ts'
import { PASS_ROUTES } from './passes.ts'
import { PICKUP_META_ROUTES } from './pickup-meta.ts'
import { PICKUP_ORDER_ROUTES } from './pickup-orders.ts'
import { PICKUP_STATUS_ROUTES } from './pickup-status.ts'
import { SANDBOX_ROUTES } from './sandbox.ts'
import { SCHEME_FACT_ROUTES } from './scheme-facts.ts'
import { SHIPPING_ROUTES } from './shipping.ts'
import { SPOT_ROUTES } from './spot.ts'
import { STICKER_ROUTES } from './stickers.ts'
import { SUPPLY_ORDER_ROUTES } from './supply-orders.ts'
import { SUPPLY_ROUTES } from './supplies.ts'
import { WAYBILL_ROUTES } from './waybills.ts'

const PING_ROUTE: Route = {
  method: 'GET',
  path: '/ping',
  group: PING,
  edition: BOTH_EDITIONS,
  write: false,
  conflictCost: 1,
  handle: ({ now }) => ({ status: 200, body: { TS: rfc3339(now), Status: 'OK' } })
}

/** What the sandbox lacks. */
function inProduction(routes: readonly Route[]): readonly Route[] {
  return routes.map(route => ({ ...route, host: 'production' }))
}

/** Every path of the practice marketplace. */
export const ROUTES: readonly Route[] = [
  PING_ROUTE,
  ...ORDER_ROUTES,
  ...META_ROUTES,
  ...META_SET_ROUTES,
  ...STICKER_ROUTES,
  ...CROSS_BORDER_ROUTES,
  ...SUPPLY_ROUTES,
  ...SUPPLY_ORDER_ROUTES,
  ...BOX_ROUTES,
  ...PASS_ROUTES,
  ...DBS_ORDER_ROUTES,
  ...DBS_DELIVERY_ROUTES,
  ...DBS_STATUS_ROUTES,
  ...DBS_META_ROUTES,
  ...PICKUP_ORDER_ROUTES,
  ...PICKUP_STATUS_ROUTES,
  ...PICKUP_META_ROUTES,
  ...CARD_ROUTES,
  ...SANDBOX_ROUTES,
  ...inProduction([...SHIPPING_ROUTES, ...WAYBILL_ROUTES, ...SPOT_ROUTES, ...ARCHIVE_ROUTES, ...SCHEME_FACT_ROUTES])
]
