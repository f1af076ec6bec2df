import type { Route } from '../route.ts'
import { PICKUP_API } from '../scheme-api.ts'
import { bulkMeta } from './scheme-meta-bulk.ts'
import { singleMeta } from './scheme-meta-single.ts'

/** In-store pickup: metadata in both editions; the first one's reply is wrapped twice, as its sample shows. */
export const PICKUP_META_ROUTES: readonly Route[] = [
  ...singleMeta(
    PICKUP_API,
    details => ({ meta: { meta: Object.fromEntries(details.map(({ key, value }) => [key, value])) } }),
    'IncorrectParameter'
  ),
  ...bulkMeta(PICKUP_API, 'ordersIds')
]
