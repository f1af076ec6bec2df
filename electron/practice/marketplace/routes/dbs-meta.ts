import type { Route } from '../route.ts'
import { DBS_API } from '../scheme-api.ts'
import { bulkMeta } from './scheme-meta-bulk.ts'
import { singleMeta } from './scheme-meta-single.ts'

/** DBS: metadata in both editions. */
export const DBS_META_ROUTES: readonly Route[] = [
  ...singleMeta(
    DBS_API,
    details => ({ meta: Object.fromEntries(details.map(({ key, value }) => [key, { value }])) }),
    'IncorrectRequest'
  ),
  ...bulkMeta(DBS_API, 'orderIds')
]
