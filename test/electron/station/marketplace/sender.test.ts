import { expect, test } from 'vitest'
import { newOrder } from '../../../shared/domain/assembly/builders.ts'
import { DONE, startSender } from './sender-bench.ts'

const HOUR_MS = 3_600_000

test('a write of unknown fate is looked up once, however often something else happens meanwhile', async () => {
  const { clock, core, calls, network, sender } = startSender()
  calls[0]?.answer({ kind: 'unknown', why: 'connectionLost' })
  await clock.advance(0)
  network.answered()
  await clock.advance(5000)
  sender.kick()
  sender.kick()
  expect(calls.map(({ name }) => name)).toEqual(['send', 'readBack'])
  calls[1]?.answer({ kind: 'ok', value: { happened: false } })
  await clock.advance(0)
  sender.kick()
  calls[2]?.answer(DONE)
  await clock.advance(5000)
  expect(calls.map(({ name }) => name)).toEqual(['send', 'readBack', 'send'])
  expect(core.outbox.all()).toEqual([])
})

test('what turns out to have taken place is not sent again', async () => {
  const { clock, core, calls, network } = startSender()
  calls[0]?.answer({ kind: 'unknown', why: 'timeout' })
  await clock.advance(0)
  network.answered()
  await clock.advance(5000)
  calls[1]?.answer({ kind: 'ok', value: { happened: true, remoteId: 'WB-GI-7' } })
  await clock.advance(5000)
  expect(calls.map(({ name }) => name)).toEqual(['send', 'readBack'])
  expect(core.outbox.all()).toEqual([])
})

/** Plays what answers next, as often as the sender asks within `ms`; tells how long after the start each was asked. */
async function answerAll(bench: ReturnType<typeof startSender>, reply: object, ms: number): Promise<readonly number[]> {
  const { clock, calls, network } = bench
  const from = clock.monotonic()
  const asked: number[] = []
  let next = calls.length
  while (clock.monotonic() < from + ms) {
    await clock.advance(100)
    // The way is looked at by others, and found free.
    network.answered()
    for (; next < calls.length; next += 1) {
      asked.push(clock.monotonic() - from)
      calls[next]?.answer(reply)
    }
  }
  return asked
}

test('what the marketplace does not show either way waits for a person', async () => {
  const { clock, core, calls, network } = startSender()
  calls[0]?.answer({ kind: 'unknown', why: 'connectionLost' })
  await clock.advance(0)
  network.answered()
  await clock.advance(5000)
  calls[1]?.answer({ kind: 'ok', value: { happened: null } })
  await clock.advance(HOUR_MS)
  expect(calls.map(({ name }) => name)).toEqual(['send', 'readBack'])
  expect(core.outbox.get('intent-1')?.state).toMatchObject({ kind: 'parked', why: 'cannotTell' })
})

test('a stranger who answers one write for hours parks nothing and is asked once a minute; then it arrives', async () => {
  const bench = startSender()
  const { clock, core, calls } = bench
  const stranger = { kind: 'unknown', why: 'stranger', status: 403 }
  calls[0]?.answer(stranger)
  await clock.advance(0)
  const looks = await answerAll(bench, { kind: 'retry', why: 'stranger', status: 403, inMs: 60_000 }, 2 * HOUR_MS)
  expect(looks.length).toBeGreaterThan(100)
  expect(looks.length).toBeLessThan(140)
  expect(core.outbox.all()[0]?.state).toEqual({ kind: 'unknown', attempts: 0 })
  await answerAll(bench, { kind: 'ok', value: { happened: true, remoteId: 'WB-GI-7' } }, 61_000)
  expect(core.outbox.all()).toEqual([])
})

test('hours of strangers do not use up the tries that the marketplace has', async () => {
  const bench = startSender()
  const { clock, core, calls } = bench
  const turns = [
    { kind: 'unknown', why: 'stranger', status: 502 },
    { kind: 'ok', value: { happened: false } }
  ]
  for (let turn = 0; turn < 120; turn += 1) {
    calls.at(-1)?.answer(turns[turn % 2] ?? {})
    await clock.advance(0)
    bench.network.answered()
    await clock.advance(60_000)
  }
  calls.at(-1)?.answer({ kind: 'unknown', why: 'server' })
  await clock.advance(0)
  expect(core.outbox.all()[0]?.state).toEqual({ kind: 'unknown', attempts: 1 })
})

test('a look that can not be read is had again, and only after fifty of them a person is asked', async () => {
  const bench = startSender()
  const { clock, core, calls } = bench
  calls[0]?.answer({ kind: 'unknown', why: 'timeout' })
  await clock.advance(0)
  await answerAll(bench, { kind: 'broken', field: 'supplies' }, 10_000)
  expect(core.outbox.all()[0]?.state.kind).toBe('unknown')
  await answerAll(bench, { kind: 'broken', field: 'supplies' }, 60_000)
  expect(core.outbox.all()[0]?.state).toMatchObject({ kind: 'parked', why: 'broken: supplies' })
})

test('what the marketplace is still at work on is tried again after its pause, even when the network comes back', async () => {
  const { clock, calls, network, sender } = startSender()
  calls[0]?.answer({ kind: 'retry', why: 'processing', inMs: 5000 })
  await clock.advance(0)
  network.failed({ kind: 'retry', why: 'offline', inMs: 0 })
  network.answered()
  sender.kick()
  await clock.advance(4900)
  expect(calls).toHaveLength(1)
  await clock.advance(200)
  expect(calls).toHaveLength(2)
})

test('one write that is kept from its way while looks pass is tried ever more seldom', async () => {
  const { clock, calls, network } = startSender()
  let answered = 0
  for (const from = clock.monotonic(); clock.monotonic() < from + HOUR_MS; await clock.advance(100)) {
    network.answered()
    for (; answered < calls.length; answered += 1) {
      const isSent = calls[answered]?.name === 'send'
      const missing = { kind: 'ok', value: { happened: false } }
      calls[answered]?.answer(isSent ? { kind: 'unknown', why: 'stranger', status: 403 } : missing)
    }
  }
  expect(calls.filter(({ name }) => name === 'send').length).toBeLessThan(75)
})

test('whoever gives up what nothing could settle finds its orders again', async () => {
  const { clock, core, calls, sender } = startSender()
  calls[0]?.answer(DONE)
  await clock.advance(0)
  core.dispatch({
    kind: 'ordersSeen',
    orders: [{ facts: newOrder(1).facts, supplierStatus: 'new', wbStatus: 'waiting', supplyRemoteId: null }]
  })
  core.dispatch({ kind: 'claim', orderIds: [1], supply: { kind: 'new', name: '' } })
  sender.kick()
  calls[1]?.answer({ kind: 'blocked', why: 'baseToken', detail: '' })
  await clock.advance(0)
  const [parked] = core.outbox.all()
  expect(parked?.state.kind).toBe('parked')
  if (parked !== undefined) sender.settle(parked, 'dropped')
  expect(core.outbox.all()).toEqual([])
  expect(core.bench.orders.get(1)).toMatchObject({ life: 'fresh', supplyId: null })
  expect([...core.bench.supplies.values()].map(({ state }) => state)).toEqual(['abandoned'])
})

test('what a person has seen to have taken place is done, and its orders go on', async () => {
  const { clock, core, calls, sender, statuses } = await addThree()
  calls[2]?.answer({ kind: 'blocked', why: 'baseToken', detail: '' })
  await clock.advance(0)
  const [parked] = core.outbox.all()
  expect(parked).toMatchObject({ body: { kind: 'addToSupply' }, state: { kind: 'parked' } })
  if (parked !== undefined) sender.settle(parked, 'done')
  expect(core.outbox.all()).toEqual([])
  expect(statuses()).toEqual(['confirm', 'confirm', 'confirm'])
})

/** A supply of three orders that the marketplace knows, and the write that puts them into it. */
async function addThree() {
  const bench = startSender()
  const { clock, core, calls, sender } = bench
  calls[0]?.answer(DONE)
  await clock.advance(0)
  const orders = [1, 2, 3].map(id => ({
    facts: newOrder(id).facts,
    supplierStatus: 'new' as const,
    wbStatus: 'waiting',
    supplyRemoteId: null
  }))
  core.dispatch({ kind: 'ordersSeen', orders })
  core.dispatch({ kind: 'claim', orderIds: [1, 2, 3], supply: { kind: 'new', name: 'Morning' } })
  sender.kick()
  calls[1]?.answer({ kind: 'ok', value: { results: [], remoteId: 'WB-GI-2' } })
  await clock.advance(0)
  const statuses = () => [1, 2, 3].map(id => core.bench.orders.get(id)?.supplierStatus)
  return { ...bench, statuses }
}

test('orders of one write go on by what was said of each', async () => {
  const { clock, core, calls, statuses } = await addThree()
  const outcomes = [
    { kind: 'ok' },
    { kind: 'refused', status: 409, code: 'FailedToAddSupplyOrder', message: 'no', culprits: [] },
    { kind: 'retry', why: 'processing', inMs: 5000 }
  ]
  const results = outcomes.map((outcome, place) => ({ orderId: place + 1, outcome }))
  calls[2]?.answer({ kind: 'ok', value: { results } })
  await clock.advance(0)
  expect(statuses()).toEqual(['confirm', 'new', 'new'])
  expect(core.bench.orders.get(2)).toMatchObject({
    life: 'shelved',
    shelf: { why: { code: 'FailedToAddSupplyOrder' } }
  })
  expect(core.outbox.all()).toMatchObject([{ body: { orderIds: [3] }, state: { kind: 'waiting', why: 'processing' } }])
  await clock.advance(4900)
  expect(calls).toHaveLength(3)
  await clock.advance(200)
  calls[3]?.answer({ kind: 'ok', value: { results: [{ orderId: 3, outcome: { kind: 'ok' } }] } })
  await clock.advance(0)
  expect(statuses()).toEqual(['confirm', 'new', 'confirm'])
  expect(core.outbox.all()).toEqual([])
})

test('an order of unknown fate is looked up alone, the others of its write are settled', async () => {
  const { clock, core, calls, network, statuses } = await addThree()
  const unknown = { kind: 'unknown', why: 'connectionLost' }
  const results = [1, 2, 3].map(orderId => ({ orderId, outcome: orderId === 3 ? unknown : { kind: 'ok' } }))
  calls[2]?.answer({ kind: 'ok', value: { results } })
  await clock.advance(0)
  network.answered()
  await clock.advance(5000)
  expect(statuses()).toEqual(['confirm', 'confirm', 'new'])
  expect(calls.map(({ name }) => name)).toEqual(['send', 'send', 'send', 'readBack'])
  calls[3]?.answer({ kind: 'ok', value: { happened: true, orders: [{ orderId: 3, happened: true }] } })
  await clock.advance(0)
  expect(statuses()).toEqual(['confirm', 'confirm', 'confirm'])
  expect(core.outbox.all()).toEqual([])
})

test('of a write that got half-way only the orders that it did not reach are sent again', async () => {
  const { clock, core, calls, network, statuses } = await addThree()
  calls[2]?.answer({ kind: 'unknown', why: 'timeout' })
  await clock.advance(0)
  network.answered()
  await clock.advance(5000)
  const orders = [
    { orderId: 1, happened: true },
    { orderId: 2, happened: false },
    { orderId: 3, happened: null }
  ]
  calls[3]?.answer({ kind: 'ok', value: { happened: false, orders } })
  await clock.advance(0)
  expect(statuses()).toEqual(['confirm', 'new', 'new'])
  expect(core.outbox.all()).toMatchObject([
    { body: { orderIds: [2] }, state: { kind: 'sending' } },
    { body: { orderIds: [3] }, state: { kind: 'parked', why: 'cannotTell' } }
  ])
  calls[4]?.answer({ kind: 'ok', value: { results: [] } })
  await clock.advance(HOUR_MS)
  expect(statuses()).toEqual(['confirm', 'confirm', 'new'])
  expect(calls).toHaveLength(5)
})

test('every state of a divided write is on disk', async () => {
  const { clock, core, calls, store } = await addThree()
  const results = [1, 2, 3].map(orderId => ({
    orderId,
    outcome: { kind: 'retry', why: 'server', inMs: orderId * 1000 }
  }))
  calls[2]?.answer({ kind: 'ok', value: { results } })
  await clock.advance(0)
  expect(store.load(clock.now()).intents).toEqual(core.outbox.all())
  expect(core.outbox.all().map(({ body }) => body)).toMatchObject([
    { orderIds: [1] },
    { orderIds: [2] },
    { orderIds: [3] }
  ])
})
