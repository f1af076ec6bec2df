import { z } from 'zod'
import { META_KEYS } from '../../../shared/domain/orders/orders.ts'
import { list, missing, orderIds, orderPath } from './common.ts'

const scalar = z.union([z.string(), z.number()]).transform(String)

/** One stored value: bare or in `{value}`, alone or in a list, empty as null. */
export const stored = z
  .union([scalar, z.array(scalar), z.object({ value: z.union([scalar, z.array(scalar)]).nullish() })])
  .nullable()
  .transform(found => {
    const inner = typeof found === 'object' && found !== null && !Array.isArray(found) ? found.value : found
    const values = inner === null || inner === undefined ? [] : Array.isArray(inner) ? inner : [inner]
    return values.filter(value => value !== '')
  })

/** What the marketplace says of each of an order's keys; null is nothing. */
export const metaDetails = missing(
  z.array(z.object({ key: z.string(), value: stored.optional(), decision: missing(z.string()) }))
).transform(details => (details ?? []).map(({ key, value, decision }) => ({ key, values: value ?? [], decision })))

export const readMetaRequest = z.object({ path: orderPath })
/** Keys that are absent are not for this order. */
export const readMetaReply = z.object({
  meta: z
    .record(z.string(), stored)
    .nullish()
    .transform(meta => meta ?? {})
})

export const readMetasRequest = z.object({ body: z.object({ orders: orderIds(100) }) })
export const readMetasReply = z.object({
  orders: list(
    z.object({
      id: z.number().int(),
      metaDetails: list(z.object({ key: z.string(), value: stored.optional(), decision: missing(z.string()) }))
    })
  )
})

/** An expiry date can be overwritten, never deleted. */
export const deleteMetaRequest = z.object({
  path: orderPath,
  query: z.object({ key: z.enum(META_KEYS).exclude(['expiration']) })
})

export const setSgtinRequest = z.object({
  path: orderPath,
  body: z.object({ sgtins: z.array(z.string().min(16).max(135)).min(1).max(100) })
})
export const setUinRequest = z.object({ path: orderPath, body: z.object({ uin: z.string().length(16) }) })
export const setImeiRequest = z.object({ path: orderPath, body: z.object({ imei: z.string().length(15) }) })
export const setGtinRequest = z.object({ path: orderPath, body: z.object({ gtin: z.string().length(13) }) })
/** `dd.mm.yyyy`, at least 30 days ahead of the marketplace's day. */
export const setExpirationRequest = z.object({
  path: orderPath,
  body: z.object({ expiration: z.string().regex(/^\d\d\.\d\d\.\d{4}$/) })
})
/** `10704010/010624/0000302`. */
export const setCustomsDeclarationRequest = z.object({
  path: orderPath,
  body: z.object({ customsDeclaration: z.string().min(17).max(29) })
})
