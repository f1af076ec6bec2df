import { expect, onTestFinished, test } from 'vitest'
import { judge } from '../../../electron/api/wire/judge.ts'
import { operations } from '../../../electron/api/operations.ts'
import { readProxies } from '../../../electron/api/wire/proxies.ts'
import { createTransport, transportBounds } from '../../../electron/api/wire/transport.ts'
import { createUndiciHttp } from '../../../electron/api/wire/undici-http.ts'
import { startProxy } from '../../support/proxy.ts'
import type { ProxyWay } from '../../support/proxy.ts'
import { json, startFaultyServer } from './faulty-server.ts'
import type { Answer } from './faulty-server.ts'

const bounds = {
  ...transportBounds,
  connectMs: 300,
  headersMs: 300,
  short: { ...transportBounds.short, bytes: 64 * 1024 }
}
const read = { method: 'GET', path: '/orders?limit=1', body: null } as const
const write = { method: 'POST', path: '/supplies', body: '{}' } as const

function transportTo(url: string, environment: Record<string, string>) {
  const transport = createTransport(url, () => 'token', bounds, createUndiciHttp(environment))
  onTestFinished(() => transport.close())
  return transport
}

async function behindProxy(answer: Answer) {
  const server = await startFaultyServer(answer)
  onTestFinished(server.close)
  const targetPort = Number(new URL(server.url).port)
  const proxy = await openProxy({ kind: 'pass', targetPort })
  return { server, proxy }
}

async function openProxy(way: ProxyWay) {
  const proxy = await startProxy(way)
  onTestFinished(proxy.close)
  return proxy
}

test('a plain address is forwarded by the proxy that HTTP_PROXY names', async () => {
  const { server, proxy } = await behindProxy(json(200, { ok: true }))
  const transport = transportTo('http://marketplace.test', { HTTP_PROXY: proxy.url })
  expect(await transport.exchange(read)).toMatchObject({ kind: 'answer', status: 200, text: '{"ok":true}' })
  expect(await transport.exchange(write)).toMatchObject({ kind: 'answer', status: 200 })
  expect(proxy.seen).toEqual(['GET http://marketplace.test/orders?limit=1', 'POST http://marketplace.test/supplies'])
  expect(server.seen).toMatchObject([
    { path: read.path, headers: { authorization: 'token', host: 'marketplace.test' } },
    { path: write.path, body: '{}' }
  ])
})

test('the bounds hold behind a proxy too', async () => {
  let answer: Answer = () => undefined
  const { proxy } = await behindProxy((...parts) => answer(...parts))
  const transport = transportTo('http://marketplace.test', { HTTP_PROXY: proxy.url })
  expect(await transport.exchange(write)).toEqual({ kind: 'lost', sent: true, why: 'timeout' })
  answer = response => void response.end('x'.repeat(100_000))
  expect(await transport.exchange(write)).toEqual({ kind: 'lost', sent: true, why: 'garbled' })
})

test.each(['marketplace.test', '.test', '*', 'other.test, marketplace.test'])(
  'NO_PROXY=%s keeps the request off the proxy',
  async noProxy => {
    const { proxy } = await behindProxy(json(200, {}))
    const transport = transportTo('http://marketplace.test', { HTTP_PROXY: proxy.url, NO_PROXY: noProxy })
    // There is no such host without the proxy.
    expect(await transport.exchange(read)).toEqual({ kind: 'lost', sent: false, why: 'connection' })
    expect(proxy.seen).toEqual([])
  }
)

test('the practice marketplace on this PC is never asked through a proxy', async () => {
  const { server, proxy } = await behindProxy(json(200, {}))
  const environment = { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, http_proxy: proxy.url, no_proxy: '' }
  for (const url of [server.url, server.url.replace('127.0.0.1', 'localhost')]) {
    expect(await transportTo(url, environment).exchange(read)).toMatchObject({ kind: 'answer', status: 200 })
  }
  expect(proxy.seen).toEqual([])
})

test.each<ProxyWay>([{ kind: 'wantsPassword' }, { kind: 'drops' }, { kind: 'silent' }])(
  'a proxy that gives no tunnel ($kind) is the same as no network: nothing was sent',
  async way => {
    const proxy = await openProxy(way)
    const transport = transportTo('https://marketplace.test', { HTTPS_PROXY: proxy.url })
    expect(await transport.exchange(write)).toMatchObject({ kind: 'lost', sent: false })
    expect(proxy.seen).toEqual(['CONNECT marketplace.test:443'])
  }
)

test('the status with which a proxy gives no tunnel is told: somebody on the way answers', async () => {
  const proxy = await openProxy({ kind: 'wantsPassword' })
  const transport = transportTo('https://marketplace.test', { HTTPS_PROXY: proxy.url })
  const outcome = await transport.exchange(write)
  expect(outcome).toEqual({ kind: 'lost', sent: false, why: 'connection', proxyStatus: 407 })
  expect(await judge(operations.createSupply, outcome, 1000)).toEqual({
    kind: 'retry',
    why: 'stranger',
    status: 407,
    inMs: 1000
  })
})

test('a proxy that is not there is the same as no network', async () => {
  const proxy = await startProxy({ kind: 'silent' })
  await proxy.close()
  const transport = transportTo('http://marketplace.test', { HTTP_PROXY: proxy.url })
  expect(await transport.exchange(write)).toEqual({ kind: 'lost', sent: false, why: 'connection' })
})

test.each([
  [{}, null],
  [{ HTTP_PROXY: '', NO_PROXY: 'a.test' }, null],
  [{ HTTPS_PROXY: 'not an address' }, null],
  [{ HTTPS_PROXY: 'ftp://proxy.test' }, null],
  [{ HTTP_PROXY: 'proxy.test:3128' }, { httpProxy: 'http://proxy.test:3128', httpsProxy: '' }],
  [{ HTTP_PROXY: 'http://upper.test', http_proxy: 'http://lower.test' }, { httpProxy: 'http://lower.test' }],
  [{ https_proxy: 'http://name:word@proxy.test', no_proxy: 'a.test' }, { noProxy: 'a.test,127.0.0.1,localhost,::1' }]
])('the environment %o is read as %o', (environment, expected) => {
  if (expected === null) expect(readProxies(environment)).toBeNull()
  else expect(readProxies(environment)).toMatchObject(expected)
})
