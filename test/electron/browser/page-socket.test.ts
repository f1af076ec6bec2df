import { join } from 'node:path'
import { onTestFinished, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { startServer } from '../../../electron/browser/server.ts'
import type { StationServer } from '../../../electron/browser/server.ts'
import { createFakeStation } from '../../support/fake-station.ts'
import type { FakeStation } from '../../support/fake-station.ts'
import { until } from '../../support/until.ts'
import { builtPage } from './built-page.ts'

async function start(station: FakeStation): Promise<StationServer> {
  const built = builtPage()
  const server = await startServer({
    api: station,
    pageRoot: join(built, 'renderer'),
    bridgeScript: join(built, 'preload', 'station.cjs'),
    port: 0
  })
  onTestFinished(() => server.close())
  return server
}

async function cookieOf(server: StationServer): Promise<string> {
  const answer = await fetch(server.mintAddress(), { redirect: 'manual' })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

interface Page {
  readonly messages: readonly unknown[]
  readonly socket: WebSocket
  closed(): Promise<number>
}

async function connect(server: StationServer, headers: Readonly<Record<string, string>> = {}): Promise<Page> {
  const own = `127.0.0.1:${server.port}`
  const cookie = await cookieOf(server)
  const socket = new WebSocket(`ws://${own}/station`, { headers: { origin: `http://${own}`, cookie, ...headers } })
  const messages: unknown[] = []
  socket.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString('utf8'))))
  const closing = new Promise<number>(resolve => socket.on('close', resolve))
  onTestFinished(() => socket.terminate())
  await new Promise((resolve, reject) => {
    socket.on('open', resolve)
    socket.on('error', reject)
  })
  return { messages, socket, closed: () => closing }
}

test('a scan for a desk reaches the page that has it open alone, and a page that is gone is told of', async () => {
  const station = createFakeStation()
  const server = await start(station)
  const [one, other] = [await connect(server), await connect(server)]
  for (const { socket } of [one, other])
    socket.send(JSON.stringify({ id: 1, name: 'desk.open', input: { desk: null } }))
  await until('both calls', () => station.calls.filter(({ name }) => name === 'desk.open').length === 2)
  const pages = station.calls.filter(({ name }) => name === 'desk.open').map(({ page }) => page)
  for (const page of pages) station.emit('deskScan', { page, id: page, text: '4' })
  const heard = ({ messages }: Page) => messages.filter(said => JSON.stringify(said).includes('deskScan'))
  await until('the scans', () => heard(one).length + heard(other).length === 2)
  expect([heard(one).length, heard(other).length]).toEqual([1, 1])
  one.socket.terminate()
  await until('the end', () => station.gone.length === 1)
  expect(pages).toContain(station.gone[0])
})

test('a call reaches the station with its input, and its answer carries its id', async () => {
  const station = createFakeStation((name, input) => (name === 'orders.get' ? input : undefined))
  const page = await connect(await start(station))
  page.socket.send(JSON.stringify({ id: 7, name: 'orders.get', input: { orderId: 1 } }))
  page.socket.send(JSON.stringify({ id: 8, name: 'supplies.list' }))
  await until('both answers', () => page.messages.length >= 3)
  expect(page.messages).toContainEqual({ id: 7, result: { ok: true, value: { orderId: 1 } } })
  expect(page.messages).toContainEqual({ id: 8, result: { ok: true } })
  expect(station.calls).toContainEqual(expect.objectContaining({ name: 'supplies.list', input: undefined }))
})

test('a page is greeted with the view, and hears every event until it leaves', async () => {
  const station = createFakeStation(name => (name === 'view.get' ? { revision: 5 } : undefined))
  const page = await connect(await start(station))
  await until('the greeting', () => page.messages.length === 1)
  station.emit('lists', { revision: 6, topics: ['orders'] })
  await until('the event', () => page.messages.length === 2)
  expect(page.messages).toEqual([
    { event: 'view', payload: { revision: 5 } },
    { event: 'lists', payload: { revision: 6, topics: ['orders'] } }
  ])
  page.socket.close()
  await until('the page is forgotten', () => station.listeners() === 0)
})

test('a page hears of whoever comes with a key that was used, and of no other stranger', async () => {
  const server = await start(createFakeStation())
  const page = await connect(server)
  const address = server.mintAddress()
  await fetch(address, { redirect: 'manual' })
  await fetch(`${new URL(address).origin}/?key=guess`, { redirect: 'manual' })
  expect((await fetch(address, { redirect: 'manual' })).status).toBe(403)
  await until('the notice', () => page.messages.some(message => Object.hasOwn(Object(message), 'notice')))
  expect(page.messages.filter(message => Object.hasOwn(Object(message), 'notice'))).toEqual([{ notice: 'keyTwice' }])
})

test.each([
  ['another page', { origin: 'http://evil.example' }],
  ['a rebound name', { host: 'evil.example' }],
  ['no cookie', { cookie: '' }],
  ['a guessed cookie', { cookie: 'verstak-1=guess' }]
])('%s gets no socket', async (_, headers) => {
  const station = createFakeStation()
  const server = await start(station)
  await expect(connect(server, headers)).rejects.toThrow('403')
  expect(station.listeners()).toBe(0)
})

test.each([
  ['no JSON', 'hello'],
  ['no call', '{"name":"view.get"}'],
  ['a call with a name of another type', '{"id":1,"name":2}'],
  ['bytes', Buffer.from('{"id":1,"name":"view.get"}')]
])('%s ends the socket', async (_, message) => {
  const page = await connect(await start(createFakeStation()))
  page.socket.send(message)
  expect(await page.closed()).toBe(1008)
})

test('a call that is nested without end is none, and takes no time', async () => {
  const page = await connect(await start(createFakeStation()))
  const deep = `{"id":1,"name":"view.get","input":${'['.repeat(300_000)}${']'.repeat(300_000)}}`
  page.socket.send(deep)
  expect(await page.closed()).toBe(1008)
})

test('a page that floods takes one turn after another, in order, and none of its calls is lost', async () => {
  let turn = 0
  let isOver = false
  const count = (): void => {
    turn += 1
    if (!isOver) setImmediate(count)
  }
  const turns: number[] = []
  const station = createFakeStation(name => (name === 'orders.get' ? turns.push(turn) : undefined))
  const page = await connect(await start(station))
  setImmediate(count)
  onTestFinished(() => void (isOver = true))
  for (let id = 1; id <= 3000; id += 1) page.socket.send(JSON.stringify({ id, name: 'orders.get', input: {} }))
  await until('all answers', () => page.messages.length >= 3001)
  const ids = page.messages.flatMap(message =>
    Object.hasOwn(Object(message), 'id') ? [Object(message).id as unknown] : []
  )
  expect(ids).toEqual(Array.from({ length: 3000 }, (_, at) => at + 1))
  // Between any two of them everybody else had a turn.
  expect(new Set(turns).size).toBe(3000)
})

test('a message beyond the bound ends the socket', async () => {
  const page = await connect(await start(createFakeStation()))
  page.socket.send('x'.repeat(2 * 1024 * 1024))
  expect(await page.closed()).toBe(1009)
})

test('closing the server says goodbye to its pages', async () => {
  const station = createFakeStation()
  const built = builtPage()
  const server = await startServer({ api: station, pageRoot: built, bridgeScript: built, port: 0 })
  const page = await connect(server)
  await server.close()
  expect(await page.closed()).toBe(1001)
})
