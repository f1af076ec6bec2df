import type { Regime } from '../http/editions.ts'
import { isoDayOf } from '../orders/generate-item.ts'
import type { BusinessCode } from '../http/errors.ts'
import { isAbroad, SHIPPING_POINTS } from './shipping-points.ts'
import type { ShippingPoint } from './shipping-points.ts'
import { ordersOf } from '../world.ts'
import type { Supply, SupplyShipping, World } from '../world.ts'

/** Since this day a Russian seller's supply needs a point, a type and a day (API news of September 2026). */
const DEMANDED_SINCE = Date.parse('2026-10-01T00:00:00+03:00')

const POINTS = new Map(SHIPPING_POINTS.map(point => [point.id, point]))

/** Why a wanted shipping method is refused; null: it is taken. `now` in Unix ms. */
export function shippingRefusal(
  world: World,
  supply: Supply,
  wanted: SupplyShipping,
  now: number
): { readonly status: 400 | 404 | 409; readonly code: BusinessCode } | null {
  const point = POINTS.get(wanted.pointId)
  if (point === undefined) return { status: 404, code: 'NotFound' }
  const first = ordersOf(world, supply)[0]
  if (first === undefined || isAbroad(point) || !takes(point, first.facts.cargoType)) {
    return { status: 400, code: 'IncorrectRequestBody' }
  }
  if (world.needsFulfilment && !point.fulfillment) return { status: 400, code: 'FulfillmentRequired' }
  if (supply.scannedAt !== null) return { status: 409, code: 'SupplyAlreadyScanned' }
  return wanted.day < isoDayOf(now) ? { status: 409, code: 'InvalidShippingDt' } : null
}

/** What keeps a supply with orders from leaving as far as its shipping goes; null: nothing. */
export function shippingHindrance(world: World, supply: Supply, regime: Regime, now: number): BusinessCode | null {
  const point = supply.shipping === null ? undefined : POINTS.get(supply.shipping.pointId)
  if (isDemanded(world, supply, regime, now)) {
    if (supply.shipping === null) return 'SupplyShippingRequired'
    if (supply.shipping.day < isoDayOf(now)) return 'InvalidShippingDt'
  }
  return point?.fulfillment === true && supply.boxes.length === 0 ? 'FulfillmentSupplyBoxesRequired' : null
}

/** Of a seller in Russia, and nothing in it that crosses a border; the sandbox has no shipping methods. */
function isDemanded(world: World, supply: Supply, regime: Regime, now: number): boolean {
  const crossesBorder =
    world.seller === 'abroad' || ordersOf(world, supply).some(({ facts }) => facts.isCrossBorder || facts.goesBySpot)
  return regime === 'successor' && now >= DEMANDED_SINCE && !crossesBorder && !world.isSandbox
}

function takes(point: ShippingPoint, cargoType: number): boolean {
  return point.cargoTypes.some(type => type === cargoType)
}

/** Whether boxes may be added: to a pickup point, or on the way through a fulfilment warehouse. */
export function goesInBoxes(supply: Supply): boolean {
  const point = supply.shipping === null ? undefined : POINTS.get(supply.shipping.pointId)
  return point?.fulfillment === true || point?.officeType === 'pp'
}
