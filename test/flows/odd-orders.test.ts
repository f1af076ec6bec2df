import { expect, test } from 'vitest'
import { answer, startHostileProxy } from '../support/hostile-proxy.ts'
import type { HostileProxy } from '../support/hostile-proxy.ts'
import { startRig } from '../support/station-rig.ts'

/** Each is one order that can't be packed as it is told: the field at fault, and what stands in it. */
const ODDITIES: readonly (readonly [field: string, value: unknown])[] = [
  ['warehouseId', null],
  ['cargoType', '1'],
  ['createdAt', 5],
  ['createdAt', 'yesterday'],
  ['skus', 'one'],
  ['requiredMeta', [null]],
  ['options', 'b2b']
]

test('odd orders hide no others; they are counted, named with their fields, and forgotten when a round has none', async () => {
  const rig = await startRig({ orders: 4 })
  const { control } = rig.marketplace
  // The first round reads the list of all orders last; one that comes in the next round says that it is over.
  control.addOrders(1)
  await rig.refresh('the fifth', ({ counts }) => counts.fresh === 5)
  const odd = ODDITIES.flatMap(([field, value]) => control.addOrders(1, { oddFields: { [field]: value } }))
  const spare = control.addOrders(1, { oddFields: { nmId: null, price: 'free', colorCode: 7, chrtId: 2 ** 60 } })
  control.addOrders(2)
  const told = await rig.refresh('the others', ({ counts, news }) => counts.fresh === 8 && news.oddOrders > 0)
  expect(told.news).toMatchObject({ isKnown: true, oddOrders: odd.length, oddOthers: 0, unread: [] })
  const fields = told.news.odd.map(({ list, field, id }) => [list, field.split('.')[0], id])
  expect(fields).toEqual(
    expect.arrayContaining(ODDITIES.map(([field], place) => ['newOrders', field, String(odd[place])]))
  )
  const page = { lives: null, supplyId: null, search: '', offset: 0, limit: 200 }
  const ids = async () => (await rig.call('orders.list', page)).rows.map(({ id }) => id)
  expect(await ids()).toEqual(expect.arrayContaining([...spare]))
  expect(await ids()).not.toEqual(expect.arrayContaining([odd[0]]))

  for (const id of odd) control.cancelOrder(id, 'defect')
  const after = await rig.refresh('nothing odd', ({ news }) => news.oddOrders === 0)
  expect(after.news.odd).toEqual([])
  expect(rig.errors()).toEqual([])
})

test('a list of which nothing can be read is told within one round, and no longer when it can', async () => {
  const opened: HostileProxy[] = []
  const rig = await startRig({
    orders: 2,
    between: async url => {
      const proxy = await startHostileProxy(url)
      opened.push(proxy)
      return proxy
    }
  })
  expect(rig.view().news).toMatchObject({ isKnown: true, unread: [] })
  const page = { bytes: answer('200 OK', 'content-type: application/json\r\n', '{"orders":7}'), arrives: false }
  opened[0]?.feed([page], ({ url }) => url === '/api/v3/orders/new')
  const told = await rig.refresh('told', ({ news }) => news.unread.length > 0)
  expect(told.network.kind).toBe('online')
  expect(told.news.unread).toEqual([{ list: 'newOrders', field: 'orders' }])
  rig.marketplace.control.addOrders(1)
  const after = await rig.refresh('read again', ({ counts, news }) => counts.fresh === 3 && news.unread.length === 0)
  expect(after.news).toMatchObject({ isKnown: true, oddOrders: 0 })
})
