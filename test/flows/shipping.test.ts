import { expect, test } from 'vitest'
import type { View } from '../../shared/view/view.ts'
import { labelText } from '../support/packer.ts'
import { startRig } from '../support/station-rig.ts'
import type { RigOptions, StationRig } from '../support/station-rig.ts'
import { until } from '../support/until.ts'
import { overruns, repeatedWrites, writesOf } from '../support/write-log.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const DELIVER = '/api/v3/supplies/{supplyId}/deliver'

/** A station of a seller in Russia with so many orders for a mug, which asks for no codes. */
async function russianRig(orders: number, options: RigOptions = {}): Promise<StationRig> {
  const rig = await startRig({ orders: 0, ...options, marketplace: { seller: 'russian', ...options.marketplace } })
  await moreOrders(rig, orders)
  return rig
}

async function moreOrders(rig: StationRig, count: number): Promise<void> {
  rig.marketplace.control.addOrders(count, { article: 'notebook-a5-dots' })
  await rig.refresh('the orders', ({ counts }) => counts.fresh === count)
}

type Offered = View['answers'][number]

/** Scans the first answer that fits, turning the pages of the choice until one does. */
async function scanOffered(
  rig: StationRig,
  code: 'city' | 'shippingPoint',
  fits: (name: string) => boolean
): Promise<View> {
  const isWanted = (answer: Offered) => answer.code === code && fits(answer.name ?? '')
  for (let page = 0; page < 100; page += 1) {
    const view = await rig.when(`a ${code}`, ({ answers }) => answers.some(answer => answer.code === code))
    const answer = view.answers.find(isWanted)
    if (answer !== undefined) return rig.scan(answer.barcode)
    await rig.scan('VRSTK-NEXT')
  }
  throw new Error(`no such ${code} is offered`)
}

/** Chooses the first point of a city that fits, by scanner alone. */
async function scanPoint(rig: StationRig, city: string, fits: (name: string) => boolean = () => true): Promise<View> {
  const { message } = rig.view().feedback
  const begun = message.code === 'whichPoint' ? message.city : ''
  if (begun !== '' && begun !== city) await rig.scan('VRSTK-UNDO')
  if (begun !== city) await scanOffered(rig, 'city', name => name === city)
  return scanOffered(rig, 'shippingPoint', fits)
}

/** Packs everything that is in the open supply. */
async function packAll(rig: StationRig): Promise<readonly number[]> {
  const supplyId = rig.view().batch?.id ?? ''
  const rows = await rig.ordersOf(supplyId)
  const open = rows.filter(({ life }) => life === 'claimed')
  await until('stickers', async () => (await rig.ordersOf(supplyId)).every(({ partB }) => partB !== null))
  for (const { id } of open) await rig.pack(rig.thing(id))
  await rig.drained()
  return open.map(({ id }) => id)
}

const isDelivered = ({ feedback }: View) => feedback.message.code === 'supplyDelivered'
const isStuck = ({ feedback }: View) => feedback.message.code === 'deliveryStuck'

function held(rig: StationRig) {
  return rig.marketplace.control.state().supplies
}

function methodsSet(rig: StationRig) {
  return writesOf(rig.marketplace.control).filter(({ name }) => name.endsWith('/shipping-method'))
}

test('a Russian seller’s first supply asks for a point once, by scanner alone; the second goes there by itself', async () => {
  const rig = await russianRig(2)
  const asked = await rig.scan('VRSTK-NEW-SUPPLY')
  expect(asked.feedback).toMatchObject({ face: 'ask', message: { code: 'whichPoint', city: 'Калуга', closes: false } })
  expect((await scanPoint(rig, 'Калуга')).feedback.message).toMatchObject({ code: 'pointChosen' })
  await packAll(rig)
  // The point is told as soon as the first order is in, long before the closing.
  expect(held(rig)[0]?.shipping).toMatchObject({ type: 'selfShipping' })
  await rig.scan('VRSTK-SUPPLY-DONE')
  await rig.when('delivery', isDelivered)
  const [first] = await rig.call('supplies.list')
  expect(first).toMatchObject({ state: 'delivered', needsShipping: true, isShippingOpen: true })

  await moreOrders(rig, 1)
  expect((await rig.scan('VRSTK-NEW-SUPPLY')).feedback.message).toMatchObject({ code: 'supplyOpened' })
  await packAll(rig)
  await rig.scan('VRSTK-SUPPLY-DONE')
  await until('the second delivery', () => held(rig).length === 2 && held(rig).every(({ done }) => done))
  expect(held(rig)[1]?.shipping).toEqual(held(rig)[0]?.shipping)
  expect(rig.marketplace.control.requests().filter(({ path }) => path.includes('shipping-points'))).toHaveLength(1)
  expect(repeatedWrites(writesOf(rig.marketplace.control))).toEqual([])
  expect(overruns(rig.marketplace.control)).toEqual([])
  expect(rig.marketplace.control.requests().filter(({ status }) => status >= 400)).toEqual([])
  expect(rig.errors()).toEqual([])
})

test('a seller abroad needs none of it, and is asked nothing', async () => {
  const rig = await startRig({ orders: 0 })
  await moreOrders(rig, 1)
  expect((await rig.scan('VRSTK-NEW-SUPPLY')).feedback.message).toMatchObject({ code: 'supplyOpened' })
  await packAll(rig)
  await rig.scan('VRSTK-SUPPLY-DONE')
  await rig.when('delivery', isDelivered)
  expect(methodsSet(rig)).toEqual([])
  expect((await rig.call('supplies.list'))[0]).toMatchObject({ needsShipping: false, shipping: null })
})

test('after each refusal of the delivery in turn the scanner alone goes on, and the supply leaves', async () => {
  const rig = await russianRig(4, { settings: { shippingDemanded: 'never' } })
  const { control } = rig.marketplace
  await rig.scan('VRSTK-NEW-SUPPLY')
  const ids = await packAll(rig)
  const close = async () => {
    await rig.scan('VRSTK-SUPPLY-DONE')
    return rig.when('the refusal', isStuck)
  }
  const kindOf = ({ feedback: { message } }: View) => (message.code === 'deliveryStuck' ? message.hitch.kind : null)
  const refuse = (code: string, data?: object) =>
    control.planRefusal(DELIVER, 409, { code, message: code, ...(data && { data }) })
  const goOn = async (after: string) => {
    await rig.scan('VRSTK-YES')
    return rig.when(`the refusal ${after}`, view => kindOf(view) === after)
  }

  // The marketplace wants a point although the setting says that none is needed: learned, asked for, told.
  expect(kindOf(await close())).toBe('noPoint')
  await rig.scan('VRSTK-YES')
  // Then, one after the other, all else that it may say.
  refuse('FulfillmentSupplyBoxesRequired')
  await scanPoint(rig, 'Москва', name => name.startsWith('СЦ'))
  await rig.when('boxes are wanted', view => kindOf(view) === 'noBoxes')
  refuse('SupplyIsProcessing')
  // Retried by itself or asked about: either way it is the scanner that goes on.
  refuse('NeverHeardOf')
  await rig.scan('VRSTK-YES')
  await until('the box', () => held(rig)[0]?.boxes.length === 1)
  const asked = await rig.when('a question', isStuck)
  if (kindOf(asked) === 'processing') await goOn('other')
  refuse('InvalidShippingDt')
  await goOn('badDay')
  refuse('MetaValidationFail', {
    orders: [{ id: ids[3], metaDetails: [{ key: 'sgtin', value: 'null', decision: 'required' }] }]
  })
  const culprits = await goOn('codes')
  expect(culprits.feedback.message).toMatchObject({ hitch: { orderIds: [ids[3]] } })
  refuse('SupplyHasZeroOrders')
  await goOn('empty')
  control.planRefusal(DELIVER, 404, { code: 'NotFound', message: '' })
  await goOn('gone')
  await rig.scan('VRSTK-YES')
  await rig.when('delivery', isDelivered)

  await rig.drained()
  const last = held(rig).find(({ done }) => done)
  expect(last?.orderIds).toEqual(ids.slice(0, 3))
  expect(control.state().orders.find(({ id }) => id === ids[3])?.supplierStatus).toBe('confirm')
  expect(rig.view().counts.problems).toBe(1)
  // Each was answered on the stage: the queue asks nobody again.
  expect(rig.view().network.attention).toBe(0)
  await until('the QR label', () => rig.printer.labels.some(label => labelText(label) === last?.id))
  expect(rig.errors()).toEqual([])
})

test('a point that does not take the supply is replaced by scanner; one with fulfilment gets a box', async () => {
  const rig = await russianRig(2)
  rig.marketplace.control.setFulfilment(true)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await scanPoint(rig, 'Москва', name => name.startsWith('СЦ'))
  await packAll(rig)
  expect((await rig.call('supplies.list'))[0]?.shipping?.state).toEqual({
    kind: 'refused',
    code: 'FulfillmentRequired'
  })
  const stuck = await rig.scan('VRSTK-SUPPLY-DONE')
  expect(stuck.feedback.message).toMatchObject({
    code: 'deliveryStuck',
    hitch: { kind: 'badPoint', why: 'fulfilment' }
  })
  await rig.scan('VRSTK-YES')
  await scanPoint(rig, 'Москва', name => name.startsWith('Склад'))
  expect(rig.view().feedback.message).toMatchObject({ code: 'addBox' })
  await rig.scan('VRSTK-YES')
  await rig.when('delivery', isDelivered)
  expect(held(rig)[0]).toMatchObject({ done: true, boxes: [expect.stringMatching(/^WB-TRBX-/)] })
  await until('its label', () => rig.printer.labels.map(labelText).includes(held(rig)[0]?.boxes[0] ?? ''))
})

test('parcels that the marketplace cancelled are asked about before the supply is closed', async () => {
  const rig = await russianRig(2)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await scanPoint(rig, 'Казань')
  const [dead = 0, alive = 0] = await packAll(rig)
  rig.marketplace.control.cancelOrder(dead, 'canceled')
  await rig.refresh('the news', ({ counts }) => counts.problems === 1)
  const asked = await rig.scan('VRSTK-SUPPLY-DONE')
  expect(asked.feedback).toMatchObject({ face: 'ask', message: { code: 'cancelledInside', orderIds: [dead] } })
  await rig.scan('VRSTK-YES')
  const view = await rig.when('delivery', isDelivered)
  expect(view.counts.problems).toBe(0)
  expect(held(rig)[0]?.orderIds).toEqual([alive])
})

test('offline in the middle and closed there: all of it goes out, in order, when the network is back', async () => {
  const rig = await russianRig(1)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await scanPoint(rig, 'Орёл')
  await packAll(rig)
  await rig.scan('VRSTK-SUPPLY-DONE')
  await rig.when('delivery', isDelivered)

  await moreOrders(rig, 1)
  await rig.network.cut()
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.when('offline', ({ network }) => network.kind === 'offline')
  const waiting = await rig.call('queue.list', { pending: true, offset: 0, limit: 10 })
  expect(waiting.map(({ body }) => body.kind).toReversed()).toEqual(['createSupply', 'addToSupply', 'setShipping'])
  // Another point, while nothing has left: it takes the older wish's place.
  const supplyId = rig.view().batch?.id ?? ''
  const points = await rig.call('shipping.points', { city: 'орел', cargoType: 1, text: 'ленина' })
  expect(points).toMatchObject({ state: 'here' })
  const pointId = points.points[0]?.id ?? 0
  const [first] = await rig.call('supplies.list')
  const day = first?.shipping?.day ?? ''
  await rig.call('shipping.choose', { supplyId, city: 'Орёл', pointId, type: 'selfShipping', day })
  // Stopped and started again in the middle.
  await rig.stop()
  await rig.network.mend()
  await rig.start()
  await rig.drained()
  await rig.call('supplies.open', { supplyId })
  await packAll(rig)
  await rig.scan('VRSTK-SUPPLY-DONE')
  await until('the second delivery', () => held(rig).length === 2 && held(rig).every(({ done }) => done))
  expect(held(rig)[1]?.shipping).toMatchObject({ pointId })
  expect(methodsSet(rig)).toHaveLength(2)
  expect(rig.errors()).toEqual([])
})

test('the day passes between packing and closing, and once more before the delivery has left', async () => {
  const rig = await russianRig(1)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await scanPoint(rig, 'Казань')
  await packAll(rig)
  const first = held(rig)[0]?.shipping?.day ?? ''
  rig.passTime(DAY_MS)
  rig.skipTime(DAY_MS)
  await rig.network.cut()
  await rig.scan('VRSTK-SUPPLY-DONE')
  await rig.when('offline', ({ network }) => network.kind === 'offline')
  rig.passTime(DAY_MS)
  rig.skipTime(DAY_MS)
  await rig.network.mend()
  await rig.call('queue.retry', { id: '' })
  await rig.when('delivery', isDelivered)
  const last = held(rig)[0]?.shipping?.day ?? ''
  expect(Date.parse(last) - Date.parse(first)).toBe(2 * DAY_MS)
})

test('a supply that its point has taken in changes no more', async () => {
  const rig = await russianRig(1)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await scanPoint(rig, 'Казань')
  await packAll(rig)
  await rig.scan('VRSTK-SUPPLY-DONE')
  await rig.when('delivery', isDelivered)
  const supply = async () => (await rig.call('supplies.list'))[0]
  const before = (await supply())?.shipping
  rig.marketplace.control.scanSupply(held(rig)[0]?.id ?? '')
  // Nobody here knows yet: the marketplace says so.
  const other = (await rig.call('shipping.points', { city: 'Казань', cargoType: 1, text: '' })).points.at(-1)
  const { point, type, day } = before ?? { point: { id: 0 }, type: 'selfShipping', day: '' }
  expect(other?.id).not.toBe(point.id)
  const wish = { supplyId: (await supply())?.id ?? '', city: 'Казань', pointId: other?.id ?? 0, type, day }
  await rig.call('shipping.choose', wish)
  await until('the refusal', async () => (await supply())?.isShippingOpen === false)
  expect(held(rig)[0]?.shipping?.pointId).toBe(point.id)
})
