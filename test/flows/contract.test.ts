import { afterAll, beforeAll, expect, test } from 'vitest'
import { methods } from '../../shared/contract/contract.ts'
import { startRig } from '../support/station-rig.ts'
import type { StationRig } from '../support/station-rig.ts'

/** One station for all tests of this file: none of them may change it. */
let rig: StationRig
const closers: (() => Promise<void>)[] = []
beforeAll(async () => {
  rig = await startRig({ orders: 3, onTestFinished: close => closers.push(close) })
})
afterAll(async () => {
  for (const close of closers.toReversed()) await close()
})

const long = 'x'.repeat(10_000)

/** Inputs that no page of ours sends. */
const BAD: readonly (readonly [string, unknown])[] = [
  ['view.get', { extra: 1 }],
  ['scan.typed', undefined],
  ['scan.typed', { text: '' }],
  ['scan.typed', { text: long }],
  ['scan.typed', { text: 5 }],
  ['scan.typed', { id: '', text: '1' }],
  ['scan.keys', { keys: [] }],
  ['scan.keys', { keys: [{ code: 'KeyA' }] }],
  ['bench.command', { command: 'format' }],
  ['bench.command', { command: '__proto__' }],
  ['orders.get', { orderId: -1 }],
  ['orders.get', { orderId: 1.5 }],
  ['orders.get', { orderId: '1; DROP TABLE orders' }],
  ['orders.list', { lives: ['dead'], supplyId: null, search: '', offset: 0, limit: 10 }],
  ['orders.list', { lives: null, supplyId: null, search: '', offset: 0, limit: 1_000_000 }],
  ['orders.claim', { orderIds: [], supply: { kind: 'new', name: '' } }],
  ['orders.claim', { orderIds: [1], supply: { kind: 'stolen' } }],
  ['settings.set', { volume: 7 }],
  ['settings.set', { printers: [{ id: '1', name: 'A', link: { kind: 'tcp', host: '', port: 9100 } }] }],
  ['settings.set', { printers: [{ id: '1', name: 'A', link: { kind: 'tcp', host: 'printer', port: 99_999 } }] }],
  ['settings.set', { printers: ['A', 'B'].map(name => ({ id: '1', name, link: { kind: 'practice' } })) }],
  ['settings.set', { routes: { poster: { printerId: '1' } } }],
  ['settings.set', { pollSeconds: 0 }],
  ['packers.save', { id: 'lower case', name: 'A' }],
  ['account.connect', { token: 'a', keep: 'forever' }],
  ['queue.list', { pending: true, offset: -1, limit: 10 }]
]

test.each(BAD)('%s refuses %j and changes nothing', async (name, input) => {
  const { revision } = rig.view()
  const result = await rig.invoke(name, input)
  expect(result).toMatchObject({ ok: false, error: { kind: 'badInput' } })
  expect(JSON.stringify(result)).not.toContain(long)
  expect(rig.view().revision).toBe(revision)
})

test('a method that is not there is refused, whatever it is called', async () => {
  for (const name of ['', 'toString', '__proto__', 'constructor', 'view', 'account.', long]) {
    const result = await rig.invoke(name, undefined)
    expect(result).toMatchObject({ ok: false, error: { kind: 'unknownMethod' } })
    expect(JSON.stringify(result).length).toBeLessThan(200)
  }
})

test('ids of things that are not there do no harm', async () => {
  const page = { offset: 0, limit: 10 }
  expect(await rig.call('orders.get', { orderId: 404 })).toBeNull()
  expect(await rig.call('label.preview', { orderId: 404 })).toBeNull()
  for (const supplyId of ['', 'nothing', '__proto__']) {
    await rig.call('supplies.open', { supplyId })
    await rig.call('supplies.close', { supplyId })
    await rig.call('supplies.printWave', { supplyId })
    expect((await rig.call('orders.list', { lives: null, supplyId, search: '', ...page })).rows).toEqual([])
  }
  await rig.call('orders.claim', { orderIds: [404], supply: { kind: 'existing', supplyId: 'nothing' } })
  await rig.call('orders.unshelve', { orderId: 404 })
  await rig.call('orders.deleteCode', { orderId: 404, key: 'sgtin' })
  await rig.call('orders.reprint', { orderId: 404, reason: 'lost' })
  await rig.call('bench.takeOrder', { orderId: 404 })
  await rig.call('queue.settle', { id: 'nothing', as: 'done', reason: 'nothing' })
  await rig.call('packers.printBadge', { id: 'NOBODY' })
  await rig.call('supplies.printQr', { supplyId: 'nothing' })
  expect(rig.view()).toMatchObject({ order: null, batch: null, network: { attention: 0 } })
  expect(await rig.call('queue.list', { pending: false, ...page })).toEqual([])
  expect(rig.printer.labels).toEqual([])
})

test('every query of the contract answers on a new station', async () => {
  const page = { offset: 0, limit: 10 }
  const inputs: Readonly<Record<string, unknown>> = {
    'orders.list': { lives: null, supplyId: null, search: 'mug', ...page },
    'queue.list': { pending: true, ...page },
    'jobs.list': page,
    'history.list': page,
    'picking.list': { scope: { kind: 'fresh', scheme: 'fbs' } }
  }
  const queries = Object.keys(methods).filter(name => name.endsWith('.list') || name.endsWith('.pages'))
  expect(queries.length).toBeGreaterThan(5)
  for (const name of queries) expect(await rig.invoke(name, inputs[name]), name).toMatchObject({ ok: true })
})
