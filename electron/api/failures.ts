import type { Failure } from '../station/ports.ts'
import { limitNews, readError } from './replies.ts'
import type { Operation } from './operations/operation.ts'
import type { Outcome } from './transport.ts'

type Call = Pick<Operation, 'effect' | 'edition' | 'method' | 'path' | 'penalty'>

/** No answer: a write that may have left is of unknown fate; all else may be sent again after `retryMs`. */
export function failureOfLoss(call: Call, lost: Extract<Outcome, { readonly kind: 'lost' }>, retryMs: number): Failure {
  if (call.effect === 'write' && lost.sent) {
    return {
      kind: 'unknown',
      why: lost.why === 'timeout' ? 'timeout' : lost.why === 'garbled' ? 'server' : 'connectionLost'
    }
  }
  if (lost.why === 'garbled' && call.effect === 'read') return { kind: 'broken', field: 'body' }
  return { kind: 'retry', why: lost.why === 'timeout' && lost.sent ? 'timeout' : 'offline', inMs: retryMs }
}

/** An answer outside 2XX. */
export function failureOfStatus(
  call: Call,
  answer: Extract<Outcome, { readonly kind: 'answer' }>,
  retryMs: number
): Failure {
  const { status, headers, text } = answer
  if (status === 429) {
    return { kind: 'retry', why: 'limited', inMs: limitNews(status, headers, call.penalty).limited?.retryMs ?? retryMs }
  }
  // 3XX: somebody between (a hotel's sign-in page) answers; the marketplace redirects nothing.
  if (status >= 500 || status < 400 || status === 408) {
    if (call.effect === 'write') return { kind: 'unknown', why: 'server' }
    return { kind: 'retry', why: status < 400 ? 'offline' : 'server', inMs: retryMs }
  }
  const error = readError(text)
  const detail = error.kind === 'gateway' ? error.detail : error.kind === 'business' ? error.message : `HTTP ${status}`
  if (status === 401) return { kind: 'blocked', why: tokenReason(detail), detail }
  if (status === 402) return { kind: 'blocked', why: 'payment', detail }
  if (status === 403) return { kind: 'blocked', why: 'forbidden', detail }
  if (error.kind === 'business') {
    return { kind: 'refused', status, code: error.code, message: error.message, culprits: error.culprits }
  }
  if (status === 404 || status === 405 || status === 410) return pathGone(call)
  return { kind: 'refused', status, code: `HTTP ${status}`, message: detail, culprits: [] }
}

/** A path that the gateway does not know: the edition is the wrong one, until a person says otherwise. */
export function pathGone(call: Call): Failure {
  const remedy =
    call.edition === 'seed'
      ? 'choose the edition "successor"'
      : call.edition === 'successor'
        ? 'choose the edition "seed"'
        : 'neither edition has another path: a newer version of the program is needed'
  return { kind: 'blocked', why: 'pathGone', detail: `${call.method} ${call.path}: ${remedy}` }
}

/** A success whose body is not as documented: what a write has done is then unknown. */
export function failureOfShape(call: Call, field: string): Failure {
  return call.effect === 'write' ? { kind: 'unknown', why: 'server' } : { kind: 'broken', field }
}

function tokenReason(detail: string): 'readOnly' | 'tokenExpired' | 'tokenRefused' {
  if (/read[- ]?only/i.test(detail)) return 'readOnly'
  return /expired/i.test(detail) ? 'tokenExpired' : 'tokenRefused'
}
