export type OfficeType = 'sc' | 'sw' | 'pp'
export type CargoType = 1 | 2 | 3

/** A place where the marketplace takes supplies in. */
export interface ShippingPoint {
  readonly id: number
  readonly name: string
  readonly address: string
  readonly city: string
  readonly officeType: OfficeType
  readonly cargoTypes: readonly CargoType[]
  readonly latitude: number
  readonly longitude: number
  /** Supplies go through a fulfilment warehouse: they come in boxes. */
  readonly fulfillment: boolean
}

interface City {
  readonly name: string
  readonly latitude: number
  readonly longitude: number
  readonly points: number
  readonly isAbroad?: true
}

const CITIES: readonly City[] = [
  { name: 'Москва', latitude: 55.75, longitude: 37.62, points: 160 },
  { name: 'Санкт-Петербург', latitude: 59.94, longitude: 30.31, points: 90 },
  { name: 'Екатеринбург', latitude: 56.84, longitude: 60.61, points: 40 },
  { name: 'Казань', latitude: 55.79, longitude: 49.12, points: 40 },
  { name: 'Калуга', latitude: 54.51, longitude: 36.26, points: 24 },
  { name: 'Орёл', latitude: 52.97, longitude: 36.07, points: 16 },
  { name: 'Минск', latitude: 53.9, longitude: 27.56, points: 12, isAbroad: true }
]

const STREETS = [
  ...(['ул. Ленина', 'ул. Королёва', 'пр-т Мира', 'ул. Зелёная', 'ул. Тверская', 'наб. Речная'] as const),
  ...(['ул. Академика Павлова', 'ш. Варшавское', 'пер. Столярный', 'ул. Складочная', 'ул. Берёзовая'] as const),
  ...(['ул. Гагарина', 'б-р Цветной', 'ул. 8 Марта', 'проезд Промышленный', 'ул. Садовая'] as const)
] as const

/** Of a dozen points the first is a sorting centre, the second a warehouse, the rest are pickup points. */
const DOZEN = 12
const FIRST_ID = 300_100

/** The made-up points of all cities: the same every time. */
export const SHIPPING_POINTS: readonly ShippingPoint[] = CITIES.flatMap((city, cityAt) =>
  Array.from({ length: city.points }, (_, place) => pointOf(city, FIRST_ID + cityAt * 1000 + place, place))
)

/** Only to points in Russia do the shipping parameters apply. */
export function isAbroad(point: ShippingPoint): boolean {
  return CITIES.some(({ name, isAbroad }) => name === point.city && isAbroad === true)
}

function pointOf(city: City, id: number, place: number): ShippingPoint {
  const officeType = officeTypeOf(place)
  const address = `г. ${city.name}, ${STREETS[place % STREETS.length] ?? ''}, д. ${1 + place}`
  return {
    id,
    name: nameOf(city, officeType, place),
    address,
    city: city.name,
    officeType,
    cargoTypes: officeType === 'pp' ? [1] : [1, 2, 3],
    latitude: city.latitude + (place % DOZEN) / 100,
    longitude: city.longitude + Math.floor(place / DOZEN) / 100,
    fulfillment: place % DOZEN === 1 || place % 40 === 5
  }
}

function officeTypeOf(place: number): OfficeType {
  if (place % DOZEN === 0) return 'sc'
  return place % DOZEN === 1 ? 'sw' : 'pp'
}

function nameOf(city: City, officeType: OfficeType, place: number): string {
  const number = Math.floor(place / DOZEN) + 1
  switch (officeType) {
    case 'sc':
      return `СЦ ${city.name} ${number}`
    case 'sw':
      return `Склад ${city.name} ${number}`
    case 'pp':
      return `ПВЗ ${city.name}, ${STREETS[place % STREETS.length] ?? ''}`
  }
}
