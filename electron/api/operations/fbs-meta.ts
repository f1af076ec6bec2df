import { PENALTY, PENALTY_SEED } from '../limits/limits.ts'
import { noReply } from '../schemas/common.ts'
import * as meta from '../schemas/meta.ts'
import { operation } from './operation.ts'

const set = {
  edition: 'both',
  method: 'PUT',
  effect: 'write',
  repeatable: true,
  lookedUpBy: ['readMeta', 'readMetas'],
  success: 204,
  reply: noReply,
  group: 'fbsSetMeta',
  penalty: PENALTY
} as const

/** Marking codes and the other metadata of an order. */
export const fbsMeta = {
  readMeta: operation({
    name: 'readMeta',
    edition: 'seed',
    validUntil: '2025-12-23',
    method: 'GET',
    path: '/api/v3/orders/{orderId}/meta',
    effect: 'read',
    repeatable: true,
    success: 200,
    request: meta.readMetaRequest,
    reply: meta.readMetaReply,
    group: 'fbsMeta',
    penalty: PENALTY_SEED
  }),
  readMetas: operation({
    name: 'readMetas',
    edition: 'successor',
    method: 'POST',
    path: '/api/marketplace/v3/orders/meta',
    effect: 'read',
    repeatable: true,
    success: 200,
    request: meta.readMetasRequest,
    reply: meta.readMetasReply,
    group: 'fbsMeta',
    penalty: PENALTY
  }),
  deleteMeta: operation({
    ...set,
    name: 'deleteMeta',
    method: 'DELETE',
    path: '/api/v3/orders/{orderId}/meta',
    request: meta.deleteMetaRequest,
    group: 'fbsMeta'
  }),
  setSgtin: operation({
    ...set,
    name: 'setSgtin',
    path: '/api/v3/orders/{orderId}/meta/sgtin',
    request: meta.setSgtinRequest
  }),
  setUin: operation({
    ...set,
    name: 'setUin',
    path: '/api/v3/orders/{orderId}/meta/uin',
    request: meta.setUinRequest
  }),
  setImei: operation({
    ...set,
    name: 'setImei',
    path: '/api/v3/orders/{orderId}/meta/imei',
    request: meta.setImeiRequest
  }),
  setGtin: operation({
    ...set,
    name: 'setGtin',
    path: '/api/v3/orders/{orderId}/meta/gtin',
    request: meta.setGtinRequest
  }),
  setExpiration: operation({
    ...set,
    name: 'setExpiration',
    path: '/api/v3/orders/{orderId}/meta/expiration',
    request: meta.setExpirationRequest
  }),
  setCustomsDeclaration: operation({
    ...set,
    name: 'setCustomsDeclaration',
    lookedUpBy: ['readMetas'],
    edition: 'successor',
    path: '/api/marketplace/v3/orders/{orderId}/meta/customs-declaration',
    request: meta.setCustomsDeclarationRequest
  })
} as const
