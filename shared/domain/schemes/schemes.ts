import type { Order } from '../orders/orders.ts'
import { dbs } from './dbs.ts'
import { fbs } from './fbs.ts'
import { pickup } from './pickup.ts'
import type { SchemeRules } from './rules.ts'
import type { Scheme } from './scheme.ts'

const schemes = { fbs, dbs, pickup } satisfies { readonly [S in Scheme]: SchemeRules }

/** The rules of a scheme. */
export function rulesOf(scheme: Scheme): SchemeRules {
  return schemes[scheme]
}

/** The rules of an order's scheme. */
export function rulesFor({ scheme }: Order): SchemeRules {
  return rulesOf(scheme.kind)
}
