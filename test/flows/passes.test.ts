import { expect, test } from 'vitest'
import { startRig } from '../support/station-rig.ts'

const PASS = { officeId: 15, firstName: 'Учебный', lastName: 'Водитель', carModel: 'ГАЗель', carNumber: 'А123ВС' }
const BULKY = { cargoType: 2, requiredMeta: [], optionalMeta: [] } as const

test('a supply to a warehouse with a gate wants a pass until there is one; its driver is remembered', async () => {
  const rig = await startRig({ orders: 0 })
  const [orderId = 0] = rig.marketplace.control.addOrders(1, BULKY)
  await rig.refresh('the order', ({ counts }) => counts.fresh === 1)
  await rig.call('orders.claim', { orderIds: [orderId], supply: { kind: 'new', name: 'Gate' } })
  const supplyId = rig.view().batch?.id ?? ''
  expect(await rig.call('passes.wanted', { supplyId })).toMatchObject([{ officeId: 15 }])
  expect(await rig.call('passes.save', { passId: null, ...PASS })).toEqual({ kind: 'ok' })
  expect(rig.marketplace.control.state().passes).toMatchObject([PASS])
  expect(await rig.call('passes.wanted', { supplyId })).toEqual([])
  const { officeId: _, ...driver } = PASS
  expect(rig.view().settings.drivers).toEqual([driver])
})

test('the next pass is not asked for before ten minutes are over; a change and the end go through at once', async () => {
  const rig = await startRig({ orders: 0 })
  await rig.call('passes.save', { passId: null, ...PASS })
  const requests = () => rig.marketplace.control.requests().filter(({ method }) => method === 'POST').length
  const before = requests()
  const early = await rig.call('passes.save', { passId: null, ...PASS, carNumber: 'В456ЕК' })
  expect(early).toMatchObject({ kind: 'early' })
  expect(requests()).toBe(before)
  const passId = (await rig.call('passes.desk'))?.passes[0]?.passId ?? 0
  expect(await rig.call('passes.save', { passId, ...PASS, carModel: 'Газон' })).toEqual({ kind: 'ok' })
  expect(rig.marketplace.control.state().passes).toMatchObject([{ carModel: 'Газон' }])
  expect(await rig.call('passes.delete', { passId })).toEqual({ kind: 'ok' })
  expect(rig.marketplace.control.state().passes).toEqual([])
  expect(await rig.call('passes.delete', { passId })).toMatchObject({ kind: 'refused', code: 'NotFound' })
})

test('a pass whose answer was lost is looked up, and made once', async () => {
  const rig = await startRig({ orders: 0 })
  await rig.call('passes.desk')
  rig.marketplace.control.setFaults({ dropReplyAfterCommit: 1 })
  expect(await rig.call('passes.save', { passId: null, ...PASS })).toEqual({ kind: 'ok' })
  expect(rig.marketplace.control.state().passes).toHaveLength(1)
})
