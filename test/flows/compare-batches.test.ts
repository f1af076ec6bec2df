import { expect, test } from 'vitest'
import { startRig } from '../support/station-rig.ts'

test('open supplies are compared: products left, what is due first, the last parcel; a delivered one is not among them', async () => {
  const rig = await startRig({ orders: 0 })
  const { control } = rig.marketplace
  const [late = 0] = control.addOrders(1, { article: 'mug-enamel-350', ageDays: 2 })
  const [soon = 0] = control.addOrders(1, { article: 'lamp-clip-01' })
  const [alone = 0] = control.addOrders(1, { article: 'cable-usbc-2m' })
  await rig.refresh('the orders', ({ counts }) => counts.fresh === 3)
  await rig.call('orders.claim', { orderIds: [late, soon], supply: { kind: 'new', name: 'One' } })
  await rig.call('orders.claim', { orderIds: [alone], supply: { kind: 'new', name: 'Other' } })
  await rig.stickered(3)
  const supplies = await rig.call('supplies.list')
  const idOf = (name: string) => supplies.find(supply => supply.name.startsWith(name))?.id ?? ''
  const rows = (await rig.call('orders.list', { lives: null, supplyId: null, search: '', offset: 0, limit: 10 })).rows
  const dueOf = (id: number) => rows.find(row => row.id === id)?.deadlineAt ?? null
  const compared = async () => new Map((await rig.call('supplies.compare')).map(one => [one.id, one]))
  expect((await compared()).get(idOf('One'))).toEqual({
    id: idOf('One'),
    products: 2,
    dueAt: dueOf(late),
    packedAt: null
  })

  await rig.call('supplies.open', { supplyId: idOf('One') })
  expect(await rig.pack(rig.thing(late))).toBe(late)
  const after = (await compared()).get(idOf('One'))
  expect(after).toMatchObject({ products: 1, dueAt: dueOf(soon) })
  expect(after?.packedAt).toBeGreaterThan(0)

  await rig.call('supplies.open', { supplyId: idOf('Other') })
  expect(await rig.pack(rig.thing(alone))).toBe(alone)
  expect((await compared()).get(idOf('Other'))).toMatchObject({ products: 0, dueAt: null })
  await rig.scan('VRSTK-SUPPLY-DONE')
  await rig.drained()
  expect([...(await compared()).keys()]).toEqual([idOf('One')])
})
