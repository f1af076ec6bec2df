import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { limiterStateSchema } from '../api/limits/limiter.ts'
import type { Log } from '../station/ports/ports.ts'
import type { LimiterState } from '../api/limits/limiter.ts'

/**
 * Levels of the marketplace's buckets as the run before left them; undefined after a crash, and then every bucket counts
 * as all but empty. The file is gone once read: levels of an older run must never pass for those of the last one.
 */
export function takeLimits(file: string): LimiterState | undefined {
  try {
    const state = limiterStateSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    rmSync(file)
    return state
  } catch {
    // None, or unreadable: the careful start needs neither.
    return undefined
  }
}

/** A disk that does not take them costs the next start some patience, and nothing else. */
export function keepLimits(file: string, state: LimiterState, log: Log): void {
  try {
    writeFileSync(file, JSON.stringify(state))
  } catch (error) {
    log.warn({ error }, 'limits could not be kept')
  }
}
