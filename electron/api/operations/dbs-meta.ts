import { PENALTY } from '../limits/limits.ts'
import { noReply } from '../schemas/common.ts'
import * as meta from '../schemas/scheme-meta.ts'
import { bulkReply, ordersIdsRequest } from '../schemas/scheme-orders.ts'
import { operation } from './operation.ts'

const old = { edition: 'seed', validUntil: '2026-04-12', repeatable: true, penalty: PENALTY } as const
const setOne = {
  ...old,
  lookedUpBy: ['dbsMetaOne'],
  method: 'PUT',
  effect: 'write',
  success: 204,
  reply: noReply,
  group: 'dbsSetMetaSeed'
} as const
const many = { edition: 'successor', method: 'POST', repeatable: true, success: 200, penalty: PENALTY } as const
const setMany = { ...many, lookedUpBy: ['dbsMetas'], effect: 'write', reply: bulkReply, group: 'dbsSetMeta' } as const

/** Marking codes and other metadata of the seller's own delivery. */
export const dbsMeta = {
  dbsMetaOne: operation({
    ...old,
    name: 'dbsMetaOne',
    method: 'GET',
    path: '/api/v3/dbs/orders/{orderId}/meta',
    effect: 'read',
    success: 200,
    request: meta.metaOneRequest,
    reply: meta.metaOneReply,
    group: 'dbs'
  }),
  dbsDeleteMetaOne: operation({
    ...old,
    name: 'dbsDeleteMetaOne',
    lookedUpBy: ['dbsMetaOne'],
    method: 'DELETE',
    path: '/api/v3/dbs/orders/{orderId}/meta',
    effect: 'write',
    success: 204,
    request: meta.deleteOneRequest,
    reply: noReply,
    group: 'dbsDeleteMetaSeed'
  }),
  dbsSetSgtinOne: operation({
    ...setOne,
    name: 'dbsSetSgtinOne',
    path: '/api/v3/dbs/orders/{orderId}/meta/sgtin',
    request: meta.setOne.dbs.sgtin
  }),
  dbsSetUinOne: operation({
    ...setOne,
    name: 'dbsSetUinOne',
    path: '/api/v3/dbs/orders/{orderId}/meta/uin',
    request: meta.setOne.dbs.uin
  }),
  dbsSetImeiOne: operation({
    ...setOne,
    name: 'dbsSetImeiOne',
    path: '/api/v3/dbs/orders/{orderId}/meta/imei',
    request: meta.setOne.dbs.imei
  }),
  dbsSetGtinOne: operation({
    ...setOne,
    name: 'dbsSetGtinOne',
    path: '/api/v3/dbs/orders/{orderId}/meta/gtin',
    request: meta.setOne.dbs.gtin
  }),
  dbsMetas: operation({
    ...many,
    name: 'dbsMetas',
    path: '/api/marketplace/v3/dbs/orders/meta/details',
    effect: 'read',
    request: ordersIdsRequest,
    reply: meta.metasReply,
    group: 'dbs'
  }),
  dbsDeleteMetas: operation({
    ...many,
    name: 'dbsDeleteMetas',
    lookedUpBy: ['dbsMetas'],
    path: '/api/marketplace/v3/dbs/orders/meta/delete',
    effect: 'write',
    request: meta.deleteDbsMetasRequest,
    reply: bulkReply,
    group: 'dbsDeleteMeta'
  }),
  dbsSetSgtins: operation({
    ...setMany,
    name: 'dbsSetSgtins',
    path: '/api/marketplace/v3/dbs/orders/meta/sgtin',
    request: meta.setMany.dbs.sgtin
  }),
  dbsSetUins: operation({
    ...setMany,
    name: 'dbsSetUins',
    path: '/api/marketplace/v3/dbs/orders/meta/uin',
    request: meta.setMany.dbs.uin
  }),
  dbsSetImeis: operation({
    ...setMany,
    name: 'dbsSetImeis',
    path: '/api/marketplace/v3/dbs/orders/meta/imei',
    request: meta.setMany.dbs.imei
  }),
  dbsSetGtins: operation({
    ...setMany,
    name: 'dbsSetGtins',
    path: '/api/marketplace/v3/dbs/orders/meta/gtin',
    request: meta.setMany.dbs.gtin
  }),
  dbsSetCustomsDeclarations: operation({
    ...setMany,
    name: 'dbsSetCustomsDeclarations',
    path: '/api/marketplace/v3/dbs/orders/meta/customs-declaration',
    request: meta.setMany.customsDeclaration,
    reply: meta.customsDeclarationsReply
  })
} as const
