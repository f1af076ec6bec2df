import { z } from 'zod'
import { SUPPLY_ADD_MAX, SUPPLY_NAME_MAX } from '../../../shared/domain/orders/supplies.ts'
import {
  list,
  missing,
  momentSchema,
  orderIdSchema,
  orderIds,
  pageQuery,
  pictureTypeSchema,
  supplyIdSchema,
  supplyPath
} from './common.ts'
import { orderSchema } from './orders.ts'

export const createSupplyRequest = z.object({ body: z.object({ name: z.string().min(1).max(SUPPLY_NAME_MAX) }) })
export const createSupplyReply = z.object({ id: z.string().min(1) })

export const supplySchema = z.object({
  id: z.string(),
  name: z
    .string()
    .nullish()
    .transform(name => name ?? ''),
  done: z.boolean(),
  createdAt: momentSchema,
  closedAt: missing(z.string()),
  scanDt: missing(z.string()),
  cargoType: missing(z.number().int()),
  destinationOfficeId: missing(z.number().int()),
  /** Null where the supply is empty. */
  isB2b: missing(z.boolean()),
  /** As orders of FBS spell it. */
  isB2B: missing(z.boolean()),
  crossBorderType: missing(z.number().int()),
  /** The warehouse that `deliver` proposes; 0: none. */
  recommendedWhId: missing(z.number().int()),
  isPickupPointShipmentAllowed: missing(z.boolean()),
  /** `yyyy-mm-dd`, maybe with a time behind it. */
  shippingDt: missing(z.string()),
  shippingPointId: missing(z.number().int()),
  shippingType: missing(z.string()),
  waybillUuid: missing(z.string()),
  spotAvailable: missing(z.boolean())
})
export const supplyRequest = z.object({ path: supplyPath })
export const supplyListRequest = z.object({ query: pageQuery })
export const supplyListReply = z.object({ next: missing(z.number()), supplies: list(supplySchema) })

export const addOrderRequest = z.object({ path: supplyPath.extend({ orderId: orderIdSchema }) })
export const addOrdersRequest = z.object({ path: supplyPath, body: z.object({ orders: orderIds(SUPPLY_ADD_MAX) }) })

export const supplyOrdersReply = z.object({ orders: list(orderSchema) })
export const supplyOrderIdsReply = z.object({ orderIds: list(z.number().int()) })

export const supplyPictureRequest = z.object({ path: supplyPath, query: z.object({ type: pictureTypeSchema }) })
export const supplyPictureReply = z.object({ barcode: z.string(), file: z.string().min(1) })

/** `WB-TRBX-1234567`. */
const boxIds = z.array(supplyIdSchema).min(1)
export const boxesReply = z.object({ trbxes: list(z.object({ id: z.string() })) })
export const addBoxesRequest = z.object({
  path: supplyPath,
  body: z.object({ amount: z.number().int().min(1).max(1000) })
})
export const addBoxesReply = z.object({ trbxIds: list(z.string()) })
export const deleteBoxesRequest = z.object({ path: supplyPath, body: z.object({ trbxIds: boxIds }) })
export const boxStickersRequest = z.object({
  path: supplyPath,
  query: z.object({ type: pictureTypeSchema }),
  body: z.object({ trbxIds: boxIds })
})
export const boxStickersReply = z.object({ stickers: list(z.object({ barcode: z.string(), file: z.string() })) })
