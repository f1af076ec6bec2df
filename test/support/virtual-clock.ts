import type { Clock } from '../../electron/station/ports/ports.ts'

interface Job {
  readonly at: number
  readonly order: number
  readonly run: () => void
}

export interface VirtualClock extends Clock {
  /** Lets `ms` pass: due jobs run in order of time, and whatever their promises start runs before the next one. */
  advance(ms: number): Promise<void>
  /** Moves the wall clock alone by `ms`, as a person who sets the PC's clock would. */
  jump(ms: number): void
  /** Jobs that are still to run. */
  pending(): number
}

/**
 * A clock that stands still until told to move; `start` is the wall time (Unix ms), monotonic time begins at 0. `settled`: what
 * is waited for before the next job.
 */
export function createVirtualClock(start = Date.UTC(2026, 0, 15, 9), settled = promisesSettled): VirtualClock {
  let wall = start
  let elapsed = 0
  let orders = 0
  const jobs = new Set<Job>()

  function firstDue(until: number): Job | undefined {
    let first: Job | undefined
    for (const job of jobs) {
      if (job.at > until) continue
      if (first === undefined || job.at < first.at || (job.at === first.at && job.order < first.order)) first = job
    }
    return first
  }

  return {
    now: () => wall + elapsed,
    monotonic: () => elapsed,
    after: (ms, run) => {
      const job: Job = { at: elapsed + Math.max(0, ms), order: orders++, run }
      jobs.add(job)
      return () => void jobs.delete(job)
    },
    advance: async ms => {
      const until = elapsed + ms
      await settled()
      for (let job = firstDue(until); job !== undefined; job = firstDue(until)) {
        elapsed = Math.max(elapsed, job.at)
        jobs.delete(job)
        job.run()
        await settled()
      }
      elapsed = until
      await settled()
    },
    jump: ms => {
      wall += ms
    },
    pending: () => jobs.size
  }
}

/** Resolves when no promise job is left: an immediate runs only after the microtask queue is empty. */
function promisesSettled(): Promise<void> {
  return new Promise(resolve => void setImmediate(resolve))
}

/**
 * Resolves when nobody is left either who lets others go first. For a world that is alone in its process: two that look at
 * the same time would wait for each other.
 */
export async function everybodySettled(): Promise<void> {
  do await promisesSettled()
  while (process.getActiveResourcesInfo().includes('Immediate'))
}
