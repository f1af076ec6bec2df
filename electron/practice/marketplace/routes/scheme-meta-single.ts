import { z } from 'zod'
import type { Problem, Reply } from '../http/errors.ts'
import type { Forms } from '../http/forms.ts'
import { detailsOf } from '../rules/meta-rules.ts'
import type { MetaDetail } from '../rules/meta-rules.ts'
import { STRAYS_400, STRAYS_404, withBody, withOrderOf } from '../http/route.ts'
import type { Route, Strays } from '../http/route.ts'
import type { SchemeApi } from '../rules/scheme-api.ts'
import type { SchemeOrder } from '../rules/schemes.ts'
import { attach, detach, CODE_KEYS, VALUES } from '../rules/scheme-meta.ts'
import { singleReply } from './scheme-status.ts'

const keySchema = z.enum(CODE_KEYS)

/** How the schemes' first editions differ in what they say of metadata. */
export interface SingleMetaWords {
  readonly body: (details: readonly MetaDetail[], forms: Forms) => unknown
  /** What a deletion is refused with; the statuses of pickup's documents are 403 and 404 alone. */
  readonly undeletable: { readonly strays: Strays; readonly refusal: (order: SchemeOrder, problem: Problem) => Reply }
  /** Which keys are set by methods whose documents list no 404. */
  readonly setWithout404: readonly string[]
}

const BAD_KEY: Problem = { status: 400, code: 'IncorrectRequest' }

/** Metadata of the first edition, an order a request: `GET`, `DELETE …/meta`, `PUT …/meta/{key}`. */
export function singleMeta<Order extends SchemeOrder>(api: SchemeApi<Order>, words: SingleMetaWords): readonly Route[] {
  const common = { scheme: api.scheme, edition: api.seedOnly, conflictCost: api.conflictCost } as const
  const { strays, refusal } = words.undeletable
  return [
    {
      ...common,
      method: 'GET',
      path: `${api.path}/{orderId}/meta`,
      group: api.groups.read,
      write: false,
      handle: withOrderOf(
        api.ordersOf,
        ({ world, now }, order) => {
          const details = detailsOf(world, order, now).filter(({ key }) => key !== 'customsDeclaration')
          return { status: 200, body: words.body(details, world.forms) }
        },
        STRAYS_404
      )
    },
    {
      ...common,
      method: 'DELETE',
      path: `${api.path}/{orderId}/meta`,
      group: api.groups.metaDeleteSeed,
      write: true,
      handle: withOrderOf(
        api.ordersOf,
        ({ query }, order) => {
          const key = keySchema.safeParse(query.get('key'))
          const isOne = key.success && query.getAll('key').length === 1
          const problem = isOne ? detach(api, order, key.data) : BAD_KEY
          return problem === null ? { status: 204 } : refusal(order, problem)
        },
        strays
      )
    },
    ...CODE_KEYS.map((key): Route => ({
      ...common,
      method: 'PUT',
      path: `${api.path}/{orderId}/meta/${key}`,
      group: api.groups.metaSetSeed,
      write: true,
      handle: withBody(
        z.object({ [VALUES[key].field]: VALUES[key].schema }).transform(body => Object.values(body).flat()),
        withOrderOf(
          api.ordersOf,
          (call, order, values) => singleReply(order, attach(api, call, order, key, values)),
          words.setWithout404.includes(key) ? STRAYS_400 : undefined
        )
      )
    }))
  ]
}
