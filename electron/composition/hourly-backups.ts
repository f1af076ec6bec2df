import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { backupsOf } from '../store/backups.ts'
import type { Clock, Log } from '../station/ports/ports.ts'

const HOUR_MS = 60 * 60 * 1000
/** The start has better things to do (ms). */
const FIRST_AFTER_MS = 60 * 1000

const toldSchema = z.object({ hadRoom: z.boolean() }).or(z.object({ erased: z.number() }))

/** The copies of a database that is in use. */
export interface Backups {
  /** Erases from them at once what the database keeps of buyers no more; how many held some of it, null: it failed, and comes with the next. */
  eraseBuyers(): Promise<number | null>
  stop(): Promise<void>
}

/** Copies the database at `path` every hour in a thread of its own, and soon after the start if the last copy is older. Never throws. */
export function startBackups(options: {
  readonly path: string
  readonly worker: URL
  readonly clock: Clock
  readonly log: Log
}): Backups {
  const { path, worker: file, clock, log } = options
  let worker: Worker | null = null
  /** Two at once would be in each other's way. */
  let before: Promise<unknown> = Promise.resolve()
  let isStopped = false
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
    void after(() => inThread(clock.now())).then(() => {
      if (!isStopped) cancelTimer = clock.after(HOUR_MS, backUp)
    })
  }

  function after(work: () => Promise<number | null>): Promise<number | null> {
    const done = before
      .then(() => (isStopped ? null : work()))
      .catch((error: unknown) => {
        log.error({ error }, 'the backup could not be started')
        return null
      })
    before = done
    return done
  }

  function inThread(now: number | null): Promise<number | null> {
    return new Promise(resolve => {
      let erased: number | null = null
      worker = new Worker(file, { workerData: { path, now } })
      worker.on('message', (message: unknown) => {
        const told = toldSchema.parse(message)
        if ('erased' in told) erased = told.erased
        else if (!told.hadRoom) log.warn({}, 'no room for a backup')
      })
      worker.on('error', error => log.error({ error }, 'the backup failed'))
      worker.on('exit', () => {
        worker = null
        resolve(erased)
      })
    })
  }

  plan()
  return {
    eraseBuyers: () => after(() => inThread(null)),
    async stop() {
      isStopped = true
      cancelTimer()
      await worker?.terminate()
    }
  }
}
