import type { PrintOutcome } from '../../../station/ports/ports.ts'
import type { Look } from './session.ts'

/** A calm printer whose odometer stands still has not printed our label (ms). */
const COUNT_LIMIT_MS = 10_000
/** Looks in a row without anything waiting before a printer that does not count counts as done. */
const CALM_LOOKS = 2

/** Nobody mends a fault, cancels a label and feeds paper in less (ms): what happened between two such looks is known. */
const LOOK_AWAY_MS = 2000

/** Weighs what a printer says after it was given one label. */
export interface Evidence {
  /** `span`: when the look was begun and ended; `rise`: labels counted since the job began, null if not known. The outcome, or null while the question is open. */
  weigh(look: Look, rise: number | null, span: { readonly from: number; readonly to: number }): PrintOutcome | null
}

/**
 * `begin`: when the bytes had gone out (monotonic ms); `counts`: whether the printer has an odometer; `saysWaiting`: whether it tells what it still has to print. A rise by
 * one is proof, as long as nobody was at the printer. After a fault it is not: the label may have been cancelled, and
 * paper that was put in is fed a few labels forward, and they count. So the label must have been seen until just before.
 */
export function createEvidence(start: {
  readonly begin: number
  readonly counts: boolean
  readonly saysWaiting: boolean
}): Evidence {
  let lookedAt = start.begin
  let inDoubt = false
  /** Since the last doubt the label was seen waiting in a printer without fault. */
  let wasPrinting = false
  /** When it was last known to be in the printer; null: it is gone from there. */
  let heldAt: number | null = null
  let calmLooks = 0
  let calmSince = 0

  function doubt(): void {
    inDoubt = true
    wasPrinting = false
  }

  return {
    weigh({ fault, waiting }, rise, { from, to: now }) {
      if (now - lookedAt > LOOK_AWAY_MS) doubt()
      // A question behind a long label on a slow line is heard when the line is free.
      lookedAt = Math.max(from, start.begin)
      const isCalm = waiting === null ? fault === null && !start.saysWaiting : waiting === 0
      if (isCalm && rise !== null && rise > 0) {
        // It may have come out and the paper have ended with it.
        const wasThere = wasPrinting || (heldAt !== null && now - heldAt <= LOOK_AWAY_MS)
        if (inDoubt ? wasThere : rise === 1) return { kind: 'confirmed' }
        if (fault === null) return { kind: 'uncertain', why: 'countDiffers' }
      }
      if (fault !== null || (waiting === null && start.saysWaiting)) doubt()
      else if (waiting !== null && waiting > 0) wasPrinting = true
      if (waiting !== null && waiting > 0) heldAt = lookedAt
      // Nothing prints with a fault: what is gone then was cancelled.
      else if (waiting === null || fault !== null) heldAt = null
      const isIdle = isCalm && fault === null
      if (!isIdle || calmLooks === 0) calmSince = now
      calmLooks = isIdle ? calmLooks + 1 : 0
      if (!start.counts && calmLooks >= CALM_LOOKS) return wasPrinting ? { kind: 'confirmed' } : { kind: 'sent' }
      return calmLooks > 0 && now - calmSince >= COUNT_LIMIT_MS ? { kind: 'uncertain', why: 'countDiffers' } : null
    }
  }
}
