import type { KeyStroke } from '../shared/domain/scanning/wedge.ts'

export interface RecogniserLimits {
  /** Longest gap between two keys of a scan (ms). */
  readonly gapMs: number
  /** A burst of this many keys is a scan; at least 2. */
  readonly minimumKeys: number
}

/** Keys that came close behind each other. */
export interface Burst {
  readonly keys: readonly KeyStroke[]
  /** When the last one came (ms). */
  readonly lastAt: number
  /** Enough keys for a scan: from here on none reaches the page. */
  readonly isScan: boolean
  /** A text field had the focus when the burst began. */
  readonly inField: boolean
}

export interface Recogniser {
  readonly burst: Burst | null
  /** Enter and Tab before this moment belong to the scan that was (ms). */
  readonly quietUntil: number
}

export interface Verdict {
  readonly next: Recogniser
  /** A scan that is complete, in the order of its keys. */
  readonly scan: readonly KeyStroke[] | null
  /** `pass`: a person's key; `swallow`: part of a scan, nothing else may see it. */
  readonly key: 'pass' | 'swallow'
  /** Where the burst that this key belongs to stands: the field's text has to be kept at `begins` and put back at `recognised`. */
  readonly burst: 'none' | 'begins' | 'goesOn' | 'recognised'
}

export const IDLE: Recogniser = { burst: null, quietUntil: -Infinity }
/** Enter and Tab for this long after a scan press no button (ms). */
export const QUIET_MS = 500
/** A scan ends after this many gaps of silence. */
const PAUSE_GAPS = 3
/** Nobody types this many keys in a row as fast as a scanner: enough, inside a field, without an Enter. */
const FIELD_KEYS = 8
/** Inside a field a longer gap is a person, whatever the settings say (ms): or the settings could not be put right again. */
const FIELD_GAP_MS = 100
/** The contract's bound on one scan. */
const LONGEST = 600

const ENDS: readonly string[] = ['Enter', 'NumpadEnter', 'Tab']

/** How long after its last key a burst is over (ms): a scan under way may stumble, three keys of a person may not become one. */
export function pauseMs(burst: Burst, limits: RecogniserLimits): number {
  const gap = gapOf(burst.inField, limits)
  return burst.isScan ? gap * PAUSE_GAPS : gap
}

/** Takes one keydown at `at` (ms, never going back). Pure: what the page has to do stands in the verdict. */
export function press(
  state: Recogniser,
  stroke: KeyStroke,
  at: number,
  inField: boolean,
  limits: RecogniserLimits
): Verdict {
  const settled = settle(state, at, limits)
  const { burst } = settled.next
  if (ENDS.includes(stroke.code) && !stroke.ctrl && !stroke.alt) {
    return { ...end(settled.next, at, limits, settled.scan), burst: 'none' }
  }
  if (burst === null) {
    const begun: Burst = { keys: [stroke], lastAt: at, isScan: false, inField }
    return { next: { ...settled.next, burst: begun }, scan: settled.scan, key: 'pass', burst: 'begins' }
  }
  return { ...grow(settled.next, burst, stroke, at, limits), scan: settled.scan }
}

/** Ends a burst that has been silent too long at `at` (ms); `scan` is set if it was one. */
export function settle(
  state: Recogniser,
  at: number,
  limits: RecogniserLimits
): { readonly next: Recogniser; readonly scan: readonly KeyStroke[] | null } {
  const { burst } = state
  if (burst === null) return { next: state, scan: null }
  if (at - burst.lastAt <= pauseMs(burst, limits)) return { next: state, scan: null }
  return burst.isScan
    ? { next: { burst: null, quietUntil: Math.max(state.quietUntil, at + QUIET_MS) }, scan: burst.keys }
    : { next: { ...state, burst: null }, scan: null }
}

function grow(
  state: Recogniser,
  burst: Burst,
  stroke: KeyStroke,
  at: number,
  limits: RecogniserLimits
): Omit<Verdict, 'scan'> {
  const keys = burst.keys.length < LONGEST ? [...burst.keys, stroke] : burst.keys
  const enough = burst.inField ? Math.max(FIELD_KEYS, limits.minimumKeys) : limits.minimumKeys
  const isScan = burst.isScan || keys.length >= enough
  return {
    next: { ...state, burst: { ...burst, keys, lastAt: at, isScan } },
    key: isScan ? 'swallow' : 'pass',
    burst: isScan && !burst.isScan ? 'recognised' : 'goesOn'
  }
}

/** Enter or Tab: ends a scan, is swallowed shortly after one, or is a person's. */
function end(
  state: Recogniser,
  at: number,
  limits: RecogniserLimits,
  before: readonly KeyStroke[] | null
): Omit<Verdict, 'burst'> {
  const { burst } = state
  if (burst !== null && (burst.isScan || burst.keys.length >= limits.minimumKeys)) {
    return { next: { burst: null, quietUntil: at + QUIET_MS }, scan: burst.keys, key: 'swallow' }
  }
  return { next: { ...state, burst: null }, scan: before, key: at < state.quietUntil ? 'swallow' : 'pass' }
}

function gapOf(inField: boolean, limits: RecogniserLimits): number {
  return inField ? Math.min(limits.gapMs, FIELD_GAP_MS) : limits.gapMs
}
