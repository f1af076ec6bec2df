import { Worker } from 'node:worker_threads'
import { backupsOf } from '../store/backups.ts'
import type { Clock, Log } from '../station/ports/ports.ts'

const HOUR_MS = 60 * 60 * 1000
/** The start has better things to do (ms). */
const FIRST_AFTER_MS = 60 * 1000

/** Copies the database at `path` every hour in a thread of its own, and soon after the start if the last copy is older; the result stops it. Never throws. */
export function startBackups(options: {
  readonly path: string
  readonly worker: URL
  readonly clock: Clock
  readonly log: Log
}): () => Promise<void> {
  const { path, worker: file, clock, log } = options
  let worker: Worker | null = null
  let cancelTimer: () => void = () => undefined

  function plan(): void {
    const age = clock.now() - lastAt()
    cancelTimer = clock.after(Math.min(Math.max(FIRST_AFTER_MS, HOUR_MS - age), HOUR_MS), backUp)
  }

  function lastAt(): number {
    try {
      return backupsOf(path)[0]?.at ?? -Infinity
    } catch (error) {
      log.error({ error }, 'the backups can’t be looked at')
      return -Infinity
    }
  }

  function backUp(): void {
    worker = new Worker(file, { workerData: { path, now: clock.now() } })
    worker.on('message', (hadRoom: unknown) => {
      if (hadRoom !== true) log.warn({}, 'no room for a backup')
    })
    worker.on('error', error => log.error({ error }, 'the backup failed'))
    worker.on('exit', () => {
      worker = null
      cancelTimer = clock.after(HOUR_MS, backUp)
    })
  }

  plan()
  return async () => {
    cancelTimer()
    worker?.removeAllListeners('exit')
    await worker?.terminate()
  }
}
