import { cleanScan, type Cleaning } from '../scan-cleaning.ts'
import type { KeyStroke } from '../wedge.ts'

/** What ended a scan on its way: a byte or key of its own, or silence. */
export type ScanEnd = 'cr' | 'lf' | 'tab' | 'etx' | 'pause'

/** How a frame came over a line. */
export interface FrameFacts {
  readonly end: ScanEnd
  /** From its first byte to its last (ms). */
  readonly ms: number
  /** As they came, line ends that follow the text among them. */
  readonly bytes: Uint8Array
}

/** One scan with all that is known of its way. */
export interface Reading {
  /** Line end gone, keys read by their places. */
  readonly raw: string
  /** What the station goes by: `raw` without what the settings take off. */
  readonly text: string
  /** Null: the link itself parts one scan from the next. */
  readonly end: ScanEnd | null
  /** Longest time between two keys (ms); null: no keys, or nobody took the time. */
  readonly keyGapMs: number | null
  /** How long it took over a line (ms); null: it came over none. */
  readonly lineMs: number | null
  /** Null unless it came over a line. */
  readonly bytes: Uint8Array | null
  /** Empty unless it was typed by a keyboard-wedge scanner. */
  readonly keys: readonly KeyStroke[]
}

/** A scan that came over a link which knows its bounds, or from a scanner that says no more. */
export function plainReading(raw: string): Reading {
  return { raw, text: raw, end: null, keyGapMs: null, lineMs: null, bytes: null, keys: [] }
}

/** A scan over a line. */
export function frameReading(raw: string, { end, ms, bytes }: FrameFacts): Reading {
  return { raw, text: raw, end, keyGapMs: null, lineMs: ms, bytes, keys: [] }
}

/** A scan of a keyboard-wedge scanner; its last key may be the Enter or Tab that ended it. */
export function keyReading(raw: string, keys: readonly KeyStroke[]): Reading {
  const end = endOf(keys.at(-1))
  const typed = end === 'pause' ? keys : keys.slice(0, -1)
  return { raw, text: raw, end, keyGapMs: longestGap(typed), lineMs: null, bytes: null, keys: typed }
}

/** The scan as the settings clean it. */
export function cleaned(reading: Reading, cleaning: Cleaning): Reading {
  return { ...reading, text: cleanScan(reading.raw, cleaning) }
}

function endOf(last: KeyStroke | undefined): ScanEnd {
  if (last?.code === 'Tab') return 'tab'
  return last?.code === 'Enter' || last?.code === 'NumpadEnter' ? 'cr' : 'pause'
}

function longestGap(keys: readonly KeyStroke[]): number | null {
  let longest: number | null = null
  let before: number | undefined
  for (const { at } of keys) {
    if (at !== undefined && before !== undefined) longest = Math.max(longest ?? 0, at - before)
    before = at
  }
  return longest
}
