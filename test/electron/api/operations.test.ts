import { expect, test } from 'vitest'
import { createCaller } from '../../../electron/api/wire/caller.ts'
import { createLimiter } from '../../../electron/api/limits/limiter.ts'
import { fbs } from '../../../electron/api/operations/fbs.ts'
import { operations } from '../../../electron/api/operations.ts'
import type { Operation, RequestParts } from '../../../electron/api/operations/operation.ts'
import { createTransport } from '../../../electron/api/wire/transport.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { letRun, openShop, type PinnedEdition } from './practice.ts'

type Step = <Request extends RequestParts, Answer>(
  operation: Operation<Request, Answer>,
  request: Request,
  /** The documented refusal that is expected instead of success. */
  refusal?: number
) => Promise<Answer>

interface Walk {
  readonly step: Step
  readonly edition: PinnedEdition
  readonly order: number
  readonly other: number
  readonly abroad: number
}

const allMeta = ['sgtin', 'imei', 'uin', 'gtin', 'expiration'] as const
const code = '010460000000001721canary\u001D91EE06\u001D92' + 'A'.repeat(44)

test.each(['seed', 'successor'] as const)('every operation of the %s edition answers as documented', async edition => {
  const { clock, marketplace, close } = await openShop({ edition })
  const { control } = marketplace
  const transport = createTransport(marketplace.url, () => marketplace.token)
  const limiter = createLimiter({ clock, start: 'full' })
  const call = createCaller({ transport, limiter, clock, log: quietLog, oneGroup: null })
  const walked = new Set<string>()

  const step: Step = async (operation, request, refusal) => {
    await clock.advance(2500)
    const reply = await letRun(clock, call(operation, request, 'urgent'))
    walked.add(operation.name)
    expect([operation.name, control.requests().at(-1)?.status]).toEqual([operation.name, refusal ?? operation.success])
    expect([operation.name, reply.kind]).toEqual([operation.name, refusal === undefined ? 'ok' : 'refused'])
    // A refusal has no value, and no step with one reads it.
    return reply.kind === 'ok' ? reply.value : ({} as never)
  }
  const optionalMeta = edition === 'successor' ? (['customsDeclaration'] as const) : []
  const ids = control.addOrders(3, { cargoType: 1, requiredMeta: allMeta, optionalMeta })
  const [abroad = 0] = control.addOrders(1, { cargoType: 2, isCrossBorder: true, requiredMeta: [] })
  const walk: Walk = { step, edition, order: ids[0] ?? 0, other: ids[1] ?? 0, abroad }

  await step(operations.ping, {})
  await walkOrders(walk)
  const supplyId = await walkSupply(walk)
  await walkMeta(walk)
  if (edition === 'successor') {
    await walkShipping(walk, supplyId)
    await walkRoad(walk, control.addOrders(1, { cargoType: 1, goesBySpot: true, requiredMeta: [], ageDays: 100 }))
  }
  await walkBoxes(walk, supplyId)
  await walkDelivery(walk, supplyId)
  await walkPasses(walk)

  const own: readonly Operation[] = [operations.ping, ...Object.values(fbs)]
  const expected = own.filter(operation => operation.edition === 'both' || operation.edition === edition)
  expect([...walked].toSorted()).toEqual(expected.map(({ name }) => name).toSorted())
  await transport.close()
  await close()
})

async function walkOrders({ step, order, other, abroad }: Walk): Promise<void> {
  const fresh = await step(operations.newOrders, {})
  expect(fresh.orders.map(({ facts }) => facts.id)).toContain(order)
  await step(operations.orderList, { query: { limit: 1000, next: 0 } })
  await step(operations.orderStatus, { body: { orders: [order, other] } })
  await step(operations.reshipment, {})
  const none = { query: { type: 'zplv', width: 58, height: 40 } as const, body: { orders: [order] } }
  expect((await step(operations.stickers, none)).stickers).toEqual([])
  await step(operations.crossBorderStickers, { body: { orders: [abroad] } })
  await step(operations.statusHistory, { body: { orders: [abroad] } })
  await step(operations.statusHistory, { body: { orders: [1] } }, 404)
  expect((await step(operations.orderClient, { body: { orders: [abroad] } })).orders[0]?.phone).toBe('79871234567')
}

async function walkSupply({ step, edition, order, other, abroad }: Walk): Promise<string> {
  const { id: supplyId } = await step(operations.createSupply, { body: { name: 'Wave 1' } })
  const path = { supplyId }
  await step(operations.deliverSupply, { path }, 409)
  if (edition === 'seed') {
    await step(operations.addOrder, { path: { supplyId, orderId: order } })
    await step(operations.addOrder, { path: { supplyId, orderId: other } })
    await step(operations.addOrder, { path: { supplyId, orderId: abroad } }, 409)
    expect((await step(operations.supplyOrders, { path })).orders).toHaveLength(2)
  } else {
    await step(operations.addOrders, { path, body: { orders: [order, other] } })
    await step(operations.addOrders, { path, body: { orders: [abroad] } }, 409)
  }
  expect((await step(operations.supplyOrderIds, { path })).orderIds).toEqual([order, other])
  await step(operations.supply, { path })
  await step(operations.supply, { path: { supplyId: 'WB-GI-1' } }, 404)
  expect((await step(operations.supplyList, { query: { limit: 10, next: 0 } })).supplies[0]?.name).toBe('Wave 1')
  await step(operations.deleteSupply, { path }, 409)
  const empty = await step(operations.createSupply, { body: { name: 'Wave 2' } })
  await step(operations.deleteSupply, { path: { supplyId: empty.id } })
  await step(operations.cancelOrder, { path: { orderId: other } })
  await step(operations.cancelOrder, { path: { orderId: other } }, 409)
  return supplyId
}

async function walkMeta({ step, edition, order, abroad }: Walk): Promise<void> {
  const path = { orderId: order }
  await step(operations.setSgtin, { path, body: { sgtins: [code] } })
  await step(operations.setSgtin, { path: { orderId: abroad }, body: { sgtins: [code] } }, 409)
  await step(operations.setImei, { path, body: { imei: '490154203237518' } })
  await step(operations.setUin, { path, body: { uin: '1234567890123456' } })
  await step(operations.setGtin, { path, body: { gtin: '4600000000017' } })
  await step(operations.deleteMeta, { path, query: { key: 'gtin' } })
  await step(operations.setGtin, { path, body: { gtin: '4600000000017' } })
  await step(operations.setExpiration, { path, body: { expiration: '01.01.2020' } }, 400)
  await step(operations.setExpiration, { path, body: { expiration: '12.09.2030' } })
  if (edition === 'seed') {
    const { meta } = await step(operations.readMeta, { path })
    expect(meta).toMatchObject({ sgtin: [code], imei: ['490154203237518'], expiration: ['12.09.2030'] })
  } else {
    await step(operations.setCustomsDeclaration, { path, body: { customsDeclaration: '10702070/140120/0001234' } })
    const { orders } = await step(operations.readMetas, { body: { orders: [order] } })
    expect(orders[0]?.metaDetails).toContainEqual({ key: 'sgtin', value: [code], decision: 'sgtinIntroduced' })
  }
}

async function walkBoxes({ step }: Walk, supplyId: string): Promise<void> {
  const path = { supplyId }
  const { trbxIds } = await step(operations.addBoxes, { path, body: { amount: 1 } })
  expect((await step(operations.boxes, { path })).trbxes.map(({ id }) => id)).toEqual(trbxIds)
  const stickers = await step(operations.boxStickers, { path, query: { type: 'svg' }, body: { trbxIds } })
  expect(stickers.stickers).toHaveLength(1)
  await step(operations.deleteBoxes, { path, body: { trbxIds } })
  await step(operations.deleteBoxes, { path, body: { trbxIds } }, 404)
}

async function walkShipping({ step }: Walk, supplyId: string): Promise<void> {
  const { shippingPoints } = await step(operations.shippingPoints, { query: { city: 'Орёл', cargoType: 1 } })
  const point = shippingPoints.find(({ fulfillment }) => fulfillment !== true)
  const wish = { shippingPointId: point?.id ?? 0, shippingDt: '2026-12-31', shippingType: 'selfShipping' } as const
  const data = ['WB-GI-1', supplyId].map(id => ({ supplyId: id, ...wish }))
  const { results } = await step(operations.setShippingMethod, { body: { data } })
  expect(results).toEqual([
    { supplyId: 'WB-GI-1', success: null, error: { code: 404, detail: 'NotFound' } },
    { supplyId, success: true, error: null }
  ])
  const shown = await step(operations.supply, { path: { supplyId } })
  expect(shown).toMatchObject({ shippingPointId: point?.id, shippingDt: '2026-12-31', shippingType: 'selfShipping' })
}

async function walkRoad({ step }: Walk, ids: readonly number[]): Promise<void> {
  const { id: supplyId } = await step(operations.createSupply, { body: { name: 'Road' } })
  const path = { supplyId }
  await step(operations.addOrders, { path, body: { orders: [...ids] } })
  const { countries } = await step(operations.countries, {})
  const body = {
    carrierName: 'Дорога',
    carrierTaxNumber: '123',
    carrierCountryCode: countries.find(({ name }) => name === 'Киргизия')?.code ?? '',
    vehicleRegistrationNumber: 'A1'
  }
  const told = async () => (await step(operations.spotList, { body: { supplyIds: [supplyId] } })).supplies[0]
  expect(await told()).toMatchObject({ spot: null, error: { title: 'SpotActionNotAllowed' } })
  await step(operations.setSpot, { path, body: { ...body, carrierTaxNumber: '000' } })
  await step(operations.deliverSupply, { path })
  expect((await told())?.spot).toMatchObject({ status: 'failed', errorCode: 'doppFailed' })
  await step(operations.spotSticker, { path }, 409)
  await step(operations.setSpot, { path, body })
  expect((await told())?.spot).toMatchObject({ ...body, trailerRegistrationNumber: '', status: 'completed' })
  expect((await step(operations.spotSticker, { path })).qrCode).toMatch(/^iVBORw0KGgo/)
  const data = [{ supplyId, waybillUuid: '7a2c8810-1db2-4011-9682-5c7fa33afd83' }]
  const { results } = await step(operations.setWaybills, { body: { data } })
  expect(results).toEqual([{ supplyId, success: null, error: { code: 409, detail: 'SupplyShippingRequired' } }])
  const archive = await step(operations.orderArchive, { query: { year: 2026, month: 3, next: 0, limit: 100 } })
  expect(archive.orders).toMatchObject([{ id: ids[0], supplyId, cargoType: 'mgt', status: { wbStatus: 'waiting' } }])
}

async function walkDelivery({ step, order }: Walk, supplyId: string): Promise<void> {
  const path = { supplyId }
  await step(operations.supplyPicture, { path, query: { type: 'zplh' } }, 409)
  const request = { query: { type: 'png', width: 40, height: 30 } as const, body: { orders: [order] } }
  // The first answer after `confirm` may still be without it.
  await step(operations.stickers, request)
  expect((await step(operations.stickers, request)).stickers[0]?.orderId).toBe(order)
  await step(operations.deliverSupply, { path })
  await step(operations.supplyPicture, { path, query: { type: 'zplh' } })
}

async function walkPasses({ step }: Walk): Promise<void> {
  const [office] = await step(operations.passOffices, {})
  const driver = {
    firstName: 'Александр',
    lastName: 'Петров',
    carModel: 'Lamborghini',
    carNumber: 'A456BC123',
    officeId: office?.id ?? 0
  }
  const { id: passId } = await step(operations.createPass, { body: driver })
  await step(operations.updatePass, { path: { passId }, body: { ...driver, carNumber: 'B456BC123' } })
  expect((await step(operations.passes, {}))[0]).toMatchObject({ id: passId, carNumber: 'B456BC123' })
  await step(operations.deletePass, { path: { passId } })
  await step(operations.deletePass, { path: { passId } }, 404)
}
