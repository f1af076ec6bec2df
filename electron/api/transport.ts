import type { IncomingHttpHeaders } from 'node:http'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { Agent, type Dispatcher } from 'undici'

export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With its query. */
  readonly path: string
  /** JSON, null for none. */
  readonly body: string | null
}

export type Outcome =
  | { readonly kind: 'answer'; readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string }
  /** No whole answer; `sent`: at least a byte of the request may have left. */
  | { readonly kind: 'lost'; readonly sent: boolean; readonly why: 'timeout' | 'connection' | 'garbled' }

export interface Transport {
  /** Sends one request; never throws for what the network does. */
  exchange(request: WireRequest): Promise<Outcome>
  /** Lets requests on their way end for `closeMs`, then cuts them. */
  close(): Promise<void>
}

/** Bounds in ms and bytes; tests shorten them. */
export interface TransportBounds {
  readonly connectMs: number
  readonly headersMs: number
  readonly bodyMs: number
  /** From the first byte out to the last one in: a server that drips bytes holds nobody for ever. */
  readonly totalMs: number
  /** What a closing transport grants to requests on their way. */
  readonly closeMs: number
  readonly bytes: number
}

export const transportBounds: TransportBounds = {
  connectMs: 5000,
  headersMs: 15_000,
  bodyMs: 15_000,
  totalMs: 60_000,
  closeMs: 2000,
  bytes: 16 * 1024 * 1024
}

/** Sockets at once; more work waits for one of them. */
const CONNECTIONS = 8
const unpack = promisify(gunzip)

/** HTTP/1.1 to one origin with the seller's raw token; keeps connections open between requests. */
export function createTransport(url: string, token: string, bounds: TransportBounds = transportBounds): Transport {
  const base = new URL(url)
  const prefix = base.pathname.replace(/\/$/, '')
  const agent = new Agent({
    connections: CONNECTIONS,
    pipelining: 1,
    allowH2: false,
    connect: { timeout: bounds.connectMs },
    headersTimeout: bounds.headersMs,
    bodyTimeout: bounds.bodyMs,
    maxResponseSize: bounds.bytes
  })
  const flights: Flights = { cut: false, aborts: new Set() }
  const headers = { authorization: token, accept: 'application/json', 'accept-encoding': 'gzip' }

  return {
    exchange: async request => {
      const raw = await dispatch(agent, flights, bounds.totalMs, {
        origin: base.origin,
        path: prefix + request.path,
        method: request.method,
        headers: request.body === null ? headers : { ...headers, 'content-type': 'application/json' },
        body: request.body
      })
      if (raw.kind !== 'bytes') return raw
      const text = await decode(raw.bytes, raw.headers['content-encoding'], bounds.bytes)
      if (text !== null) return { kind: 'answer', status: raw.status, headers: raw.headers, text }
      return partial(raw, 'garbled')
    },
    close: async () => {
      const timer = setTimeout(() => {
        flights.cut = true
        for (const abort of flights.aborts) abort(new CutError())
      }, bounds.closeMs)
      // Closing twice is an error to the agent, and none to us.
      await agent.close().catch(() => {})
      clearTimeout(timer)
    }
  }
}

interface Started {
  readonly status: number
  readonly headers: IncomingHttpHeaders
}
type Raw = (Started & { readonly kind: 'bytes'; readonly bytes: Buffer }) | Outcome

/** Requests on their way; `cut`: those that come to their turn now are not sent any more. */
interface Flights {
  cut: boolean
  readonly aborts: Set<(reason: Error) => void>
}

function dispatch(agent: Agent, flights: Flights, totalMs: number, options: Dispatcher.DispatchOptions): Promise<Raw> {
  return new Promise(resolve => {
    let sent = false
    let started: Started | null = null
    let deadline: NodeJS.Timeout | undefined
    let abort: ((reason: Error) => void) | null = null
    const chunks: Buffer[] = []
    function end(raw: Raw): void {
      clearTimeout(deadline)
      if (abort !== null) flights.aborts.delete(abort)
      resolve(raw)
    }
    agent.dispatch(options, {
      // Called when a connection stands and the first byte is about to be written, not before.
      onRequestStart: controller => {
        if (flights.cut) return controller.abort(new CutError())
        sent = true
        abort = reason => controller.abort(reason)
        flights.aborts.add(abort)
        deadline = setTimeout(() => abort?.(new DeadlineError()), totalMs)
      },
      onResponseStart: (_controller, status, responseHeaders) => {
        if (status >= 200) started = { status, headers: responseHeaders }
      },
      onResponseData: (_controller, chunk) => void chunks.push(chunk),
      onResponseEnd: () => {
        if (started === null) end({ kind: 'lost', sent, why: 'garbled' })
        else end({ kind: 'bytes', ...started, bytes: Buffer.concat(chunks) })
      },
      onResponseError: (_controller, error) => {
        const why = reasonOf(error)
        end(started === null ? { kind: 'lost', sent, why } : partial(started, why))
      }
    })
  })
}

class DeadlineError extends Error {}
class CutError extends Error {}

/** A refusal stands even when its text is torn; half of a success is nothing. */
function partial(started: Started, why: 'timeout' | 'connection' | 'garbled'): Outcome {
  if (started.status < 400) return { kind: 'lost', sent: true, why }
  return { kind: 'answer', status: started.status, headers: started.headers, text: '' }
}

function reasonOf(error: unknown): 'timeout' | 'connection' | 'garbled' {
  if (error instanceof DeadlineError) return 'timeout'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/TIMEOUT|TIMEDOUT/.test(code)) return 'timeout'
  return /EXCEEDED_MAX_SIZE|^HPE_|HEADERS_OVERFLOW/.test(code) ? 'garbled' : 'connection'
}

async function decode(bytes: Buffer, encoding: string | string[] | undefined, most: number): Promise<string | null> {
  if (bytes.length === 0 || encoding === undefined || encoding === 'identity') return bytes.toString('utf8')
  if (encoding !== 'gzip') return null
  try {
    return (await unpack(bytes, { maxOutputLength: most })).toString('utf8')
  } catch {
    return null
  }
}
