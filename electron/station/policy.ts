import type { Failure } from './ports.ts'

/** After so many tries without a verdict an intent is parked for a person. */
export const MAX_ATTEMPTS = 50

export type Decision =
  | { readonly kind: 'retry'; readonly inMs: number }
  | { readonly kind: 'readBack'; readonly inMs: number }
  | { readonly kind: 'refuse'; readonly code: string; readonly message: string; readonly culprits: readonly number[] }
  | { readonly kind: 'park' }

/** What to do with a write that gave no result: one small pure rule for the whole outbox. */
export function afterFailure(failure: Failure, attempts: number): Decision {
  switch (failure.kind) {
    case 'retry':
      // A dead network is nobody's fault and has no bound; a marketplace that keeps failing is somebody's.
      if (failure.why === 'server' && attempts >= MAX_ATTEMPTS) return { kind: 'park' }
      return { kind: 'retry', inMs: failure.inMs }
    case 'unknown':
      return attempts >= MAX_ATTEMPTS ? { kind: 'park' } : { kind: 'readBack', inMs: 1000 }
    case 'blocked':
      return failure.why === 'pathGone' ? { kind: 'park' } : { kind: 'retry', inMs: 0 }
    case 'broken':
      // It answered, only not as documented: the write has most likely taken place.
      return attempts >= MAX_ATTEMPTS ? { kind: 'park' } : { kind: 'readBack', inMs: 1000 }
    case 'refused': {
      const { code, message, culprits } = failure
      return { kind: 'refuse', code, message, culprits }
    }
  }
}
