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
  group: 'pickup',
  penalty: PENALTY
} as const

/** Orders of in-store pickup: lists, statuses, buyers. */
export const pickupOrders = {
  pickupNewOrders: operation({
    ...read,
    name: 'pickupNewOrders',
    method: 'GET',
    path: '/api/v3/click-collect/orders/new',
    request: bareRequest,
    reply: orders.schemeNewReply
  }),
  pickupCompleted: operation({
    ...read,
    name: 'pickupCompleted',
    method: 'GET',
    path: '/api/v3/click-collect/orders',
    request: orders.schemeCompletedRequest,
    reply: orders.schemeCompletedReply
  }),
  /** Name and phone of the buyer: never logged. */
  pickupClient: operation({
    ...read,
    name: 'pickupClient',
    method: 'POST',
    path: '/api/v3/click-collect/orders/client',
    request: orders.idsRequest,
    reply: orders.schemeClientReply
  }),
  pickupStatusesSeed: operation({
    ...read,
    name: 'pickupStatusesSeed',
    edition: 'seed',
    validUntil: '2026-05-18',
    method: 'POST',
    path: '/api/v3/click-collect/orders/status',
    request: orders.idsRequest,
    reply: orders.schemeStatusReply
  }),
  pickupStatuses: operation({
    ...read,
    name: 'pickupStatuses',
    edition: 'successor',
    method: 'POST',
    path: '/api/marketplace/v3/click-collect/orders/status/info',
    request: orders.ordersIdsRequest,
    reply: orders.schemeStatusReply,
    group: 'pickupStatuses'
  }),
  pickupFinalPrices: operation({
    ...read,
    name: 'pickupFinalPrices',
    edition: 'successor',
    method: 'POST',
    path: '/api/marketplace/v3/click-collect/orders/final-price',
    request: facts.finalPricesRequest,
    reply: facts.finalPricesReply,
    group: 'pickupMeta'
  }),
  /** Whether the code that a person says at the counter belongs to the order. */
  pickupIdentity: operation({
    ...read,
    name: 'pickupIdentity',
    method: 'POST',
    path: '/api/v3/click-collect/orders/client/identity',
    request: orders.identityRequest,
    reply: orders.identityReply,
    group: 'pickupIdentity'
  })
} as const
