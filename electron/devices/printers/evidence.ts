import type { PrintOutcome } from '../../station/ports.ts'
import type { Look } from './session.ts'

/** A calm printer whose odometer stands still has not printed our label (ms). */
const COUNT_LIMIT_MS = 10_000
/** Looks in a row without anything waiting before a printer that does not count counts as done. */
const CALM_LOOKS = 2

/** Weighs what a printer says after it was given one label. */
export interface Evidence {
  /** `rise`: labels counted since the job began, null if not known. The outcome, or null while the question is open. */
  weigh(look: Look, rise: number | null, now: number): PrintOutcome | null
}

/**
 * `counts`: whether the printer has an odometer. A rise by one is proof, as long as nobody was at the printer. After a
 * fault it is not: paper that was put in is fed a few labels forward, and they count, so the label must also have been
 * seen waiting until the end.
 */
export function createEvidence(counts: boolean, begin: number): Evidence {
  let hadFault = false
  /** The label was in the printer when it was last looked at, or there was no reason to doubt it. */
  let inSight = true
  /** The label was seen waiting in a printer that has no fault. */
  let wasPrinting = false
  let calmLooks = 0
  let calmSince = begin

  function follow({ fault, waiting }: Look, rise: number | null): void {
    if (fault !== null) {
      hadFault = true
      wasPrinting = false
    }
    if (waiting === null) {
      if (fault !== null) inSight = false
    } else if (waiting > 0) {
      inSight = true
      if (fault === null) wasPrinting = true
    } else if (hadFault && rise !== null && rise <= 0) inSight = false
  }

  return {
    weigh(look, rise, now) {
      follow(look, rise)
      const isCalm = look.waiting === null ? look.fault === null : look.waiting === 0
      if (isCalm && rise !== null && rise > 0) {
        const isProof = hadFault ? inSight : rise === 1
        return isProof ? { kind: 'confirmed' } : { kind: 'uncertain', why: 'countDiffers' }
      }
      const isIdle = isCalm && look.fault === null
      if (!isIdle || calmLooks === 0) calmSince = now
      calmLooks = isIdle ? calmLooks + 1 : 0
      if (!counts && calmLooks >= CALM_LOOKS) return wasPrinting ? { kind: 'confirmed' } : { kind: 'sent' }
      return calmLooks > 0 && now - calmSince >= COUNT_LIMIT_MS ? { kind: 'uncertain', why: 'countDiffers' } : null
    }
  }
}
