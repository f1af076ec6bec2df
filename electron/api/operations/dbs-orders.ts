import { PENALTY } from '../limits/limits.ts'
import { bareRequest } from '../schemas/common.ts'
import * as facts from '../schemas/scheme-facts.ts'
import * as orders from '../schemas/scheme-orders.ts'
import { operation } from './operation.ts'

const read = {
  edition: 'both',
  effect: 'read',
  repeatable: true,
  success: 200,
  group: 'dbs',
  penalty: PENALTY
} as const

/** Orders of the seller's own delivery: lists, statuses, buyers. */
export const dbsOrders = {
  dbsNewOrders: operation({
    ...read,
    name: 'dbsNewOrders',
    method: 'GET',
    path: '/api/v3/dbs/orders/new',
    request: bareRequest,
    reply: orders.schemeNewReply
  }),
  dbsCompleted: operation({
    ...read,
    name: 'dbsCompleted',
    method: 'GET',
    path: '/api/v3/dbs/orders',
    request: orders.schemeCompletedRequest,
    reply: orders.schemeCompletedReply
  }),
  /** Name and phone of the buyer: never logged. */
  dbsClient: operation({
    ...read,
    name: 'dbsClient',
    method: 'POST',
    path: '/api/v3/dbs/orders/client',
    request: orders.idsRequest,
    reply: orders.schemeClientReply
  }),
  dbsStatusesSeed: operation({
    ...read,
    name: 'dbsStatusesSeed',
    edition: 'seed',
    validUntil: '2026-04-12',
    method: 'POST',
    path: '/api/v3/dbs/orders/status',
    request: orders.idsRequest,
    reply: orders.schemeStatusReply
  }),
  dbsStatuses: operation({
    ...read,
    name: 'dbsStatuses',
    edition: 'successor',
    method: 'POST',
    path: '/api/marketplace/v3/dbs/orders/status/info',
    request: orders.ordersIdsRequest,
    reply: orders.schemeStatusReply
  }),
  dbsDeliveryDates: operation({
    ...read,
    name: 'dbsDeliveryDates',
    edition: 'successor',
    method: 'POST',
    path: '/api/v3/dbs/orders/delivery-date',
    request: orders.idsRequest,
    reply: orders.deliveryDateReply
  }),
  /** What the buyer of a group of orders pays for their delivery. */
  dbsGroups: operation({
    ...read,
    name: 'dbsGroups',
    edition: 'successor',
    method: 'POST',
    path: '/api/v3/dbs/groups/info',
    request: orders.groupsRequest,
    reply: orders.groupsReply
  }),
  /** Who buys with an invoice. */
  dbsOrganisations: operation({
    ...read,
    name: 'dbsOrganisations',
    edition: 'successor',
    method: 'POST',
    path: '/api/marketplace/v3/dbs/orders/b2b/info',
    request: facts.organisationsRequest,
    reply: facts.organisationsReply
  }),
  dbsFinalPrices: operation({
    ...read,
    name: 'dbsFinalPrices',
    edition: 'successor',
    method: 'POST',
    path: '/api/marketplace/v3/dbs/orders/final-price',
    request: facts.finalPricesRequest,
    reply: facts.finalPricesReply,
    group: 'dbsDeleteMeta'
  }),
  dbsStickers: operation({
    ...read,
    name: 'dbsStickers',
    edition: 'successor',
    method: 'POST',
    path: '/api/marketplace/v3/dbs/orders/stickers',
    request: orders.pdfStickersRequest,
    reply: orders.pdfStickersReply
  })
} as const
