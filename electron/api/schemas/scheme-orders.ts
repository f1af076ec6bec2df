import { z } from 'zod'
import {
  fitsPeriod,
  isLikelyMoment,
  list,
  missing,
  nested,
  orderIdSchema,
  orderIds,
  pageQuery,
  periodTooLong,
  spare
} from './common.ts'
import { metaDetails } from './meta.ts'
import { orderSchema } from './orders.ts'
import { phoneFields } from './phones.ts'

const text = z
  .string()
  .nullish()
  .transform(value => value ?? '')
/** The day of a delivery, `dd.mm.yyyy` or `yyyy-mm-dd`, or none; of the years 2015 to 2099. */
const day = text.refine(value => {
  const [year] = /\d{4}/.exec(value) ?? []
  return year === undefined || isLikelyMoment(Date.UTC(Number(year), 0))
}, 'not a date')
/** A number in one sample, a text in another. */
const digits = z.union([z.number(), z.string()]).transform(String)

/** An order of the seller's own delivery or of in-store pickup; fields that one scheme lacks are null or empty. */
export const schemeOrderSchema = orderSchema.extend({
  ddate: day,
  dTimeFrom: text,
  dTimeTo: text,
  groupId: missing(z.string()),
  address: missing(z.object({ fullAddress: text, longitude: missing(z.number()), latitude: missing(z.number()) })),
  orderCode: text,
  warehouseAddress: text,
  payMode: text,
  tireService: spare(z.boolean(), false),
  wbStickerId: spare(digits, null)
})
export type RemoteSchemeOrder = z.infer<typeof schemeOrderSchema>

export const schemeNewReply = z.object({ orders: nested(schemeOrderSchema) })
export const schemeCompletedRequest = z.object({
  query: pageQuery
    .extend({ dateFrom: z.number().int().nonnegative(), dateTo: z.number().int().nonnegative() })
    .refine(fitsPeriod, periodTooLong)
})
export const schemeCompletedReply = z.object({ next: missing(z.number()), orders: nested(schemeOrderSchema) })

export const idsRequest = z.object({ body: z.object({ orders: orderIds(1000) }) })
export const ordersIdsRequest = z.object({ body: z.object({ ordersIds: orderIds(1000) }) })

/**
 * A trouble with one order of a bulk call; the code was seen as a status number with the word beside it. `metaDetails`:
 * which of its codes are not fine.
 */
export const itemErrors = z
  .array(
    z.object({
      code: digits,
      detail: text,
      metaDetails
    })
  )
  .nullish()
  .transform(errors => errors ?? [])

/** The fields that the schemes and editions have for an order's id. */
const idFields = {
  id: z.number().int().optional(),
  orderId: z.number().int().optional(),
  orderID: z.number().int().optional()
}

/** An item with its order's id under one name, wherever it stood. */
function ofOrder<Item extends { readonly [Field in keyof typeof idFields]?: number | undefined }>(
  item: Item,
  context: z.RefinementCtx
) {
  const orderId = item.orderId ?? item.orderID ?? item.id
  if (orderId !== undefined) return { ...item, orderId }
  context.addIssue({ code: 'custom', message: 'no id', path: ['orderId'] })
  return z.NEVER
}

/** An order that is not found comes with empty statuses. */
export const schemeStatusReply = z.object({
  orders: nested(z.object({ ...idFields, supplierStatus: text, wbStatus: text, errors: itemErrors }).transform(ofOrder))
})

export const schemeClientReply = z.object({
  orders: nested(z.object({ ...idFields, firstName: text, fullName: text, ...phoneFields }).transform(ofOrder))
})

export const identityRequest = z.object({
  body: z.object({ orderCode: z.string().min(1), passcode: z.string().min(1) })
})
export const identityReply = z.object({ ok: z.boolean() })

export const deliveryDateReply = z.object({
  orders: list(
    z.object({
      id: z.number().int(),
      dDate: day,
      dTimeFrom: text,
      dTimeTo: text,
      dDateOld: text,
      dTimeFromOld: text,
      dTimeToOld: text
    })
  )
})

export const groupsRequest = z.object({ body: z.object({ groups: z.array(z.string().min(1)).min(1).max(1000) }) })
export const groupsReply = list(
  z.object({
    groupID: z.string(),
    deliveryCost: missing(z.number()),
    convertedDeliveryCost: missing(z.number()),
    currencyCode: missing(z.number().int()),
    convertedCurrencyCode: missing(z.number().int())
  })
)

/** Stickers of orders that travel to a pickup point: PDF of 58 × 40 mm and nothing else. */
export const pdfStickersRequest = z.object({
  query: z.object({ type: z.literal('pdf'), width: z.literal(58), height: z.literal(40) }),
  body: z.object({ orders: orderIds(100) })
})
export const pdfStickersReply = z.object({
  stickers: list(
    z.object({ orderId: z.number().int(), partA: digits, partB: digits, barcode: z.string(), file: z.string().min(1) })
  )
})

/** The code that the buyer shows; the documents bound it nowhere. */
const handoverCode = z.string().min(1)
export const codeOneRequest = z.object({
  path: z.object({ orderId: orderIdSchema }),
  body: z.object({ code: handoverCode })
})
export const codesRequest = z.object({
  body: z.object({
    orders: z
      .array(z.object({ orderId: orderIdSchema, code: handoverCode }))
      .min(1)
      .max(1000)
  })
})

/** HTTP 200, and each order's own fate inside. */
export const bulkReply = z.object({
  results: list(
    z.object({
      orderId: z.number().int(),
      isError: z
        .boolean()
        .nullish()
        .transform(isError => isError ?? false),
      errors: itemErrors
    })
  )
})
