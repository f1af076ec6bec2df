/** So many refusals of one kind in a row open the circuit of the method that met them. */
const LIMIT = 5
/** How long it stays open (ms): doubles while trials meet the same refusal. */
const FIRST_MS = 10_000
const LONGEST_MS = 60_000

/** What one method has met lately; times are monotonic ms. */
export interface Circuit {
  /** The refusal that repeats, by its code; null: the last answer was none. */
  readonly code: string | null
  readonly inARow: number
  /** Nothing leaves before this moment; then one request is the trial. */
  readonly opensAt: number
  readonly holdMs: number
  /** The trial is on its way. */
  readonly trial: boolean
}

/** Nothing repeats: the state at first, and after every answer that is no refusal. */
export const CLOSED: Circuit = { code: null, inARow: 0, opensAt: 0, holdMs: 0, trial: false }

/**
 * After a business error: the same code again counts up, another begins anew. From the fifth on the method rests, since
 * each refusal costs the seller ten requests and the next would most likely meet it too.
 */
export function afterRefusal(circuit: Circuit, code: string, now: number): Circuit {
  if (circuit.code !== code) return { ...CLOSED, code, inARow: 1 }
  const inARow = circuit.inARow + 1
  if (inARow < LIMIT) return { ...circuit, inARow }
  // Requests that left before it opened tell nothing new.
  if (now < circuit.opensAt && !circuit.trial) return { ...circuit, inARow }
  const holdMs = circuit.holdMs === 0 ? FIRST_MS : Math.min(LONGEST_MS, circuit.holdMs * 2)
  return { code, inARow, opensAt: now + holdMs, holdMs, trial: false }
}

/** Ms until the method may be tried again; 0: now. */
export function restOf(circuit: Circuit, now: number): number {
  return Math.max(0, circuit.opensAt - now)
}

/** When a request leaves: after a rest it is the trial, and the others wait for its fate once more as long. */
export function afterDeparture(circuit: Circuit, now: number): Circuit {
  return circuit.holdMs === 0 ? circuit : { ...circuit, opensAt: now + circuit.holdMs, trial: true }
}
