import type { OrderCore, Scheme } from './order-core.ts'
import type { World } from '../world.ts'

/** How an order ends that the seller didn't end. */
export const BUYERS_CANCELS = [
  'canceled',
  'declined_by_client',
  'canceled_by_client',
  'defect',
  'canceled_by_missed_call'
] as const
export type BuyersCancel = (typeof BUYERS_CANCELS)[number]

/** Where an order is when its buyer can refuse it, by scheme. */
const WITH_BUYER: Readonly<Record<Scheme, string>> = { fbs: 'complete', dbs: 'deliver', pickup: 'prepare' }
const DECLINING_MS = 60 * 60 * 1000

/**
 * Ends an order as somebody other than the seller does, at `now` (ms); the seller's own status stays, but for a DBS buyer
 * who missed a call. False for an unknown order, and where it can't be: a buyer declines what is new and of the last
 * hour, refuses what has come to him, and misses the calls of DBS alone (API documents, `wbStatus`).
 */
export function endOrder(world: World, orderId: number, wbStatus: BuyersCancel, now: number): boolean {
  const fbs = world.orders.get(orderId)
  const dbs = world.dbsOrders.get(orderId)
  const order = fbs ?? dbs ?? world.pickupOrders.get(orderId)
  if (order === undefined || !canEnd(order, wbStatus, now)) return false
  order.wbStatus = wbStatus
  order.history.push({ at: now, code: wbStatus.toUpperCase() })
  if (fbs !== undefined && fbs.supplierStatus !== 'complete') fbs.supplyId = null
  if (dbs !== undefined && wbStatus === 'canceled_by_missed_call') dbs.supplierStatus = 'cancel_missed_call'
  return true
}

function canEnd({ facts, thing, supplierStatus }: OrderCore, wbStatus: BuyersCancel, now: number): boolean {
  switch (wbStatus) {
    case 'canceled':
    case 'defect':
      return true
    case 'declined_by_client':
      return supplierStatus === 'new' && now - facts.createdAt <= DECLINING_MS
    case 'canceled_by_client':
      return supplierStatus === WITH_BUYER[thing.scheme]
    case 'canceled_by_missed_call':
      return thing.scheme === 'dbs'
  }
}
