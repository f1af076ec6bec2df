import { z } from 'zod'
import { FBS_ORDERS } from '../http/buckets.ts'
import { BOTH_EDITIONS } from '../http/editions.ts'
import { refuse, rfc3339 } from '../http/errors.ts'
import { tinyPdf } from '../stickers/tiny-pdf.ts'
import { withBody } from '../http/route.ts'
import type { Route } from '../http/route.ts'
import type { World, WorldOrder } from '../world.ts'

const common = { method: 'POST', group: FBS_ORDERS, edition: BOTH_EDITIONS, write: false, conflictCost: 10 } as const
const ordersSchema = z.object({ orders: z.array(z.int()).min(1).max(100) })
const DELIVERY_TAKES = 14 * 24 * 60 * 60 * 1000

/** FBS across a border: PDF stickers, status histories, buyers. Other orders are left out; 404 if that leaves none. */
export const CROSS_BORDER_ROUTES: readonly Route[] = [
  {
    ...common,
    path: '/api/v3/orders/stickers/cross-border',
    handle: withBody(ordersSchema, ({ world, regime }, body) => {
      const packed = crossBorder(world, body.orders).filter(
        ({ supplierStatus }) => supplierStatus === 'confirm' || supplierStatus === 'complete'
      )
      const stickers = packed.flatMap(order => {
        const isAwaited = order.stickerOmissions > 0
        if (isAwaited) order.stickerOmissions -= 1
        // The first edition knows no parcel without a number: it leaves such an order out.
        if (regime === 'seed') return isAwaited ? [] : [parcelSticker(order)]
        const nothing = { file: '', orderId: order.facts.id, parcelId: '', status: 'awaitingTrackNumber' }
        return [isAwaited ? nothing : { ...parcelSticker(order), status: 'ready' }]
      })
      return { status: 200, body: { stickers } }
    })
  },
  {
    ...common,
    path: '/api/v3/orders/status/history',
    handle: withBody(
      ordersSchema,
      ({ world }, body) => {
        const orders = crossBorder(world, body.orders)
        if (orders.length === 0) return refuse(404, 'NotFound')
        const histories = orders.map(({ facts, history }) => ({
          deliveryDate: rfc3339(facts.createdAt + DELIVERY_TAKES),
          statuses: history.map(({ at, code }) => ({ date: rfc3339(at), code })),
          orderID: facts.id
        }))
        return { status: 200, body: { orders: histories } }
      },
      refuse(404, 'NotFound')
    )
  },
  {
    ...common,
    path: '/api/v3/orders/client',
    handle: withBody(z.object({ orders: z.array(z.int()).min(1) }), ({ world }, body) => {
      const orders = crossBorder(world, body.orders)
      if (orders.length === 0) return refuse(404, 'NotFound')
      const buyers = orders.map(({ facts }) => ({
        firstName: 'Иван',
        fullName: 'Андреев Иван Васильевич',
        lastName: 'Андреев',
        middleName: 'Васильевич',
        orderID: facts.id,
        phone: 79_871_234_567,
        phoneCode: 0
      }))
      return { status: 200, body: { orders: buyers } }
    })
  }
]

function parcelSticker({ facts, sticker }: WorldOrder) {
  const parcelId = `WB${String(facts.id).padStart(10, '0')}`
  const lines = [parcelId, `${sticker.partA} ${sticker.partB}`, facts.article]
  return { file: tinyPdf(parcelId, lines).toString('base64'), orderId: facts.id, parcelId }
}

function crossBorder(world: World, ids: readonly number[]): readonly WorldOrder[] {
  return ids.flatMap(id => world.orders.get(id) ?? []).filter(order => order.facts.isCrossBorder)
}
