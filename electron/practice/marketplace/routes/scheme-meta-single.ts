import { z } from 'zod'
import { refuse } from '../errors.ts'
import type { BusinessCode } from '../errors.ts'
import { detailsOf } from '../meta-rules.ts'
import type { MetaDetail } from '../meta-rules.ts'
import { withBody, withOrderOf } from '../route.ts'
import type { Route } from '../route.ts'
import type { SchemeApi } from '../scheme-api.ts'
import type { SchemeOrder } from '../schemes.ts'
import { attach, detach, CODE_KEYS, VALUES } from '../scheme-meta.ts'
import { singleReply } from './scheme-status.ts'

const keySchema = z.enum(CODE_KEYS)

/** Metadata of the first edition, an order a request: `GET`, `DELETE …/meta`, `PUT …/meta/{key}`. */
export function singleMeta<Order extends SchemeOrder>(
  api: SchemeApi<Order>,
  metaBody: (details: readonly MetaDetail[]) => unknown,
  badKey: BusinessCode
): readonly Route[] {
  const common = { scheme: api.scheme, edition: api.seedOnly, conflictCost: api.conflictCost } as const
  return [
    {
      ...common,
      method: 'GET',
      path: `${api.path}/{orderId}/meta`,
      group: api.groups.read,
      write: false,
      handle: withOrderOf(api.ordersOf, ({ world, now }, order) => {
        const details = detailsOf(world, order, now).filter(({ key }) => key !== 'customsDeclaration')
        return { status: 200, body: metaBody(details) }
      })
    },
    {
      ...common,
      method: 'DELETE',
      path: `${api.path}/{orderId}/meta`,
      group: api.groups.metaDeleteSeed,
      write: true,
      handle: withOrderOf(api.ordersOf, ({ query }, order) => {
        const key = keySchema.safeParse(query.get('key'))
        if (!key.success || query.getAll('key').length > 1) return refuse(400, badKey)
        return singleReply(order, detach(api, order, key.data))
      })
    },
    ...CODE_KEYS.map((key): Route => ({
      ...common,
      method: 'PUT',
      path: `${api.path}/{orderId}/meta/${key}`,
      group: api.groups.metaSetSeed,
      write: true,
      handle: withBody(
        z.object({ [VALUES[key].field]: VALUES[key].schema }).transform(body => Object.values(body).flat()),
        withOrderOf(api.ordersOf, (call, order, values) => singleReply(order, attach(api, call, order, key, values)))
      )
    }))
  ]
}
