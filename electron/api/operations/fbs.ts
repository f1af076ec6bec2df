import { fbsArchive } from './fbs-archive.ts'
import { fbsMeta } from './fbs-meta.ts'
import { fbsOrders } from './fbs-orders.ts'
import { fbsShipping } from './fbs-shipping.ts'
import { fbsPasses } from './fbs-passes.ts'
import { fbsSpot } from './fbs-spot.ts'
import { fbsSupplies } from './fbs-supplies.ts'

/** Every method of the FBS scheme, in both editions. */
export const fbs = {
  ...fbsOrders,
  ...fbsArchive,
  ...fbsMeta,
  ...fbsSupplies,
  ...fbsShipping,
  ...fbsSpot,
  ...fbsPasses
} as const
