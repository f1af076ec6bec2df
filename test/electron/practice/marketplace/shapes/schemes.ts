import { z } from 'zod'
import {
  address,
  base64,
  currency,
  day,
  hour,
  id,
  metaDetail,
  metaKey,
  moment,
  nothing,
  price,
  sticker,
  words
} from './common.ts'
import type { EditionName } from './common.ts'
import { itemError } from './errors.ts'

const next = z.int().nonnegative()
const requestId = z.string().min(1)

const common = {
  article: z.string(),
  rid: z.string(),
  createdAt: moment,
  skus: z.array(z.string()).min(1),
  id,
  warehouseId: id,
  nmId: id,
  chrtId: id,
  price,
  currencyCode: currency,
  cargoType: z.literal([1, 2, 3]),
  isZeroOrder: z.boolean()
}
const newer = { options: z.strictObject({ isB2b: z.boolean() }), finalPrice: price, convertedFinalPrice: price }
const wishes = { ddate: day, salePrice: price, requiredMeta: z.array(metaKey) }

/** An order of DBS: `fresh` as it is new, else as it is over. */
function dbsOrder(edition: EditionName, fresh: boolean): z.ZodType {
  const seed = {
    ...common,
    address,
    deliveryType: z.literal('dbs'),
    orderUid: z.string(),
    colorCode: z.string(),
    comment: z.string().max(300),
    convertedPrice: price,
    convertedCurrencyCode: currency,
    ...(fresh && { ...wishes, dTimeFrom: hour, dTimeTo: hour })
  }
  if (edition === 'seed') return z.strictObject(seed)
  const own = { ...seed, ...newer, groupId: z.uuid() }
  return z.discriminatedUnion('deliveryType', [
    z.strictObject({ ...own, deliveryType: z.enum(['dbs', 'edbs']) }),
    z.strictObject({ ...own, deliveryType: z.literal('dbsPickupPoint'), wbStickerId: id })
  ])
}

/** An order of in-store pickup; how it is paid for is told of new ones in the newer files alone. */
function pickupOrder(edition: EditionName, fresh: boolean): z.ZodType {
  const payMode = z.enum(['prepaid', 'postpaid', 'unknown'])
  return z.strictObject({
    ...common,
    warehouseAddress: z.string(),
    orderCode: z.string().min(1),
    ...(fresh ? wishes : { orderUid: z.string(), payMode }),
    ...(edition === 'successor' && {
      ...newer,
      payMode,
      convertedPrice: price,
      convertedCurrencyCode: currency,
      tireService: z.boolean()
    })
  })
}

const wbStatus = z.enum(
  words(
    'waiting sorted sold canceled canceled_by_client declined_by_client defect ready_for_pickup canceled_by_missed_call'
  )
)
const STATUSES = {
  dbs: z.enum(['new', 'confirm', 'deliver', 'receive', 'reject', 'cancel', 'cancel_missed_call']),
  pickup: z.enum(['new', 'confirm', 'prepare', 'receive', 'reject', 'cancel', 'cancel_shelf_life'])
} as const

const bulk = z.strictObject({
  requestId,
  results: z.array(
    z.discriminatedUnion('isError', [
      z.strictObject({ orderId: z.int(), isError: z.literal(false) }),
      z.strictObject({ orderId: z.int(), isError: z.literal(true), errors: z.array(itemError).min(1) })
    ])
  )
})

const phone = z.union([z.number(), z.string()])

function dbsBuyer(edition: EditionName): z.ZodType {
  const seed = {
    firstName: z.string(),
    fullName: z.string(),
    orderID: id,
    phone,
    phoneCode: phone,
    additionalPhoneCodes: z.array(phone)
  }
  if (edition === 'seed') return z.strictObject(seed)
  const phones = z.array(phone)
  return z.strictObject({
    ...seed,
    replacementPhone: z.string(),
    additionalPhones: phones,
    replacementAdditionalPhones: phones
  })
}

/** The first edition's samples of in-store pickup wrap some lists twice. */
function wrapped(item: z.ZodType, isWrapped: boolean): z.ZodType {
  const inner = z.strictObject({ orders: z.array(item) })
  return isWrapped ? z.strictObject({ orders: z.array(inner).length(1) }) : inner
}

const finalPrice = z.strictObject({
  originalPrice: price,
  convertedOriginalPrice: price,
  originalFinalPrice: price,
  convertedOriginalFinalPrice: price,
  currencyCode: currency,
  convertedCurrencyCode: currency
})
/** One result of a method that tells something of each order. */
function resultsOf(data: z.ZodType): z.ZodType {
  const fine = { orderId: z.int(), isError: z.literal(false), errors: z.array(itemError).length(0).optional() }
  const refused = { orderId: z.int(), isError: z.literal(true), errors: z.array(itemError).min(1) }
  const results = z.array(
    z.discriminatedUnion('isError', [
      z.strictObject({ ...fine, data: data.nullish() }),
      z.strictObject({ ...refused, data: z.null().optional() })
    ])
  )
  return z.strictObject({ requestId: requestId.optional(), results })
}

const stored = {
  dbs: (value: z.ZodType) => z.strictObject({ value: value.nullable() }),
  pickup: (value: z.ZodType) => value.nullable()
}

function storedMeta(scheme: 'dbs' | 'pickup'): z.ZodType {
  const of = stored[scheme]
  const meta = z.strictObject({
    sgtin: of(z.array(z.string())).optional(),
    imei: of(z.string()).optional(),
    uin: of(z.string()).optional(),
    gtin: of(z.string()).optional()
  })
  return z.strictObject({ meta: scheme === 'dbs' ? meta : z.strictObject({ meta }) })
}

/** What both schemes have in the same words. */
function bothShapes(scheme: 'dbs' | 'pickup', edition: EditionName): Readonly<Record<string, z.ZodType>> {
  const name = scheme === 'dbs' ? 'dbs' : 'click-collect'
  const [one, many] = [`/api/v3/${name}/orders`, `/api/marketplace/v3/${name}/orders`]
  const order = scheme === 'dbs' ? dbsOrder : pickupOrder
  const steps = ['confirm', scheme === 'dbs' ? 'deliver' : 'prepare', 'receive', 'reject', 'cancel']
  const supplierStatus = STATUSES[scheme]
  const statusInfo = z.union([
    z.strictObject({ orderId: z.int(), supplierStatus, wbStatus, errors: z.array(itemError).length(0).optional() }),
    z.strictObject({
      orderId: z.int(),
      supplierStatus: z.literal(''),
      wbStatus: z.literal(''),
      errors: z.array(itemError).min(1)
    })
  ])
  const details = z.strictObject({
    orderId: z.int(),
    isError: z.boolean(),
    errors: z.array(itemError).optional(),
    metaDetails: z.array(metaDetail)
  })
  return {
    [`GET ${one}/new`]: z.strictObject({ orders: z.array(order(edition, true)) }),
    [`GET ${one}`]: z.strictObject({ next, orders: z.array(order(edition, false)) }),
    [`POST ${one}/status`]: wrapped(z.strictObject({ id, supplierStatus, wbStatus }), scheme === 'pickup'),
    [`POST ${many}/status/info`]: z.strictObject({ orders: z.array(statusInfo) }),
    ...Object.fromEntries(steps.map(step => [`PATCH ${one}/{orderId}/${step}`, nothing])),
    ...Object.fromEntries(steps.map(step => [`POST ${many}/status/${step}`, bulk])),
    [`GET ${one}/{orderId}/meta`]: storedMeta(scheme),
    [`DELETE ${one}/{orderId}/meta`]: nothing,
    ...Object.fromEntries(['sgtin', 'uin', 'imei', 'gtin'].map(key => [`PUT ${one}/{orderId}/meta/${key}`, nothing])),
    [`POST ${many}/meta/details`]: z.strictObject({ requestId, orders: z.array(details) }),
    ...Object.fromEntries(
      ['delete', 'sgtin', 'uin', 'imei', 'gtin', 'customs-declaration'].map(key => [`POST ${many}/meta/${key}`, bulk])
    ),
    // Nothing in it: still being computed.
    [`POST ${many}/final-price`]: resultsOf(z.union([finalPrice, z.strictObject({})]))
  }
}

/** The body of each success of the two schemes, by method and path. */
export function schemeShapes(edition: EditionName): Readonly<Record<string, z.ZodType>> {
  const pickupBuyer = z.strictObject({ orderID: id, firstName: z.string(), phone, phoneCode: phone })
  return {
    ...bothShapes('dbs', edition),
    ...bothShapes('pickup', edition),
    'POST /api/v3/dbs/orders/client': z.strictObject({ orders: z.array(dbsBuyer(edition)) }),
    'POST /api/v3/click-collect/orders/client': wrapped(pickupBuyer, edition === 'seed'),
    'POST /api/v3/click-collect/orders/client/identity': z.strictObject({ ok: z.literal(true) }),
    'POST /api/v3/dbs/groups/info': z
      .array(
        z.strictObject({
          groupID: z.string(),
          deliveryCost: price,
          convertedDeliveryCost: price,
          currencyCode: currency,
          convertedCurrencyCode: currency
        })
      )
      .nullable(),
    'POST /api/v3/dbs/orders/delivery-date': z.strictObject({
      orders: z.array(
        z.strictObject({
          id,
          dDate: z.string(),
          dTimeFrom: hour.optional(),
          dTimeTo: hour.optional(),
          dDateOld: z.string().optional(),
          dTimeFromOld: hour.optional(),
          dTimeToOld: hour.optional()
        })
      )
    }),
    'POST /api/marketplace/v3/dbs/orders/stickers': z.strictObject({
      stickers: z.array(sticker.extend({ file: base64 }))
    }),
    'POST /api/marketplace/v3/dbs/orders/b2b/info': resultsOf(
      z.strictObject({ inn: z.string(), kpp: z.string(), orgName: z.string() })
    )
  }
}
