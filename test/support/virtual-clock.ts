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

/** A clock that stands still until told to move; `start` is the wall time (Unix ms), monotonic time begins at 0. */
export function createVirtualClock(start = Date.UTC(2026, 0, 15, 9)): VirtualClock {
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

/** Clocks of tests that run at the same time look at once: their own waits are nobody's work. */
let looking = 0

/** Resolves when no promise job is left, nor anybody who lets others go first: an immediate runs only after the microtask queue is empty. */
async function settled(): Promise<void> {
  looking += 1
  do await new Promise(resolve => void setImmediate(resolve))
  while (immediates() >= looking)
  looking -= 1
}

function immediates(): number {
  return process.getActiveResourcesInfo().filter(kind => kind === 'Immediate').length
}
