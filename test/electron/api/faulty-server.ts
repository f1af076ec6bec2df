import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import { createMarketplaceClient } from '../../../electron/api/client.ts'
import { createLimiter } from '../../../electron/api/limits/limiter.ts'
import { transportBounds } from '../../../electron/api/wire/transport.ts'
import type { HttpPort, Log } from '../../../electron/station/ports/ports.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

/** What must never be read in a log or a failure. */
export const TOKEN = 'canary-token'

export interface Seen {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export interface FaultyServer {
  readonly url: string
  readonly seen: readonly Seen[]
  close(): Promise<void>
}

export type Answer = (response: ServerResponse, seen: Seen, request: IncomingMessage) => void

/** A server that does to every request what `answer` says, on a port of its own. */
export async function startFaultyServer(answer: Answer): Promise<FaultyServer> {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const one = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8')
      }
      seen.push(one)
      answer(response, one, request)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    seen,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

/** Answers with `status` and JSON. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return response =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

/** The marketplace's word that a write is done: nothing, under a head that bears its limits. */
export const done: Answer = response => void response.writeHead(204, { 'x-ratelimit-remaining': '19' }).end()

/** Answers with `status` and a page, as proxies do. */
export function html(status: number, headers: Record<string, string> = {}): Answer {
  return response =>
    void response.writeHead(status, { 'content-type': 'text/html', ...headers }).end('<html>Sign in</html>')
}

/** Answers 200 with bytes said to be gzip. */
export function packed(bytes: Buffer): Answer {
  return response => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bytes)
}

/** A faulty server and a client of it, both closed when the test ends. */
export async function openFaulty(
  answer: Answer,
  change: { readonly totalMs?: number; readonly http?: HttpPort | undefined } = {}
) {
  const server = await startFaultyServer(answer)
  onTestFinished(server.close)
  return { server, ...connectTo(server.url, change) }
}

/** A client with a full purse, closed when the test ends; `logged` gathers what it says. */
export function connectTo(
  url: string,
  change: { readonly totalMs?: number; readonly token?: string; readonly http?: HttpPort | undefined } = {}
) {
  const clock = createVirtualClock()
  const small = { bytes: 64 * 1024, totalMs: change.totalMs ?? transportBounds.short.totalMs }
  const logged: string[] = []
  const say = (facts: object, message: string): void => void logged.push(JSON.stringify(facts) + message)
  const log: Log = { debug: say, info: say, warn: say, error: say }
  const client = createMarketplaceClient({
    url,
    token: change.token ?? TOKEN,
    clock,
    log,
    edition: 'successor',
    limiter: createLimiter({ clock, start: 'full' }),
    http: change.http,
    bounds: { ...transportBounds, short: small, long: small }
  })
  onTestFinished(() => client.close())
  return { client, clock, logged }
}
