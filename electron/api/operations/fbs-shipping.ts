import { PENALTY } from '../limits/limits.ts'
import * as shipping from '../schemas/shipping.ts'
import { operation } from './operation.ts'

const common = { edition: 'successor', success: 200, group: 'fbs', penalty: PENALTY, repeatable: true } as const

/** Where a supply is brought, how and on what day: demanded of sellers in Russia since October 2026. */
export const fbsShipping = {
  /** Thousands of points for a large city, in one reply. */
  shippingPoints: operation({
    ...common,
    name: 'shippingPoints',
    effect: 'read',
    method: 'GET',
    path: '/api/marketplace/v3/fbs/shipping-points',
    request: shipping.shippingPointsRequest,
    reply: shipping.shippingPointsReply
  }),
  /** Changeable until the supply is scanned at the point. */
  setShippingMethod: operation({
    ...common,
    name: 'setShippingMethod',
    effect: 'write',
    lookedUpBy: ['supply'],
    method: 'PATCH',
    path: '/api/marketplace/v3/fbs/supplies/shipping-method',
    request: shipping.setShippingRequest,
    reply: shipping.setShippingReply
  }),
  /** Electronic waybills of supplies that a transport company carries. */
  setWaybills: operation({
    ...common,
    name: 'setWaybills',
    effect: 'write',
    lookedUpBy: ['supply'],
    method: 'PATCH',
    path: '/api/marketplace/v3/fbs/supplies/waybill',
    request: shipping.setWaybillsRequest,
    reply: shipping.setShippingReply
  })
} as const
