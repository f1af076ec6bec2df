import { z } from 'zod'
import {
  bareRequest,
  fitsPeriod,
  list,
  missing,
  momentSchema,
  orderIds,
  orderPath,
  pageQuery,
  periodTooLong,
  pictureTypeSchema,
  spare
} from './common.ts'
import { phoneFields } from './phones.ts'

const text = z
  .string()
  .nullish()
  .transform(value => value ?? '')
const texts = z
  .array(z.string())
  .nullish()
  .transform(value => value ?? [])

/**
 * An assembly order as both lists show it. What decides how it is packed must be readable wherever it is told: its id and
 * age, what may share a supply, its barcodes, the codes that it needs. All else is spare; unknown fields are ignored.
 */
export const orderSchema = z.object({
  id: z.number().int(),
  orderUid: spare(z.string(), ''),
  article: spare(z.string(), ''),
  colorCode: spare(z.string(), ''),
  comment: spare(z.string(), ''),
  skus: texts,
  /** 0: not told. */
  nmId: spare(z.number().int(), 0),
  /** uint64 in the documents; 0: not told, or beyond what a number holds. */
  chrtId: spare(z.number().int(), 0),
  warehouseId: z.number().int(),
  isPickupPointShipmentAllowed: spare(z.boolean(), null),
  sellerDate: spare(z.string(), ''),
  cargoType: z.number().int(),
  createdAt: momentSchema,
  offices: spare(z.array(z.string()), []),
  officeId: spare(z.number().int(), null),
  supplyId: missing(z.string()),
  deliveryType: spare(z.string(), null),
  crossBorderType: missing(z.union([z.number(), z.string()])),
  requiredMeta: missing(z.array(z.string())),
  optionalMeta: spare(z.array(z.string()), null),
  price: spare(z.number(), null),
  finalPrice: spare(z.number(), null),
  convertedPrice: spare(z.number(), null),
  convertedFinalPrice: spare(z.number(), null),
  currencyCode: spare(z.number().int(), null),
  convertedCurrencyCode: spare(z.number().int(), null),
  /** Spelt `isB2B` in orders of FBS, `isB2b` everywhere else. */
  options: missing(
    z
      .object({ isB2b: missing(z.boolean()), isB2B: missing(z.boolean()) })
      .transform(({ isB2b, isB2B }) => ({ isB2b: isB2b ?? isB2B }))
  )
})
export type RemoteOrder = z.infer<typeof orderSchema>

/** `turn`: what each order becomes as soon as it is read. */
export function newOrdersReply<Turned>(turn: (order: RemoteOrder) => Turned) {
  return z.object({ orders: list(orderSchema.transform(turn)) })
}

export const orderListRequest = z.object({
  query: pageQuery
    .extend({ dateFrom: z.number().int().optional(), dateTo: z.number().int().optional() })
    .refine(fitsPeriod, periodTooLong)
})
export const orderListReply = z.object({ next: missing(z.number()), orders: list(orderSchema) })

export const orderStatusRequest = z.object({ body: z.object({ orders: orderIds(1000) }) })
export const orderStatusReply = z.object({
  orders: list(
    z.object({
      id: z.number().int(),
      supplierStatus: z.string(),
      wbStatus: text,
      isCancellable: spare(z.boolean(), null)
    })
  )
})

export const reshipmentReply = z.object({
  orders: list(z.object({ supplyID: z.string(), orderID: z.number().int() }))
})

export const cancelRequest = z.object({ path: orderPath })

export const stickersRequest = z.object({
  query: z.union([
    z.object({ type: pictureTypeSchema, width: z.literal(58), height: z.literal(40) }),
    z.object({ type: pictureTypeSchema, width: z.literal(40), height: z.literal(30) })
  ]),
  body: z.object({ orders: orderIds(100) })
})
/** `partA` and `partB` were seen as numbers too. */
const part = z.union([z.string(), z.number()]).transform(String)
export const stickersReply = z.object({
  stickers: list(
    z.object({
      orderId: z.number().int(),
      partA: part,
      partB: part,
      barcode: z.string().min(1),
      file: z.string().min(1)
    })
  )
})

export const crossBorderStickersRequest = z.object({ body: z.object({ orders: orderIds(100) }) })
/** `status`: `awaitingTrackNumber` until the parcel has its number, and then `ready`; the older edition is silent. */
export const crossBorderStickersReply = z.object({
  stickers: list(z.object({ orderId: z.number().int(), parcelId: text, status: text, file: text }))
})

export const statusHistoryRequest = z.object({ body: z.object({ orders: orderIds(100) }) })
export const statusHistoryReply = z.object({
  orders: list(
    z.object({
      orderID: z.number().int(),
      deliveryDate: missing(z.string()),
      statuses: list(z.object({ date: missing(z.string()), code: z.string() }))
    })
  )
})

export const clientRequest = z.object({ body: z.object({ orders: z.array(z.number().int().positive()).min(1) }) })
export const clientReply = z.object({
  orders: list(
    z.object({
      orderID: z.number().int(),
      firstName: text,
      fullName: text,
      lastName: text,
      middleName: text,
      ...phoneFields
    })
  )
})

export const pingRequest = bareRequest
export const pingReply = z.object({ Status: z.string() })
