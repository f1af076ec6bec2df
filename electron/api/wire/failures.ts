import type { Failure } from '../../station/ports/ports.ts'
import { readError, type MarketplaceError, type WholeAnswer } from './error-bodies.ts'
import { canEnd, type Operation } from '../operations/operation.ts'
import { readLimited } from './replies.ts'
import type { Outcome } from './transport.ts'

type Call = Pick<Operation, 'effect' | 'edition' | 'method' | 'path' | 'endures'>

/** No answer: a write that may have left is of unknown fate; all else may be sent again after `retryMs`. */
export function failureOfLoss(call: Call, lost: Extract<Outcome, { readonly kind: 'lost' }>, retryMs: number): Failure {
  if (lost.proxyStatus !== undefined && !lost.sent) {
    return { kind: 'retry', why: 'stranger', status: lost.proxyStatus, inMs: retryMs }
  }
  if (call.effect === 'write' && lost.sent) {
    return {
      kind: 'unknown',
      why: lost.why === 'timeout' ? 'timeout' : lost.why === 'garbled' ? 'server' : 'connectionLost'
    }
  }
  if (lost.why === 'garbled' && call.effect === 'read') return { kind: 'broken', field: 'body' }
  return { kind: 'retry', why: lost.why === 'timeout' && lost.sent ? 'timeout' : 'offline', inMs: retryMs }
}

/** An answer outside 2XX. Only an error that the marketplace has written is its word; any other is a stranger's. */
export function failureOfStatus(call: Call, answer: WholeAnswer, retryMs: number): Failure {
  const { status } = answer
  const limited = readLimited(answer)
  if (limited !== null) return { kind: 'retry', why: 'limited', inMs: limited.retryMs }
  const error = readError(answer)
  if (error === null) return failureOfStranger(call, status, retryMs)
  if (status >= 500 || status === 408) {
    return call.effect === 'write'
      ? { kind: 'unknown', why: 'server' }
      : { kind: 'retry', why: 'server', inMs: retryMs }
  }
  return failureOfToken(status, error) ?? failureOfPath(call, status, error, retryMs) ?? failureOfError(status, error)
}

/**
 * Somebody between here and the marketplace has answered: a proxy, a firewall, a provider's page. It may have let a
 * write through and kept its answer.
 */
export function failureOfStranger({ effect }: Pick<Call, 'effect'>, status: number, retryMs: number): Failure {
  if (effect === 'write') return { kind: 'unknown', why: 'stranger', status }
  return { kind: 'retry', why: 'stranger', status, inMs: retryMs }
}

/** A success whose body is not as documented: what a write has done is then unknown. */
export function failureOfShape(call: Call, field: string): Failure {
  return call.effect === 'write' ? { kind: 'unknown', why: 'server' } : { kind: 'broken', field }
}

/** What the token may not do: most often nothing at all, a Base token some methods alone. Null: nothing of the kind. */
function failureOfToken(status: number, { byGateway, message }: MarketplaceError): Failure | null {
  const blocked = { kind: 'blocked', detail: message } as const
  if (status === 402) return { ...blocked, why: 'payment' }
  if (status !== 401 && status !== 403) return null
  if (/base token/i.test(message)) return { ...blocked, why: 'baseToken' }
  if (/scope/i.test(message) && /not allowed/i.test(message)) return { ...blocked, why: 'forbidden' }
  if (status === 403) return byGateway ? { ...blocked, why: 'forbidden' } : null
  if (/read[- ]?only/i.test(message)) return { ...blocked, why: 'readOnly' }
  return { ...blocked, why: /expired/i.test(message) ? 'tokenExpired' : 'tokenRefused' }
}

/**
 * A path that the gateway itself does not know: the edition is the wrong one, until a person says otherwise. Where the
 * method can't have ended, the gateway is at fault for a while, and has passed nothing on. Null: nothing of the kind.
 */
function failureOfPath(call: Call, status: number, error: MarketplaceError, retryMs: number): Failure | null {
  if (status !== 404 && status !== 405 && status !== 410) return null
  if (!error.byGateway && !/^path not found$/i.test(error.name)) return null
  if (!canEnd(call)) return { kind: 'retry', why: 'server', inMs: retryMs }
  const other = call.edition === 'seed' ? 'successor' : 'seed'
  return { kind: 'blocked', why: 'pathGone', detail: `${call.method} ${call.path}: choose the edition "${other}"` }
}

/** Ms before a request is tried again that met the marketplace at work on the same thing. */
const PROCESSING_MS = 5000
const PROCESSING: readonly string[] = ['SupplyIsProcessing', 'WaybillUUIDIsProcessing']

/** An error of the marketplace's rules, of a whole call or of one order in it: refused, or later. */
export function failureOfError(
  status: number,
  { name, message, culprits, metas }: Omit<MarketplaceError, 'byGateway'>
): Failure {
  if (PROCESSING.includes(name)) return { kind: 'retry', why: 'processing', inMs: PROCESSING_MS }
  return { kind: 'refused', status, code: name, message, culprits, ...(metas && { metas }) }
}
