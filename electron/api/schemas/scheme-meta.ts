import { z } from 'zod'
import { missing, list, orderIdSchema, orderIds, orderPath } from './common.ts'
import { stored } from './meta.ts'
import { bulkReply, itemErrors } from './scheme-orders.ts'

/** The keys of the two schemes; `customsDeclaration` came with the newer edition. */
const SCHEME_KEYS = ['sgtin', 'imei', 'uin', 'gtin', 'customsDeclaration'] as const

export const metaOneRequest = z.object({ path: orderPath })
/** In-store pickup prints it in a `meta` of its own. */
export const metaOneReply = z.object({
  meta: z.preprocess(
    value => (typeof value === 'object' && value !== null && 'meta' in value ? value.meta : value),
    z
      .record(z.string(), stored)
      .nullish()
      .transform(meta => meta ?? {})
  )
})
export const metasReply = z.object({
  orders: list(
    z.object({
      orderId: z.number().int(),
      isError: z
        .boolean()
        .nullish()
        .transform(isError => isError ?? false),
      errors: itemErrors,
      metaDetails: missing(
        z.array(z.object({ key: z.string(), value: stored.optional(), decision: missing(z.string()) }))
      ).transform(details => details ?? [])
    })
  )
})

export const deleteOneRequest = z.object({
  path: orderPath,
  query: z.object({ key: z.enum(SCHEME_KEYS).exclude(['customsDeclaration']) })
})
/** The two schemes spell the list differently. */
export const deleteDbsMetasRequest = z.object({
  body: z.object({ key: z.enum(SCHEME_KEYS), orderIds: orderIds(1000) })
})
export const deletePickupMetasRequest = z.object({
  body: z.object({ key: z.enum(SCHEME_KEYS), ordersIds: orderIds(1000) })
})

const sgtins = z.array(z.string().min(16).max(135)).min(1).max(24)
const uin = z.string().length(16)
const imei = z.string().length(15)
const gtin = z.string().length(13)
const customsDeclaration = z.string().min(1).max(100)

export const setSgtinOneRequest = z.object({ path: orderPath, body: z.object({ sgtins }) })
export const setUinOneRequest = z.object({ path: orderPath, body: z.object({ uin }) })
export const setImeiOneRequest = z.object({ path: orderPath, body: z.object({ imei }) })
export const setGtinOneRequest = z.object({ path: orderPath, body: z.object({ gtin }) })

/** A body of 1 to 1000 orders, each with its own value. */
function many<Fields extends z.ZodRawShape>(fields: Fields) {
  return z.object({
    body: z.object({
      orders: z
        .array(z.object({ orderId: orderIdSchema, ...fields }))
        .min(1)
        .max(1000)
    })
  })
}

export const setSgtinsRequest = many({ sgtins })
export const setUinsRequest = many({ uin })
export const setImeisRequest = many({ imei })
export const setGtinsRequest = many({ gtin })
export const setCustomsDeclarationsRequest = many({ customsDeclaration })
/** Answered with nothing at first, later with each order's fate. */
export const customsDeclarationsReply = bulkReply.nullable().transform(reply => reply ?? { results: null })
