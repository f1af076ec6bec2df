import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { StationApi } from '../../shared/contract/contract.ts'
import { SECURITY_HEADERS } from '../csp.ts'
import { refusalOf, refusalText } from './guard.ts'
import { ENTRANCE } from './launch-file.ts'
import { servePage } from './page-socket.ts'
import { createPages } from './pages.ts'
import { createSession, newSecret, sameSecret } from './session.ts'
import type { StationMessage } from './wire.ts'

export interface StationServer {
  readonly port: number
  /** Opens the control door to whoever read it from the lock file. */
  readonly controlSecret: string
  /** A new address that lets one browser in, once. */
  mintAddress(): string
  close(): Promise<void>
}

export interface ServerOptions {
  readonly api: StationApi
  /** Folder of the built page. */
  readonly pageRoot: string
  /** The script that puts the contract on the page. */
  readonly bridgeScript: string
  /** 0: any free one. */
  readonly port: number
}

/** The largest message of a page, bytes: a pasted token or list of orders is far below. */
const MAX_MESSAGE_BYTES = 1024 * 1024

/** More than any key, bytes. */
const MAX_FORM_BYTES = 1024

/** What a key that lets nobody in is told as. */
const WHY_NOT = { used: 'used', expired: 'expired', unknown: 'noCookie' } as const

/** Serves the page and the contract on 127.0.0.1; fails when the port is taken. */
export async function startServer(options: ServerOptions): Promise<StationServer> {
  const http = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 10_000 })
  const port = await listen(http, options.port)
  const ownHost = `127.0.0.1:${port}`
  const session = createSession(port)
  const controlSecret = newSecret()
  const pages = createPages(options.pageRoot, options.bridgeScript)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES })

  function mintAddress(): string {
    return `http://${ownHost}/?key=${session.mintKey()}`
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = URL.parse(`http://${ownHost}${request.url ?? '/'}`)
    if (url?.pathname === ENTRANCE && request.method === 'POST') return enter(request, response)
    const refusal = refusalOf(request.headers, ownHost, 'anyone')
    if (refusal !== null) return reply(response, 403, refusalText(refusal))
    if (url === null || url.host !== ownHost) return reply(response, 404, 'There is no such file.\n')
    if (url.pathname === '/control/launch') return control(request, response)
    if (request.method !== 'GET' && request.method !== 'HEAD') return reply(response, 405, 'Only GET.\n')
    const key = url.pathname === '/' ? url.searchParams.get('key') : null
    // Whoever only looks what is there must not use up what it is for.
    if (key !== null && isLook(request)) return reply(response, 204, '')
    const redeemed = key === null ? 'unknown' : session.redeem(key)
    if (redeemed === 'fine') return reply(response, 303, '', { Location: '/', 'Set-Cookie': session.setCookie })
    if (!session.admits(request.headers.cookie)) return turnAway(response, redeemed)
    // A used-up address in a browser that is in already: no secret stays in the address bar.
    if (key !== null) return reply(response, 303, '', { Location: '/' })
    const page = await pages(url.pathname)
    if (page === null) return reply(response, 404, 'There is no such file.\n')
    reply(response, 200, page.body, { 'Content-Type': page.type, 'Cache-Control': page.caching })
  }

  /** Whoever is in hears of one who came with a key that was used: one of the two is not its owner. */
  function turnAway(response: ServerResponse, redeemed: keyof typeof WHY_NOT): void {
    const message: StationMessage = { notice: 'keyTwice' }
    if (redeemed === 'used') for (const page of sockets.clients) page.send(JSON.stringify(message))
    reply(response, 403, refusalText(WHY_NOT[redeemed]))
  }

  /** The file that a browser was started with brings its key in a form: it stands in no address, and on nobody's command line. */
  async function enter(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refusalOf(request.headers, ownHost, 'launchFile')
    if (refusal !== null) return reply(response, 403, refusalText(refusal))
    const redeemed = session.redeem(new URLSearchParams(await bodyOf(request)).get('key') ?? '')
    if (redeemed !== 'fine') return turnAway(response, redeemed)
    // The page must be asked for by a page of our own: the cookie goes with no request that a foreign one led to.
    reply(response, 200, '<!doctype html><meta http-equiv="refresh" content="0;url=/"><title>Verstak</title>', {
      'Content-Type': 'text/html; charset=utf-8',
      'Set-Cookie': session.setCookie
    })
  }

  /** A second start of the program asks the first for an address. */
  function control(request: IncomingMessage, response: ServerResponse): void {
    const given = request.headers.authorization ?? ''
    if (request.method !== 'POST') return reply(response, 405, 'Only POST.\n')
    if (!sameSecret(given, `Bearer ${controlSecret}`)) return reply(response, 403, 'Wrong secret.\n')
    reply(response, 200, mintAddress())
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const refusal = refusalOf(request.headers, ownHost, 'page')
    const admitted = refusal === null && session.admits(request.headers.cookie)
    if (!admitted || request.url !== '/station') {
      const text = refusalText(refusal ?? 'noCookie')
      socket.end(
        `HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n${text}`
      )
      return
    }
    sockets.handleUpgrade(request, socket, head, page => servePage(page, options.api))
  }

  http.on('request', (request, response) => {
    answer(request, response).catch(() => reply(response, 500, 'The file could not be read.\n'))
  })
  http.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    upgrade(request, socket, head)
  })

  return {
    port,
    controlSecret,
    mintAddress,
    async close() {
      const closed = new Promise(resolve => http.close(resolve))
      for (const page of sockets.clients) page.close(1001, 'the station ends')
      sockets.close()
      http.closeIdleConnections()
      const grace = setTimeout(() => {
        for (const page of sockets.clients) page.terminate()
        http.closeAllConnections()
      }, 500)
      await closed
      clearTimeout(grace)
    }
  }
}

function listen(http: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, '127.0.0.1', () => {
      http.off('error', reject)
      const address = http.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** A request that fetches nothing for anybody to see: HEAD, and what a browser or a mail scanner fetches beforehand. */
function isLook({ method, headers }: IncomingMessage): boolean {
  const purpose = headers['sec-purpose'] ?? headers['purpose']
  return method === 'HEAD' || (typeof purpose === 'string' && /prefetch|prerender|preview/.test(purpose))
}

/** The body as text; what is too long is cut off, and is no key then. */
async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const part of request.setEncoding('utf8')) {
    body += String(part)
    if (body.length > MAX_FORM_BYTES) break
  }
  return body.slice(0, MAX_FORM_BYTES)
}

function reply(
  response: ServerResponse,
  status: number,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {}
): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    ...SECURITY_HEADERS,
    ...headers
  })
  response.end(body)
}
