import type { IncomingMessage } from 'node:http'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeTexts } from '../../renderer/i18n/index.ts'
import type { QueueRow } from '../../shared/contract.ts'
import type { View } from '../../shared/view.ts'
import { HOSTILITIES, startHostileProxy } from '../support/hostile-proxy.ts'
import type { HostileProxy, HostileReply, Hostility } from '../support/hostile-proxy.ts'
import { codeOf } from '../support/packer.ts'
import { startRig } from '../support/station-rig.ts'
import type { RigOptions, StationRig } from '../support/station-rig.ts'
import { until } from '../support/until.ts'
import { repeatedWrites, writesOf } from '../support/write-log.ts'

/** A page in place of a 404 parks what met it, and the method rests until the next start: a case of its own. */
const kinds = (Object.keys(HOSTILITIES) as Hostility[]).filter(kind => kind !== 'notFoundPage')
/** Taken for an outage: each costs a ping, of which the marketplace grants one in ten seconds. */
const outages = kinds.filter(kind => ['reset', 'nothing', 'truncated', 'signIn'].includes(kind))
const others = kinds.filter(kind => !outages.includes(kind))

function replies(among: readonly Hostility[], count: number): fc.Arbitrary<HostileReply[]> {
  const reply = fc.record({ kind: fc.constantFrom(...among), arrives: fc.boolean() })
  return fc.array(reply, { minLength: count, maxLength: count })
}

/** Twelve in any order; every other request passes, or the pauses between tries would grow to a minute. */
const siege = fc
  .tuple(replies(outages, 2), replies(others, 10))
  .chain(lists => fc.shuffledSubarray(lists.flat(), { minLength: 12 }))
  .map(all => all.flatMap(one => [one, null]))
const isNoPing = ({ url }: IncomingMessage): boolean => url?.startsWith('/ping') === false

async function open(options: RigOptions): Promise<{ readonly rig: StationRig; readonly proxy: HostileProxy }> {
  const opened: HostileProxy[] = []
  const between = async (url: string) => {
    const proxy = await startHostileProxy(url)
    opened.push(proxy)
    return proxy
  }
  const rig = await startRig({ orders: 0, between, ...options })
  const [proxy] = opened
  if (proxy === undefined) throw new Error('no proxy')
  return { rig, proxy }
}

/** Three units with a marking code each, and a supply for them whose stickers are here. */
async function beginWave(rig: StationRig): Promise<readonly number[]> {
  rig.marketplace.control.addOrders(3, { article: 'tshirt-basic-m-white' })
  await rig.refresh('the orders', ({ counts }) => counts.fresh === 3)
  const supplyId = (await rig.scan('VRSTK-NEW-SUPPLY')).supply?.id ?? ''
  await rig.stickered(3)
  await rig.drained()
  return (await rig.ordersOf(supplyId)).map(({ id }) => id)
}

const rows = (rig: StationRig): Promise<readonly QueueRow[]> =>
  rig.call('queue.list', { pending: true, offset: 0, limit: 100 })

const isEmpty = ({ network }: View): boolean => network.waiting + network.attention === 0

/** What a person does at the queue's screen: whatever waits or is parked is tried again. Why it waited or was parked. */
async function retryAll(rig: StationRig): Promise<readonly string[]> {
  const states = (await rows(rig)).map(({ id, state }) => ({ id, state }))
  for (const { id, state } of states) if (state.kind === 'parked') await rig.call('queue.retry', { id })
  await rig.call('queue.retry', { id: '' })
  return states.flatMap(({ state }) => ('why' in state && state.why !== null ? [state.why] : []))
}

/** Why a row waits, as the queue's screen says it; a reason without words of its own fails. */
function wordsFor(why: string): readonly string[] {
  const name = why.startsWith('broken') ? 'broken' : why
  return (['ru', 'en'] as const).map(language => {
    const { blocks, delays } = makeTexts(language).tables
    return (blocks.known[name] ?? delays.known[name])?.title ?? `no words for ${why}`
  })
}

/** Each unit's code is at the marketplace, and came there once. */
function expectOnce(rig: StationRig, orderIds: readonly number[]): void {
  const { control } = rig.marketplace
  const held = control.state().orders.map(({ id, meta }) => [id, meta['sgtin']])
  expect(held.toSorted()).toEqual(orderIds.map(id => [id, [codeOf(rig.thing(id), 'sgtin')]]).toSorted())
  expect(control.state().supplies).toMatchObject([{ orderIds: expect.arrayContaining([...orderIds]) }])
  expect(repeatedWrites(writesOf(control))).toEqual([])
  expect(rig.errors()).toEqual([])
}

test.concurrent.for([1, 2, 3, 4])(
  'whatever answers in the marketplace’s place, all that was packed arrives once (seed %i)',
  async (seed, { expect, onTestFinished }) => {
    const { rig, proxy } = await open({ onTestFinished })
    const orderIds = await beginWave(rig)
    const hostile = fc.sample(siege, { seed, numRuns: 1 }).flat()
    proxy.feed(hostile, isNoPing)
    for (const id of orderIds) await rig.pack(rig.thing(id))
    const reasons = new Set<string>()
    await until('the hostility ends, or finds nothing more to spoil', async () => {
      for (const why of await retryAll(rig)) reasons.add(why)
      return proxy.left() === 0 || isEmpty(rig.view())
    })
    expect(proxy.left()).toBeLessThan(hostile.length - 6)
    proxy.feed([])
    await until('the queue is empty', async () => {
      for (const why of await retryAll(rig)) reasons.add(why)
      return isEmpty(rig.view())
    })
    for (const why of reasons) expect(wordsFor(why).join()).not.toContain('no words')
    expect(rig.view().packedToday).toBe(3)
    expect(rig.view().network).toMatchObject({ waiting: 0, attention: 0, block: null })
    expectOnce(rig, orderIds)
  }
)

test.for([true, false])(
  'a supply begun among hostile answers is made once (the marketplace acts all the same: %s)',
  async arrives => {
    const { rig, proxy } = await open({})
    const { control } = rig.marketplace
    control.addOrders(1, { article: 'tshirt-basic-m-white' })
    await rig.refresh('the order', ({ counts }) => counts.fresh === 1)
    const isCreation = ({ method, url }: IncomingMessage) => method === 'POST' && url?.endsWith('/supplies') === true
    proxy.feed([{ kind: 'wrongTypes', arrives }], isCreation)
    await rig.scan('VRSTK-NEW-SUPPLY')
    await until('the creation is met', () => proxy.left() === 0)
    await rig.stickered(1)
    await rig.drained()
    expect(control.state().supplies).toHaveLength(1)
    expect(rig.errors()).toEqual([])
  }
)

test('an answer with a body is not the marketplace’s word that a code is set: it is looked up, and the code sent again', async () => {
  const { rig, proxy } = await open({})
  const orderIds = await beginWave(rig)
  const stray = (['wrongTypes', 'list'] as const).map(kind => ({ kind, arrives: false }))
  proxy.feed(stray, ({ method }) => method === 'PUT')
  for (const id of orderIds) await rig.pack(rig.thing(id))
  await rig.drained()
  expect(proxy.left()).toBe(0)
  expectOnce(rig, orderIds)
})

test('a page in place of a 404 parks the write with a reason in words; after a new start it is sent once', async () => {
  const { rig, proxy } = await open({})
  const orderIds = await beginWave(rig)
  const isWrite = ({ method }: IncomingMessage) => method === 'PUT'
  proxy.feed([{ kind: 'notFoundPage', arrives: false }], isWrite)
  for (const id of orderIds) await rig.pack(rig.thing(id))
  const view = await rig.when('all are parked', ({ network }) => network.attention === 3)
  expect(view.network.waiting).toBe(0)
  expect((await rows(rig)).map(({ state }) => state)).toMatchObject(
    orderIds.map(() => ({ kind: 'parked', why: 'pathGone', attempts: 1 }))
  )
  expect(wordsFor('pathGone').join()).not.toContain('no words')
  await rig.stop()
  await rig.start()
  for (const { id } of await rows(rig)) await rig.call('queue.retry', { id })
  await rig.when('all is sent', isEmpty)
  expectOnce(rig, orderIds)
})
