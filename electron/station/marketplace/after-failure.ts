import { concernsOneMethod } from './network.ts'
import type { Failure } from '../ports/ports.ts'

/** After so many tries without a verdict an intent is parked for a person. */
export const MAX_ATTEMPTS = 50

/** The marketplace's own word against a write. */
export type Refusal = Omit<Extract<Failure, { readonly kind: 'refused' }>, 'kind' | 'status'>

export type Decision =
  | { readonly kind: 'retry'; readonly inMs: number }
  | { readonly kind: 'readBack'; readonly inMs: number }
  | ({ readonly kind: 'refuse' } & Refusal)
  | { readonly kind: 'park' }

/** Before a write of unknown fate is looked up (ms). */
const READ_BACK_MS = 1000
/** The pause after a stranger's first answer to a write, doubled with each more, and its bound (ms). */
const STRANGER_FIRST_MS = 1000
const STRANGER_LAST_MS = 60_000
/** The pause once the marketplace has been at work on the same thing for many tries (ms). */
const PROCESSING_LAST_MS = 60_000
/** A person hears of it when the marketplace has been at work on the same thing for so many tries. */
const TELL_AFTER = 50
/** Whoever chose to go on waiting is asked again after so many tries more. */
const TELL_AGAIN = 10

/** Answers that say nothing against a write: those of strangers in a row, and that the marketplace is still at work. */
export interface Pauses {
  readonly strangers: number
  readonly processing: number
}

/** How often a write was tried: `attempts` without its pauses. */
export interface Tries extends Pauses {
  readonly attempts: number
}

/** What to do with a write that gave no result: one small pure rule for the whole outbox. */
export function afterFailure(failure: Failure, { attempts, strangers, processing }: Tries): Decision {
  const isWorn = attempts >= MAX_ATTEMPTS
  switch (failure.kind) {
    case 'retry':
      if (failure.why === 'stranger') return { kind: 'retry', inMs: strangerPause(strangers) }
      // The marketplace says itself that it will be done with it: no person can do more than wait, at ten requests a try.
      if (failure.why === 'processing')
        return { kind: 'retry', inMs: processing >= TELL_AFTER ? PROCESSING_LAST_MS : failure.inMs }
      // The way is nobody's fault and has no bound; a marketplace that keeps failing is somebody's.
      if (failure.why === 'server' && isWorn) return { kind: 'park' }
      return { kind: 'retry', inMs: failure.inMs }
    case 'unknown':
      if (failure.why === 'stranger') return { kind: 'readBack', inMs: strangerPause(strangers) }
      return isWorn ? { kind: 'park' } : { kind: 'readBack', inMs: READ_BACK_MS }
    case 'blocked':
      return concernsOneMethod(failure.why) ? { kind: 'park' } : { kind: 'retry', inMs: 0 }
    case 'broken':
      // It answered, only not as documented: the write has most likely taken place.
      return isWorn ? { kind: 'park' } : { kind: 'readBack', inMs: READ_BACK_MS }
    case 'refused': {
      const { kind: _, status: _status, ...refusal } = failure
      return { kind: 'refuse', ...refusal }
    }
  }
}

/** Whether a person has to hear now that the marketplace is still at work on the same thing. */
export function isWorthTelling(failure: Failure, { processing }: Pauses): boolean {
  return isAtWork(failure) && processing >= TELL_AFTER && (processing - TELL_AFTER) % TELL_AGAIN === 0
}

/** Whether the marketplace says that it is still at work on the same thing. */
export function isAtWork(failure: Failure): boolean {
  return failure.kind === 'retry' && failure.why === 'processing'
}

/** One write may be what a firewall dislikes while all others pass: it must not go round and round. */
function strangerPause(strangers: number): number {
  return Math.min(STRANGER_LAST_MS, STRANGER_FIRST_MS * 2 ** (strangers - 1))
}
