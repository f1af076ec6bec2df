import type { Harness } from '../harness.ts'
import type { EditionName } from './common.ts'

const M = '/api/marketplace/v3'
const CODE = 'x'.repeat(31)
const DRIVER = {
  firstName: 'Александр',
  lastName: 'Петров',
  carModel: 'Lada',
  carNumber: 'A456BC123',
  officeId: 15
} as const

type Visitor = Pick<Harness, 'call' | 'control' | 'clock'>

/** Calls every method of FBS with success, on orders and supplies in every state. */
export async function visitFbs(shop: Visitor, edition: EditionName): Promise<void> {
  const keys = ['sgtin', 'uin', 'imei', 'gtin', 'expiration'] as const
  const declared = edition === 'successor' ? (['customsDeclaration'] as const) : []
  const make = (shape: object, count = 1) => shop.control.addOrders(count, { article: 'mug-enamel-350', ...shape })
  const [keyed = 0, plain = 0] = make({ requiredMeta: keys, optionalMeta: declared }, 2)
  const [abroad = 0, bulky = 0] = [...make({ isCrossBorder: true }), ...make({ article: 'shelf-loft-180' })]
  const supplyId = await visitSupply(shop, edition, [keyed, plain])
  await visitMeta(shop, edition, keyed)
  await visitLists(shop, [keyed, plain, abroad, bulky])
  await visitBorder(shop, edition, abroad)
  await shop.call('PATCH', `/api/v3/orders/${bulky}/cancel`)
  await visitBoxes(shop, supplyId)
  if (edition === 'successor') await visitRoad(shop, supplyId)
  await visitClosing(shop, supplyId, plain)
  await visitPasses(shop)
}

async function addTo(shop: Visitor, edition: EditionName, supplyId: string, orders: readonly number[]): Promise<void> {
  if (edition === 'successor') await shop.call('PATCH', `${M}/supplies/${supplyId}/orders`, { orders })
  else for (const id of orders) await shop.call('PATCH', `/api/v3/supplies/${supplyId}/orders/${id}`)
}

async function newSupply(shop: Visitor): Promise<string> {
  await shop.call('POST', '/api/v3/supplies', { name: 'Поставка' })
  return shop.control.state().supplies.at(-1)?.id ?? ''
}

async function visitSupply(shop: Visitor, edition: EditionName, orders: readonly number[]): Promise<string> {
  const empty = await newSupply(shop)
  await shop.call('GET', `/api/v3/supplies/${empty}`)
  await shop.call('DELETE', `/api/v3/supplies/${empty}`)
  const supplyId = await newSupply(shop)
  await addTo(shop, edition, supplyId, orders)
  await shop.call('GET', `/api/v3/supplies/${supplyId}`)
  await shop.call('GET', `/api/v3/supplies/${supplyId}/orders`)
  await shop.call('GET', `${M}/supplies/${supplyId}/order-ids`)
  return supplyId
}

async function visitMeta({ call, clock, control }: Visitor, edition: EditionName, id: number): Promise<void> {
  const path = `/api/v3/orders/${id}/meta`
  const reads = async () => {
    await call('GET', path)
    await call('POST', `${M}/orders/meta`, { orders: [id] })
  }
  await reads()
  await call('PUT', `${path}/sgtin`, { sgtins: [CODE] })
  await call('PUT', `${path}/uin`, { uin: '1'.repeat(16) })
  await call('PUT', `${path}/imei`, { imei: '490154203237518' })
  await call('PUT', `${path}/gtin`, { gtin: '4600000000017' })
  await call('PUT', `${path}/expiration`, { expiration: '12.09.2030' })
  if (edition === 'successor') {
    const declaration = { customsDeclaration: '10704010/010624/0000302' }
    await call('PUT', `${M}/orders/${id}/meta/customs-declaration`, declaration)
  }
  await reads()
  clock.now += 2000
  await reads()
  control.setDecision(id, 'sgtin', 'sgtinIntroduced')
  await call('DELETE', `${path}?key=gtin`)
  await call('PUT', `${path}/gtin`, { gtin: '4600000000017' })
}

async function visitLists({ call }: Visitor, orders: readonly number[]): Promise<void> {
  await call('GET', '/ping')
  await call('GET', '/api/v3/orders/new')
  await call('GET', '/api/v3/orders?limit=2&next=0')
  await call('POST', '/api/v3/orders/status', { orders })
  await call('GET', '/api/v3/supplies?limit=10&next=0')
  await call('POST', '/api/v3/orders/stickers?type=zplv&width=58&height=40', { orders })
}

async function visitBorder(shop: Visitor, edition: EditionName, abroad: number): Promise<void> {
  shop.control.setLateStickers({ oneIn: 1, times: 1 })
  await addTo(shop, edition, await newSupply(shop), [abroad])
  shop.control.setLateStickers({ oneIn: 0, times: 0 })
  const orders = [abroad]
  // The parcel's number is awaited first.
  for (let time = 0; time < 2; time += 1) await shop.call('POST', '/api/v3/orders/stickers/cross-border', { orders })
  await shop.call('POST', '/api/v3/orders/status/history', { orders })
  await shop.call('POST', '/api/v3/orders/client', { orders })
}

async function visitBoxes({ call, control }: Visitor, supplyId: string): Promise<void> {
  const path = `/api/v3/supplies/${supplyId}/trbx`
  await call('POST', path, { amount: 1 })
  await call('GET', path)
  const trbxIds = control.state().supplies.find(({ id }) => id === supplyId)?.boxes
  await call('POST', `${path}/stickers?type=svg`, { trbxIds })
  await call('DELETE', path, { trbxIds })
}

async function visitRoad(shop: Visitor, supplyId: string): Promise<void> {
  const { call, control, clock } = shop
  const supplies = `${M}/fbs/supplies`
  await call('GET', `${M}/fbs/shipping-points?city=${encodeURIComponent('Москва')}&cargoType=1`)
  const shipping = { shippingPointId: 300_100, shippingDt: '2030-01-01', shippingType: 'transportCompany' }
  await call('PATCH', `${supplies}/shipping-method`, { data: [{ supplyId, ...shipping }, { supplyId: 'WB-GI-5' }] })
  const waybillUuid = '3f2b1c9e-5a41-4c8e-9d5b-0a1b2c3d4e5f'
  await call('PATCH', `${supplies}/waybill`, { data: [supplyId, 'WB-GI-5'].map(id => ({ supplyId: id, waybillUuid })) })
  await call('GET', `/api/v3/supplies/${supplyId}`)

  await call('GET', `${M}/fbs/dictionaries/countries/oksm`)
  const byRoad = await newSupply(shop)
  await addTo(shop, 'successor', byRoad, control.addOrders(1, { article: 'mug-enamel-350', goesBySpot: true }))
  const carrier = {
    carrierName: 'ОсОО «Перевозчик»',
    carrierTaxNumber: '123',
    carrierCountryCode: '417',
    vehicleRegistrationNumber: '01KG123ABC'
  }
  await call('PUT', `${supplies}/${byRoad}/spot`, carrier)
  await call('PATCH', `/api/v3/supplies/${byRoad}/deliver`)
  for (let time = 0; time < 2; time += 1) {
    await call('POST', `${supplies}/spot/list`, { supplyIds: [byRoad, supplyId, 'WB-GI-5'] })
    clock.now += 2000
  }
  await call('GET', `${supplies}/${byRoad}/stickers/spot`)

  control.addOrders(3, { article: 'tshirt-basic-m-white', ageDays: 120 })
  const then = new Date(clock.now - 120 * 86_400_000)
  const month = `year=${then.getUTCFullYear()}&month=${then.getUTCMonth() + 1}`
  await call('GET', `${M}/fbs/orders/archive?${month}&next=0&limit=100`)
}

async function visitClosing({ call, control }: Visitor, supplyId: string, order: number): Promise<void> {
  control.cancelOrder(order, 'defect')
  await call('PATCH', `/api/v3/supplies/${supplyId}/deliver`)
  for (const type of ['svg', 'zplv', 'zplh', 'png'])
    await call('GET', `/api/v3/supplies/${supplyId}/barcode?type=${type}`)
  control.scanSupply(supplyId)
  const { orderIds = [] } = control.state().supplies.find(({ id }) => id === supplyId) ?? {}
  control.requireReshipment(orderIds)
  await call('GET', '/api/v3/supplies/orders/reshipment')
  await call('GET', `/api/v3/supplies/${supplyId}`)
  await call('POST', '/api/v3/orders/status', { orders: orderIds })
}

async function visitPasses({ call, control }: Visitor): Promise<void> {
  await call('GET', '/api/v3/passes/offices')
  await call('POST', '/api/v3/passes', DRIVER)
  const passId = control.state().passes[0]?.id
  await call('GET', '/api/v3/passes')
  await call('PUT', `/api/v3/passes/${passId}`, { ...DRIVER, officeId: 16 })
  await call('DELETE', `/api/v3/passes/${passId}`)
}
