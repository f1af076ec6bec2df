import { z } from 'zod'
import { list, missing, orderIds, orderPath } from './common.ts'
import { phoneFields } from './phones.ts'

const text = z
  .string()
  .nullish()
  .transform(value => value ?? '')

/** The vendor's own courier: contacts once one is named; the times as they are printed. */
export const couriersReply = z.object({
  orders: list(
    z.object({
      orderID: z.number().int(),
      courierInfo: missing(
        z.object({
          contacts: missing(
            z.object({
              fullName: text,
              phone: phoneFields.phone,
              carNumber: text,
              pTimeFrom: text,
              pTimeTo: text
            })
          ),
          /** A courier is due; without contacts then, support has to be asked. */
          mustBeAssigned: missing(z.boolean()),
          updatedAt: text
        })
      )
    })
  )
})

export const dbwDeleteMetasRequest = z.object({
  body: z.object({ key: z.enum(['sgtin', 'imei', 'uin', 'gtin']), ordersIds: orderIds(1000) })
})

/** One value on one order, as in FBS. */
export const dbwSetUinRequest = z.object({ path: orderPath, body: z.object({ uin: z.string().length(16) }) })
export const dbwSetImeiRequest = z.object({ path: orderPath, body: z.object({ imei: z.string().length(15) }) })
export const dbwSetGtinRequest = z.object({ path: orderPath, body: z.object({ gtin: z.string().length(13) }) })
