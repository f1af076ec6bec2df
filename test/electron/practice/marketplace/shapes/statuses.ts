/** The business statuses that the first edition's documents list under each method; 401 and 429 are the gateway's. */
const FBS: Readonly<Record<string, readonly number[]>> = {
  'GET /api/v3/orders/new': [403],
  'GET /api/v3/orders': [400, 403],
  'POST /api/v3/orders/status': [400, 403],
  'GET /api/v3/supplies/orders/reshipment': [400, 403],
  'PATCH /api/v3/orders/{orderId}/cancel': [400, 403, 404, 409],
  'POST /api/v3/orders/stickers': [400, 403],
  'POST /api/v3/orders/stickers/cross-border': [400, 403],
  'POST /api/v3/orders/status/history': [403, 404],
  'POST /api/v3/orders/client': [400, 403, 404],
  'GET /api/v3/orders/{orderId}/meta': [403, 404],
  'DELETE /api/v3/orders/{orderId}/meta': [400, 403, 409],
  'PUT /api/v3/orders/{orderId}/meta/sgtin': [400, 403, 404, 409],
  'PUT /api/v3/orders/{orderId}/meta/uin': [400, 403, 409],
  'PUT /api/v3/orders/{orderId}/meta/imei': [400, 403, 409],
  'PUT /api/v3/orders/{orderId}/meta/gtin': [400, 403, 409],
  'PUT /api/v3/orders/{orderId}/meta/expiration': [400, 403, 404, 409],
  'POST /api/v3/supplies': [400, 403],
  'GET /api/v3/supplies': [400, 403],
  'PATCH /api/v3/supplies/{supplyId}/orders/{orderId}': [400, 403, 404, 409],
  'GET /api/v3/supplies/{supplyId}': [400, 403, 404],
  'DELETE /api/v3/supplies/{supplyId}': [400, 403, 404, 409],
  'GET /api/marketplace/v3/supplies/{supplyId}/order-ids': [400, 403, 404],
  'GET /api/v3/supplies/{supplyId}/orders': [400, 403, 404],
  'PATCH /api/v3/supplies/{supplyId}/deliver': [400, 403, 404, 409],
  'GET /api/v3/supplies/{supplyId}/barcode': [400, 403, 404, 409],
  'GET /api/v3/supplies/{supplyId}/trbx': [400, 403, 404],
  'POST /api/v3/supplies/{supplyId}/trbx': [400, 403, 404],
  'DELETE /api/v3/supplies/{supplyId}/trbx': [400, 403, 404],
  'POST /api/v3/supplies/{supplyId}/trbx/stickers': [400, 403, 404],
  'GET /api/v3/passes/offices': [403],
  'GET /api/v3/passes': [403],
  'POST /api/v3/passes': [400, 403, 404],
  'PUT /api/v3/passes/{passId}': [400, 403, 404],
  'DELETE /api/v3/passes/{passId}': [403, 404]
}

const DBS = '/api/v3/dbs/orders'
const PICKUP = '/api/v3/click-collect/orders'
const ALL = [400, 403, 404, 409] as const

function steps(path: string, names: readonly string[]): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(names.map(name => [`PATCH ${path}/{orderId}/${name}`, ALL]))
}

export const SEED_STATUSES: Readonly<Record<string, readonly number[]>> = {
  ...FBS,
  [`GET ${DBS}/new`]: [403],
  [`GET ${DBS}`]: [400, 403],
  [`POST ${DBS}/client`]: [400, 403, 404],
  [`POST ${DBS}/status`]: [400, 403],
  ...steps(DBS, ['confirm', 'deliver', 'receive', 'reject', 'cancel']),
  [`GET ${DBS}/{orderId}/meta`]: [403, 404],
  [`DELETE ${DBS}/{orderId}/meta`]: [400, 403, 409],
  [`PUT ${DBS}/{orderId}/meta/sgtin`]: ALL,
  [`PUT ${DBS}/{orderId}/meta/uin`]: [400, 403, 409],
  [`PUT ${DBS}/{orderId}/meta/imei`]: [400, 403, 409],
  [`PUT ${DBS}/{orderId}/meta/gtin`]: [400, 403, 409],
  [`GET ${PICKUP}/new`]: [403],
  [`GET ${PICKUP}`]: [400, 403],
  [`POST ${PICKUP}/client`]: [400, 403],
  // The newer files add the 404.
  [`POST ${PICKUP}/client/identity`]: ALL,
  [`POST ${PICKUP}/status`]: [400, 403],
  ...steps(PICKUP, ['confirm', 'prepare', 'receive', 'reject', 'cancel']),
  [`GET ${PICKUP}/{orderId}/meta`]: [403, 404],
  [`DELETE ${PICKUP}/{orderId}/meta`]: [403, 404],
  ...Object.fromEntries(['sgtin', 'uin', 'imei', 'gtin'].map(key => [`PUT ${PICKUP}/{orderId}/meta/${key}`, ALL]))
}
