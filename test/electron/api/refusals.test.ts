import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { MarketplacePort } from '../../../electron/station/ports/ports.ts'
import { connectTo, done, json, openFaulty, packed, TOKEN } from './faulty-server.ts'

const code = '0104600000000017215canary-code'
const read = (client: MarketplacePort) => client.newOrders()
const write = (client: MarketplacePort) => client.send({ kind: 'setMeta', orderId: 1, key: 'sgtin', values: [code] })
const gateway = (status: number, detail: string) =>
  json(status, {
    title: status === 404 ? 'path not found' : 'unauthorized',
    detail,
    code: '07e4',
    requestId: '7b',
    origin: 'ag-api-marketplace',
    status,
    statusText: '',
    timestamp: '2026-01-15T09:00:00Z'
  })

test.each([
  ['tokenRefused', gateway(401, 'token problem; token is malformed')],
  ['tokenExpired', gateway(401, 'token problem; token is expired')],
  ['readOnly', gateway(401, 'token problem; read-only token can not be used')],
  ['payment', gateway(402, 'the account has to be paid up')],
  ['forbidden', gateway(403, 'token scope is not allowed for this API route')]
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

test('404 of the marketplace is a refusal of that one alone; the method goes on', async () => {
  let isThere = false
  const { client, clock } = await openFaulty((...parts) => (isThere ? done : json(404, { code: 'NotFound' }))(...parts))
  const add = { kind: 'addToSupply', remoteId: 'WB-GI-1', orderIds: [1] } as const
  for (let time = 0; time < 4; time += 1) {
    expect(await client.send(add)).toMatchObject({ kind: 'refused', status: 404, code: 'NotFound' })
    await clock.advance(10_000)
  }
  isThere = true
  expect((await client.send(add)).kind).toBe('ok')
})

test('404 of the gateway is a wrong edition where a method can have ended, and is not tried again', async () => {
  const { client, server } = await openFaulty(gateway(404, 'Please consult the documents'))
  const gone = { kind: 'blocked', why: 'pathGone', detail: expect.stringContaining('"seed"') }
  const metas = () => client.metas([1], 'urgent')
  expect([await metas(), await metas()]).toEqual([gone, gone])
  expect(server.seen).toHaveLength(1)
})

test('404 of the gateway never shuts what packing can not do without', async () => {
  const { client, server, clock } = await openFaulty(gateway(404, 'Please consult the documents'))
  for (const call of [
    () => client.send({ kind: 'addToSupply', remoteId: 'WB-GI-1', orderIds: [1] }),
    () => client.supplyOrderIds('WB-GI-1'),
    () => client.pickup.identity('170046918-0011', '4567')
  ]) {
    for (let time = 0; time < 2; time += 1) {
      const { length } = server.seen
      expect(await call()).toMatchObject({ kind: 'retry', why: 'server' })
      expect(server.seen).toHaveLength(length + 1)
      await clock.advance(60_000)
    }
  }
})

test('403 of the marketplace’s rules refuses that one; a method that a Base token may not use stops alone', async () => {
  let detail = ''
  const { client, server, clock } = await openFaulty((...parts) =>
    (detail === '' ? json(403, { code: 'AccessDenied', message: 'Доступ запрещён' }) : gateway(403, detail))(...parts)
  )
  expect(await write(client)).toMatchObject({ kind: 'refused', status: 403, code: 'AccessDenied' })
  detail = 'base token is not allowed for this API route'
  await clock.advance(10_000)
  const { length } = server.seen
  expect([await write(client), await write(client)]).toMatchObject([{ why: 'baseToken' }, { why: 'baseToken' }])
  expect(server.seen).toHaveLength(length + 1)
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
  const short = await client.send({ kind: 'setMeta', orderId: 1, key: 'imei', values: ['4901'] })
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
  const failures = [await write(client), await client.send({ kind: 'setMeta', orderId: 1, key: 'uin', values: [code] })]
  const text = JSON.stringify([failures, logged])
  expect(logged.length).toBeGreaterThan(0)
  expect(text).toContain('/api/v3/orders/{orderId}/meta/sgtin')
  for (const secret of [TOKEN, 'canary-code', 'eyJ']) expect(text).not.toContain(secret)
})
