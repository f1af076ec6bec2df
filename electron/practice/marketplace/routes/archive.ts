import { z } from 'zod'
import { FBS_ORDERS } from '../http/buckets.ts'
import { SUCCESSOR_ONLY } from '../http/editions.ts'
import { rfc3339 } from '../http/errors.ts'
import { DAY, isoDayOf } from '../orders/generate-item.ts'
import { detailsOf } from '../rules/meta-rules.ts'
import type { Route } from '../http/route.ts'
import type { World, WorldOrder } from '../world.ts'
import { newRequestId } from './bulk.ts'
import { pageOf } from './paging.ts'

/** Orders older than three months leave the other lists for this one (ms). */
const ARCHIVED_AFTER = 90 * DAY

const querySchema = z.object({
  year: z.coerce.number().int().min(2000).max(9999),
  month: z.coerce.number().int().min(1).max(12),
  next: z.coerce.number().int().min(0),
  limit: z.coerce.number().int().min(100).max(1000)
})

/** FBS: a month's orders of more than three months ago, in a shape of their own. */
export const ARCHIVE_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/marketplace/v3/fbs/orders/archive',
    group: FBS_ORDERS,
    edition: SUCCESSOR_ONLY,
    write: false,
    conflictCost: 10,
    handle: ({ world, query, now }) => {
      const wanted = querySchema.safeParse(Object.fromEntries(query))
      if (!wanted.success) return { status: 400, body: incorrect(wanted.error) }
      const { year, month, ...page } = wanted.data
      const of = `${year}-${String(month).padStart(2, '0')}`
      const found = [...world.orders.values()].filter(
        ({ facts }) => facts.createdAt < now - ARCHIVED_AFTER && isoDayOf(facts.createdAt).startsWith(of)
      )
      const { next, items } = pageOf(found, order => order.facts.id, page)
      const orders = items.map(order => archivedView(world, order, now))
      return { status: 200, body: { ...(next > 0 && { next }), orders } }
    }
  }
]

function archivedView(world: World, order: WorldOrder, now: number): Record<string, unknown> {
  const { facts, sticker } = order
  return {
    id: facts.id,
    rid: facts.rid,
    orderUid: facts.orderUid,
    createdAt: rfc3339(facts.createdAt),
    ...(order.supplyId !== null && { supplyId: order.supplyId }),
    warehouseId: facts.warehouseId,
    cargoType: facts.cargoType === 1 ? 'mgt' : 'kgtPlus',
    crossBorderType: facts.isCrossBorder ? 'crossBorder' : 'local',
    options: { isB2B: facts.isB2b },
    product: { article: facts.article, nmId: facts.nmId, chrtId: facts.chrtId, skus: facts.skus },
    priceInfo: {
      price: facts.price,
      currencyCode: facts.currencyCode,
      convertedPrice: facts.convertedPrice,
      convertedCurrencyCode: facts.convertedCurrencyCode
    },
    status: { supplierStatus: order.supplierStatus, wbStatus: order.wbStatus },
    metaDetails: detailsOf(world, order, now),
    stickerId: Number(`${sticker.partA}${sticker.partB}`)
  }
}

/** The archive's own body of a refusal. */
function incorrect(error: z.ZodError): unknown {
  return {
    code: 'IncorrectParameter',
    title: 'IncorrectParameter',
    detail: 'Передан некорректный параметр',
    errors: error.issues.map(({ path, message }) => ({ location: `query.${path.join('.')}`, message, value: null })),
    origin: 'marketplace-fbs-archive',
    requestId: newRequestId(),
    status: 400
  }
}
