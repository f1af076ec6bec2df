import { Agent, EnvHttpProxyAgent, Pool, type Dispatcher } from 'undici'
import type {
  AnswerBounds,
  HttpBounds,
  HttpHeaders,
  HttpOutcome,
  HttpPort,
  HttpRequest
} from '../../station/ports/ports.ts'
import { readProxies, type ProxyEnvironment } from './proxies.ts'

/** Sockets at once; more work waits for one of them. */
const CONNECTIONS = 8

/**
 * Web requests of Node itself: HTTP/1.1, gzip, the proxy that the environment names, the certificates that the process
 * trusts.
 */
export function createUndiciHttp(environment: ProxyEnvironment): HttpPort {
  return {
    open: bounds => {
      const agent = openAgent(bounds, environment)
      const flights: Flights = { cut: false, aborts: new Set() }
      return {
        exchange: ({ headers, isLong = false, onBytes, ...request }) => {
          const options = { ...request, headers: { ...headers, 'accept-encoding': 'gzip' } }
          return dispatch(agent, flights, isLong ? bounds.long : bounds.short, options, onBytes)
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
  }
}

function openAgent(bounds: HttpBounds, environment: ProxyEnvironment): Dispatcher {
  const options = {
    connections: CONNECTIONS,
    pipelining: 1,
    allowH2: false,
    headersTimeout: bounds.headersMs,
    bodyTimeout: bounds.bodyMs
  }
  const connect = { timeout: bounds.connectMs }
  const proxies = readProxies(environment)
  if (proxies === null) return new Agent({ ...options, connect })
  return new EnvHttpProxyAgent({
    ...options,
    ...proxies,
    connect,
    connectTimeout: bounds.connectMs,
    // Both without our bounds otherwise: requests that a proxy forwards, and the wait for its tunnel.
    factory: (origin, given) => new Pool(origin, { ...given, ...options }),
    clientFactory: (origin, given) => new Pool(origin, { ...given, ...options, headersTimeout: bounds.connectMs })
  })
}

/** Requests on their way; `cut`: those that come to their turn now are not sent any more. */
interface Flights {
  cut: boolean
  readonly aborts: Set<(reason: Error) => void>
}

function dispatch(
  agent: Dispatcher,
  flights: Flights,
  bounds: AnswerBounds,
  options: Dispatcher.DispatchOptions,
  onBytes: HttpRequest['onBytes']
): Promise<HttpOutcome> {
  return new Promise(resolve => {
    let sent = false
    let head: { readonly status: number; readonly headers: HttpHeaders } | null = null
    let deadline: NodeJS.Timeout | undefined
    let abort: ((reason: Error) => void) | null = null
    let size = 0
    function end(outcome: HttpOutcome): void {
      clearTimeout(deadline)
      if (abort !== null) flights.aborts.delete(abort)
      resolve(outcome)
    }
    agent.dispatch(options, {
      // Called when a connection stands and the first byte is about to be written, not before.
      onRequestStart: controller => {
        if (flights.cut) return controller.abort(new CutError())
        sent = true
        abort = reason => controller.abort(reason)
        flights.aborts.add(abort)
        deadline = setTimeout(() => abort?.(new DeadlineError()), bounds.totalMs)
      },
      onResponseStart: (_controller, status, headers) => {
        if (status >= 200) head = { status, headers }
      },
      onResponseData: (controller, chunk) => {
        size += chunk.length
        if (size > bounds.bytes) controller.abort(new TooLongError())
        else onBytes(chunk)
      },
      onResponseEnd: () => {
        if (head === null) end({ kind: 'lost', sent, why: 'garbled' })
        else end({ kind: 'whole', ...head })
      },
      onResponseError: (_controller, error) => {
        const why = reasonOf(error)
        end(head === null ? { kind: 'lost', sent, why, ...refusedBy(error) } : { kind: 'torn', ...head, why })
      }
    })
  })
}

class DeadlineError extends Error {}
class CutError extends Error {}
class TooLongError extends Error {}

/** What a proxy said that gave no tunnel: undici tells it in the words of its error alone. */
function refusedBy(error: unknown): { readonly proxyStatus?: number } {
  const [, status] = (error instanceof Error && /^Proxy response \((\d{3})\)/.exec(error.message)) || []
  return status === undefined ? {} : { proxyStatus: Number(status) }
}

function reasonOf(error: unknown): 'timeout' | 'connection' | 'garbled' {
  if (error instanceof DeadlineError) return 'timeout'
  if (error instanceof TooLongError) return 'garbled'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/TIMEOUT|TIMEDOUT/.test(code)) return 'timeout'
  return /^HPE_|HEADERS_OVERFLOW/.test(code) ? 'garbled' : 'connection'
}
