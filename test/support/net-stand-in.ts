import { EventEmitter } from 'node:events'
import { Agent, request as nodeRequest } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import { createGunzip } from 'node:zlib'
import type { ClientRequest, ClientRequestConstructorOptions, IncomingMessage, Session } from 'electron'
import type { NetParts } from '../../electron/desktop/net-http.ts'

type On = (event: string, listener: (...args: never[]) => unknown) => never

export interface NetStandIn extends NetParts {
  /** What the program asked for, oldest first; sessions by their name. */
  readonly asked: readonly (ClientRequestConstructorOptions & { readonly sessionName: string })[]
}

/**
 * Electron's `net.request` over Node's HTTP: events, their order and the words of errors as Chromium gives them. Bodies
 * come unpacked, redirects are offered, and connections are kept apart by session.
 */
export function createNetStandIn(): NetStandIn {
  const asked: NetStandIn['asked'][number][] = []
  const names = new Map<Session, string>()
  const agents = new Map<Session, Agent>()
  function sessionNamed(name: string): Session {
    const known = [...names].find(([, other]) => other === name)?.[0]
    if (known !== undefined) return known
    const made = {} satisfies Partial<Session> as Session
    names.set(made, name)
    agents.set(made, new Agent({ keepAlive: true, maxSockets: 6 }))
    return made
  }
  return {
    asked,
    session: { defaultSession: sessionNamed('default'), fromPartition: sessionNamed },
    net: {
      request: options => {
        const session = options.session ?? sessionNamed('default')
        asked.push({ ...options, sessionName: names.get(session) ?? '' })
        return openRequest(options, agents.get(session))
      }
    }
  }
}

function openRequest(options: ClientRequestConstructorOptions, agent: Agent | undefined) {
  const events = new EventEmitter()
  let response: EventEmitter | null = null
  let isOver = false
  const wire = nodeRequest(options.url ?? '', {
    ...(options.method !== undefined && { method: options.method }),
    ...(agent !== undefined && { agent }),
    // As Chromium: what it can unpack it asks for by itself.
    headers: { 'accept-encoding': 'gzip, deflate, br, zstd', ...options.headers }
  })
  function fail(words: string): void {
    if (isOver) return
    isOver = true
    const error = new Error(words)
    response?.emit('error', error)
    events.emit('error', error)
    events.emit('close')
    wire.destroy()
  }
  wire.on('error', error => fail(`net::${chromiumWord(error)}`))
  wire.on('response', answer => {
    const status = answer.statusCode ?? 0
    const location = answer.headers.location
    if (status >= 300 && status < 400 && location !== undefined) {
      events.emit('redirect', status, 'GET', location, listed(answer.headers))
      return fail('Redirect was cancelled')
    }
    const incoming = new EventEmitter()
    response = incoming
    const message = { statusCode: status, headers: named(answer.headers), on: on(incoming) } satisfies Pick<
      IncomingMessage,
      'statusCode' | 'headers' | 'on'
    >
    events.emit('response', message)
    const body = answer.headers['content-encoding'] === 'gzip' ? answer.pipe(createGunzip()) : answer
    body.on('data', (chunk: Buffer) => !isOver && incoming.emit('data', chunk))
    body.on('end', () => {
      if (isOver) return
      isOver = true
      incoming.emit('end')
    })
    answer.on('error', () => fail('net::ERR_CONTENT_LENGTH_MISMATCH'))
    if (body !== answer) body.on('error', () => fail('net::ERR_CONTENT_DECODING_FAILED'))
  })
  return {
    on: on(events),
    // As in Electron, the request closes as a stream when it is written, long before its answer.
    end(chunk?: string | Buffer) {
      wire.end(chunk)
      setImmediate(() => events.emit('close'))
      return this as never
    },
    abort: () => {
      if (isOver) return
      isOver = true
      wire.destroy()
      events.emit('abort')
      response?.emit('aborted')
    }
  } satisfies Pick<ClientRequest, 'on' | 'end' | 'abort'>
}

function chromiumWord(error: NodeJS.ErrnoException): string {
  const code = error.code ?? ''
  if (code === 'ECONNREFUSED') return 'ERR_CONNECTION_REFUSED'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'ERR_NAME_NOT_RESOLVED'
  if (code.startsWith('HPE_')) return 'ERR_INVALID_HTTP_RESPONSE'
  return error.message === 'socket hang up' ? 'ERR_EMPTY_RESPONSE' : 'ERR_CONNECTION_RESET'
}

function named(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value ?? '']))
}

function listed(headers: IncomingHttpHeaders): Record<string, string[]> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat()]))
}

function on(emitter: EventEmitter): On {
  return (event, listener) => emitter.on(event, (...args: unknown[]) => listener(...(args as never[]))) as never
}
