import { PENALTY } from '../limits/limits.ts'
import { noReply } from '../schemas/common.ts'
import { metaOneRequest } from '../schemas/scheme-meta.ts'
import * as orders from '../schemas/scheme-orders.ts'
import { operation } from './operation.ts'

/** One order a call. A second one answers 409: the status is there already. */
const one = {
  edition: 'seed',
  validUntil: '2026-05-18',
  method: 'PATCH',
  effect: 'write',
  repeatable: false,
  lookedUpBy: ['pickupStatusesSeed'],
  success: 204,
  reply: noReply,
  group: 'pickupStatusSeed',
  penalty: PENALTY
} as const
/** Up to a thousand orders a call, each with a fate of its own; a repeated one is an error of that order alone. */
const many = {
  edition: 'successor',
  method: 'POST',
  effect: 'write',
  repeatable: false,
  lookedUpBy: ['pickupStatuses'],
  success: 200,
  reply: orders.bulkReply,
  penalty: PENALTY
} as const

/** Changes of status of in-store pickup. */
export const pickupStatus = {
  pickupConfirmOne: operation({
    ...one,
    name: 'pickupConfirmOne',
    path: '/api/v3/click-collect/orders/{orderId}/confirm',
    request: metaOneRequest
  }),
  pickupPrepareOne: operation({
    ...one,
    name: 'pickupPrepareOne',
    path: '/api/v3/click-collect/orders/{orderId}/prepare',
    request: metaOneRequest
  }),
  pickupReceiveOne: operation({
    ...one,
    name: 'pickupReceiveOne',
    path: '/api/v3/click-collect/orders/{orderId}/receive',
    request: metaOneRequest
  }),
  pickupRejectOne: operation({
    ...one,
    name: 'pickupRejectOne',
    path: '/api/v3/click-collect/orders/{orderId}/reject',
    request: metaOneRequest
  }),
  pickupCancelOne: operation({
    ...one,
    name: 'pickupCancelOne',
    path: '/api/v3/click-collect/orders/{orderId}/cancel',
    request: metaOneRequest
  }),
  pickupConfirm: operation({
    ...many,
    name: 'pickupConfirm',
    path: '/api/marketplace/v3/click-collect/orders/status/confirm',
    request: orders.ordersIdsRequest,
    group: 'pickupConfirm'
  }),
  pickupPrepare: operation({
    ...many,
    name: 'pickupPrepare',
    path: '/api/marketplace/v3/click-collect/orders/status/prepare',
    request: orders.ordersIdsRequest,
    group: 'pickupPrepare'
  }),
  pickupReceive: operation({
    ...many,
    name: 'pickupReceive',
    path: '/api/marketplace/v3/click-collect/orders/status/receive',
    request: orders.ordersIdsRequest,
    group: 'pickupReceive'
  }),
  pickupReject: operation({
    ...many,
    name: 'pickupReject',
    path: '/api/marketplace/v3/click-collect/orders/status/reject',
    request: orders.ordersIdsRequest,
    group: 'pickupReject'
  }),
  pickupCancel: operation({
    ...many,
    name: 'pickupCancel',
    path: '/api/marketplace/v3/click-collect/orders/status/cancel',
    request: orders.ordersIdsRequest,
    group: 'pickupCancel'
  })
} as const
