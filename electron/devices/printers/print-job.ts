import type { ZebraStatus } from '../../../shared/domain/zebra-status.ts'
import type { Clock, DeviceState, PrintOutcome } from '../../station/ports.ts'
import type { PrinterSession } from './session.ts'

const ANSWER_MS = 1500
const POLL_MS = 150
/** Silence after the bytes went out (ms). */
const SILENCE_LIMIT_MS = 10_000
/** A calm printer whose odometer stands still has not printed our label (ms). */
const COUNT_LIMIT_MS = 10_000
/** No fault, and yet labels wait (ms). */
const BUSY_LIMIT_MS = 30_000
/** Somebody is filling paper (ms). */
const FAULT_LIMIT_MS = 600_000
/** Looks in a row without anything waiting before a printer that does not count is believed. */
const CALM_LOOKS = 2

/** What is known of whether a printer answers questions: a cheap clone may never do so. */
export type Answers = 'always' | 'unknown' | 'never'

/** Prints one label and finds out what became of it: status and odometer before, bytes, status and odometer after. */
export async function runPrintJob(options: {
  readonly session: PrinterSession
  readonly zpl: Uint8Array
  readonly answers: Answers
  readonly clock: Clock
  readonly onStatus: (status: ZebraStatus) => void
}): Promise<PrintOutcome> {
  const { session, zpl, answers, clock, onStatus } = options
  const before = answers === 'never' ? null : await session.status(ANSWER_MS)
  if (session.closed) return { kind: 'notSent', fault: 'lost' }
  if (before === null) {
    if (answers === 'always') return { kind: 'notSent', fault: 'silent' }
    if (await session.write(zpl, SILENCE_LIMIT_MS)) return uncertain('oneWayLink')
    return uncertain(session.closed ? 'linkLost' : 'noAnswer')
  }
  onStatus(before)
  if (before.fault !== null) return { kind: 'notSent', fault: before.fault }
  const counted = await session.odometer(ANSWER_MS)
  if (session.closed) return { kind: 'notSent', fault: 'lost' }
  if (!(await session.write(zpl, SILENCE_LIMIT_MS))) return uncertain(session.closed ? 'linkLost' : 'noAnswer')
  return followJob({ session, clock, onStatus, start: typeof counted === 'number' ? counted : null })
}

async function followJob(options: {
  readonly session: PrinterSession
  readonly clock: Clock
  readonly onStatus: (status: ZebraStatus) => void
  /** The odometer before the job; null if the printer does not count. */
  readonly start: number | null
}): Promise<PrintOutcome> {
  const { session, clock, onStatus, start } = options
  const begin = clock.monotonic()
  let answeredAt = begin
  let faultlessSince = begin
  let faultSeen = false
  let calmSince: number | null = null
  let calmLooks = 0
  for (;;) {
    await pause(clock, POLL_MS)
    const status = await session.status(ANSWER_MS)
    const rise = status && start !== null ? riseOf(start, await session.odometer(ANSWER_MS)) : null
    if (session.closed) return uncertain('linkLost')
    const now = clock.monotonic()
    if (status === null) {
      if (now - answeredAt >= SILENCE_LIMIT_MS) return uncertain('noAnswer')
      continue
    }
    answeredAt = now
    onStatus(status)
    if (status.fault !== null) {
      faultSeen = true
      faultlessSince = now
    }
    const isCalm = status.labelsWaiting === 0 && status.formatsWaiting === 0
    if (isCalm && rise !== null && rise > 0) {
      // Paper that was put in is fed a few labels forward, and they count.
      return rise === 1 || faultSeen ? { kind: 'confirmed' } : uncertain('countDiffers')
    }
    calmLooks = isCalm && status.fault === null ? calmLooks + 1 : 0
    if (calmLooks === 0) calmSince = null
    else calmSince ??= now
    if (start === null && calmLooks >= CALM_LOOKS) return { kind: 'confirmed' }
    if (calmSince !== null && now - calmSince >= COUNT_LIMIT_MS) return uncertain('countDiffers')
    if (now - faultlessSince >= BUSY_LIMIT_MS) return uncertain('noAnswer')
    if (now - begin >= FAULT_LIMIT_MS) return uncertain('noAnswer')
  }
}

/** Labels since `start`; null if the printer did not say. */
function riseOf(start: number, count: number | 'unknown' | null): number | null {
  return typeof count === 'number' ? count - start : null
}

function uncertain(why: Extract<PrintOutcome, { kind: 'uncertain' }>['why']): PrintOutcome {
  return { kind: 'uncertain', why }
}

function pause(clock: Clock, ms: number): Promise<void> {
  return new Promise(resolve => void clock.after(ms, resolve))
}

/** How a status looks from outside: a fault or ready. */
export function stateOf(status: ZebraStatus): DeviceState {
  return status.fault === null ? { kind: 'ready' } : { kind: 'fault', fault: status.fault }
}
