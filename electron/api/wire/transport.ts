import { firstBytes, type PackedBody } from '../answers/unpacked.ts'
import type { HttpBounds, HttpHeaders, HttpOutcome, HttpPort } from '../../station/ports/ports.ts'
import { createGathered } from './gathered.ts'
import { createUndiciHttp } from './undici-http.ts'

export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With its query. */
  readonly path: string
  /** JSON, null for none. */
  readonly body: string | null
  /** Its answer is a list. */
  readonly isLong?: boolean
}

export type Outcome =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers: HttpHeaders
      readonly text: string
      /** In place of `text`, where a list is the answer, or a success has a long one. */
      readonly body?: PackedBody
    }
  /** No whole answer. */
  | Extract<HttpOutcome, { readonly kind: 'lost' }>

export interface Transport {
  /** Sends one request; never throws for what the network does. */
  exchange(request: WireRequest): Promise<Outcome>
  /** Lets requests on their way end for `closeMs`, then cuts them. */
  close(): Promise<void>
}

/** The marketplace's errors are shorter; what is longer is cut, and so no JSON (bytes). */
const TEXT_MAX = 512 * 1024

/** The usual bounds; tests shorten them. */
export const transportBounds: HttpBounds = {
  connectMs: 5000,
  headersMs: 15_000,
  bodyMs: 15_000,
  closeMs: 2000,
  short: { totalMs: 60_000, bytes: 16 * 1024 * 1024 },
  long: { totalMs: 300_000, bytes: 256 * 1024 * 1024 }
}

/** Requests to one origin, by the host's own means (`http`) or by Node's; `authorization`: that header's value, at each. */
export function createTransport(
  url: string,
  authorization: () => string,
  bounds: HttpBounds = transportBounds,
  http: HttpPort = createUndiciHttp(process.env)
): Transport {
  const { origin, pathname } = new URL(url)
  const prefix = pathname.replace(/\/$/, '')
  const link = http.open(bounds)
  return {
    exchange: async ({ method, path, body, isLong = false }) => {
      const headers = { authorization: authorization(), accept: 'application/json' }
      const gathered = createGathered()
      const outcome = await link.exchange({
        origin,
        path: prefix + path,
        method,
        headers: body === null ? headers : { ...headers, 'content-type': 'application/json' },
        body,
        isLong,
        onBytes: gathered.add
      })
      return read(outcome, gathered.chunks(), isLong, bounds)
    },
    close: () => link.close()
  }
}

async function read(
  outcome: HttpOutcome,
  chunks: PackedBody['chunks'],
  isLong: boolean,
  bounds: HttpBounds
): Promise<Outcome> {
  switch (outcome.kind) {
    case 'whole': {
      const { status, headers } = outcome
      const most = (isLong ? bounds.long : bounds.short).bytes
      const body = { chunks, encoding: headers['content-encoding'], most }
      if (isLong && status < 300) return { kind: 'answer', status, headers, text: '', body }
      const first = await firstBytes(body, TEXT_MAX)
      if (first === null) return partial(status, headers, 'garbled')
      if (!first.isWhole && status < 300) return { kind: 'answer', status, headers, text: '', body }
      return { kind: 'answer', status, headers, text: Buffer.concat(first.pieces).toString('utf8') }
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
