import { z } from 'zod'
import { FBS_ORDERS } from '../http/buckets.ts'
import { BOTH_EDITIONS } from '../http/editions.ts'
import { refuse } from '../http/errors.ts'
import { withBody, withSupply } from '../http/route.ts'
import type { Route } from '../http/route.ts'
import { goesInBoxes } from '../rules/shipping-rules.ts'
import { drawLabel, LABEL_TYPES } from '../stickers/sticker-file.ts'
import { isAliveOrder, officeOf, ordersOf } from '../world.ts'
import type { Supply, World } from '../world.ts'

const common = { group: FBS_ORDERS, edition: BOTH_EDITIONS, conflictCost: 10 } as const
const PATH = '/api/v3/supplies/{supplyId}/trbx'
const idsSchema = z.object({ trbxIds: z.array(z.string()).min(1) })
const typeSchema = z.enum(LABEL_TYPES)

/** FBS: the boxes of a supply that goes to a pickup point, and the QR codes of boxes and of the supply. */
export const BOX_ROUTES: readonly Route[] = [
  {
    ...common,
    method: 'GET',
    path: PATH,
    write: false,
    handle: withSupply((_, supply) => ({ status: 200, body: { trbxes: supply.boxes.map(id => ({ id })) } }))
  },
  {
    ...common,
    method: 'POST',
    path: PATH,
    write: true,
    handle: withBody(
      z.object({ amount: z.int().min(1).max(1000) }),
      withSupply(({ world, regime }, supply, { amount }) => {
        if (supply.done) return refuse(400, 'IncorrectRequest')
        if (officeOf(world, supply)?.isPickupPoint === false && !goesInBoxes(supply))
          return refuse(400, 'IncorrectRequest')
        const most = regime === 'seed' ? Infinity : mostBoxes(ordersOf(world, supply).filter(isAliveOrder).length)
        if (supply.boxes.length + amount > most) return refuse(400, 'IncorrectRequest')
        const trbxIds = Array.from({ length: amount }, () => `WB-TRBX-${world.nextId('box')}`)
        supply.boxes.push(...trbxIds)
        return { status: 201, body: { trbxIds } }
      })
    )
  },
  {
    ...common,
    method: 'DELETE',
    path: PATH,
    write: true,
    handle: withBody(
      idsSchema,
      withSupply((_, supply, { trbxIds }) => {
        if (supply.done) return refuse(400, 'IncorrectRequest')
        if (!trbxIds.every(id => supply.boxes.includes(id))) return refuse(404, 'NotFound')
        const left = supply.boxes.filter(id => !trbxIds.includes(id))
        supply.boxes.splice(0, supply.boxes.length, ...left)
        return { status: 204 }
      })
    )
  },
  {
    ...common,
    method: 'POST',
    path: `${PATH}/stickers`,
    write: false,
    handle: withBody(
      idsSchema,
      withSupply(async ({ world, query }, supply, { trbxIds }) => {
        const type = typeSchema.safeParse(query.get('type'))
        if (!type.success) return refuse(400, 'IncorrectParameter')
        if (!trbxIds.every(id => supply.boxes.includes(id))) return refuse(404, 'NotFound')
        const stickers = trbxIds.map(async id => {
          const barcode = boxBarcode(world, supply, id)
          const file = await drawLabel(
            { code: barcode, small: 'WB-TRBX', large: id.slice(8), note: supply.id },
            '58x40',
            type.data
          )
          return { barcode, file }
        })
        return { status: 200, body: { stickers: await Promise.all(stickers) } }
      })
    )
  },
  {
    ...common,
    method: 'GET',
    path: '/api/v3/supplies/{supplyId}/barcode',
    write: false,
    handle: withSupply(async ({ query }, supply) => {
      const type = typeSchema.safeParse(query.get('type'))
      if (!type.success) return refuse(400, 'IncorrectParameter')
      if (!supply.done) return refuse(409, 'SupplyNotClosed')
      const label = { code: supply.id, small: 'WB-GI', large: supply.id.slice(6), note: 'QR postavki' }
      return { status: 200, body: { barcode: supply.id, file: await drawLabel(label, '58x40', type.data) } }
    })
  }
]

/** Half as many as orders, in all; one at least (API documents of 2026). */
function mostBoxes(orders: number): number {
  return Math.max(1, Math.floor(orders / 2))
}

function boxBarcode(world: World, supply: Supply, boxId: string): string {
  return `$WBMP:1:${officeOf(world, supply)?.id ?? 0}:${boxId.slice(8)}`
}
