import { z } from 'zod'
import { list, orderIdSchema, orderIds, orderPath } from './common.ts'
import { metaDetails, stored } from './meta.ts'
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
      metaDetails
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

/** DBS: 1 to 24 marking codes of 16 to 135 characters, and the lengths of the other codes. */
const dbs = {
  sgtins: z.array(z.string().min(16).max(135)).min(1).max(24),
  uin: z.string().length(16),
  imei: z.string().length(15),
  gtin: z.string().length(13)
}
/** In-store pickup bounds the length of a marking code, and nothing else. */
const pickup = {
  sgtins: z.array(z.string().min(16).max(135)).min(1),
  uin: z.string().min(1),
  imei: z.string().min(1),
  gtin: z.string().min(1)
}
/** 17 to 29 characters, `10704010/010624/0000302`, with the country of origin by its OKSM digits. */
const declaration = {
  customsDeclaration: z.string().min(17).max(29),
  originCountryCode: z.string().regex(/^\d{1,3}$/)
}

/** One order a call, with its value in the body. */
function one<Fields extends z.ZodRawShape>(fields: Fields) {
  return z.object({ path: orderPath, body: z.object(fields) })
}

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

/** Requests that set a value on one order. */
export const setOne = {
  dbs: {
    sgtin: one({ sgtins: dbs.sgtins }),
    uin: one({ uin: dbs.uin }),
    imei: one({ imei: dbs.imei }),
    gtin: one({ gtin: dbs.gtin })
  },
  pickup: {
    sgtin: one({ sgtins: pickup.sgtins }),
    uin: one({ uin: pickup.uin }),
    imei: one({ imei: pickup.imei }),
    gtin: one({ gtin: pickup.gtin })
  }
}

/** Requests that set values on many orders. */
export const setMany = {
  dbs: {
    sgtin: many({ sgtins: dbs.sgtins }),
    uin: many({ uin: dbs.uin }),
    imei: many({ imei: dbs.imei }),
    gtin: many({ gtin: dbs.gtin })
  },
  pickup: {
    sgtin: many({ sgtins: pickup.sgtins }),
    uin: many({ uin: pickup.uin }),
    imei: many({ imei: pickup.imei }),
    gtin: many({ gtin: pickup.gtin })
  },
  customsDeclaration: many(declaration)
}

/** Answered with nothing at first, later with each order's fate. */
export const customsDeclarationsReply = bulkReply.nullable().transform(reply => reply ?? { results: null })
