import { PENALTY, PENALTY_CODE } from '../limits/limits.ts'
import { noReply } from '../schemas/common.ts'
import { metaOneRequest } from '../schemas/scheme-meta.ts'
import * as orders from '../schemas/scheme-orders.ts'
import { operation } from './operation.ts'

/** One order a call. A second one answers 409: the status is there already. */
const one = {
  edition: 'seed',
  validUntil: '2026-04-12',
  method: 'PATCH',
  effect: 'write',
  repeatable: false,
  lookedUpBy: ['dbsStatusesSeed'],
  success: 204,
  reply: noReply,
  group: 'dbsStatusSeed',
  penalty: PENALTY
} as const
/** Up to a thousand orders a call, each with a fate of its own; a repeated one is an error of that order alone. */
const many = {
  edition: 'successor',
  method: 'POST',
  effect: 'write',
  repeatable: false,
  lookedUpBy: ['dbsStatuses'],
  success: 200,
  reply: orders.bulkReply,
  penalty: PENALTY
} as const

/** Changes of status of the seller's own delivery. */
export const dbsStatus = {
  dbsConfirmOne: operation({
    ...one,
    name: 'dbsConfirmOne',
    path: '/api/v3/dbs/orders/{orderId}/confirm',
    request: metaOneRequest
  }),
  dbsDeliverOne: operation({
    ...one,
    name: 'dbsDeliverOne',
    path: '/api/v3/dbs/orders/{orderId}/deliver',
    request: metaOneRequest
  }),
  dbsReceiveOne: operation({
    ...one,
    name: 'dbsReceiveOne',
    path: '/api/v3/dbs/orders/{orderId}/receive',
    request: orders.codeOneRequest,
    penalty: PENALTY_CODE
  }),
  dbsRejectOne: operation({
    ...one,
    name: 'dbsRejectOne',
    path: '/api/v3/dbs/orders/{orderId}/reject',
    request: orders.codeOneRequest,
    penalty: PENALTY_CODE
  }),
  dbsCancelOne: operation({
    ...one,
    name: 'dbsCancelOne',
    path: '/api/v3/dbs/orders/{orderId}/cancel',
    request: metaOneRequest
  }),
  dbsConfirm: operation({
    ...many,
    name: 'dbsConfirm',
    path: '/api/marketplace/v3/dbs/orders/status/confirm',
    request: orders.ordersIdsRequest,
    group: 'dbsConfirm'
  }),
  dbsDeliver: operation({
    ...many,
    name: 'dbsDeliver',
    path: '/api/marketplace/v3/dbs/orders/status/deliver',
    request: orders.ordersIdsRequest,
    group: 'dbsDeliver'
  }),
  dbsReceive: operation({
    ...many,
    name: 'dbsReceive',
    path: '/api/marketplace/v3/dbs/orders/status/receive',
    request: orders.codesRequest,
    group: 'dbsReceive'
  }),
  dbsReject: operation({
    ...many,
    name: 'dbsReject',
    path: '/api/marketplace/v3/dbs/orders/status/reject',
    request: orders.codesRequest,
    group: 'dbsReject'
  }),
  dbsCancel: operation({
    ...many,
    name: 'dbsCancel',
    path: '/api/marketplace/v3/dbs/orders/status/cancel',
    request: orders.ordersIdsRequest,
    group: 'dbsCancel'
  })
} as const
