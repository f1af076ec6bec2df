import { DAY, makeFacts, makeSticker, makeThing } from './generate-item.ts'
import type { Purchase } from './generate-item.ts'
import type { ItemFacts, Organisation, WorldMetaKey } from './order-core.ts'
import { DIGITS, HEX } from './random.ts'
import type { Random } from './random.ts'
import type { Buyer, DbsDeliveryType, DbsOrder, Delivery } from '../rules/schemes.ts'
import type { World } from '../world.ts'

/** Neither scheme knows expiry dates (API documents, "Possible metadata"); the declaration is the successor's. */
const KEYS: readonly WorldMetaKey[] = ['sgtin', 'imei', 'uin', 'gtin', 'customsDeclaration']

/** Adds an order that the seller delivers, every fourth to a pickup point; returns its id. */
export function addDbsOrder(purchase: Purchase): number {
  const { world, shape } = purchase
  const { random } = world
  const last = [...world.dbsOrders.values()].at(-1)
  const facts = makeFacts(purchase, last?.facts.orderUid ?? null, KEYS)
  const basket = last?.facts.orderUid === facts.orderUid ? last : null
  const buyer = makeBuyer(world)
  const hour = 9 + random.int(12)
  const isForPickupPoint = random.int(4) === 0
  const sticker = makeSticker(random, facts.id)
  const toPickupPoint = shape.toPickupPoint ?? (isForPickupPoint && shape.isExpress !== true)
  const deliveryType = toPickupPoint ? 'dbsPickupPoint' : shape.isExpress === true ? 'edbs' : 'dbs'
  const mate = basket?.deliveryType === deliveryType ? basket : null
  world.dbsOrders.set(facts.id, {
    ...commonParts(purchase, facts),
    facts,
    thing: makeThing(purchase, facts, 'dbs'),
    supplierStatus: 'new',
    deliveryType,
    buyer: basket?.buyer ?? buyer,
    delivery: mate?.delivery ?? makeDelivery(purchase, deliveryType, buyer, hour),
    movedFrom: null,
    groupId: basket?.groupId ?? makeGroupId(random),
    code: random.text(6, DIGITS),
    sticker: toPickupPoint ? sticker : null
  })
  return facts.id
}

/** Adds an order that its buyer takes at the store; returns its id. */
export function addPickupOrder(purchase: Purchase): number {
  const { world, shape } = purchase
  const { random } = world
  const last = [...world.pickupOrders.values()].at(-1)
  const facts = makeFacts(purchase, last?.facts.orderUid ?? null, KEYS)
  const basket = last?.facts.orderUid === facts.orderUid ? last : null
  const buyer = makeBuyer(world)
  const orderCode = `${100_000_000 + random.int(900_000_000)}-${String(buyer.number).padStart(4, '0')}`
  const passcode = random.text(4, DIGITS)
  world.pickupOrders.set(facts.id, {
    ...commonParts(purchase, facts),
    facts,
    thing: makeThing(purchase, facts, 'pickup'),
    supplierStatus: 'new',
    buyer: basket?.buyer ?? buyer,
    orderCode: basket?.orderCode ?? orderCode,
    passcode: basket?.passcode ?? passcode,
    payMode: shape.payMode ?? basket?.payMode ?? (random.int(3) === 0 ? 'postpaid' : 'prepaid'),
    tireService: shape.tireService ?? false,
    identifiedAt: null
  })
  return facts.id
}

function makeDelivery(
  { world: { random }, createdAt }: Purchase,
  deliveryType: DbsDeliveryType,
  buyer: Buyer,
  hour: number
): Delivery {
  const door = deliveryType === 'dbsPickupPoint' ? 'пункт выдачи' : `кв. ${buyer.number}`
  return {
    fullAddress: `г. Образцово, ул. Учебная, д. ${1 + random.int(99)}, ${door}`,
    longitude: 44.519068,
    latitude: 40.20192,
    day: deliveryType === 'edbs' ? createdAt : createdAt + (2 + random.int(5)) * DAY,
    timeFrom: `${String(hour).padStart(2, '0')}:00`,
    timeTo: `${hour + 1}:00`
  }
}

type CommonParts = Pick<
  DbsOrder,
  'wbStatus' | 'meta' | 'plannedDecisions' | 'history' | 'organisation' | 'originCountryCode' | 'pricedAt'
>

function commonParts({ createdAt, shape }: Purchase, { id, isB2b }: ItemFacts): CommonParts {
  return {
    wbStatus: 'waiting',
    meta: new Map(),
    plannedDecisions: new Map(),
    history: [{ at: createdAt, code: 'NEW' }],
    organisation: isB2b ? makeOrganisation(id) : null,
    originCountryCode: null,
    pricedAt: createdAt + (shape.pricingTakesMs ?? 0)
  }
}

/** Numbers of a region that no tax office has. */
function makeOrganisation(id: number): Organisation {
  const number = String(id % 1_000_000).padStart(6, '0')
  return { inn: `0000${number}`, kpp: '000001001', orgName: `ООО «Учебное ${number}»` }
}

function makeBuyer({ random, dbsOrders, pickupOrders }: World): Buyer {
  const number = dbsOrders.size + pickupOrders.size + 1
  return {
    number,
    name: `Покупатель ${number}`,
    phone: `+7${String(number).padStart(10, '0')}`,
    phoneCode: 1_000_000 + random.int(9_000_000),
    replacementPhone: number % 3 === 0 ? '' : `+7001${String(number).padStart(7, '0')}`
  }
}

/** A UUID of version 4. */
function makeGroupId(random: Random): string {
  const [first = '', second = '', third = '', fourth = '', last = ''] = [8, 4, 4, 4, 12].map(length =>
    random.text(length, HEX)
  )
  return [first, second, `4${third.slice(1)}`, `a${fourth.slice(1)}`, last].join('-')
}
