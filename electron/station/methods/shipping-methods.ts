import type { Parsed } from '../../../shared/contract/contract.ts'
import { CITIES } from '../../../shared/domain/orders/cities.ts'
import { searchText } from '../../../shared/domain/orders/shipping.ts'
import type { ShippingPoint } from '../../../shared/domain/orders/shipping.ts'
import type { PointsFound } from '../../../shared/contract/shipping-methods.ts'
import { supplyView } from '../../../shared/view/batch-view.ts'
import type { Station } from '../station.ts'

/** Points on one screen of a search. */
const SHOWN = 50
/** Points come and go: after a week the list is fetched anew, the older one serving meanwhile (ms). */
const FRESH_MS = 7 * 24 * 60 * 60 * 1000

/** Points of a city that fit the words; what is not here, or is old, is asked for. */
export function findPoints(station: Station, asked: Parsed<'shipping.points'>): PointsFound {
  const { cargoType, text } = asked
  const city = cityNamed(asked.city)
  const found = station.store.points({ city, cargoType, text, from: 0, most: SHOWN })
  if (found === null || station.now() - found.fetchedAt > FRESH_MS) station.wantPoints({ city, cargoType })
  return found === null ? { state: 'coming', points: [], total: 0 } : { state: 'here', ...pick(found) }
}

function pick({ points, total }: Pick<PointsFound, 'points' | 'total'>): Pick<PointsFound, 'points' | 'total'> {
  return { points, total }
}

/** Point, way and day of one supply; nothing happens for a point that is not here. */
export function chooseShipping(
  station: Station,
  { supplyId, city, pointId, type, day }: Parsed<'shipping.choose'>
): void {
  const { bench } = station.core
  const supply = bench.supplies.get(supplyId)
  const cargoType = supply === undefined ? null : supplyView(bench, supply).cargoType
  const point = pointNamed(station, city, cargoType ?? 0, pointId)
  if (point !== null) station.act({ kind: 'chooseShipping', supplyId, point, type, day })
}

/** The usual choice of a route. */
export function setUsual(station: Station, { warehouseId, cargoType, choice }: Parsed<'shipping.setUsual'>): void {
  if (choice === null) return station.act({ kind: 'usualShipping', warehouseId, cargoType, choice })
  const { type, city, pointId } = choice
  const point = pointNamed(station, city, cargoType, pointId)
  if (point !== null) station.act({ kind: 'usualShipping', warehouseId, cargoType, choice: { point, type } })
}

/** A point that somebody chose before, or that its city lists. */
function pointNamed({ core, store }: Station, city: string, cargoType: number, id: number): ShippingPoint | null {
  const { shipping, supplies } = core.bench
  const chosen = [
    ...shipping.routes.flatMap(({ choices }) => choices.map(({ point }) => point)),
    ...[...supplies.values()].flatMap(supply => supply.shipping?.point ?? [])
  ]
  return chosen.find(point => point.id === id) ?? store.point({ city: cityNamed(city), cargoType, id })
}

/** As the marketplace writes it, whatever case it was typed in. */
function cityNamed(typed: string): string {
  const known = CITIES.find(city => searchText(city) === searchText(typed))
  return known ?? typed.slice(0, 1).toUpperCase() + typed.slice(1)
}
