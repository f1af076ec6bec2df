import { dbsMeta } from './dbs-meta.ts'
import { dbsOrders } from './dbs-orders.ts'
import { dbsStatus } from './dbs-status.ts'

/** Every method of the seller's own delivery, in both editions. */
export const dbs = { ...dbsOrders, ...dbsStatus, ...dbsMeta } as const
