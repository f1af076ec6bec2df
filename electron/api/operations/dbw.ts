import { PENALTY } from '../limits/limits.ts'
import { bareRequest, noReply } from '../schemas/common.ts'
import * as dbwSchemas from '../schemas/dbw.ts'
import { stickersReply, stickersRequest } from '../schemas/orders.ts'
import { metaOneRequest, metasReply, setMany } from '../schemas/scheme-meta.ts'
import * as orders from '../schemas/scheme-orders.ts'
import { operation } from './operation.ts'

const OLD = '/api/v3/dbw/orders'
const NEW = '/api/marketplace/v3/dbw/orders'

const common = { edition: 'successor', group: 'dbw', penalty: PENALTY } as const
const read = { ...common, effect: 'read', repeatable: true, success: 200 } as const
/** A second one answers 409: the status is there already. */
const step = {
  ...common,
  effect: 'write',
  repeatable: false,
  lookedUpBy: ['dbwStatuses'],
  method: 'PATCH',
  success: 204,
  request: metaOneRequest,
  reply: noReply
} as const
const set = { ...common, effect: 'write', repeatable: true, lookedUpBy: ['dbwMetas'] } as const
const setOne = { ...set, method: 'PUT', success: 204, reply: noReply, group: 'dbwSetMeta' } as const

/** The seller packs, a courier of the marketplace collects: every method; the scheme has no older edition. */
export const dbw = {
  dbwNewOrders: operation({
    ...read,
    name: 'dbwNewOrders',
    method: 'GET',
    path: `${OLD}/new`,
    request: bareRequest,
    reply: orders.schemeNewReply
  }),
  dbwCompleted: operation({
    ...read,
    name: 'dbwCompleted',
    method: 'GET',
    path: OLD,
    request: orders.schemeCompletedRequest,
    reply: orders.schemeCompletedReply
  }),
  dbwStatuses: operation({
    ...read,
    name: 'dbwStatuses',
    method: 'POST',
    path: `${OLD}/status`,
    request: orders.idsRequest,
    reply: orders.schemeStatusReply
  }),
  dbwStickers: operation({
    ...read,
    name: 'dbwStickers',
    method: 'POST',
    path: `${OLD}/stickers`,
    request: stickersRequest,
    reply: stickersReply
  }),
  /** Name and phone of the courier. */
  dbwCouriers: operation({
    ...read,
    name: 'dbwCouriers',
    method: 'POST',
    path: `${OLD}/courier`,
    request: orders.idsRequest,
    reply: dbwSchemas.couriersReply
  }),
  dbwDeliveryDates: operation({
    ...read,
    name: 'dbwDeliveryDates',
    method: 'POST',
    path: `${OLD}/delivery-date`,
    request: orders.idsRequest,
    reply: orders.deliveryDateReply
  }),
  /** Name and phone of the buyer: never logged. */
  dbwClient: operation({
    ...read,
    name: 'dbwClient',
    method: 'POST',
    path: `${NEW}/client`,
    request: orders.idsRequest,
    reply: orders.schemeClientReply
  }),
  dbwConfirm: operation({ ...step, name: 'dbwConfirm', path: `${OLD}/{orderId}/confirm` }),
  dbwCancel: operation({ ...step, name: 'dbwCancel', path: `${OLD}/{orderId}/cancel` }),
  dbwDeliver: operation({
    ...step,
    name: 'dbwDeliver',
    method: 'POST',
    path: `${NEW}/status/deliver`,
    success: 200,
    request: orders.ordersIdsRequest,
    reply: orders.bulkReply
  }),
  dbwMetas: operation({
    ...read,
    name: 'dbwMetas',
    method: 'POST',
    path: `${NEW}/meta/details`,
    request: orders.ordersIdsRequest,
    reply: metasReply
  }),
  dbwDeleteMetas: operation({
    ...set,
    name: 'dbwDeleteMetas',
    method: 'POST',
    path: `${NEW}/meta/delete`,
    success: 200,
    request: dbwSchemas.dbwDeleteMetasRequest,
    reply: orders.bulkReply
  }),
  dbwSetSgtins: operation({
    ...set,
    name: 'dbwSetSgtins',
    method: 'POST',
    path: `${NEW}/meta/sgtin`,
    success: 200,
    request: setMany.dbs.sgtin,
    reply: orders.bulkReply
  }),
  dbwSetUin: operation({
    ...setOne,
    name: 'dbwSetUin',
    path: `${OLD}/{orderId}/meta/uin`,
    request: dbwSchemas.dbwSetUinRequest
  }),
  dbwSetImei: operation({
    ...setOne,
    name: 'dbwSetImei',
    path: `${OLD}/{orderId}/meta/imei`,
    request: dbwSchemas.dbwSetImeiRequest
  }),
  dbwSetGtin: operation({
    ...setOne,
    name: 'dbwSetGtin',
    path: `${OLD}/{orderId}/meta/gtin`,
    request: dbwSchemas.dbwSetGtinRequest
  })
} as const
