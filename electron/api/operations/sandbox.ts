import { PENALTY_NONE } from '../limits/limits.ts'
import { noReply } from '../schemas/common.ts'
import * as sandbox from '../schemas/sandbox.ts'
import { operation } from './operation.ts'

const common = {
  host: 'sandbox',
  edition: 'both',
  effect: 'write',
  success: 204,
  reply: noReply,
  group: 'sandbox',
  penalty: PENALTY_NONE
} as const
const make = { ...common, method: 'POST', repeatable: false } as const
/** What somebody else does to an order; a second time it is where it was brought already. */
const lever = { ...common, method: 'PATCH', repeatable: false, lookedUpBy: ['orderStatus'] } as const
const PREFIX = '/api/v3/test'

/** The levers of the vendor's sandbox, which its production host has not: orders made, and what buyers and points do. */
export const sandboxLevers = {
  makeFbsOrders: operation({
    ...make,
    name: 'makeFbsOrders',
    lookedUpBy: ['newOrders'],
    path: `${PREFIX}/fbs/orders/make`,
    request: sandbox.makeOrdersRequest
  }),
  makeDbsOrders: operation({
    ...make,
    name: 'makeDbsOrders',
    lookedUpBy: ['dbsNewOrders'],
    path: `${PREFIX}/dbs/orders/make`,
    request: sandbox.makeDbsOrdersRequest
  }),
  makePickupOrders: operation({
    ...make,
    name: 'makePickupOrders',
    lookedUpBy: ['pickupNewOrders'],
    path: `${PREFIX}/click-collect/orders/make`,
    request: sandbox.makeOrdersRequest
  }),
  /** The buyer calls it off within the first hour, while it is new. */
  declineFbsOrder: operation({
    ...lever,
    name: 'declineFbsOrder',
    path: `${PREFIX}/fbs/orders/{orderId}/decline`,
    request: sandbox.leverRequest
  }),
  declineDbsOrder: operation({
    ...lever,
    name: 'declineDbsOrder',
    lookedUpBy: ['dbsStatusesSeed', 'dbsStatuses'],
    path: `${PREFIX}/dbs/orders/{orderId}/decline`,
    request: sandbox.leverRequest
  }),
  declinePickupOrder: operation({
    ...lever,
    name: 'declinePickupOrder',
    lookedUpBy: ['pickupStatusesSeed', 'pickupStatuses'],
    path: `${PREFIX}/click-collect/orders/{orderId}/decline`,
    request: sandbox.leverRequest
  }),
  deliverOrder: operation({
    ...lever,
    name: 'deliverOrder',
    path: `${PREFIX}/fbs/orders/{orderId}/deliver`,
    request: sandbox.leverRequest
  }),
  receiveOrder: operation({
    ...lever,
    name: 'receiveOrder',
    path: `${PREFIX}/fbs/orders/{orderId}/receive`,
    request: sandbox.codeLeverRequest
  }),
  rejectOrder: operation({
    ...lever,
    name: 'rejectOrder',
    path: `${PREFIX}/fbs/orders/{orderId}/reject`,
    request: sandbox.codeLeverRequest
  }),
  spoilOrder: operation({
    ...lever,
    name: 'spoilOrder',
    path: `${PREFIX}/fbs/orders/{orderId}/defect`,
    request: sandbox.leverRequest
  }),
  closeSupply: operation({
    ...lever,
    name: 'closeSupply',
    lookedUpBy: ['supply'],
    path: `${PREFIX}/fbs/supplies/{supplyId}/close`,
    request: sandbox.closeRequest
  })
} as const
