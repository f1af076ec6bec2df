import { z } from 'zod'
import { searchText } from '../../shared/domain/orders/shipping.ts'
import type { ShippingPoint } from '../../shared/domain/orders/shipping.ts'
import type { PointsPart, PointsQuery } from '../station/ports/ports.ts'
import type { Database } from './database.ts'

const rowSchema = z
  .object({
    id: z.number(),
    name: z.string(),
    address: z.string(),
    city: z.string(),
    office_type: z.string(),
    fulfilment: z.number()
  })
  .transform(({ office_type: officeType, fulfilment, ...point }): ShippingPoint => ({
    ...point,
    officeType,
    fulfilment: fulfilment === 1
  }))
const citySchema = z.object({ fetched_at: z.number() }).optional()
const listSchema = z.array(z.tuple([z.number(), z.string()]))

/** The points of one city in the order in which they are shown. */
interface CityList {
  readonly key: string
  readonly ids: readonly number[]
  readonly searches: readonly string[]
}

/** Sorting centres take everything, warehouses nearly so; of pickup points there are thousands. */
const RANKS: Readonly<Record<string, number>> = { sc: 0, sw: 1, pp: 3 }
const OTHER_RANK = 2

export interface PointTable {
  /** A part of a city's points; the last part closes the list, and points that it did not name are gone. */
  readonly write: (part: PointsPart) => void
  readonly one: (named: {
    readonly city: string
    readonly cargoType: number
    readonly id: number
  }) => ShippingPoint | null
  /** Points whose city, name and address hold every word of `text`, those of sorting centres first. */
  readonly find: (
    query: PointsQuery
  ) => { readonly points: readonly ShippingPoint[]; readonly total: number; readonly fetchedAt: number } | null
}

/** Shipping points as the marketplace listed them, city by city. */
export function openPoints(database: Database): PointTable {
  const write = database.prepare(`
    INSERT INTO shipping_points (city, cargo_type, id, rank, name, address, office_type, fulfilment, search, fetched_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (city, cargo_type, id) DO UPDATE SET rank = excluded.rank, name = excluded.name,
      address = excluded.address, office_type = excluded.office_type, fulfilment = excluded.fulfilment,
      search = excluded.search, fetched_at = excluded.fetched_at`)
  const close = database.prepare(`
    INSERT INTO shipping_cities (city, cargo_type, fetched_at) VALUES (?, ?, ?)
    ON CONFLICT (city, cargo_type) DO UPDATE SET fetched_at = excluded.fetched_at`)
  const forget = database.prepare('DELETE FROM shipping_points WHERE city = ? AND cargo_type = ? AND fetched_at < ?')
  const city = database.prepare('SELECT fetched_at FROM shipping_cities WHERE city = ? AND cargo_type = ?')

  const one = database.prepare('SELECT * FROM shipping_points WHERE city = ? AND cargo_type = ? AND id = ?')

  const listed = database.prepare(
    'SELECT id, search FROM shipping_points WHERE city = ? AND cargo_type = ? ORDER BY rank, address, id'
  )
  /** What is searched, of the city that was asked for last: SQLite takes twenty times as long to look through 6,000 texts. */
  let list: CityList = { key: '', ids: [], searches: [] }

  function listOf(name: string, cargoType: number, fetchedAt: number): CityList {
    const key = `${name} ${cargoType} ${fetchedAt}`
    if (list.key === key) return list
    const rows = listSchema.parse(listed.raw().all(name, cargoType))
    list = { key, ids: rows.map(([id]) => id), searches: rows.map(([, search]) => search) }
    return list
  }

  return {
    write({ city, cargoType, fetchedAt, points, isLast }) {
      for (const { id, name, address, officeType, fulfilment } of points) {
        const rank = RANKS[officeType] ?? OTHER_RANK
        const search = ` ${searchText(`${city} ${name} ${address}`)}`
        write.run(city, cargoType, id, rank, name, address, officeType, fulfilment ? 1 : 0, search, fetchedAt)
      }
      if (!isLast) return
      forget.run(city, cargoType, fetchedAt)
      close.run(city, cargoType, fetchedAt)
    },
    one: named => rowSchema.nullable().parse(one.get(named.city, named.cargoType, named.id) ?? null),
    find({ city: name, cargoType, text, from, most }) {
      const known = citySchema.parse(city.get(name, cargoType))
      if (known === undefined) return null
      const { ids, searches } = listOf(name, cargoType, known.fetched_at)
      const words = searchText(text)
        .split(' ')
        .filter(word => word !== '')
      // A word is looked for where one begins: `5` is house 5, not 15.
      const found = ids.filter((_, place) => words.every(word => searches[place]?.includes(` ${word}`)))
      const points = found.slice(from, from + most).map(id => rowSchema.parse(one.get(name, cargoType, id)))
      return { points, total: found.length, fetchedAt: known.fetched_at }
    }
  }
}
