import type { Harness } from '../harness.ts'
import type { EditionName } from './common.ts'

type Visitor = Pick<Harness, 'call' | 'control' | 'clock'>
type Scheme = 'dbs' | 'pickup'

const KEYS = ['sgtin', 'uin', 'imei', 'gtin'] as const

/** The values of each key by the name of their field; a marking code is a unit's own. */
function valuesOf({ scheme }: SchemeVisitor): readonly (readonly [key: string, field: string, value: unknown])[] {
  return [
    ['sgtin', 'sgtins', [scheme.padEnd(31, 'x')]],
    ['uin', 'uin', '1'.repeat(16)],
    ['imei', 'imei', '490154203237518'],
    ['gtin', 'gtin', '4600000000017']
  ]
}

/** Calls every method of DBS and in-store pickup with success, bulk ones with an unknown order beside. */
export async function visitSchemes(shop: Visitor, edition: EditionName): Promise<void> {
  for (const scheme of ['dbs', 'pickup'] as const) {
    const name = scheme === 'dbs' ? 'dbs' : 'click-collect'
    const visit = { ...shop, scheme, one: `/api/v3/${name}/orders`, many: `/api/marketplace/v3/${name}/orders` }
    if (edition === 'seed') await visitOneByOne(visit)
    else await visitInBulk(visit)
  }
}

interface SchemeVisitor extends Visitor {
  readonly scheme: Scheme
  readonly one: string
  readonly many: string
}

function add({ control, scheme }: SchemeVisitor, shape: object = {}): number {
  return control.addOrders(1, { scheme, article: 'mug-enamel-350', ...shape })[0] ?? 0
}

/** What the buyer says at the door. */
function said({ control }: Visitor, id: number): string {
  return control.state().dbsOrders.find(order => order.id === id)?.code ?? ''
}

/** The steps to the buyer's hands. */
function ready(scheme: Scheme): string {
  return scheme === 'dbs' ? 'deliver' : 'prepare'
}

async function visitLists(visit: SchemeVisitor): Promise<void> {
  const { call, clock, one, scheme } = visit
  const kinds = [{}, { isB2b: true }, { toPickupPoint: true }, { isExpress: true }, { tireService: true }]
  for (const shape of kinds) add(visit, shape)
  await call('GET', `${one}/new`)
  const now = Math.floor(clock.now / 1000)
  await call('GET', `${one}?limit=1000&next=0&dateFrom=${now - 86_400}&dateTo=${now + 86_400}`)
  const ids = visit.control.state()[scheme === 'dbs' ? 'dbsOrders' : 'pickupOrders'].map(({ id }) => id)
  await call('POST', `${one}/client`, { orders: ids })
}

async function visitCounter({ call, control }: Visitor): Promise<void> {
  const order = control.state().pickupOrders.find(({ supplierStatus }) => supplierStatus === 'prepare')
  const { orderCode, passcode } = order ?? {}
  await call('POST', '/api/v3/click-collect/orders/client/identity', { orderCode, passcode })
}

async function visitOneByOne(visit: SchemeVisitor): Promise<void> {
  const { call, one, scheme } = visit
  const step = async (id: number, name: string) =>
    call('PATCH', `${one}/${id}/${name}`, scheme === 'dbs' ? { code: said(visit, id) } : undefined)
  const [sold, back, dead] = [add(visit), add(visit), add(visit, { toPickupPoint: true })]
  const keyed = add(visit, { requiredMeta: KEYS })
  for (const id of [sold, back, keyed]) await step(id, 'confirm')
  await call('GET', `${one}/${keyed}/meta`)
  for (const [key, field, value] of valuesOf(visit)) {
    await call('PUT', `${one}/${keyed}/meta/${key}`, { [field]: value })
  }
  await call('GET', `${one}/${keyed}/meta`)
  await call('DELETE', `${one}/${keyed}/meta?key=uin`)
  for (const id of [sold, back]) await step(id, ready(scheme))
  if (scheme === 'pickup') await visitCounter(visit)
  await step(sold, 'receive')
  await step(back, 'reject')
  await step(dead, 'cancel')
  await call('POST', `${one}/status`, { orders: [sold, back, dead, keyed] })
  await visitLists(visit)
}

async function visitInBulk(visit: SchemeVisitor): Promise<void> {
  const { call, clock, many, scheme } = visit
  const step = async (name: string, ids: readonly number[]) => {
    const items = [...ids, 5].map(orderId => ({ orderId, code: said(visit, orderId) || '1' }))
    const asksCode = scheme === 'dbs' && (name === 'receive' || name === 'reject')
    await call('POST', `${many}/status/${name}`, asksCode ? { orders: items } : { ordersIds: [...ids, 5] })
  }
  const [sold, back, dead] = [add(visit), add(visit), add(visit, { toPickupPoint: true })]
  const keyed = add(visit, { requiredMeta: [...KEYS, 'customsDeclaration'], isB2b: true })
  await step('confirm', [sold, back, dead, keyed])
  if (scheme === 'dbs') await call('POST', `${many}/stickers?type=pdf&width=58&height=40`, { orders: [dead] })
  const details = () => call('POST', `${many}/meta/details`, { ordersIds: [keyed, sold, 5] })
  await details()
  for (const [key, field, value] of valuesOf(visit)) {
    await call('POST', `${many}/meta/${key}`, {
      orders: [keyed, sold, 5].map(orderId => ({ orderId, [field]: value }))
    })
  }
  const declaration = { customsDeclaration: '10704010/010624/0000302', originCountryCode: '156' }
  const declared = [keyed, sold, 5].map(orderId => ({ orderId, ...declaration }))
  await call('POST', `${many}/meta/customs-declaration`, { orders: declared })
  await details()
  clock.now += 2000
  await details()
  await call('POST', `${many}/meta/delete`, { key: 'uin', [scheme === 'dbs' ? 'orderIds' : 'ordersIds']: [keyed, 5] })
  // One order is held back by the code that is gone.
  await step(ready(scheme), [sold, back, keyed])
  if (scheme === 'pickup') await visitCounter(visit)
  await step('receive', [sold, keyed])
  await step('reject', [back])
  await step('cancel', [dead])
  await call('POST', `${many}/status/info`, { ordersIds: [sold, back, dead, keyed, 5] })
  await visitPrices(visit, [sold, keyed])
  await visitLists(visit)
}

async function visitPrices(visit: SchemeVisitor, orders: readonly number[]): Promise<void> {
  const { call, control, many, scheme } = visit
  const computed = add(visit, { pricingTakesMs: 60_000 })
  await call('POST', `${many}/final-price`, { orders: [...orders, computed, 5] })
  if (scheme === 'pickup') return
  await call('POST', `${many}/b2b/info`, { ordersIds: [...orders, 5] })
  const [order] = control.state().dbsOrders
  control.moveDelivery(order?.id ?? 0, { day: 0, timeFrom: '10:00', timeTo: '11:00' })
  const ids = control.state().dbsOrders.map(({ id }) => id)
  await call('POST', '/api/v3/dbs/orders/delivery-date', { orders: ids })
  await call('POST', '/api/v3/dbs/groups/info', { groups: [order?.groupId] })
}
