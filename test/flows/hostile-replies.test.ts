import type { IncomingMessage } from 'node:http'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeTexts } from '../../renderer/i18n/index.ts'
import type { QueueRow } from '../../shared/contract/contract.ts'
import type { View } from '../../shared/view/view.ts'
import { answer, HOSTILITIES, startHostileProxy } from '../support/hostile-proxy.ts'
import type { HostileProxy } from '../support/hostile-proxy.ts'
import { codeOf } from '../support/packer.ts'
import { startRig } from '../support/station-rig.ts'
import type { RigOptions, StationRig } from '../support/station-rig.ts'
import { until } from '../support/until.ts'
import { repeatedWrites, writesOf } from '../support/write-log.ts'

const reply = fc.record({ bytes: fc.constantFrom(...Object.values(HOSTILITIES)), arrives: fc.boolean() })
/** Every other request passes, or the pauses between tries would grow to a minute. */
const siege = fc.array(reply, { minLength: 12, maxLength: 12 }).map(all => all.flatMap(one => [one, null]))
/** Not the question whether the marketplace is back: it shall be noticed at once. */
const isWork = ({ url }: IncomingMessage): boolean => url?.endsWith('/supplies?limit=1&next=0') === false

const forbidden = answer('403 Forbidden', 'content-type: text/html\r\n', '<html>Forbidden IP</html>')
/** Pages, nothing and foreign JSON with any status that anybody on the way is known to use. */
const strange = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(200, 204, 302, 400, 401, 402, 403, 404, 407, 409, 413, 429, 451, 502),
      fc.integer({ min: 200, max: 599 })
    ),
    fc.constantFrom(
      '',
      '<html>Access denied</html>',
      '{"error":"blocked"}',
      '{"code":403,"message":"Forbidden"}',
      '[]',
      'null'
    )
  )
  .map(([status, body]) => answer(`${status} Stranger`, '', status === 204 ? '' : body))

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
  const supplyId = (await rig.scan('VRSTK-NEW-SUPPLY')).batch?.id ?? ''
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
  'P3: whatever answers in the marketplace’s place, all that was packed arrives once (seed %i)',
  async (seed, { expect, onTestFinished }) => {
    const { rig, proxy } = await open({ onTestFinished })
    const orderIds = await beginWave(rig)
    const hostile = fc.sample(siege, { seed, numRuns: 1 }).flat()
    proxy.feed(hostile, isWork)
    for (const id of orderIds) await rig.pack(rig.thing(id))
    const reasons = new Set<string>()
    await until('the hostility ends', async () => {
      for (const why of await retryAll(rig)) reasons.add(why)
      return proxy.left() === 0
    })
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
    proxy.feed([{ bytes: HOSTILITIES.wrongTypes, arrives }], isCreation)
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
  const stray = [HOSTILITIES.wrongTypes, HOSTILITIES.list].map(bytes => ({ bytes, arrives: false }))
  proxy.feed(stray, ({ method }) => method === 'PUT')
  for (const id of orderIds) await rig.pack(rig.thing(id))
  await rig.drained()
  expect(proxy.left()).toBe(0)
  expectOnce(rig, orderIds)
})

test.for([true, false])(
  'a firewall’s page in place of one answer stops nothing: the code is looked up and arrives, untouched by hands (it got through: %s)',
  async arrives => {
    const { rig, proxy } = await open({})
    const orderIds = await beginWave(rig)
    proxy.feed([{ bytes: forbidden, arrives }], ({ method }) => method === 'PUT')
    for (const id of orderIds) await rig.pack(rig.thing(id))
    await rig.when('all is sent', isEmpty)
    expect(proxy.left()).toBe(0)
    await rig.when('the line is free', ({ network }) => network.kind === 'online')
    expectOnce(rig, orderIds)
  }
)

test('a stranger who answers everything is named with his status; when he goes, all goes on by itself', async () => {
  const { rig, proxy } = await open({})
  const orderIds = await beginWave(rig)
  const answers = fc.sample(strange, { seed: 5, numRuns: 500 })
  let turn = 0
  proxy.occupy(() => ({ bytes: answers[turn++ % answers.length] ?? null, arrives: turn % 2 === 0 }))
  for (const id of orderIds) await rig.pack(rig.thing(id))
  const away = await rig.when('the stranger is named', ({ network }) => network.kind === 'stranger')
  expect(away.network).toMatchObject({ block: null, status: expect.any(Number) })
  const { title } = makeTexts('en').words.status.stranger(away.network.status ?? 0)
  expect(title).toContain(String(away.network.status))
  await until('thirty of his answers', async () => {
    await rig.call('queue.retry', { id: '' })
    expect(rig.view().network).toMatchObject({ attention: 0, block: null })
    return turn >= 30
  })
  expect(rig.view()).toMatchObject({ packedToday: 3, counts: { problems: 0 } })
  proxy.occupy(null)
  await rig.when('all is sent', isEmpty)
  expect(rig.view().network).toMatchObject({ kind: 'online', status: null })
  expectOnce(rig, orderIds)
})
