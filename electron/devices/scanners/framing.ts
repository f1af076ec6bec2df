import type { Clock } from '../../station/ports.ts'

/** Longest frame in bytes; a marking code has about 130. */
export const MAX_FRAME_BYTES = 4096
/** What an over-long frame becomes: a scan that nobody can read, so that the packer hears of it. */
export const UNREADABLE_FRAME = '\uFFFD'

const STX = 0x02
const ETX = 0x03
const TAB = 0x09
const LF = 0x0a
const CR = 0x0d

export interface Framer {
  push(chunk: Uint8Array): void
  /** Forgets what has come in so far, and the pause's timer. */
  reset(): void
}

/**
 * Cuts a scanner's bytes into frames at CR, LF, Tab or ETX, however the bytes are chunked. STX and empty frames are
 * dropped, GS stays. A frame without a terminator ends after `pauseMs` without bytes. UTF-8, or else Windows-1251.
 */
export function createFramer(options: {
  readonly clock: Clock
  readonly pauseMs: number
  readonly onFrame: (text: string) => void
}): Framer {
  const { clock, pauseMs, onFrame } = options
  let bytes: number[] = []
  let tooLong = false
  let cancelPause: (() => void) | null = null

  function endFrame(): void {
    if (tooLong) onFrame(UNREADABLE_FRAME)
    else if (bytes.length > 0) onFrame(decodeText(Uint8Array.from(bytes)))
    bytes = []
    tooLong = false
  }

  function add(byte: number): void {
    if (tooLong) return
    if (bytes.length < MAX_FRAME_BYTES) bytes.push(byte)
    else tooLong = true
  }

  /** In two halves: after a stall of the event loop the first is overdue at once, and bytes that wait are read before the second. */
  function startPause(): void {
    cancelPause = clock.after(pauseMs / 2, () => {
      cancelPause = clock.after(pauseMs / 2, endFrame)
    })
  }

  function stopPause(): void {
    cancelPause?.()
    cancelPause = null
  }

  return {
    push(chunk) {
      stopPause()
      for (const byte of chunk) {
        if (byte === CR || byte === LF || byte === TAB || byte === ETX) endFrame()
        else if (byte !== STX) add(byte)
      }
      if (bytes.length > 0) startPause()
    },
    reset() {
      stopPause()
      bytes = []
      tooLong = false
    }
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
const windows1251 = new TextDecoder('windows-1251')

/** Text of a scan: UTF-8 if the bytes are that, else Windows-1251 as scanners set up for Russian send it. */
function decodeText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    return windows1251.decode(bytes)
  }
}
