import { assertNever } from '../../../shared/domain/assert.ts'
import type { ScanEncoding, ScanSuffix } from '../../../shared/domain/scanning/scanners.ts'
import type { FrameFacts, ScanEnd } from '../../../shared/domain/scanning/scanner-test/reading.ts'
import { restoreFnc1 } from './fnc1.ts'
import type { Clock } from '../../station/ports/ports.ts'

/** Longest frame in bytes; a marking code has about 130. */
export const MAX_FRAME_BYTES = 4096
/** What an over-long frame becomes: a scan that nobody can read, so that the packer hears of it. */
export const UNREADABLE_FRAME = '\uFFFD'

/** A scanner without a suffix ends its frame by falling silent this long (ms): several times a USB adapter's latency. */
const PAUSE_MS = 120
/** A suffix that was promised and doesn't come is waited for this long (ms); then the scan counts all the same. */
const MISSED_SUFFIX_MS = 1000

const STX = 0x02
const ETX = 0x03
const TAB = 0x09
const LF = 0x0a
const CR = 0x0d
const AROUND: readonly number[] = [STX, ETX, TAB, LF, CR]
const END_NAMES: ReadonlyMap<number, ScanEnd> = new Map([
  [CR, 'cr'],
  [LF, 'lf'],
  [TAB, 'tab'],
  [ETX, 'etx']
])

const ENDS: { readonly [suffix in ScanSuffix]: readonly number[] } = {
  any: [CR, LF, TAB, ETX],
  cr: [CR],
  lf: [LF],
  // The LF counts only right after its CR.
  crlf: [LF],
  tab: [TAB],
  etx: [ETX],
  pause: []
}

export interface Framer {
  push(chunk: Uint8Array): void
  /** The device has gone: a scan that only a pause would have ended is whole, one that lacks its suffix is forgotten. */
  close(): void
}

/**
 * Cuts a scanner's bytes into frames at its suffix, however they are chunked. STX begins a frame anew; STX, ETX, Tab, CR
 * and LF around a frame and empty frames are dropped, GS stays. A frame without its suffix ends after a pause.
 */
export function createFramer(options: {
  readonly clock: Clock
  readonly suffix: ScanSuffix
  readonly encoding: ScanEncoding
  readonly onFrame: (text: string, how: FrameFacts) => void
}): Framer {
  const { clock, suffix, encoding, onFrame } = options
  const pauseMs = suffix === 'any' || suffix === 'pause' ? PAUSE_MS : MISSED_SUFFIX_MS
  let bytes: number[] = []
  let tooLong = false
  let cancelPause: (() => void) | null = null
  /** When the frame's first and its last byte came (ms). */
  let firstAt = 0
  let lastAt = 0

  function endFrame(end: ScanEnd): void {
    const last = bytes.findLastIndex(byte => !AROUND.includes(byte))
    const how = { end, ms: lastAt - firstAt, bytes: Uint8Array.from(bytes) }
    if (tooLong) onFrame(UNREADABLE_FRAME, how)
    else if (last >= 0) onFrame(decodeText(how.bytes.subarray(0, last + 1), encoding), how)
    bytes = []
    tooLong = false
  }

  function isEnd(byte: number): boolean {
    return ENDS[suffix].includes(byte) && (suffix !== 'crlf' || tooLong || bytes.at(-1) === CR)
  }

  function add(byte: number): void {
    if (tooLong || (bytes.length === 0 && AROUND.includes(byte))) return
    if (bytes.length === 0) firstAt = lastAt
    if (bytes.length < MAX_FRAME_BYTES) bytes.push(byte)
    else tooLong = true
  }

  /** In two halves: after a stall of the event loop the first is overdue at once, and bytes that wait are read before the second. */
  function startPause(): void {
    cancelPause = clock.after(pauseMs / 2, () => {
      cancelPause = clock.after(pauseMs / 2, () => endFrame('pause'))
    })
  }

  function stopPause(): void {
    cancelPause?.()
    cancelPause = null
  }

  return {
    push(chunk) {
      stopPause()
      lastAt = clock.monotonic()
      for (const byte of chunk) {
        if (isEnd(byte)) endFrame(END_NAMES.get(byte) ?? 'pause')
        // What stands before STX lacks its end.
        else if (byte === STX) endFrame('pause')
        else add(byte)
      }
      if (bytes.length > 0) startPause()
    },
    close() {
      stopPause()
      if (suffix === 'pause') endFrame('pause')
      bytes = []
      tooLong = false
    }
  }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })
const utf8 = new TextDecoder('utf-8')
const windows1251 = new TextDecoder('windows-1251')

/** Text of a scan, with FNC1 as GS whatever the scanner writes for it; bytes that are no UTF-8 where it was promised become U+FFFD, which no rule takes for a code. */
export function decodeText(frame: Uint8Array, encoding: ScanEncoding): string {
  const bytes = restoreFnc1(frame)
  switch (encoding) {
    case 'utf8':
      return utf8.decode(bytes)
    case 'windows1251':
      return windows1251.decode(bytes)
    case 'auto':
      try {
        return strictUtf8.decode(bytes)
      } catch {
        return windows1251.decode(bytes)
      }
    default:
      return assertNever(encoding)
  }
}
