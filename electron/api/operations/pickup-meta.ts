import { PENALTY } from '../limits/limits.ts'
import { noReply } from '../schemas/common.ts'
import * as meta from '../schemas/scheme-meta.ts'
import { bulkReply, ordersIdsRequest } from '../schemas/scheme-orders.ts'
import { operation } from './operation.ts'

const old = { edition: 'seed', validUntil: '2026-05-18', repeatable: true, penalty: PENALTY } as const
const setOne = {
  ...old,
  lookedUpBy: ['pickupMetaOne'],
  method: 'PUT',
  effect: 'write',
  success: 204,
  reply: noReply,
  group: 'pickupSetMetaSeed'
} as const
const many = { edition: 'successor', method: 'POST', repeatable: true, success: 200, penalty: PENALTY } as const
const setMany = {
  ...many,
  lookedUpBy: ['pickupMetas'],
  effect: 'write',
  reply: bulkReply,
  group: 'pickupSetMeta'
} as const

/** Marking codes and other metadata of in-store pickup. */
export const pickupMeta = {
  pickupMetaOne: operation({
    ...old,
    name: 'pickupMetaOne',
    method: 'GET',
    path: '/api/v3/click-collect/orders/{orderId}/meta',
    effect: 'read',
    success: 200,
    request: meta.metaOneRequest,
    reply: meta.metaOneReply,
    group: 'pickup'
  }),
  pickupDeleteMetaOne: operation({
    ...old,
    name: 'pickupDeleteMetaOne',
    lookedUpBy: ['pickupMetaOne'],
    method: 'DELETE',
    path: '/api/v3/click-collect/orders/{orderId}/meta',
    effect: 'write',
    success: 204,
    request: meta.deleteOneRequest,
    reply: noReply,
    group: 'pickup'
  }),
  pickupSetSgtinOne: operation({
    ...setOne,
    name: 'pickupSetSgtinOne',
    path: '/api/v3/click-collect/orders/{orderId}/meta/sgtin',
    request: meta.setOne.pickup.sgtin
  }),
  pickupSetUinOne: operation({
    ...setOne,
    name: 'pickupSetUinOne',
    path: '/api/v3/click-collect/orders/{orderId}/meta/uin',
    request: meta.setOne.pickup.uin
  }),
  pickupSetImeiOne: operation({
    ...setOne,
    name: 'pickupSetImeiOne',
    path: '/api/v3/click-collect/orders/{orderId}/meta/imei',
    request: meta.setOne.pickup.imei
  }),
  pickupSetGtinOne: operation({
    ...setOne,
    name: 'pickupSetGtinOne',
    path: '/api/v3/click-collect/orders/{orderId}/meta/gtin',
    request: meta.setOne.pickup.gtin
  }),
  pickupMetas: operation({
    ...many,
    name: 'pickupMetas',
    path: '/api/marketplace/v3/click-collect/orders/meta/details',
    effect: 'read',
    request: ordersIdsRequest,
    reply: meta.metasReply,
    group: 'pickupMeta'
  }),
  pickupDeleteMetas: operation({
    ...many,
    name: 'pickupDeleteMetas',
    lookedUpBy: ['pickupMetas'],
    path: '/api/marketplace/v3/click-collect/orders/meta/delete',
    effect: 'write',
    request: meta.deletePickupMetasRequest,
    reply: bulkReply,
    group: 'pickupMeta'
  }),
  pickupSetSgtins: operation({
    ...setMany,
    name: 'pickupSetSgtins',
    path: '/api/marketplace/v3/click-collect/orders/meta/sgtin',
    request: meta.setMany.pickup.sgtin
  }),
  pickupSetUins: operation({
    ...setMany,
    name: 'pickupSetUins',
    path: '/api/marketplace/v3/click-collect/orders/meta/uin',
    request: meta.setMany.pickup.uin
  }),
  pickupSetImeis: operation({
    ...setMany,
    name: 'pickupSetImeis',
    path: '/api/marketplace/v3/click-collect/orders/meta/imei',
    request: meta.setMany.pickup.imei
  }),
  pickupSetGtins: operation({
    ...setMany,
    name: 'pickupSetGtins',
    path: '/api/marketplace/v3/click-collect/orders/meta/gtin',
    request: meta.setMany.pickup.gtin
  }),
  pickupSetCustomsDeclarations: operation({
    ...setMany,
    name: 'pickupSetCustomsDeclarations',
    path: '/api/marketplace/v3/click-collect/orders/meta/customs-declaration',
    request: meta.setMany.customsDeclaration,
    reply: meta.customsDeclarationsReply
  })
} as const
