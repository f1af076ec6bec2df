import type { MarkingTail } from '../../../../shared/domain/printing/samples.ts'
import type { Office, WorldMetaKey } from '../world.ts'

/** A product of the practice shop. */
export interface Product {
  readonly article: string
  /** Only for goods tinted to order, empty for the rest. */
  readonly colorCode: string
  readonly title: string
  /** As the card tells them; empty: it does not. */
  readonly color: string
  readonly size: string
  /** Kopecks. */
  readonly price: number
  readonly cargoType: 1 | 2
  readonly required: readonly WorldMetaKey[]
  readonly optional: readonly WorldMetaKey[]
  /** `vendor`: the seller's own `2…` barcode, which no GTIN ever matches. */
  readonly barcode: 'ean13' | 'vendor'
  readonly tail: MarkingTail
  /** How many of thirty orders are for it. */
  readonly share: number
}

function product(article: string, title: string, price: number, share: number, more: Partial<Product> = {}): Product {
  return {
    article,
    title,
    price,
    share,
    colorCode: '',
    color: '',
    size: '',
    cargoType: 1,
    required: [],
    optional: [],
    barcode: 'ean13',
    tail: 'crypto',
    ...more
  }
}

/** A believable little shop: shares add up to thirty orders, four of them bulky. */
export const CATALOGUE: readonly [Product, ...Product[]] = [
  product('mug-enamel-350', 'Кружка эмалированная «Походная», 350 мл', 49_900, 3, { colorCode: 'RAL 3017' }),
  product('notebook-a5-dots', 'Блокнот А5 в точку, 96 листов', 32_500, 1),
  product('lamp-clip-01', 'Лампа настольная на прищепке', 129_000, 2, { colorCode: 'RAL 9005' }),
  product('cable-usbc-2m', 'Кабель USB-C — USB-C, 2 м', 59_000, 2),
  product('shelf-loft-180', 'Стеллаж «Лофт», 180 см', 749_000, 2, { cargoType: 2, colorCode: 'RAL 7016' }),
  product('armchair-oslo', 'Кресло «Осло», велюр, изумрудное', 1_299_000, 2, { cargoType: 2, colorCode: 'RAL 6004' }),
  product('tshirt-basic-m-white', 'Футболка базовая, белая, размер M', 89_900, 3, {
    required: ['sgtin'],
    color: 'белый',
    size: 'M'
  }),
  product('tshirt-basic-l-black', 'Футболка базовая, чёрная, размер L', 89_900, 1, {
    required: ['sgtin'],
    color: 'чёрный',
    size: 'L'
  }),
  product('sneakers-run-42', 'Кроссовки беговые, размер 42', 459_000, 2, { required: ['sgtin'], size: '42' }),
  product('perfume-cedar-50', 'Духи «Кедр и мята», 50 мл', 319_000, 1, { required: ['sgtin'] }),
  product('jeans-straight-32', 'Джинсы прямые, синие, размер 32', 379_000, 2, {
    required: ['sgtin'],
    barcode: 'vendor',
    color: 'синий',
    size: '32'
  }),
  product('phone-nova-128', 'Смартфон «Нова», 128 ГБ, графит', 1_899_000, 2, { required: ['imei'] }),
  product('phone-nova-lite', 'Смартфон «Нова Лайт», 64 ГБ, голубой', 1_099_000, 1, { required: ['imei'] }),
  product('one-ring-7548', 'Кольцо серебряное, размер 17', 504_600, 1, { required: ['uin'], size: '17' }),
  product('earrings-drop-925', 'Серьги «Капля», серебро 925', 349_000, 1, { required: ['uin'] }),
  product('halva-sunflower-350', 'Халва подсолнечная, 350 г', 21_900, 1, { required: ['gtin'] }),
  product('cream-hands-75', 'Крем для рук «Облепиха», 75 мл', 18_900, 1, {
    required: ['expiration'],
    optional: ['sgtin']
  }),
  product('tea-ivan-100', 'Иван-чай ферментированный, 100 г', 25_900, 1, { required: ['expiration'] }),
  product('vitamin-d3-60', 'Витамин D3, 60 капсул', 69_900, 1, { required: ['sgtin', 'expiration'], tail: 'short' })
]

export const COMMENTS: readonly [string, ...string[]] = [
  'Упакуйте в плёнку, пожалуйста',
  'Это подарок, положите без чека',
  'Проверьте, чтобы не было царапин'
]

/** The seller's own warehouse that every order comes to. */
export const WAREHOUSE_ID = 658_434
export const PICKUP_OFFICE_ID = 123
export const WAREHOUSE_OFFICE_ID = 15

export const OFFICES: readonly Office[] = [
  { id: PICKUP_OFFICE_ID, name: 'Калуга', address: 'г. Калуга, ул. Ленина, д. 51', isPickupPoint: true },
  {
    id: WAREHOUSE_OFFICE_ID,
    name: 'Коледино',
    address: 'г. Подольск, д. Коледино, ул. Троицкая',
    isPickupPoint: false
  },
  { id: 16, name: 'Электросталь', address: 'г. Электросталь, ул. Промышленная, д. 11', isPickupPoint: false }
]
