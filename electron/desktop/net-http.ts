import type { App, ClientRequest, ClientRequestConstructorOptions, Session } from 'electron'
import type { HttpBounds, HttpHeaders, HttpLink, HttpOutcome, HttpPort, HttpRequest } from '../station/ports/ports.ts'
import { createTurns } from './turns.ts'

/** What this file needs of Electron, so that tests can stand in for it. */
export interface NetParts {
  readonly net: { request(options: ClientRequestConstructorOptions): Pick<ClientRequest, 'on' | 'abort' | 'end'> }
  readonly session: { readonly defaultSession: Session; fromPartition(name: string): Session }
}

/** Chromium opens no more to one server; what waits inside it could not be told from what was sent, so it waits here. */
const CONNECTIONS = 6

/**
 * Chromium sends a request again, of whatever method, when a connection that was used before breaks without an answer: a
 * write would then happen twice. So each write has a connection to itself, which only HTTP/1.1 can promise. Before `ready`.
 */
export function oneRequestAConnection(app: { readonly commandLine: Pick<App['commandLine'], 'appendSwitch'> }): void {
  app.commandLine.appendSwitch('disable-http2')
  app.commandLine.appendSwitch('disable-quic')
}

/** Web requests of Chromium: the system's proxy and certificates. After `ready` only. */
export function createNetHttp({ net, session }: NetParts): HttpPort {
  return {
    open: bounds => {
      // Apart, for a write must not meet a connection that a read has left behind.
      const sessions = { reads: session.defaultSession, writes: session.fromPartition('marketplace-writes') }
      return openLink(bounds, (request: HttpRequest) => {
        const isRead = request.method === 'GET'
        return net.request({
          method: request.method,
          url: request.origin + request.path,
          headers: isRead ? { ...request.headers } : { ...request.headers, connection: 'close' },
          session: isRead ? sessions.reads : sessions.writes,
          // Followed nowhere: the token is for one server.
          redirect: 'manual',
          cache: 'no-store'
        })
      })
    }
  }
}

type Begin = (request: HttpRequest) => ReturnType<NetParts['net']['request']>

function openLink(bounds: HttpBounds, begin: Begin): HttpLink {
  const turns = createTurns(CONNECTIONS)
  const cuts = new Set<() => void>()
  return {
    exchange: async request => {
      if (!(await turns.take())) return { kind: 'lost', sent: false, why: 'connection' }
      try {
        return await send(begin(request), request, bounds, cuts)
      } finally {
        turns.give()
      }
    },
    close: async () => {
      const timer = setTimeout(() => {
        turns.end()
        for (const cut of cuts) cut()
      }, bounds.closeMs)
      await turns.idle()
      clearTimeout(timer)
    }
  }
}

function send(
  wire: ReturnType<Begin>,
  { body, isLong = false, onBytes }: HttpRequest,
  bounds: HttpBounds,
  cuts: Set<() => void>
): Promise<HttpOutcome> {
  return new Promise(resolve => {
    let head: { readonly status: number; readonly headers: HttpHeaders } | null = null
    const most = isLong ? bounds.long : bounds.short
    let size = 0
    let isOver = false
    const deadline = setTimeout(() => fail('timeout'), most.totalMs)
    let phase = setTimeout(() => fail('timeout'), bounds.connectMs + bounds.headersMs)

    function end(outcome: HttpOutcome): void {
      isOver = true
      clearTimeout(deadline)
      clearTimeout(phase)
      cuts.delete(cut)
      resolve(outcome)
    }
    function fail(why: 'timeout' | 'connection' | 'garbled', sent = true): void {
      end(head === null ? { kind: 'lost', sent, why } : { kind: 'torn', ...head, why })
      wire.abort()
    }
    const cut = (): void => fail('connection')
    function hear(): void {
      clearTimeout(phase)
      if (!isOver) phase = setTimeout(() => fail('timeout'), bounds.bodyMs)
    }
    cuts.add(cut)

    wire.on('redirect', (status, _method, _url, headers) => {
      end({ kind: 'whole', status, headers: plain(headers) })
    })
    wire.on('error', error => fail(reasonOf(error), !NEVER_SENT.test(error.message)))
    wire.on('response', response => {
      head = { status: response.statusCode, headers: plain(response.headers) }
      hear()
      response.on('data', chunk => {
        hear()
        size += chunk.length
        if (size > most.bytes) return fail('garbled')
        onBytes(chunk)
      })
      response.on('end', () => head !== null && end({ kind: 'whole', ...head }))
      response.on('error', error => fail(reasonOf(error)))
      response.on('aborted', () => fail('connection'))
    })
    if (body === null) wire.end()
    else wire.end(body)
  })
}

/** Errors that come before the first byte, and then only: all else leaves a doubt. */
const NEVER_SENT = /ERR_(NAME_|CONNECTION_REFUSED|PROXY_|TUNNEL_|CERT_|MANDATORY_PROXY|UNSAFE_PORT)/

function reasonOf({ message }: Error): 'timeout' | 'connection' | 'garbled' {
  if (message.includes('TIMED_OUT')) return 'timeout'
  return /CONTENT_DECODING|INVALID|RESPONSE_HEADERS/.test(message) ? 'garbled' : 'connection'
}

/** Chromium has unpacked the body and tells of the packing still. */
function plain(headers: HttpHeaders): HttpHeaders {
  return { ...headers, 'content-encoding': undefined }
}
