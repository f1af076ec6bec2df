import { z } from 'zod'
import { DBS_READ } from '../http/buckets.ts'
import { SUCCESSOR_ONLY } from '../http/editions.ts'
import { refuse } from '../http/errors.ts'
import { DAY, isoDayOf } from '../orders/generate-item.ts'
import { isOpenOrder } from '../orders/order-core.ts'
import { withBody } from '../http/route.ts'
import type { Route } from '../http/route.ts'
import type { DbsStatus } from '../rules/schemes.ts'
import { tinyPdf } from '../stickers/tiny-pdf.ts'

const common = {
  scheme: 'dbs',
  method: 'POST',
  group: DBS_READ,
  edition: SUCCESSOR_ONLY,
  write: false,
  conflictCost: 10
} as const

/** The only sticker there is. */
const stickerSchema = z.object({ type: z.literal('pdf'), width: z.literal('58'), height: z.literal('40') })
const HAS_STICKER: readonly DbsStatus[] = ['confirm', 'deliver']
/** Kopecks: what a delivery costs its buyer. */
const DELIVERY_COST = 29_900

/** DBS, successor only: paid deliveries, delivery dates, stickers for pickup points. Unknown ids are left out. */
export const DBS_DELIVERY_ROUTES: readonly Route[] = [
  {
    ...common,
    path: '/api/v3/dbs/groups/info',
    handle: withBody(z.object({ groups: z.array(z.string()).min(1).max(1000) }), ({ world }, body) => {
      const known = new Set([...world.dbsOrders.values()].map(order => order.groupId))
      const groups = body.groups.filter(groupID => known.has(groupID))
      if (groups.length === 0) return { status: 200, body: null }
      return {
        status: 200,
        body: groups.map(groupID => ({
          groupID,
          deliveryCost: DELIVERY_COST,
          convertedDeliveryCost: DELIVERY_COST,
          currencyCode: 643,
          convertedCurrencyCode: 643
        }))
      }
    })
  },
  {
    ...common,
    path: '/api/v3/dbs/orders/delivery-date',
    handle: withBody(z.object({ orders: z.array(z.int()).min(1).max(1000) }), ({ world, now }, body) => {
      const orders = body.orders.flatMap(id => world.dbsOrders.get(id) ?? [])
      return {
        status: 200,
        body: {
          orders: orders.map(({ facts, delivery, movedFrom }) => ({
            id: facts.id,
            dDate: isoDayOf(delivery.day),
            dTimeFrom: delivery.timeFrom,
            dTimeTo: delivery.timeTo,
            ...(movedFrom !== null &&
              now - movedFrom.at < DAY && {
                dDateOld: isoDayOf(movedFrom.delivery.day),
                dTimeFromOld: movedFrom.delivery.timeFrom,
                dTimeToOld: movedFrom.delivery.timeTo
              })
          }))
        }
      }
    })
  },
  {
    ...common,
    path: '/api/marketplace/v3/dbs/orders/stickers',
    host: 'production',
    baseGroup: null,
    handle: withBody(z.object({ orders: z.array(z.int()).min(1).max(100) }), ({ world, query }, body) => {
      if (!stickerSchema.safeParse(Object.fromEntries(query)).success) return refuse(400, 'IncorrectParameter')
      const orders = body.orders.flatMap(id => world.dbsOrders.get(id) ?? [])
      if (!orders.every(order => HAS_STICKER.includes(order.supplierStatus) && isOpenOrder(order))) {
        return refuse(400, 'StatusMismatch')
      }
      const stickers = orders.flatMap(({ facts, sticker }) => {
        if (sticker === null) return []
        const lines = [`${sticker.partA} ${sticker.partB}`, sticker.barcode, facts.article]
        return [{ orderId: facts.id, ...sticker, file: tinyPdf(sticker.barcode, lines).toString('base64') }]
      })
      return { status: 200, body: { stickers } }
    })
  }
]
