import { setImmediate } from 'node:timers/promises'
import type { ShippingPoint } from '../../../shared/domain/orders/shipping.ts'
import type { Core } from '../core/core.ts'
import type { Clock } from '../ports/ports.ts'
import type { PointsWish } from './lacking.ts'

/** Points are written so many at a time: 2 ms of the station's thread on a slow PC. */
const PART = 200

/** Puts a city's points on disk, in parts with room for a scan between them; the rules hear of it at the end. */
export async function keepPoints(
  { core, clock }: { readonly core: Core; readonly clock: Clock },
  { city, cargoType }: PointsWish,
  points: readonly ShippingPoint[]
): Promise<void> {
  const fetchedAt = clock.now()
  for (let from = 0; from === 0 || from < points.length; from += PART) {
    const isLast = from + PART >= points.length
    core.savePoints({ city, cargoType, fetchedAt, points: points.slice(from, from + PART), isLast })
    if (!isLast) await setImmediate()
  }
  core.dispatch({ kind: 'pointsSeen', city, cargoType })
}
