import { PENALTY } from '../limits/limits.ts'
import { seenNew } from '../packing/facts.ts'
import { bareRequest, noReply } from '../schemas/common.ts'
import * as orders from '../schemas/orders.ts'
import { operation } from './operation.ts'

const read = {
  edition: 'both',
  effect: 'read',
  repeatable: true,
  success: 200,
  group: 'fbs',
  penalty: PENALTY
} as const

/** Assembly orders: the same in both editions. */
export const fbsOrders = {
  newOrders: operation({
    ...read,
    name: 'newOrders',
    method: 'GET',
    path: '/api/v3/orders/new',
    request: bareRequest,
    // Very many may come: each is made what the station keeps of it at once, so that nothing else piles up.
    reply: orders.newOrdersReply(seenNew)
  }),
  orderList: operation({
    ...read,
    name: 'orderList',
    method: 'GET',
    path: '/api/v3/orders',
    request: orders.orderListRequest,
    reply: orders.orderListReply
  }),
  orderStatus: operation({
    ...read,
    name: 'orderStatus',
    method: 'POST',
    path: '/api/v3/orders/status',
    request: orders.orderStatusRequest,
    reply: orders.orderStatusReply
  }),
  reshipment: operation({
    ...read,
    name: 'reshipment',
    method: 'GET',
    path: '/api/v3/supplies/orders/reshipment',
    request: bareRequest,
    reply: orders.reshipmentReply
  }),
  /** A second one answers 409: the order is cancelled already. */
  cancelOrder: operation({
    name: 'cancelOrder',
    lookedUpBy: ['orderStatus'],
    edition: 'both',
    method: 'PATCH',
    path: '/api/v3/orders/{orderId}/cancel',
    effect: 'write',
    repeatable: false,
    success: 204,
    request: orders.cancelRequest,
    reply: noReply,
    group: 'fbsCancel',
    penalty: PENALTY
  }),
  stickers: operation({
    ...read,
    name: 'stickers',
    method: 'POST',
    path: '/api/v3/orders/stickers',
    request: orders.stickersRequest,
    reply: orders.stickersReply
  }),
  crossBorderStickers: operation({
    ...read,
    name: 'crossBorderStickers',
    method: 'POST',
    path: '/api/v3/orders/stickers/cross-border',
    request: orders.crossBorderStickersRequest,
    reply: orders.crossBorderStickersReply
  }),
  statusHistory: operation({
    ...read,
    name: 'statusHistory',
    method: 'POST',
    path: '/api/v3/orders/status/history',
    request: orders.statusHistoryRequest,
    reply: orders.statusHistoryReply
  }),
  /** Buyers of cross-border orders from Türkiye; their data stays out of logs. */
  orderClient: operation({
    ...read,
    name: 'orderClient',
    method: 'POST',
    path: '/api/v3/orders/client',
    request: orders.clientRequest,
    reply: orders.clientReply
  })
} as const
