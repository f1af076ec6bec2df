import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { MarketplacePort } from '../../../electron/station/ports.ts'
import { connectTo, html, json, openFaulty, packed, TOKEN } from './faulty-server.ts'

const code = '0104600000000017215canary-code'
const read = (client: MarketplacePort) => client.newOrders()
const write = (client: MarketplacePort) => client.send({ kind: 'setMeta', orderId: 1, key: 'sgtin', value: code })
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
  const { client } = await openFaulty(answer)
  expect(await write(client)).toMatchObject({ kind: 'blocked', why })
})

test.each([
  ['seconds until a retry', { 'x-ratelimit-retry': '3', 'x-ratelimit-reset': '60', 'x-ratelimit-limit': '20' }, 3000],
  ['nothing', {}, 5000],
  ['nonsense', { 'x-ratelimit-retry': 'soon' }, 5000],
  ['a year', { 'x-ratelimit-retry': '31536000' }, 3_600_000]
])('429 with %s', async (_, headers, inMs) => {
  const { client } = await openFaulty(json(429, { title: 'too many requests' }, headers))
  expect(await write(client)).toEqual({ kind: 'retry', why: 'limited', inMs })
})

test('a business error comes with its code and the orders it names', async () => {
  const { client } = await openFaulty(
    json(409, { code: 'MetaValidationFail', message: 'no', data: { orders: [{ id: 7 }, 8] } })
  )
  const failure = { kind: 'refused', status: 409, code: 'MetaValidationFail', message: 'no', culprits: [7, 8] }
  expect(await client.send({ kind: 'deliverSupply', remoteId: 'WB-GI-1' })).toEqual(failure)
})

test('404 of the marketplace is a refusal, of the gateway a wrong edition, and that path is not tried again', async () => {
  const { client, server } = await openFaulty((response, seen, request) =>
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

test('the raw token travels in its header, answers may come packed', async () => {
  const { client, server } = await openFaulty(packed(gzipSync('{"orders":null}')))
  expect(await read(client)).toEqual({ kind: 'ok', value: [] })
  expect(server.seen[0]?.headers).toMatchObject({ authorization: TOKEN, 'accept-encoding': 'gzip' })
})

test.each([
  ['', 'noToken'],
  ['пароль', 'tokenRefused'],
  ['a\nb', 'tokenRefused']
])('the token %j never leaves', async (secret, why) => {
  const { server } = await openFaulty(json(200, {}))
  expect(await read(connectTo(server.url, { token: secret }).client)).toMatchObject({ kind: 'blocked', why })
  expect(server.seen).toEqual([])
})

test('what the documents forbid is refused here, and costs no request', async () => {
  const { client, server } = await openFaulty(json(200, {}))
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
  const { client, logged } = await openFaulty(gateway(401, echo))
  const failures = [await write(client), await client.send({ kind: 'setMeta', orderId: 1, key: 'uin', value: code })]
  const text = JSON.stringify([failures, logged])
  expect(logged.length).toBeGreaterThan(0)
  expect(text).toContain('/api/v3/orders/{orderId}/meta/sgtin')
  for (const secret of [TOKEN, 'canary-code', 'eyJ']) expect(text).not.toContain(secret)
})
