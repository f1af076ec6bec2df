import { pickupMeta } from './pickup-meta.ts'
import { pickupOrders } from './pickup-orders.ts'
import { pickupStatus } from './pickup-status.ts'

/** Every method of in-store pickup, in both editions. */
export const pickup = { ...pickupOrders, ...pickupStatus, ...pickupMeta } as const
