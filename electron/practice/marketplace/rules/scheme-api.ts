import * as buckets from '../http/buckets.ts'
import type { LimitGroup } from '../http/buckets.ts'
import { seedUntil } from '../http/editions.ts'
import type { RouteEdition } from '../http/editions.ts'
import type { OrderCore } from '../orders/order-core.ts'
import type { DbsOrder, PickupOrder } from './schemes.ts'
import type { World } from '../world.ts'

/** What tells the methods of the two schemes apart where they are else alike. */
export interface SchemeApi<Order extends OrderCore = OrderCore> {
  readonly scheme: 'dbs' | 'pickup'
  readonly ordersOf: (world: World) => ReadonlyMap<number, Order>
  /** The prefix of the first edition, and of what both have. */
  readonly path: string
  /** The prefix of the bulk methods. */
  readonly bulkPath: string
  readonly seedOnly: RouteEdition
  /** How many requests a 409 counts for in the first edition. */
  readonly conflictCost: number
  readonly groups: {
    readonly read: LimitGroup
    readonly status: LimitGroup
    /** Reading statuses in the successor. */
    readonly statusInfo: LimitGroup
    readonly metaSetSeed: LimitGroup
    readonly metaSet: LimitGroup
    /** What a Base token gets instead. */
    readonly metaSetBase?: LimitGroup
    readonly metaRead: LimitGroup
    readonly metaDeleteSeed: LimitGroup
    readonly metaDelete: LimitGroup
  }
  /** A customs declaration may still come while the order waits for its buyer. */
  readonly declarationStatuses: readonly Order['supplierStatus'][]
}

export const DBS_API: SchemeApi<DbsOrder> = {
  scheme: 'dbs',
  ordersOf: world => world.dbsOrders,
  path: '/api/v3/dbs/orders',
  bulkPath: '/api/marketplace/v3/dbs/orders',
  seedOnly: seedUntil('2026-04-13'),
  conflictCost: 10,
  groups: {
    read: buckets.DBS_READ,
    status: buckets.DBS_STATUS_SEED,
    statusInfo: buckets.DBS_READ,
    metaSetSeed: buckets.DBS_META_SET_SEED,
    metaSet: buckets.DBS_META_SET,
    metaSetBase: buckets.BASE_DBS_MARKS,
    metaRead: buckets.DBS_READ,
    metaDeleteSeed: buckets.DBS_META_DELETE_SEED,
    metaDelete: buckets.DBS_META_DELETE
  },
  declarationStatuses: ['confirm', 'deliver']
}

export const PICKUP_API: SchemeApi<PickupOrder> = {
  scheme: 'pickup',
  ordersOf: world => world.pickupOrders,
  path: '/api/v3/click-collect/orders',
  bulkPath: '/api/marketplace/v3/click-collect/orders',
  seedOnly: seedUntil('2026-05-19'),
  conflictCost: 5,
  groups: {
    read: buckets.PICKUP_READ,
    status: buckets.PICKUP_STATUS_SEED,
    statusInfo: buckets.bulkStatusGroup('pickup', 'status-info'),
    metaSetSeed: buckets.PICKUP_META_SET_SEED,
    metaSet: buckets.PICKUP_META_SET,
    metaRead: buckets.PICKUP_META_READ,
    metaDeleteSeed: buckets.PICKUP_READ,
    metaDelete: buckets.PICKUP_META_READ
  },
  declarationStatuses: ['confirm', 'prepare']
}
