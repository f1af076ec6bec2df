import type { Failure } from '../ports/ports.ts'

/** Why a call gave no result, as the page looks its words up: a failure of the way, a stop of the account, or the marketplace's own code. */
export function whyOf(failure: Failure): string {
  switch (failure.kind) {
    case 'retry':
    case 'unknown':
    case 'blocked':
      return failure.why
    case 'refused':
      return failure.code
    case 'broken':
      return `broken: ${failure.field}`
  }
}
