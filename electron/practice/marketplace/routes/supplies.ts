import { z } from 'zod'
import { FBS_ORDERS } from '../http/buckets.ts'
import { BOTH_EDITIONS } from '../http/editions.ts'
import type { Regime } from '../http/editions.ts'
import { refuse, refuseWith, rfc3339 } from '../http/errors.ts'
import { hindrancesOf } from '../rules/meta-rules.ts'
import { withBody, withSupply } from '../http/route.ts'
import type { Route } from '../http/route.ts'
import { shippingHindrance } from '../rules/shipping-rules.ts'
import { closeSupply, isAliveOrder, officeOf, ordersOf } from '../world.ts'
import type { Supply, World, WorldOrder } from '../world.ts'
import { pageOf, pageSchema } from './paging.ts'

const common = { group: FBS_ORDERS, edition: BOTH_EDITIONS, conflictCost: 10 } as const

/** FBS: supplies themselves, from creation to delivery. */
export const SUPPLY_ROUTES: readonly Route[] = [
  {
    ...common,
    method: 'POST',
    path: '/api/v3/supplies',
    write: true,
    handle: withBody(z.object({ name: z.string().min(1).max(128) }), ({ world, now }, { name }) => {
      const id = `WB-GI-${world.nextId('supply')}`
      world.supplies.set(id, {
        id,
        name,
        createdAt: now,
        done: false,
        closedAt: null,
        scannedAt: null,
        boxes: [],
        shipping: null,
        waybillUuid: null,
        spot: null
      })
      return { status: 201, body: { id } }
    })
  },
  {
    ...common,
    method: 'GET',
    path: '/api/v3/supplies',
    write: false,
    handle: ({ world, query, regime }) => {
      const page = pageSchema.safeParse(Object.fromEntries(query))
      if (!page.success) return refuse(400, 'IncorrectParameter')
      const { next, items } = pageOf([...world.supplies.values()], ({ id }) => Number(id.slice(6)), page.data)
      return { status: 200, body: { next, supplies: items.map(supply => supplyView(world, supply, regime)) } }
    }
  },
  {
    ...common,
    method: 'GET',
    path: '/api/v3/supplies/{supplyId}',
    write: false,
    handle: withSupply(({ world, regime }, supply) => ({ status: 200, body: supplyView(world, supply, regime) }))
  },
  {
    ...common,
    method: 'DELETE',
    path: '/api/v3/supplies/{supplyId}',
    write: true,
    handle: withSupply(({ world }, supply) => {
      if (supply.done || ordersOf(world, supply).length > 0) return refuse(409, 'SupplyHasOrders')
      world.supplies.delete(supply.id)
      return { status: 204 }
    })
  },
  {
    ...common,
    method: 'PATCH',
    path: '/api/v3/supplies/{supplyId}/deliver',
    write: true,
    handle: withSupply(({ world, now, regime }, supply) => {
      const orders = ordersOf(world, supply).filter(isAliveOrder)
      if (orders.length === 0) return refuse(409, 'SupplyHasZeroOrders')
      if (supply.done) return refuse(409, 'StatusMismatch')
      const hindrance = shippingHindrance(world, supply, regime, now)
      if (hindrance !== null) return refuse(409, hindrance)
      const culprits = regime === 'successor' ? culpritsOf(world, orders, now) : []
      const blamed = { orders: culprits }
      if (culprits.length > 0) {
        return refuseWith(409, 'MetaValidationFail', world.forms.culprits === 'inData' ? { data: blamed } : blamed)
      }
      closeSupply(world, supply, now)
      return { status: 204 }
    })
  }
]

/** The orders whose codes hold the supply back; what isn't there is told as the text `null`. */
function culpritsOf(world: World, orders: readonly WorldOrder[], now: number): readonly unknown[] {
  return orders.flatMap(order => {
    const metaDetails = hindrancesOf(world, order, now).map(detail => ({ ...detail, value: String(detail.value) }))
    return metaDetails.length > 0 ? [{ id: order.facts.id, metaDetails }] : []
  })
}

function supplyView(world: World, supply: Supply, regime: Regime): Record<string, unknown> {
  const first = ordersOf(world, supply)[0]?.facts
  const office = officeOf(world, supply)
  return {
    id: supply.id,
    done: supply.done,
    createdAt: rfc3339(supply.createdAt),
    closedAt: supply.closedAt === null ? null : rfc3339(supply.closedAt),
    scanDt: supply.scannedAt === null ? null : rfc3339(supply.scannedAt),
    name: supply.name,
    cargoType: first?.cargoType ?? 0,
    destinationOfficeId: office?.id ?? null,
    ...(regime === 'successor' && {
      crossBorderType: first === undefined ? null : first.isCrossBorder ? 1 : 0,
      isB2b: first?.isB2b ?? null,
      spotAvailable: first?.goesBySpot ?? false,
      isPickupPointShipmentAllowed: office?.isPickupPoint ?? false,
      recommendedWhId: supply.done ? (office?.id ?? 0) : 0,
      shippingDt: supply.shipping?.day ?? null,
      shippingPointId: supply.shipping?.pointId ?? null,
      shippingType: supply.shipping?.type ?? null,
      waybillUuid: supply.waybillUuid
    })
  }
}
