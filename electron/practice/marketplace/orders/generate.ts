import { CATALOGUE, OFFICES, PICKUP_OFFICE_ID, WAREHOUSE_OFFICE_ID } from './catalogue.ts'
import { DOCUMENTED_FORMS } from '../http/forms.ts'
import { addDbsOrder, addPickupOrder } from './generate-delivered.ts'
import { DAY, HOUR, makeFacts, makeSticker, makeThing } from './generate-item.ts'
import type { OrderShape, Purchase } from './generate-item.ts'
import type { Scheme } from './order-core.ts'
import { createRandom } from './random.ts'
import { WORLD_META_KEYS } from '../world.ts'
import type { World } from '../world.ts'

export type { OrderShape } from './generate-item.ts'

/** ISO 4217. */
const ROUBLE = 643
const KYRGYZ_SOM = 417

/** How many orders of each scheme a shop begins with. */
export type OrderCounts = Readonly<Record<Scheme, number>>

/** The shop of a seed with its first orders, 1 to 100 hours old at `now` (ms); those of FBS don't depend on the rest. */
export function generateWorld(
  seed: number,
  counts: OrderCounts,
  now: number,
  { seller = 'russian', sandbox = false }: { readonly seller?: World['seller']; readonly sandbox?: boolean } = {}
): World {
  const random = createRandom(seed)
  const counters = {
    order: 4_100_000_000 + random.int(1_000_000) * 100,
    supply: 100_000_000,
    box: 30_000_000,
    pass: 40
  }
  const world: World = {
    random,
    seed,
    seller,
    isSandbox: sandbox,
    needsFulfilment: false,
    denied: new Set(),
    forms: DOCUMENTED_FORMS,
    plannedRefusals: [],
    offices: OFFICES,
    orders: new Map(),
    dbsOrders: new Map(),
    pickupOrders: new Map(),
    supplies: new Map(),
    passes: new Map(),
    plannedCodes: new Map(),
    lateStickers: { oneIn: 10, times: 1 },
    lastBasket: null,
    nextId: kind => (counters[kind] += kind === 'pass' ? 1 : 1 + random.int(90))
  }
  for (const scheme of ['fbs', 'dbs', 'pickup'] as const) stock(world, seed, scheme, counts[scheme], now)
  return world
}

/** Adds fresh orders, as buyers do; returns their ids. */
export function addOrders(world: World, seed: number, count: number, now: number, shape: OrderShape): number[] {
  const fitting = CATALOGUE.filter(
    ({ article, cargoType }) =>
      (shape.article === undefined || article === shape.article) &&
      (shape.cargoType === undefined || cargoType === shape.cargoType)
  )
  return Array.from({ length: count }, () => {
    const product = fitting[world.random.int(fitting.length)] ?? CATALOGUE[0]
    return addOrder({ world, seed, product, createdAt: now - (shape.ageDays ?? 0) * DAY, now, shape })
  })
}

function stock(world: World, seed: number, scheme: Scheme, count: number, now: number): void {
  if (count === 0) return
  const { random } = world
  const slots = random.shuffled(CATALOGUE.flatMap(product => Array.from({ length: product.share }, () => product)))
  const ages = Array.from({ length: count }, () => HOUR + random.int(99 * HOUR)).toSorted((left, right) => right - left)
  for (const [index, age] of ages.entries()) {
    const product = slots[index % slots.length] ?? CATALOGUE[0]
    addOrder({ world, seed, product, createdAt: now - age, now, shape: { scheme, ...deliveryOf(count - index) } })
  }
}

/** Of a shop's own deliveries the youngest is express, and the one before it goes to a pickup point: both are there to be seen. */
function deliveryOf(fromLast: number): Pick<OrderShape, 'isExpress' | 'toPickupPoint'> {
  if (fromLast === 1) return { isExpress: true, toPickupPoint: false }
  return fromLast === 2 ? { toPickupPoint: true } : {}
}

function addOrder(purchase: Purchase): number {
  switch (purchase.shape.scheme ?? 'fbs') {
    case 'fbs':
      return addFbsOrder(purchase)
    case 'dbs':
      return addDbsOrder(purchase)
    case 'pickup':
      return addPickupOrder(purchase)
  }
}

function addFbsOrder(purchase: Purchase): number {
  const { world, createdAt, shape } = purchase
  const facts = makeFacts(purchase, world.lastBasket, WORLD_META_KEYS)
  world.lastBasket = facts.orderUid
  world.orders.set(facts.id, {
    facts: {
      ...facts,
      officeId: facts.cargoType === 1 ? PICKUP_OFFICE_ID : WAREHOUSE_OFFICE_ID,
      isCrossBorder: shape.isCrossBorder ?? false,
      goesBySpot: shape.goesBySpot ?? world.seller === 'abroad',
      convertedCurrencyCode: world.seller === 'russian' ? ROUBLE : KYRGYZ_SOM
    },
    thing: makeThing(purchase, facts, 'fbs'),
    sticker: makeSticker(world.random, facts.id),
    supplierStatus: 'new',
    wbStatus: 'waiting',
    supplyId: null,
    needsReshipment: false,
    stickerOmissions: 0,
    meta: new Map(),
    plannedDecisions: new Map(),
    history: [{ at: createdAt, code: 'NEW' }]
  })
  return facts.id
}
