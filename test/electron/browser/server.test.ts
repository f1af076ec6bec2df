import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { onTestFinished, expect, test } from 'vitest'
import { startServer } from '../../../electron/browser/server.ts'
import type { StationServer } from '../../../electron/browser/server.ts'
import { CONTENT_SECURITY_POLICY } from '../../../electron/csp.ts'
import { createFakeStation } from '../../support/fake-station.ts'
import { builtPage } from './built-page.ts'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

async function start(): Promise<StationServer> {
  const built = builtPage()
  const server = await startServer({
    api: createFakeStation(),
    pageRoot: join(built, 'renderer'),
    bridgeScript: join(built, 'preload', 'station.cjs'),
    port: 0
  })
  onTestFinished(() => server.close())
  return server
}

/** Asks with the path exactly as given, as an attacker would. */
function ask(
  server: StationServer,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
  sent = ''
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, headers, method }, response => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (body += part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    asked.on('error', reject)
    asked.end(sent)
  })
}

async function letIn(server: StationServer): Promise<{ readonly cookie: string }> {
  const address = new URL(server.mintAddress())
  const answer = await ask(server, address.pathname + address.search)
  return { cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '' }
}

test('the launch address gives a cookie and leads to the page without its key', async () => {
  const server = await start()
  const address = new URL(server.mintAddress())
  expect(address.origin).toBe(`http://127.0.0.1:${server.port}`)
  const first = await ask(server, address.pathname + address.search)
  expect(first.status).toBe(303)
  expect(first.headers.location).toBe('/')
  expect(first.headers['set-cookie']?.[0]).toContain('HttpOnly; SameSite=Strict; Path=/')
  const again = await ask(server, address.pathname + address.search)
  expect(again.status).toBe(403)
  expect(again.headers['set-cookie']).toBeUndefined()
  expect(again.body).toContain('by this one-time address already')
})

test('whoever only looks at a launch address does not use it up', async () => {
  const server = await start()
  const address = new URL(server.mintAddress())
  const path = address.pathname + address.search
  expect((await ask(server, path, {}, 'HEAD')).headers['set-cookie']).toBeUndefined()
  for (const headers of [{ 'sec-purpose': 'prefetch;prerender' }, { purpose: 'prefetch' }]) {
    expect((await ask(server, path, headers)).headers['set-cookie']).toBeUndefined()
  }
  expect((await ask(server, path)).status).toBe(303)
})

test('a file of this PC enters with its key in a form, once, and then leads to the page', async () => {
  const server = await start()
  const key = new URL(server.mintAddress()).searchParams.get('key') ?? ''
  const file = { origin: 'null', 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' }
  const post = (body: string, headers: Readonly<Record<string, string>> = file) =>
    ask(server, '/enter', headers, 'POST', body)
  // None of these uses it up.
  expect((await post(`key=${key}`, { ...file, origin: 'http://evil.example' })).status).toBe(403)
  expect((await post(`key=${key}`, { ...file, host: `evil.example:${server.port}` })).status).toBe(403)
  expect((await post('key=guess')).status).toBe(403)
  expect((await post(`${'x'.repeat(100_000)}&key=${key}`)).status).toBe(403)
  expect((await ask(server, `/enter?key=${key}`, {}, 'GET')).status).toBe(403)
  const first = await post(`key=${key}`)
  expect(first.status).toBe(200)
  expect(first.headers['set-cookie']?.[0]).toContain('HttpOnly; SameSite=Strict; Path=/')
  expect(first.body).toContain('url=/"')
  const again = await post(`key=${key}`)
  expect([again.status, again.headers['set-cookie']]).toEqual([403, undefined])
  expect(again.body).toContain('somebody else on this PC is in')
})

test('a browser that is in already may open its used address again', async () => {
  const server = await start()
  const answer = await ask(server, '/?key=used', await letIn(server))
  expect([answer.status, answer.headers.location]).toEqual([303, '/'])
})

test('without the cookie nothing is served, with a plain explanation', async () => {
  const server = await start()
  for (const path of ['/', '/index.html', '/station.js', '/assets/main-4f2a.js', '/?key=', '/?key=guess']) {
    const answer = await ask(server, path)
    expect([path, answer.status, answer.headers['content-type']]).toEqual([path, 403, 'text/plain; charset=utf-8'])
    expect(answer.body).toContain('Start Verstak again')
  }
})

test('the page comes uncached, under the strict policy', async () => {
  const server = await start()
  const answer = await ask(server, '/', await letIn(server))
  expect(answer.status).toBe(200)
  expect(answer.body).toContain('<title>page</title>')
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(answer.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY)
  expect(answer.headers['x-content-type-options']).toBe('nosniff')
  expect(answer.headers['x-frame-options']).toBe('DENY')
})

test('hashed files may be kept, the bridge may not', async () => {
  const server = await start()
  const cookie = await letIn(server)
  const script = await ask(server, '/assets/main-4f2a.js', cookie)
  expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
  expect(script.headers['cache-control']).toContain('immutable')
  const bridge = await ask(server, '/station.js', cookie)
  expect([bridge.body, bridge.headers['cache-control']]).toEqual(['window.station = {}', 'no-store'])
})

test.each([
  '/../secret.json',
  '/assets/../../secret.json',
  '/%2e%2e/secret.json',
  '/%2e%2e%2fsecret.json',
  '/..%5csecret.json',
  '/assets/%00',
  '/%',
  '//secret.json',
  '/assets/',
  '/no-such-file.js'
])('no path leads out of the page: %s', async path => {
  const server = await start()
  const answer = await ask(server, path, await letIn(server))
  expect(answer.status).toBe(404)
})

test('a foreign name or page is turned away even with the cookie and a key', async () => {
  const server = await start()
  const cookie = await letIn(server)
  const address = new URL(server.mintAddress())
  for (const headers of [
    { host: `evil.example:${server.port}` },
    { origin: 'http://evil.example' },
    { 'sec-fetch-site': 'cross-site' }
  ]) {
    expect((await ask(server, '/', { ...cookie, ...headers })).status).toBe(403)
    expect((await ask(server, address.pathname + address.search, headers)).status).toBe(403)
  }
  // The refused attempts did not spend the key.
  expect((await ask(server, address.pathname + address.search)).status).toBe(303)
})

test('only GET and HEAD reach the page', async () => {
  const server = await start()
  const cookie = await letIn(server)
  expect((await ask(server, '/', cookie, 'POST')).status).toBe(405)
  expect((await ask(server, '/', cookie, 'HEAD')).status).toBe(200)
})

test('the control door opens for its secret alone and gives a working address', async () => {
  const server = await start()
  const right = { authorization: `Bearer ${server.controlSecret}` }
  expect((await ask(server, '/control/launch', { authorization: 'Bearer guess' }, 'POST')).status).toBe(403)
  expect((await ask(server, '/control/launch', await letIn(server), 'POST')).status).toBe(403)
  expect((await ask(server, '/control/launch', right)).status).toBe(405)
  const answer = await ask(server, '/control/launch', right, 'POST')
  const address = new URL(answer.body)
  expect((await ask(server, address.pathname + address.search)).status).toBe(303)
})

test('it listens on the loopback alone', async () => {
  const server = await start()
  const { networkInterfaces } = await import('node:os')
  const outer = Object.values(networkInterfaces())
    .flat()
    .find(network => network?.family === 'IPv4' && !network.internal)
  const host = outer?.address ?? '127.0.0.2'
  const reached = await new Promise(resolve => {
    const socket = connect({ host, port: server.port })
    socket.on('connect', () => resolve(true))
    socket.on('error', () => resolve(false))
    onTestFinished(() => void socket.destroy())
  })
  expect(reached).toBe(false)
})
