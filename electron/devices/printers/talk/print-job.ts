import type { Clock, DeviceState, PrintOutcome } from '../../../station/ports/ports.ts'
import { createEvidence } from './evidence.ts'
import type { Look, PrinterSession } from './session.ts'

const POLL_MS = 150
/** Silence after the bytes went out (ms). */
const SILENCE_LIMIT_MS = 10_000
/** No fault, and yet labels wait, or a label does not show in the count (ms). */
const BUSY_LIMIT_MS = 30_000
/** Somebody is filling paper (ms). */
const FAULT_LIMIT_MS = 600_000
/** How long a label of an earlier job is waited for before ours goes out (ms). */
const SETTLE_LIMIT_MS = 5000
/** A count that never rests: somebody else prints there (ms). */
const UNSTEADY_LIMIT_MS = 30_000
/** Looks in a row with the same count after which an earlier job of unknown fate has come out or never will. */
const STEADY_LOOKS = 3

/** What is known of whether a printer answers questions: a cheap clone may never do so. */
export type Answers = 'always' | 'unknown' | 'never'

export interface JobOptions {
  readonly session: PrinterSession
  /** The label or the receipt, in the printer's language. */
  readonly bytes: Uint8Array
  readonly answers: Answers
  /** Whether a label of an earlier job may still come out. */
  readonly afterDoubt: boolean
  readonly clock: Clock
  readonly onLook: (look: Look) => void
}

/** Prints one label and finds out what became of it: status and odometer before, bytes, status and odometer after. */
export async function runPrintJob(options: JobOptions): Promise<PrintOutcome> {
  const { session, bytes } = options
  const start = await prepare(options)
  if (start.kind === 'notSent') return start
  if (!(await session.write(bytes, SILENCE_LIMIT_MS))) return uncertain(session.closed ? 'linkLost' : 'noAnswer')
  return start.kind === 'mute' ? uncertain('oneWayLink') : followJob(options, start.count)
}

type Start =
  | Extract<PrintOutcome, { readonly kind: 'notSent' }>
  /** It never answered. */
  | { readonly kind: 'mute' }
  /** The odometer before the job; null if the printer does not count. */
  | { readonly kind: 'start'; readonly count: number | null }

/** Waits until the printer has nothing of anybody else's to print, so that the next label in the count is ours. */
async function prepare({ session, answers, afterDoubt, clock, onLook }: JobOptions): Promise<Start> {
  if (answers === 'never') return { kind: 'mute' }
  const begin = clock.monotonic()
  let steady = 0
  let count: number | null = null
  for (;;) {
    const look = await session.look('whole')
    if (session.closed) return { kind: 'notSent', fault: 'lost' }
    if (look === null) return answers === 'always' ? { kind: 'notSent', fault: 'silent' } : { kind: 'mute' }
    onLook(look)
    if (look.fault !== null) return { kind: 'notSent', fault: look.fault }
    const now = (await session.odometer()) ?? (await session.odometer())
    if (session.closed) return { kind: 'notSent', fault: 'lost' }
    // A printer that counts and does not say how far it is leaves us without proof: better nothing is sent.
    if (now === null) return { kind: 'notSent', fault: 'silent' }
    const next = now === 'unknown' ? null : now
    const isCalm = look.waiting === null ? !session.saysWaiting : look.waiting === 0
    steady = !isCalm ? 0 : next === count ? steady + 1 : 1
    count = next
    if (steady >= (afterDoubt ? STEADY_LOOKS : 1)) return { kind: 'start', count }
    if (clock.monotonic() - begin >= (isCalm ? UNSTEADY_LIMIT_MS : SETTLE_LIMIT_MS)) {
      return { kind: 'notSent', fault: look.waiting === null ? 'silent' : 'bufferFull' }
    }
    await pause(clock, POLL_MS)
  }
}

async function followJob({ session, clock, onLook }: JobOptions, start: number | null): Promise<PrintOutcome> {
  // A slow line is still busy with what it was given: nothing can be heard before.
  const begin = Math.max(clock.monotonic(), session.lineFreeAt())
  const evidence = createEvidence({ begin, counts: start !== null, saysWaiting: session.saysWaiting })
  let answeredAt = begin
  let faultlessSince = begin
  for (;;) {
    await pause(clock, POLL_MS)
    const from = clock.monotonic()
    const look = await session.look('whole')
    const count = look && start !== null ? await session.odometer() : null
    if (session.closed) return uncertain('linkLost')
    const now = clock.monotonic()
    if (look === null) {
      if (session.muddled || now - answeredAt >= SILENCE_LIMIT_MS) return uncertain('noAnswer')
      continue
    }
    answeredAt = now
    onLook(look)
    if (look.fault !== null) faultlessSince = now
    const rise = typeof count === 'number' && start !== null ? count - start : null
    const verdict = evidence.weigh(look, rise, { from, to: now })
    if (verdict !== null) return verdict
    if (now - faultlessSince >= BUSY_LIMIT_MS || now - begin >= FAULT_LIMIT_MS) return uncertain('noAnswer')
  }
}

function uncertain(why: Extract<PrintOutcome, { kind: 'uncertain' }>['why']): PrintOutcome {
  return { kind: 'uncertain', why }
}

function pause(clock: Clock, ms: number): Promise<void> {
  return new Promise(resolve => void clock.after(ms, resolve))
}

/** How a printer looks from outside: a fault or ready. */
export function stateOf({ fault, warnings }: Look): DeviceState {
  if (fault !== null) return { kind: 'fault', fault }
  return warnings.length === 0 ? { kind: 'ready' } : { kind: 'ready', warnings }
}
