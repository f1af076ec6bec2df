import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { createAnswerThread } from '../../../../electron/api/answers/answer-thread.ts'
import { createMarketplaceClient } from '../../../../electron/api/client.ts'
import { createLimiter } from '../../../../electron/api/limits/limiter.ts'
import { allOperations } from '../../../../electron/api/operations.ts'
import type { Log, ReadNews } from '../../../../electron/station/ports/ports.ts'
import { quietLog } from '../../../support/quiet-log.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'
import { startFaultyServer, TOKEN, type Answer } from '../faulty-server.ts'

const WORKER = new URL('../../../../electron/api/answers/answer-worker.ts', import.meta.url)

/** Clients of one server that answers so: one reads long answers in a thread, the other reads all itself. */
async function openBoth(answer: Answer, worker = WORKER) {
  const server = await startFaultyServer(answer)
  onTestFinished(server.close)
  const open = (answerWorker: URL | undefined) => {
    const clock = createVirtualClock()
    const logged: string[] = []
    const say = (facts: object, message: string): void => void logged.push(JSON.stringify(facts) + message)
    const log: Log = { debug: say, info: say, warn: say, error: say }
    const limiter = createLimiter({ clock, start: 'full' })
    const news: ReadNews[] = []
    const client = createMarketplaceClient({
      url: server.url,
      token: TOKEN,
      clock,
      log,
      edition: 'successor',
      limiter,
      answerWorker
    })
    client.onRead(read => news.push(read))
    onTestFinished(() => client.close())
    return { client, news, logged }
  }
  return { thread: open(worker), here: open(undefined) }
}

const plain =
  (body: string): Answer =>
  response =>
    void response.end(body)
const packed = (body: string): Answer => {
  const bytes = gzipSync(body)
  return response => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bytes)
}

const order = (id: number, more: object = {}) => ({
  id,
  article: `one-ring-${id % 7}`,
  comment: 'Упакуйте в плёнку',
  skus: ['6665956397512'],
  offices: ['Калуга'],
  warehouseId: 658434,
  cargoType: 1,
  createdAt: '2026-01-15T09:00:00Z',
  requiredMeta: id % 2 === 0 ? ['sgtin'] : [],
  ...more
})
const MANY = 3000
const long = JSON.stringify({
  orders: Array.from({ length: MANY }, (_, place) => order(place + 1, place % 100 === 0 ? { cargoType: 'x' } : {})),
  next: 0
})

test.each([
  ['plain', plain],
  ['packed', packed]
] as const)('a long list is the same whoever reads it, odd items set aside and told (%s)', async (_, answer) => {
  const { thread, here } = await openBoth(answer(long))
  const reply = await thread.client.newOrders()
  expect(reply).toEqual(await here.client.newOrders())
  expect(reply.kind === 'ok' && reply.value.length).toBe(MANY - MANY / 100)
  expect(thread.news).toEqual(here.news)
  expect(thread.news[0]?.odd).toHaveLength(MANY / 100)
  expect(thread.news[0]?.odd[0]).toEqual({ field: 'cargoType', id: '1' })
})

test('long answers that are read at once do not get mixed up', async () => {
  const list = (from: number) =>
    JSON.stringify({ orders: Array.from({ length: 1500 }, (_, place) => order(from + place)) })
  let asked = 0
  const { thread } = await openBoth(response => void response.end(list(++asked * 10_000)))
  const replies = await Promise.all([1, 2, 3].map(() => thread.client.newOrders()))
  const firsts = replies.map(reply => (reply.kind === 'ok' ? reply.value.map(({ facts }) => facts.id) : []))
  for (const ids of firsts) expect(ids).toEqual(Array.from({ length: 1500 }, (_, place) => (ids[0] ?? 0) + place))
  expect(new Set(firsts.map(([id]) => id)).size).toBe(3)
})

test.each([
  ['half a list', long.slice(0, -20)],
  ['a long page', `<html>${'x'.repeat(400_000)}</html>`],
  ['no list at all', JSON.stringify({ other: 'x'.repeat(400_000) })],
  ['four million levels', '['.repeat(4_000_000) + ']'.repeat(4_000_000)],
  ['an item of four million levels', `{"orders":[${'['.repeat(4_000_000)}${']'.repeat(4_000_000)}]}`],
  ['levels beside the list', `{"orders":[],"x":${'['.repeat(4_000_000)}${']'.repeat(4_000_000)}}`],
  ['levels in a short answer', `{"orders":[],"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`]
])('%s is the same to both, and the next answer is read', async (_, body) => {
  let isGood = false
  const { thread, here } = await openBoth(response => void response.end(isGood ? long : body))
  const reply = await thread.client.newOrders()
  expect({ ...reply, inMs: 0 }).toEqual({ ...(await here.client.newOrders()), inMs: 0 })
  expect(reply.kind === 'ok' && reply.value.length).not.toBe(MANY - MANY / 100)
  isGood = true
  const after = await thread.client.newOrders()
  expect(after.kind === 'ok' && after.value.length).toBe(MANY - MANY / 100)
})

test.each([
  ['a page', `<html>${'x'.repeat(300_000)}</html>`, 'retry'],
  [
    'the answer',
    JSON.stringify({ barcode: 'WB-GI-1', file: Buffer.from('^XA^XZ'.repeat(40_000)).toString('base64') }),
    'ok'
  ]
])(
  'where no list is due, %s of 300 KB is the same to both, and leaves a long list beside it alone',
  async (_, body, kind) => {
    const { thread, here } = await openBoth(
      (response, { path }) => void response.end(path.includes('barcode') ? body : long)
    )
    const wanted = { type: 'zplv', picture: false } as const
    const [orders, reply] = await Promise.all([thread.client.newOrders(), thread.client.supplyQr('WB-GI-1', wanted)])
    expect(reply.kind).toBe(kind)
    expect({ ...reply, inMs: 0 }).toEqual({ ...(await here.client.supplyQr('WB-GI-1', wanted)), inMs: 0 })
    expect(orders.kind === 'ok' && orders.value.length).toBe(MANY - MANY / 100)
  }
)

/** A thread without a client around it. */
function openThread() {
  const thread = createAnswerThread({ workerUrl: WORKER, log: quietLog })
  onTestFinished(() => thread.close())
  const newOrders = allOperations.find(({ name }) => name === 'newOrders')
  if (newOrders === undefined) throw new Error('no such operation')
  // What is handed over is nobody else's any more.
  const body = () => ({ chunks: [Buffer.from(long)], most: long.length * 2 })
  return { thread, newOrders, body }
}

test('a question that the thread can’t read leaves its own answer unread, and no other', async () => {
  const { thread, newOrders, body } = openThread()
  const bad = { ...newOrders, name: 'nobodyKnowsIt' }
  const replies = await Promise.all([newOrders, bad, newOrders].map(one => thread.read(one, body(), true)))
  expect(replies.map(({ kind }) => kind)).toEqual(['ok', 'misfit', 'ok'])
})

test('a closed thread reads nothing more', async () => {
  const { thread, newOrders, body } = openThread()
  await thread.close()
  expect(await thread.read(newOrders, body(), true)).toEqual({ kind: 'misfit', field: 'body' })
})

test('an item that is deeper than any is set aside, the others come', async () => {
  const deep = order(7, { other: null })
  const text = JSON.stringify({ orders: [order(1), deep, order(2)] }).replace('null', '['.repeat(100) + ']'.repeat(100))
  const { here } = await openBoth(plain(text))
  const reply = await here.client.newOrders()
  expect(reply.kind === 'ok' && reply.value.map(({ facts }) => facts.id)).toEqual([1, 2])
  expect(here.news[0]?.odd).toHaveLength(1)
})

test('where the thread dies, the answer is one that can’t be read, and it is logged', async () => {
  const dying = new URL(
    `data:text/javascript,import{parentPort}from'node:worker_threads';parentPort.on('message',()=>process.exit(3))`
  )
  const { thread } = await openBoth(plain(long), dying)
  expect(await thread.client.newOrders()).toEqual({ kind: 'broken', field: 'body' })
  expect(await thread.client.newOrders()).toEqual({ kind: 'broken', field: 'body' })
  expect(thread.logged.join()).toContain('the answer thread ended')
})
