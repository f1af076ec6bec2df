import { z } from 'zod'
import {
  address,
  base64,
  currency,
  day,
  id,
  META_KEYS,
  metaDetail,
  metaKey,
  moment,
  nothing,
  price,
  sticker,
  words
} from './common.ts'
import type { EditionName } from './common.ts'

const supplyId = z.string().regex(/^WB-GI-\d+$/)
const boxId = z.string().regex(/^WB-TRBX-\d+$/)
const next = z.int().nonnegative()

const bare = {
  scanPrice: price.nullable(),
  orderUid: z.string(),
  article: z.string(),
  colorCode: z.string(),
  rid: z.string(),
  createdAt: moment,
  offices: z.array(z.string()).min(1),
  skus: z.array(z.string()).min(1),
  id,
  warehouseId: id,
  nmId: id,
  chrtId: id,
  price,
  convertedPrice: price,
  currencyCode: currency,
  convertedCurrencyCode: currency,
  cargoType: z.literal([1, 2, 3]),
  isZeroOrder: z.boolean()
}

function listed(edition: EditionName) {
  const seed = {
    ...bare,
    address: address.nullable(),
    deliveryType: z.literal('fbs'),
    officeId: id,
    comment: z.string(),
    options: z.strictObject({ isB2b: z.boolean() })
  }
  if (edition === 'seed') return seed
  return { ...seed, options: z.strictObject({ isB2B: z.boolean() }), crossBorderType: z.literal([0, 1]) }
}

function fresh(edition: EditionName): z.ZodType {
  const seed = {
    ...listed(edition),
    ddate: day.nullable(),
    salePrice: price,
    finalPrice: price,
    convertedFinalPrice: price,
    requiredMeta: z.array(metaKey)
  }
  if (edition === 'seed') return z.strictObject(seed)
  return z.strictObject({
    ...seed,
    optionalMeta: z.array(metaKey),
    isPickupPointShipmentAllowed: z.boolean(),
    sellerDate: day.nullable()
  })
}

const supplierStatus = z.enum(['new', 'confirm', 'complete', 'cancel', 'cancel_carrier'])
const wbStatus = z.enum(
  words(
    'waiting sorted sold canceled canceled_by_client declined_by_client defect ready_for_pickup postponed_delivery accepted_by_carrier sent_to_carrier canceled_by_carrier'
  )
)

function supply(edition: EditionName): z.ZodType {
  const seed = {
    id: supplyId,
    done: z.boolean(),
    createdAt: moment,
    closedAt: moment.nullable(),
    scanDt: moment.nullable(),
    name: z.string().min(1).max(128),
    cargoType: z.literal([0, 1, 2, 3]),
    destinationOfficeId: id.nullable()
  }
  if (edition === 'seed') return z.strictObject(seed)
  return z.strictObject({
    ...seed,
    crossBorderType: z.literal([0, 1]).nullable(),
    isB2b: z.boolean().nullable(),
    recommendedWhId: z.int().nonnegative(),
    isPickupPointShipmentAllowed: z.boolean(),
    shippingDt: z.iso.date().nullable(),
    shippingPointId: id.nullable(),
    shippingType: z.enum(['selfShipping', 'transportCompany']).nullable(),
    waybillUuid: z.uuid().nullable(),
    spotAvailable: z.boolean()
  })
}

/** Items of a supply's shipping method and waybill: never `success: false`. */
const supplyResults = z.strictObject({
  results: z.array(
    z.union([
      z.strictObject({ supplyId: z.string(), success: z.literal(true) }),
      z.strictObject({ supplyId: z.string(), error: z.strictObject({ code: z.int(), detail: z.string() }) })
    ])
  )
})
const spot = z.strictObject({
  carrierName: z.string().min(1),
  carrierTaxNumber: z.string().min(1),
  carrierCountryCode: z.string().regex(/^\d{3}$/),
  vehicleRegistrationNumber: z.string().min(1),
  trailerRegistrationNumber: z.string().nullish(),
  status: z.enum(['pending', 'completed', 'failed']),
  errorCode: z.literal('doppFailed').optional()
})
const archived = z.looseObject({
  id,
  cargoType: z.enum(['mgt', 'sgt', 'kgtPlus']),
  crossBorderType: z.enum(['local', 'crossBorder']),
  product: z.strictObject({ article: z.string(), nmId: id, chrtId: id, skus: z.array(z.string()) }),
  priceInfo: z.strictObject({ price, currencyCode: currency, convertedPrice: price, convertedCurrencyCode: currency }),
  status: z.strictObject({ supplierStatus, wbStatus }),
  metaDetails: z.array(metaDetail),
  stickerId: id,
  supplyId: supplyId.optional()
})
const shippingPoint = z.strictObject({
  id,
  name: z.string(),
  address: z.string(),
  city: z.string(),
  officeType: z.enum(['sc', 'sw', 'pp']),
  cargoTypes: z.array(z.literal([1, 2, 3])).min(1),
  latitude: z.number(),
  longitude: z.number(),
  fulfillment: z.boolean()
})
const pass = z.strictObject({
  id,
  firstName: z.string(),
  lastName: z.string(),
  carModel: z.string(),
  carNumber: z.string(),
  officeName: z.string(),
  officeAddress: z.string(),
  officeId: id,
  dateEnd: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\+00:00$/)
})
const stored = z.strictObject({ value: z.union([z.string(), z.array(z.string())]).nullable() })
const picture = z.strictObject({ barcode: z.string().min(1), file: base64 })
const ORDER = '/api/v3/orders/{orderId}'
const SUPPLY = '/api/v3/supplies/{supplyId}'
const M = '/api/marketplace/v3'

/** The body of each success of FBS, by method and path. */
export function fbsShapes(edition: EditionName): Readonly<Record<string, z.ZodType>> {
  const status = { id, supplierStatus, wbStatus }
  const statuses = edition === 'seed' ? status : { ...status, isCancellable: z.boolean() }
  const supplies = z.strictObject({ next, supplies: z.array(supply(edition)) })
  const orders = z.array(z.strictObject({ ...listed(edition), supplyId: supplyId.optional() }))
  return {
    'GET /ping': z.strictObject({ TS: moment, Status: z.literal('OK') }),
    'GET /api/v3/orders/new': z.strictObject({ orders: z.array(fresh(edition)) }),
    'GET /api/v3/orders': z.strictObject({ next, orders }),
    'POST /api/v3/orders/status': z.strictObject({ orders: z.array(z.strictObject(statuses)) }),
    'GET /api/v3/supplies/orders/reshipment': z.strictObject({
      orders: z.array(z.strictObject({ supplyID: supplyId, orderID: id }))
    }),
    [`PATCH ${ORDER}/cancel`]: nothing,
    'POST /api/v3/orders/stickers': z.strictObject({ stickers: z.array(sticker) }),
    'POST /api/v3/orders/stickers/cross-border': z.strictObject({ stickers: z.array(crossBorderSticker(edition)) }),
    'POST /api/v3/orders/status/history': z.strictObject({
      orders: z.array(
        z.strictObject({
          deliveryDate: z.string(),
          statuses: z.array(z.strictObject({ date: z.string().nullable(), code: z.string() })),
          orderID: id
        })
      )
    }),
    'POST /api/v3/orders/client': z.strictObject({
      orders: z.array(
        z.strictObject({
          firstName: z.string(),
          fullName: z.string(),
          lastName: z.string(),
          middleName: z.string(),
          orderID: id,
          phone: z.union([z.number(), z.string()]),
          phoneCode: z.union([z.number(), z.string()])
        })
      )
    }),
    [`GET ${ORDER}/meta`]: z.strictObject({
      meta: z.partialRecord(z.enum(META_KEYS).exclude(['customsDeclaration']), stored)
    }),
    [`POST ${M}/orders/meta`]: z.strictObject({
      orders: z.array(z.strictObject({ id, metaDetails: z.array(metaDetail) }))
    }),
    [`DELETE ${ORDER}/meta`]: nothing,
    ...Object.fromEntries(
      ['sgtin', 'uin', 'imei', 'gtin', 'expiration'].map(key => [`PUT ${ORDER}/meta/${key}`, nothing])
    ),
    [`PUT ${M}/orders/{orderId}/meta/customs-declaration`]: nothing,
    'POST /api/v3/supplies': z.strictObject({ id: supplyId }),
    'GET /api/v3/supplies': supplies,
    [`GET ${SUPPLY}`]: supply(edition),
    [`DELETE ${SUPPLY}`]: nothing,
    [`PATCH ${SUPPLY}/deliver`]: nothing,
    [`GET ${SUPPLY}/orders`]: z.strictObject({ orders: z.array(z.strictObject(bare)) }),
    [`GET ${M}/supplies/{supplyId}/order-ids`]: z.strictObject({ orderIds: z.array(id) }),
    [`PATCH ${SUPPLY}/orders/{orderId}`]: nothing,
    [`PATCH ${M}/supplies/{supplyId}/orders`]: nothing,
    [`GET ${SUPPLY}/barcode`]: picture,
    [`GET ${SUPPLY}/trbx`]: z.strictObject({ trbxes: z.array(z.strictObject({ id: boxId })) }),
    [`POST ${SUPPLY}/trbx`]: z.strictObject({ trbxIds: z.array(boxId).min(1) }),
    [`DELETE ${SUPPLY}/trbx`]: nothing,
    [`POST ${SUPPLY}/trbx/stickers`]: z.strictObject({
      stickers: z.array(picture.extend({ barcode: z.string().regex(/^\$WBMP:1:\d+:\d+$/) }))
    }),
    'GET /api/v3/passes/offices': z.array(z.strictObject({ name: z.string(), address: z.string(), id })),
    'GET /api/v3/passes': z.array(pass),
    'POST /api/v3/passes': z.strictObject({ id }),
    'PUT /api/v3/passes/{passId}': nothing,
    'DELETE /api/v3/passes/{passId}': nothing,
    [`GET ${M}/fbs/shipping-points`]: z.strictObject({ shippingPoints: z.array(shippingPoint) }),
    [`PATCH ${M}/fbs/supplies/shipping-method`]: supplyResults,
    [`PATCH ${M}/fbs/supplies/waybill`]: supplyResults,
    [`GET ${M}/fbs/dictionaries/countries/oksm`]: z.strictObject({
      countries: z.array(z.strictObject({ code: z.string().regex(/^\d{3}$/), name: z.string() }))
    }),
    [`PUT ${M}/fbs/supplies/{supplyId}/spot`]: nothing,
    [`POST ${M}/fbs/supplies/spot/list`]: z.strictObject({
      supplies: z.array(
        z.union([
          z.strictObject({ id: z.string(), spot }),
          z.strictObject({ id: z.string(), error: z.strictObject({ title: z.string(), detail: z.string() }) })
        ])
      )
    }),
    [`GET ${M}/fbs/supplies/{supplyId}/stickers/spot`]: z.strictObject({ qrCode: base64 }),
    [`GET ${M}/fbs/orders/archive`]: z.strictObject({ next: next.optional(), orders: z.array(archived) })
  }
}

/** The first edition's sample has neither a status nor an empty file. */
function crossBorderSticker(edition: EditionName): z.ZodType {
  const sample = z.strictObject({ file: base64, orderId: id, parcelId: z.string().min(1) })
  if (edition === 'seed') return sample
  return z.discriminatedUnion('status', [
    sample.extend({ status: z.literal('ready') }),
    z.strictObject({
      file: z.literal(''),
      orderId: id,
      parcelId: z.string(),
      status: z.literal('awaitingTrackNumber')
    })
  ])
}
