import type { Route } from '../http/route.ts'
import { STRAYS_400 } from '../http/route.ts'
import { DBS_API } from '../rules/scheme-api.ts'
import { bulkMeta } from './scheme-meta-bulk.ts'
import { singleMeta } from './scheme-meta-single.ts'
import { singleReply } from './scheme-status.ts'

/** DBS: metadata in both editions. */
export const DBS_META_ROUTES: readonly Route[] = [
  ...singleMeta(DBS_API, {
    body: details => ({ meta: Object.fromEntries(details.map(({ key, value }) => [key, { value }])) }),
    undeletable: { strays: STRAYS_400, refusal: singleReply },
    setWithout404: ['uin', 'imei', 'gtin']
  }),
  ...bulkMeta(DBS_API, 'orderIds')
]
