import { z } from 'zod'
import { SUCCESSOR_ONLY } from '../http/editions.ts'
import { withBody } from '../http/route.ts'
import type { Route } from '../http/route.ts'
import type { SchemeApi } from '../rules/scheme-api.ts'
import { attach, CODE_KEYS, declare, detach, SCHEME_KEYS, schemeDetails, VALUES } from '../rules/scheme-meta.ts'
import type { SchemeOrder } from '../rules/schemes.ts'
import { forEachOrder, idsSchema, itemError, newRequestId, NOT_FOUND } from './bulk.ts'

/** Every item names its order; what is wrong with its value is refused alone, the others go on. */
const itemsSchema = z.object({
  orders: z
    .array(z.looseObject({ orderId: z.int() }))
    .min(1)
    .max(1000)
})

/** Both are required; the country by its OKSM digits. */
const declarationSchema = z.object({
  customsDeclaration: z.string().min(17).max(29),
  originCountryCode: z.string().regex(/^\d{1,3}$/)
})

/** Metadata of the successor, up to 1000 orders a request: `POST …/meta/{details|delete|…}`. `idsField` names the ids of a deletion. */
export function bulkMeta<Order extends SchemeOrder>(
  api: SchemeApi<Order>,
  idsField: 'orderIds' | 'ordersIds'
): readonly Route[] {
  const common = {
    scheme: api.scheme,
    method: 'POST',
    edition: SUCCESSOR_ONLY,
    conflictCost: api.conflictCost
  } as const
  const deleteSchema = z
    .object({ key: z.enum(SCHEME_KEYS), [idsField]: idsSchema.shape.ordersIds })
    .transform(body => ({ key: z.enum(SCHEME_KEYS).parse(body['key']), ids: z.array(z.int()).parse(body[idsField]) }))
  return [
    {
      ...common,
      host: 'production',
      path: `${api.bulkPath}/meta/details`,
      group: api.groups.metaRead,
      write: false,
      handle: withBody(idsSchema, ({ world, now }, { ordersIds }) => {
        const orders = ordersIds.map(orderId => {
          const order = api.ordersOf(world).get(orderId)
          return order === undefined
            ? { orderId, isError: true, errors: [itemError(NOT_FOUND)], metaDetails: [] }
            : { orderId, isError: false, errors: [], metaDetails: schemeDetails(world, order, now) }
        })
        return { status: 200, body: { requestId: newRequestId(), orders } }
      })
    },
    {
      ...common,
      path: `${api.bulkPath}/meta/delete`,
      group: api.groups.metaDelete,
      write: true,
      handle: withBody(deleteSchema, ({ world }, { key, ids }) =>
        forEachOrder(
          api,
          world,
          ids,
          id => id,
          order => detach(api, order, key)
        )
      )
    },
    ...CODE_KEYS.map((key): Route => ({
      ...common,
      path: `${api.bulkPath}/meta/${key}`,
      group: api.groups.metaSet,
      ...(api.groups.metaSetBase !== undefined && { baseGroup: api.groups.metaSetBase }),
      write: true,
      handle: withBody(itemsSchema, (call, { orders }) =>
        forEachOrder(
          api,
          call.world,
          orders,
          ({ orderId }) => orderId,
          (order, item) => {
            const values = VALUES[key].schema.safeParse(item[VALUES[key].field])
            if (!values.success) return { status: 400, code: 'IncorrectRequestBody' }
            return attach(api, call, order, key, values.data)
          }
        )
      )
    })),
    {
      ...common,
      path: `${api.bulkPath}/meta/customs-declaration`,
      group: api.groups.metaSet,
      ...(api.groups.metaSetBase !== undefined && { baseGroup: api.groups.metaSetBase }),
      write: true,
      handle: withBody(itemsSchema, (call, { orders }) =>
        forEachOrder(
          api,
          call.world,
          orders,
          ({ orderId }) => orderId,
          (order, item) => {
            const given = declarationSchema.safeParse(item)
            if (!given.success) return { status: 400, code: 'IncorrectRequestBody' }
            return declare(api, call, order, given.data.customsDeclaration, given.data.originCountryCode)
          }
        )
      )
    }
  ]
}
