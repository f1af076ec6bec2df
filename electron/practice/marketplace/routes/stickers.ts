import { z } from 'zod'
import { FBS_ORDERS } from '../http/buckets.ts'
import { BOTH_EDITIONS } from '../http/editions.ts'
import type { Regime } from '../http/editions.ts'
import { refuse } from '../http/errors.ts'
import { withBody } from '../http/route.ts'
import type { Route } from '../http/route.ts'
import { drawLabel, LABEL_TYPES } from '../stickers/sticker-file.ts'
import { isAliveOrder } from '../world.ts'
import type { WorldOrder } from '../world.ts'

const querySchema = z
  .object({ type: z.enum(LABEL_TYPES), width: z.enum(['58', '40']), height: z.enum(['40', '30']) })
  .transform(({ type, width, height }) => ({ type, size: `${width}x${height}` }))
  .pipe(z.object({ type: z.enum(LABEL_TYPES), size: z.enum(['58x40', '40x30']) }))

/** FBS: the stickers of orders in assembly and, in the successor, in delivery; whoever has none is left out of the reply. */
export const STICKER_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/api/v3/orders/stickers',
    group: FBS_ORDERS,
    edition: BOTH_EDITIONS,
    write: false,
    conflictCost: 10,
    handle: withBody(z.object({ orders: z.array(z.int()).min(1).max(100) }), async ({ world, query, regime }, body) => {
      const wanted = querySchema.safeParse(Object.fromEntries(query))
      if (!wanted.success) return refuse(400, 'IncorrectParameter')
      const asked = body.orders.flatMap(id => world.orders.get(id) ?? []).filter(order => hasSticker(order, regime))
      // One order without its declaration fails the whole batch.
      if (asked.some(isUndeclared)) return refuse(409, 'CustomsDeclarationIsRequired')
      // Those that cross a border have their own; the first edition tells nobody which they are.
      const ready = asked.filter(({ facts }) => regime === 'seed' || !facts.isCrossBorder).filter(isReady)
      const stickers = ready.map(async ({ facts, sticker }) => {
        const label = { code: sticker.barcode, small: sticker.partA, large: sticker.partB, note: facts.article }
        return { orderId: facts.id, ...sticker, file: await drawLabel(label, wanted.data.size, wanted.data.type) }
      })
      return { status: 200, body: { stickers: await Promise.all(stickers) } }
    })
  }
]

/** In assembly; the successor gives stickers of orders on their way too. */
function hasSticker(order: WorldOrder, regime: Regime): boolean {
  const isInDelivery = regime === 'successor' && order.supplierStatus === 'complete'
  return isAliveOrder(order) && (order.supplierStatus === 'confirm' || isInDelivery)
}

function isUndeclared({ facts, meta }: WorldOrder): boolean {
  return facts.requiredMeta.includes('customsDeclaration') && !meta.has('customsDeclaration')
}

/** Right after `confirm` some stickers don't exist yet: asking again finds them. */
function isReady(order: WorldOrder): boolean {
  if (order.stickerOmissions === 0) return true
  order.stickerOmissions -= 1
  return false
}
