import { expect, test } from 'vitest'
import { openDatabase } from '../../../electron/store/database.ts'
import { migrations } from '../../../electron/store/migrations/all.ts'
import type { StorePort } from '../../../electron/station/ports/ports.ts'
import type { ShippingPoint } from '../../../shared/domain/orders/shipping.ts'
import { databasePath, NOON, openStore } from './fixtures.ts'

const MOSCOW = { city: 'Москва', cargoType: 1 } as const

function point(id: number, part: Partial<ShippingPoint> = {}): ShippingPoint {
  const made = { name: `ПВЗ ${id}`, address: `г. Москва, ул. Королёва, д. ${id}`, city: 'Москва', officeType: 'pp' }
  return { id, ...made, fulfilment: false, ...part }
}

function keep(store: StorePort, points: readonly ShippingPoint[], fetchedAt = NOON): void {
  store.commit({ points: { ...MOSCOW, fetchedAt, points, isLast: true } })
}

function find(store: StorePort, text: string, from = 0, most = 10) {
  return store.points({ ...MOSCOW, text, from, most })
}

test('a city’s points come back by cargo type, sorting centres first, page by page', () => {
  const path = databasePath()
  const sorting = point(9, { name: 'СЦ Север', officeType: 'sc', fulfilment: true })
  const strange = point(8, { officeType: 'drone' })
  const first = openStore(path)
  expect(find(first, '')).toBeNull()
  keep(first, [point(1), sorting, point(2), strange])
  first.close()

  const store = openStore(path)
  expect(find(store, '')).toEqual({ points: [sorting, strange, point(1), point(2)], total: 4, fetchedAt: NOON })
  expect(find(store, '', 2, 1)).toMatchObject({ points: [point(1)], total: 4 })
  expect(store.points({ city: 'Москва', cargoType: 2, text: '', from: 0, most: 10 })).toBeNull()
  expect(store.point({ ...MOSCOW, id: 9 })).toEqual(sorting)
  expect(store.point({ ...MOSCOW, id: 404 })).toBeNull()
})

test('a search takes words in any order and case, е for ё, and house numbers from their beginning', () => {
  const store = openStore(databasePath())
  keep(store, [point(5), point(15), point(7, { address: 'г. Москва, ул. 8 Марта, д. 5' })])
  const ids = (text: string) => find(store, text)?.points.map(({ id }) => id)
  expect(ids('королева')).toEqual([15, 5])
  expect(ids('КОРОЛЁВА  5')).toEqual([5])
  expect(ids('5, Королёва')).toEqual([5])
  expect(ids('8 марта')).toEqual([7])
  expect(ids('пвз 7')).toEqual([7])
  expect(ids("'; DROP TABLE shipping_points; --")).toEqual([])
  expect(ids('%')).toEqual([7, 15, 5])
})

test('a newer list takes the place of the older one, once all of it is there', () => {
  const store = openStore(databasePath())
  keep(store, [point(1), point(2)])
  const newer = { ...MOSCOW, fetchedAt: NOON + 1 }
  store.commit({ points: { ...newer, points: [point(3)], isLast: false } })
  expect(find(store, '')).toMatchObject({ total: 3, fetchedAt: NOON })
  store.commit({ points: { ...newer, points: [point(2)], isLast: true } })
  expect(find(store, '')).toMatchObject({ points: [point(2), point(3)], total: 2, fetchedAt: NOON + 1 })
})

test('a city without points is known to have none', () => {
  const store = openStore(databasePath())
  keep(store, [])
  expect(find(store, '')).toEqual({ points: [], total: 0, fetchedAt: NOON })
})

test('supplies of the version before know nothing of shipping, and lose nothing', () => {
  const path = databasePath()
  const older = openDatabase(path, migrations.slice(0, 2))
  const body = {
    id: 'WB-GI-1',
    remoteId: 'WB-GI-1',
    name: 'Утро',
    createdAt: NOON,
    state: 'open',
    cargoType: 1,
    qrWanted: false
  }
  older
    .prepare('INSERT INTO supplies (id, remote_id, state, created_at, body) VALUES (?, ?, ?, ?, ?)')
    .run(body.id, body.remoteId, body.state, NOON, JSON.stringify(body))
  older.close()
  const { bench } = openStore(path).load(NOON + 1)
  expect(bench.supplies.get('WB-GI-1')).toEqual({
    ...body,
    kind: 'supply',
    demand: null,
    shipping: null,
    boxes: { ids: [], queued: 0 },
    hitch: null,
    scannedAt: null
  })
})
