import type { Log } from '../station/ports/ports.ts'
import { readSeen, writeSeen } from './seen-file.ts'

/** How long the note beside the database may be behind it (ms): it is written beside the scans, not with each. */
const LATE_MS = 1000

/** Keeps the note of how far the log at `path` has come; `end`: its newest line's number. A note that can't be written is only behind. */
export function rememberEnd(path: string, end: () => number, log: Log) {
  let isRestored = readSeen(path)?.isRestored === true
  let timer: NodeJS.Timeout | null = null

  function write(): void {
    timer = null
    try {
      writeSeen(path, { seq: end(), at: Date.now(), isRestored })
    } catch (error) {
      log.warn({ error }, 'how far the log has come could not be noted')
    }
  }

  return {
    isRestored,
    /** The log has a new line. */
    grown(): void {
      timer ??= setTimeout(write, LATE_MS).unref()
    },
    /** What the copy did not live through is settled. */
    settled(): void {
      isRestored = false
      write()
    },
    close(): void {
      if (timer === null) return
      clearTimeout(timer)
      write()
    }
  }
}
