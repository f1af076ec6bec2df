import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { createMarketplaceClient } from '../../../electron/api/client.ts'
import { transportBounds } from '../../../electron/api/transport.ts'
import { createLimiter } from '../../../electron/api/limiter.ts'
import type { Log, MarketplacePort } from '../../../electron/station/ports.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'
import { html, json, startFaultyServer, type Answer, type FaultyServer } from './faulty-server.ts'

const bounds = { ...transportBounds, totalMs: 120, bytes: 64 * 1024 }
const token = 'canary-token'
const code = '0104600000000017215canary-code'
const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

async function open(answer: Answer): Promise<{ client: MarketplacePort; server: FaultyServer; logged: string[] }> {
  const server = await startFaultyServer(answer)
  const { client, logged } = connect(server.url)
  closers.push(server.close)
  return { client, server, logged }
}

function connect(url: string, secret = token) {
  const clock = createVirtualClock()
  const logged: string[] = []
  const say = (facts: object, message: string): void => void logged.push(JSON.stringify(facts) + message)
  const log: Log = { debug: say, info: say, warn: say, error: say }
  const limiter = createLimiter({ clock, start: 'full' })
  const client = createMarketplaceClient({ url, token: secret, clock, log, edition: 'successor', limiter, bounds })
  closers.push(() => client.close())
  return { client, logged }
}

const read = (client: MarketplacePort) => client.newOrders()
const create = (client: MarketplacePort) => client.send({ kind: 'createSupply', name: 'Wave 1' })
const write = (client: MarketplacePort) => client.send({ kind: 'setMeta', orderId: 1, key: 'sgtin', value: code })

const drop: Answer = (_response, _seen, request) => void request.socket.destroy()
const truncated: Answer = response => {
  response.writeHead(200, { 'content-length': '1000' }).write('{"orders":[')
  setImmediate(() => response.destroy())
}
const drip: Answer = response => {
  response.writeHead(200)
  const timer = setInterval(() => response.write(' '), 20)
  response.on('close', () => clearInterval(timer))
}
const packed =
  (bytes: Buffer): Answer =>
  response =>
    void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bytes)
const huge: Answer = response => void response.end(`{"orders":[${'1,'.repeat(60_000)}1]}`)
const silent: Answer = () => {}
const stalled: Answer = response => void response.writeHead(200).write('{')

const offline = { kind: 'retry', why: 'offline' }
const slow = { kind: 'retry', why: 'timeout' }
const unknown = (why: string) => ({ kind: 'unknown', why })

test.each([
  ['the connection drops after the request', drop, offline, unknown('connectionLost')],
  ['no answer comes', silent, slow, unknown('timeout')],
  ['the answer stops in its middle', stalled, slow, unknown('timeout')],
  ['the answer drips without end', drip, slow, unknown('timeout')],
  ['the answer is cut off', truncated, offline, unknown('connectionLost')],
  ['the server is ill', json(500, {}), { kind: 'retry', why: 'server' }, unknown('server')],
  ['a proxy answers 502 with a page', html(502), { kind: 'retry', why: 'server' }, unknown('server')],
  ['a hotel wants a sign-in', html(302, { location: '/login' }), offline, unknown('server')],
  ['a page comes instead of JSON', html(200), { kind: 'broken', field: 'body' }, unknown('server')],
  ['the answer is endless', huge, { kind: 'broken', field: 'body' }, unknown('server')],
  [
    'the answer unpacks to too much',
    packed(gzipSync(Buffer.alloc(1_000_000, 32))),
    { kind: 'broken', field: 'body' },
    unknown('server')
  ],
  ['the packing is damaged', packed(Buffer.from('no gzip')), { kind: 'broken', field: 'body' }, unknown('server')],
  [
    'types are wrong',
    json(200, { orders: [{ id: 'x' }], id: 5 }),
    { kind: 'broken', field: 'orders.0.id' },
    unknown('server')
  ]
])('%s: a read may be repeated, a write is of unknown fate', async (_, answer, ofRead, ofWrite) => {
  const { client } = await open(answer)
  expect(await read(client)).toMatchObject(ofRead)
  expect(await create(client)).toMatchObject(ofWrite)
})

test('nobody listens: nothing was sent, so even a write may be repeated', async () => {
  const server = await startFaultyServer(silent)
  await server.close()
  const { client } = connect(server.url)
  expect(await read(client)).toMatchObject(offline)
  expect(await create(client)).toMatchObject(offline)
})

test('an unknown host is the same as no network', async () => {
  expect(await create(connect('http://host.invalid').client)).toMatchObject(offline)
})

const gateway = (status: number, detail: string) =>
  json(status, { title: 'unauthorized', detail, code: '07e4', requestId: '7b', origin: 's2s', status })

test.each([
  ['tokenRefused', gateway(401, 'token problem; token is malformed')],
  ['tokenExpired', gateway(401, 'token problem; token is expired')],
  ['readOnly', gateway(401, 'token problem; read-only token can not be used')],
  ['tokenRefused', html(401)],
  ['payment', gateway(402, 'the account has to be paid up')],
  ['forbidden', json(403, { code: 'AccessDenied', message: 'Доступ запрещён' })]
])('%s stops the account', async (why, answer) => {
  const { client } = await open(answer)
  expect(await write(client)).toMatchObject({ kind: 'blocked', why })
})

test.each([
  ['seconds until a retry', { 'x-ratelimit-retry': '3', 'x-ratelimit-reset': '60', 'x-ratelimit-limit': '20' }, 3000],
  ['nothing', {}, 5000],
  ['nonsense', { 'x-ratelimit-retry': 'soon' }, 5000],
  ['a year', { 'x-ratelimit-retry': '31536000' }, 3_600_000]
])('429 with %s', async (_, headers, inMs) => {
  const { client } = await open(json(429, { title: 'too many requests' }, headers))
  expect(await write(client)).toEqual({ kind: 'retry', why: 'limited', inMs })
})

test('a business error comes with its code and the orders it names', async () => {
  const { client } = await open(
    json(409, { code: 'MetaValidationFail', message: 'no', data: { orders: [{ id: 7 }, 8] } })
  )
  const failure = { kind: 'refused', status: 409, code: 'MetaValidationFail', message: 'no', culprits: [7, 8] }
  expect(await client.send({ kind: 'deliverSupply', remoteId: 'WB-GI-1' })).toEqual(failure)
})

test('404 of the marketplace is a refusal, of the gateway a wrong edition, and that path is not tried again', async () => {
  const { client, server } = await open((response, seen, request) =>
    seen.path.endsWith('/deliver')
      ? json(404, { code: 'NotFound', message: 'no such supply' })(response, seen, request)
      : gateway(404, 'path not found')(response, seen, request)
  )
  expect(await client.send({ kind: 'deliverSupply', remoteId: 'WB-GI-1' })).toMatchObject({
    kind: 'refused',
    code: 'NotFound'
  })
  const add = { kind: 'addToSupply', remoteId: 'WB-GI-1', orderIds: [1] } as const
  const gone = { kind: 'blocked', why: 'pathGone', detail: expect.stringContaining('"seed"') }
  expect([await client.send(add), await client.send(add)]).toEqual([gone, gone])
  expect(server.seen.map(({ path }) => path.split('/').at(-1))).toEqual(['deliver', 'orders'])
})

test('waits grow while the outage lasts and begin anew after it', async () => {
  let ill = true
  const { client } = await open((...parts) => (ill ? html(503) : json(200, { orders: [] }))(...parts))
  const waits: number[] = []
  for (const healthy of [false, false, false, true, false]) {
    ill = !healthy
    const reply = await read(client)
    if (reply.kind === 'retry') waits.push(reply.inMs)
  }
  expect(waits.map(ms => ms > 750 && ms <= 1000)).toEqual([true, false, false, true])
  expect(waits[2]).toBeGreaterThan(2 * (waits[0] ?? 0))
})

test('the raw token travels in its header, answers may come packed', async () => {
  const { client, server } = await open(packed(gzipSync('{"orders":null}')))
  expect(await read(client)).toEqual({ kind: 'ok', value: [] })
  expect(server.seen[0]?.headers).toMatchObject({ authorization: token, 'accept-encoding': 'gzip' })
})

test.each([
  ['', 'noToken'],
  ['пароль', 'tokenRefused'],
  ['a\nb', 'tokenRefused']
])('the token %j never leaves', async (secret, why) => {
  const { server } = await open(json(200, {}))
  expect(await read(connect(server.url, secret).client)).toMatchObject({ kind: 'blocked', why })
  expect(server.seen).toEqual([])
})

test('what the documents forbid is refused here, and costs no request', async () => {
  const { client, server } = await open(json(200, {}))
  const short = await client.send({ kind: 'setMeta', orderId: 1, key: 'imei', value: '4901' })
  expect(short).toMatchObject({ kind: 'refused', status: 0, message: expect.stringContaining('body.imei') })
  expect(await client.send({ kind: 'createSupply', name: 'x'.repeat(129) })).toMatchObject({
    kind: 'refused',
    status: 0
  })
  expect(await client.send({ kind: 'deleteMeta', orderId: 1, key: 'expiration' })).toMatchObject({
    kind: 'refused',
    status: 0
  })
  expect(server.seen).toEqual([])
})

test('neither the token nor a code gets into a log or a failure', async () => {
  const echo = `token eyJhbGciOiJFUzI1NiJ9.eyJzaWQiOiJjYW5hcnktdG9rZW4ifQ.c2ln is bad`
  const { client, logged } = await open(gateway(401, echo))
  const failures = [await write(client), await client.send({ kind: 'setMeta', orderId: 1, key: 'uin', value: code })]
  const text = JSON.stringify([failures, logged])
  expect(logged.length).toBeGreaterThan(0)
  expect(text).toContain('/api/v3/orders/{orderId}/meta/sgtin')
  for (const secret of [token, 'canary-code', 'eyJ']) expect(text).not.toContain(secret)
})
