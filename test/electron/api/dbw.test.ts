import { expect, onTestFinished, test } from 'vitest'
import { dbw as table } from '../../../electron/api/operations/dbw.ts'
import type { Operation } from '../../../electron/api/operations/operation.ts'
import { connectTo, json, startFaultyServer, type Answer } from './faulty-server.ts'
import { codeOf, padded } from './coverage/case-world.ts'
import { letRun } from './practice.ts'

/** A marketplace that answers by path, and what it was asked. */
async function open(answers: Readonly<Record<string, unknown>>) {
  const answer: Answer = (response, seen, request) => {
    const found = Object.entries(answers).find(([path]) => seen.path.startsWith(path))?.[1]
    if (found === undefined) response.writeHead(204, { 'x-ratelimit-remaining': '10' }).end()
    else json(200, found)(response, seen, request)
  }
  const server = await startFaultyServer(answer)
  onTestFinished(server.close)
  return { server, ...connectTo(server.url) }
}

const order = {
  id: 1,
  article: 'mug',
  skus: ['4600000000017'],
  nmId: 1,
  chrtId: 1,
  warehouseId: 5,
  cargoType: 1,
  createdAt: '2026-10-09T07:56:29Z',
  requiredMeta: ['sgtin'],
  options: { isB2b: true }
}

test('orders, buyers, couriers and stickers are told as by the other schemes', async () => {
  const file = Buffer.from('^XA^XZ').toString('base64')
  const { client, clock } = await open({
    '/api/v3/dbw/orders/new': { orders: [order] },
    '/api/v3/dbw/orders/status': { orders: [{ id: 1, supplierStatus: 'confirm', wbStatus: 'waiting' }] },
    '/api/v3/dbw/orders/courier': {
      orders: [
        { orderID: 1, courierInfo: { contacts: null, mustBeAssigned: true } },
        {
          orderID: 2,
          courierInfo: {
            contacts: { fullName: 'Ян', phone: '+71', carNumber: 'A1', pTimeFrom: '10:00', pTimeTo: '11:00' },
            mustBeAssigned: true
          }
        }
      ]
    },
    '/api/v3/dbw/orders/delivery-date': { orders: [{ id: 1, dDate: '2026-10-10' }] },
    '/api/v3/dbw/orders/stickers': {
      stickers: [{ orderId: 1, partA: '231648', partB: '0753', barcode: '!uKEtQZVx', file }]
    },
    '/api/marketplace/v3/dbw/orders/client': {
      orders: [{ orderId: 1, firstName: 'Ян', phone: '+71', phoneCode: 5, replacementPhone: '' }]
    },
    '/api/v3/dbw/orders?': { next: 0, orders: [order] }
  })
  const { dbw } = client
  const must = (work: Promise<unknown>) => letRun(clock, work)
  const seen = { facts: { id: 1, isB2b: true, requiredMeta: ['sgtin'], metaKnown: true } }
  expect(await must(dbw.newOrders())).toMatchObject({ value: [seen] })
  expect(await must(dbw.completedOrders(clock.now() - 1000, clock.now()))).toMatchObject({
    value: [{ facts: { id: 1 } }]
  })
  expect(await must(dbw.statuses([1]))).toMatchObject({ value: [{ orderId: 1, supplierStatus: 'confirm' }] })
  expect(await must(dbw.couriers([1, 2]))).toEqual({
    kind: 'ok',
    value: [
      { orderId: 1, contacts: null, isDue: true },
      { orderId: 2, contacts: { name: 'Ян', phone: '+71', carNumber: 'A1', from: '10:00', to: '11:00' }, isDue: true }
    ]
  })
  expect(await must(dbw.deliveryDates([1]))).toMatchObject({
    value: [{ orderId: 1, date: '2026-10-10', before: null }]
  })
  expect(await must(dbw.client([1]))).toMatchObject({
    value: [{ orderId: 1, name: 'Ян', dials: [{ phone: '+71', code: '5' }] }]
  })
  expect(await must(dbw.stickers([1], { size: '40x30', type: 'zplh' }))).toMatchObject({
    value: [{ orderId: 1, partB: '0753', png: null }]
  })
})

test('each write goes its own way, and is read back by what it changes', async () => {
  const fine = { results: [{ orderId: 1, isError: false }] }
  const value = codeOf(31, 1)
  const { client, clock, server } = await open({
    '/api/marketplace/v3/dbw/orders/status/deliver': fine,
    '/api/marketplace/v3/dbw/orders/meta/sgtin': {
      results: [{ orderId: 1, isError: true, errors: [{ code: 409, detail: 'FailedToUpdateMeta' }] }]
    },
    '/api/marketplace/v3/dbw/orders/meta/delete': fine,
    '/api/marketplace/v3/dbw/orders/meta/details': {
      orders: [{ orderId: 1, metaDetails: [{ key: 'sgtin', value: [value], decision: 'pending' }] }]
    },
    '/api/v3/dbw/orders/status': { orders: [{ id: 1, supplierStatus: 'complete', wbStatus: 'waiting' }] }
  })
  const { dbw } = client
  const outcomes = async (write: Parameters<typeof dbw.send>[0]) => {
    const reply = await letRun(clock, dbw.send(write))
    return reply.kind === 'ok' ? reply.value.results.map(({ outcome }) => outcome) : reply
  }
  const sgtin = { orderId: 1, key: 'sgtin', values: [value] } as const
  expect(await outcomes({ kind: 'confirm', orderIds: [1] })).toEqual([{ kind: 'ok' }])
  expect(await outcomes({ kind: 'deliver', orderIds: [1] })).toEqual([{ kind: 'ok' }])
  expect(
    await outcomes({
      kind: 'setMeta',
      items: [
        sgtin,
        { orderId: 1, key: 'uin', values: ['1'.repeat(16)] },
        { orderId: 1, key: 'imei', values: ['short'] },
        { orderId: 1, key: 'gtin', values: ['1'.repeat(13)] }
      ]
    })
  ).toMatchObject([
    { kind: 'refused', code: 'FailedToUpdateMeta' },
    { kind: 'ok' },
    { kind: 'refused', code: 'NotAsDocumented' },
    { kind: 'ok' }
  ])
  expect(await outcomes({ kind: 'deleteMeta', orderIds: [1], key: 'uin' })).toEqual([{ kind: 'ok' }])
  expect(await outcomes({ kind: 'cancel', orderIds: [1] })).toEqual([{ kind: 'ok' }])
  expect(server.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'PATCH /api/v3/dbw/orders/1/confirm',
    'POST /api/marketplace/v3/dbw/orders/status/deliver',
    'POST /api/marketplace/v3/dbw/orders/meta/sgtin',
    'PUT /api/v3/dbw/orders/1/meta/uin',
    'PUT /api/v3/dbw/orders/1/meta/gtin',
    'POST /api/marketplace/v3/dbw/orders/meta/delete',
    'PATCH /api/v3/dbw/orders/1/cancel'
  ])
  const landed = async (write: Parameters<typeof dbw.readBack>[0]) => {
    const reply = await letRun(clock, dbw.readBack(write))
    return reply.kind === 'ok' ? reply.value.map(({ happened }) => happened) : reply
  }
  expect(await landed({ kind: 'deliver', orderIds: [1, 2] })).toEqual([true, null])
  expect(await landed({ kind: 'cancel', orderIds: [1] })).toEqual([false])
  expect(await landed({ kind: 'setMeta', items: [sgtin] })).toEqual([true])
  expect(await landed({ kind: 'deleteMeta', orderIds: [1], key: 'uin' })).toEqual([true])
})

test('its bounds are the documents’, and every method has its line', () => {
  const ids = (count: number) => ({ body: { orders: padded(count) } })
  const ordersIds = (count: number) => ({ body: { ordersIds: padded(count) } })
  const path = { orderId: 1 }
  const stickers = { type: 'zplv', width: 58, height: 40 } as const
  const sgtins = (count: number) => ({ body: { orders: [{ orderId: 1, sgtins: Array(count).fill(codeOf(31, 1)) }] } })
  const period = (days: number) => ({ query: { limit: 1000, next: 0, dateFrom: 0, dateTo: days * 86_400 } })
  const bounds: readonly (readonly [Operation, readonly object[], readonly object[]])[] = [
    [table.dbwNewOrders, [{}], []],
    [table.dbwCompleted, [period(30)], [period(31), { query: { limit: 10, next: 0 } }]],
    [table.dbwStatuses, [ids(1), ids(1000)], [ids(0), ids(1001)]],
    [
      table.dbwStickers,
      [{ query: stickers, ...ids(100) }],
      [
        { query: stickers, ...ids(101) },
        { query: { ...stickers, height: 30 }, ...ids(1) }
      ]
    ],
    [table.dbwCouriers, [ids(1000)], [ids(0), ids(1001)]],
    [table.dbwDeliveryDates, [ids(1000)], [ids(0), ids(1001)]],
    [table.dbwClient, [ids(1000)], [ids(0), ids(1001)]],
    [table.dbwConfirm, [{ path }], [{ path: { orderId: 0 } }]],
    [table.dbwCancel, [{ path }], [{}]],
    [table.dbwDeliver, [ordersIds(1000)], [ordersIds(0), ordersIds(1001)]],
    [table.dbwMetas, [ordersIds(1000)], [ordersIds(0), ordersIds(1001)]],
    [
      table.dbwDeleteMetas,
      [{ body: { key: 'uin', ordersIds: padded(1000) } }],
      [{ body: { key: 'customsDeclaration', ordersIds: [1] } }, { body: { key: 'uin', ordersIds: padded(1001) } }]
    ],
    [table.dbwSetSgtins, [sgtins(1), sgtins(24)], [sgtins(0), sgtins(25)]],
    [table.dbwSetUin, [{ path, body: { uin: '1'.repeat(16) } }], [{ path, body: { uin: '1'.repeat(15) } }]],
    [table.dbwSetImei, [{ path, body: { imei: '1'.repeat(15) } }], [{ path, body: { imei: '1'.repeat(16) } }]],
    [table.dbwSetGtin, [{ path, body: { gtin: '1'.repeat(13) } }], [{ path, body: { gtin: '1'.repeat(14) } }]]
  ]
  expect(bounds.map(([{ name }]) => name).toSorted()).toEqual(Object.keys(table).toSorted())
  for (const [{ name, method, path: place, request, group }, inside, outside] of bounds) {
    for (const one of inside) expect([name, request.safeParse(one).success]).toEqual([name, true])
    for (const one of outside) expect([name, request.safeParse(one).success]).toEqual([name, false])
    const counts = `${inside.length} inside, ${outside.length} outside`
    process.stdout.write(`dbw       ${method.padEnd(6)} ${place.padEnd(62)} ${name.padEnd(28)} ${group} ${counts}\n`)
  }
})
