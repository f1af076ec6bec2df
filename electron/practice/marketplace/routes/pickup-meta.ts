import { refuse } from '../http/errors.ts'
import { isNested } from '../http/forms.ts'
import type { Route } from '../http/route.ts'
import { STRAYS_404 } from '../http/route.ts'
import { PICKUP_API } from '../rules/scheme-api.ts'
import { bulkMeta } from './scheme-meta-bulk.ts'
import { singleMeta } from './scheme-meta-single.ts'

/** In-store pickup: metadata in both editions; the first one's reply is wrapped twice, as its sample shows. */
export const PICKUP_META_ROUTES: readonly Route[] = [
  ...singleMeta(PICKUP_API, {
    body: (details, forms) => {
      const meta = Object.fromEntries(details.map(({ key, value }) => [key, value]))
      return { meta: isNested(forms, true) ? { meta } : meta }
    },
    undeletable: { strays: STRAYS_404, refusal: () => refuse(404, 'NotFound') },
    setWithout404: []
  }),
  ...bulkMeta(PICKUP_API, 'ordersIds')
]
