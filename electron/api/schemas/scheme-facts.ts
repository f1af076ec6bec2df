import { z } from 'zod'
import { list, missing, orderIds } from './common.ts'
import { itemErrors } from './scheme-orders.ts'

const text = z
  .string()
  .nullish()
  .transform(value => value ?? '')
const isError = z
  .boolean()
  .nullish()
  .transform(value => value ?? false)

/** Spelt `ordersIds` for organisations, `orders` for prices. */
export const organisationsRequest = z.object({ body: z.object({ ordersIds: orderIds(1000) }) })
export const organisationsReply = z.object({
  results: list(
    z.object({
      orderId: z.number().int(),
      isError,
      errors: itemErrors,
      data: missing(z.object({ inn: text, kpp: text, orgName: text }))
    })
  )
})

export const finalPricesRequest = z.object({ body: z.object({ orders: orderIds(1000) }) })
/** `data` without a field: it is being computed. Null or absent: the price that the order told stands. */
export const finalPricesReply = z.object({
  results: list(
    z.object({
      orderId: z.number().int(),
      isError,
      errors: itemErrors,
      data: missing(
        z.object({
          originalPrice: missing(z.number()),
          convertedOriginalPrice: missing(z.number()),
          originalFinalPrice: missing(z.number()),
          convertedOriginalFinalPrice: missing(z.number()),
          currencyCode: missing(z.number().int()),
          convertedCurrencyCode: missing(z.number().int())
        })
      )
    })
  )
})
