import { z } from 'zod'
import { FBS_META_READ } from '../http/buckets.ts'
import { BOTH_EDITIONS, seedUntil, SUCCESSOR_ONLY } from '../http/editions.ts'
import { refuse } from '../http/errors.ts'
import { detailsOf, keysOf } from '../rules/meta-rules.ts'
import { STRAYS_400, STRAYS_404, withBody, withOrder } from '../http/route.ts'
import type { Route } from '../http/route.ts'
import { WORLD_META_KEYS } from '../world.ts'

const group = FBS_META_READ
const keySchema = z.enum(WORLD_META_KEYS)

/** FBS: reading metadata back in both editions, and deleting one key. */
export const META_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v3/orders/{orderId}/meta',
    group,
    edition: seedUntil('2025-12-24'),
    write: false,
    conflictCost: 10,
    handle: withOrder(({ world, now }, order) => {
      const details = detailsOf(world, order, now).filter(({ key }) => key !== 'customsDeclaration')
      return { status: 200, body: { meta: Object.fromEntries(details.map(({ key, value }) => [key, { value }])) } }
    }, STRAYS_404)
  },
  {
    method: 'POST',
    path: '/api/marketplace/v3/orders/meta',
    group,
    edition: SUCCESSOR_ONLY,
    write: false,
    conflictCost: 10,
    handle: withBody(z.object({ orders: z.array(z.int()).min(1).max(100) }), ({ world, now }, body) => {
      const orders = body.orders.flatMap(id => world.orders.get(id) ?? [])
      if (orders.length === 0) return refuse(404, 'NotFound')
      const read = orders.map(order => ({ id: order.facts.id, metaDetails: detailsOf(world, order, now) }))
      return { status: 200, body: { orders: read } }
    })
  },
  {
    method: 'DELETE',
    path: '/api/v3/orders/{orderId}/meta',
    group,
    edition: BOTH_EDITIONS,
    write: true,
    conflictCost: 10,
    handle: withOrder(({ query }, order) => {
      const key = keySchema.safeParse(query.get('key'))
      if (!key.success || query.getAll('key').length > 1) return refuse(400, 'IncorrectParameter')
      if (key.data === 'expiration') return refuse(400, 'IncorrectRequest')
      if (order.supplierStatus !== 'confirm') return refuse(409, 'StatusMismatch')
      if (!keysOf(order).includes(key.data)) return refuse(409, 'MetaKeyNotRequired')
      order.meta.delete(key.data)
      order.plannedDecisions.delete(key.data)
      return { status: 204 }
    }, STRAYS_400)
  }
]
