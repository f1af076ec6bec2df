import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { HttpBounds, HttpHeaders, HttpOutcome, HttpPort } from '../station/ports.ts'
import { createUndiciHttp } from './undici-http.ts'

export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With its query. */
  readonly path: string
  /** JSON, null for none. */
  readonly body: string | null
}

export type Outcome =
  | { readonly kind: 'answer'; readonly status: number; readonly headers: HttpHeaders; readonly text: string }
  /** No whole answer; `sent`: at least a byte of the request may have left. */
  | { readonly kind: 'lost'; readonly sent: boolean; readonly why: 'timeout' | 'connection' | 'garbled' }

export interface Transport {
  /** Sends one request; never throws for what the network does. */
  exchange(request: WireRequest): Promise<Outcome>
  /** Lets requests on their way end for `closeMs`, then cuts them. */
  close(): Promise<void>
}

/** The usual bounds; tests shorten them. */
export const transportBounds: HttpBounds = {
  connectMs: 5000,
  headersMs: 15_000,
  bodyMs: 15_000,
  totalMs: 60_000,
  closeMs: 2000,
  bytes: 16 * 1024 * 1024
}

const unpack = promisify(gunzip)

/** Requests to one origin with the seller's raw token, by the host's own means (`http`) or by Node's. */
export function createTransport(
  url: string,
  token: string,
  bounds: HttpBounds = transportBounds,
  http: HttpPort = createUndiciHttp(process.env)
): Transport {
  const { origin, pathname } = new URL(url)
  const prefix = pathname.replace(/\/$/, '')
  const link = http.open(bounds)
  const headers = { authorization: token, accept: 'application/json' }
  return {
    exchange: async ({ method, path, body }) => {
      const outcome = await link.exchange({
        origin,
        path: prefix + path,
        method,
        headers: body === null ? headers : { ...headers, 'content-type': 'application/json' },
        body
      })
      return read(outcome, bounds.bytes)
    },
    close: () => link.close()
  }
}

async function read(outcome: HttpOutcome, most: number): Promise<Outcome> {
  switch (outcome.kind) {
    case 'whole': {
      const { status, headers, bytes } = outcome
      const text = await decode(bytes, headers['content-encoding'], most)
      return text === null ? partial(status, headers, 'garbled') : { kind: 'answer', status, headers, text }
    }
    case 'torn':
      return partial(outcome.status, outcome.headers, outcome.why)
    case 'lost':
      return outcome
  }
}

/** A refusal stands even when its text is torn; half of a success is nothing. */
function partial(status: number, headers: HttpHeaders, why: 'timeout' | 'connection' | 'garbled'): Outcome {
  if (status < 400) return { kind: 'lost', sent: true, why }
  return { kind: 'answer', status, headers, text: '' }
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
