import { OFFERED } from '../../questions.ts'
import type { PointStep } from '../../questions.ts'
import { CITIES } from '../../orders/cities.ts'
import { moscowDay } from '../../orders/moscow-day.ts'
import { marks } from '../../orders/order-marks.ts'
import { choicesFor, needsShipping, withChoice } from '../../orders/shipping.ts'
import type { ShippingChoice } from '../../orders/shipping.ts'
import type { Supply } from '../../orders/supplies.ts'
import { ask } from '../codes/ask.ts'
import type { Draft } from '../draft.ts'

/** Whose goods a supply holds, and how bulky: what its shipping point is chosen by. Null: it holds none. */
export function routeOf(
  draft: Draft,
  supplyId: string
): { readonly warehouseId: number; readonly cargoType: number } | null {
  const order = draft.orders.anyOf(supplyId)
  return order === undefined ? null : { warehouseId: order.facts.warehouseId, cargoType: order.facts.cargoType }
}

/** The choices for a supply, the usual one first. */
export function choicesOf(draft: Draft, supplyId: string): readonly ShippingChoice[] {
  const route = routeOf(draft, supplyId)
  return route === null ? [] : choicesFor(draft.bench.shipping, route.warehouseId, route.cargoType)
}

/** Whether a supply can't leave without point, type and day. */
export function isShippingNeeded(draft: Draft, supply: Supply): boolean {
  const { settings, shipping } = draft.bench
  return needsShipping(settings, shipping, supply.demand, draft.orders.count(marks.abroadIn(supply.id)) > 0)
}

/** Moscow's day now. */
export function today(draft: Draft): string {
  return moscowDay(draft.context.now)
}

/** Once a supply holds orders it is told where it goes: as was chosen for it, or as usual. */
export function shipAsUsual(draft: Draft, supplyId: string): void {
  const supply = draft.bench.supplies.get(supplyId)
  if (supply === undefined || routeOf(draft, supplyId) === null) return
  const { shipping } = supply
  if (shipping?.state.kind === 'wanted') return ship(draft, supplyId, shipping, shipping.day)
  const [usual] = choicesOf(draft, supplyId)
  if (shipping === null && usual !== undefined && isShippingNeeded(draft, supply)) {
    ship(draft, supplyId, usual, today(draft))
  }
}

/** Chooses where a supply goes and on what day (Moscow's, not one that is over), and tells the marketplace as soon as the supply holds an order. */
export function ship(draft: Draft, supplyId: string, { point, type }: ShippingChoice, wanted: string): void {
  const supply = draft.bench.supplies.get(supplyId)
  if (supply === undefined) return
  const day = wanted < today(draft) ? today(draft) : wanted
  const holdsOrders = routeOf(draft, supplyId) !== null
  draft.putSupply({
    ...supply,
    hitch: null,
    shipping: { point, type, day, state: { kind: holdsOrders ? 'queued' : 'wanted' } }
  })
  if (holdsOrders) draft.queue({ kind: 'setShipping', supplyId, method: { pointId: point.id, type, day } })
}

/** Keeps a choice for the supplies to come of the same route: the first one is what they get by themselves. */
export function remember(draft: Draft, supplyId: string, choice: ShippingChoice): void {
  const route = routeOf(draft, supplyId)
  if (route === null) return
  const { warehouseId, cargoType } = route
  draft.set({ shipping: withChoice(draft.bench.shipping, warehouseId, cargoType, choice, false) })
}

/** Asks for the point of a supply that needs one and has none: once, at its birth; the next time is at its closing. */
export function askForPoint(draft: Draft, supplyId: string): void {
  const supply = draft.bench.supplies.get(supplyId)
  if (supply?.shipping !== null || !isShippingNeeded(draft, supply) || draft.table.question !== null) return
  ask(draft, { kind: 'whichPoint', supplyId, closes: false, step: firstStep(draft, supplyId) })
}

/** Where the choice of a point begins: among those used before, else in the city where the marketplace takes the orders in, else among the cities. */
export function firstStep(draft: Draft, supplyId: string): PointStep {
  if (choicesOf(draft, supplyId).length > 0) return { kind: 'known' }
  const city = CITIES.find(name => draft.orders.count(marks.officeIn(supplyId, name)) > 0)
  return city === undefined ? { kind: 'city', from: 0 } : pointsIn(draft, supplyId, city, 0)
}

/** A page of a city's points that take the supply's goods. */
export function pointsIn(draft: Draft, supplyId: string, city: string, from: number): PointStep {
  const cargoType = routeOf(draft, supplyId)?.cargoType ?? 0
  const found = draft.context.shippingPoints(city, cargoType, from, OFFERED)
  return { kind: 'point', city, from, total: found?.total ?? 0, offer: found?.points ?? null }
}
