import { z } from 'zod'
import type { Clock, Urgency } from '../../station/ports/ports.ts'
import { createBucket, type Bucket, type LimitNews } from './bucket.ts'
import { limits, type Limit } from './limits.ts'

/** Leave to send one request; one of the two has to be called, `settle` when the request's fate is known. */
export interface Permit {
  settle(news: LimitNews): void
  /** Nothing was sent: the token goes back. */
  cancel(): void
}

export interface GroupLevel {
  readonly group: string
  /** Who waits. */
  readonly urgent: number
  readonly background: number
  /** Ms that the marketplace told the group to stay silent for; 0: it may send. */
  readonly sleepMs: number
  /** Whole requests that may leave at once, of so many; one more comes every so many ms. */
  readonly level: number
  readonly burst: number
  readonly everyMs: number
}

/** What to remember between two runs: levels at a wall time (Unix ms). */
export const limiterStateSchema = z.object({
  at: z.number(),
  groups: z.record(z.string(), z.object({ level: z.number(), sleepMs: z.number().min(0) }))
})
export type LimiterState = z.infer<typeof limiterStateSchema>

export interface Limiter {
  /** Waits for a token; urgent ones go first within a group. Null: `signal` was aborted or the limiter closed. */
  acquire(group: string, urgency: Urgency, signal?: AbortSignal): Promise<Permit | null>
  /** Ms until a request of the group may leave that nobody is ahead of. */
  freeInMs(group: string): number
  /** Every group that was used. */
  levels(): readonly GroupLevel[]
  snapshot(): LimiterState
  /** Everybody who waits gets null. */
  close(): void
}

export interface LimiterOptions {
  readonly clock: Clock
  readonly limits?: Readonly<Record<string, Limit>>
  readonly restore?: LimiterState
  /**
   * Without a remembered level: `unknown` begins with one token and learns the rest from the first reply, so that a
   * restart never overruns what the run before has used up; `full` trusts that nothing was sent lately.
   */
  readonly start?: 'unknown' | 'full'
}

interface Waiter {
  readonly grant: (permit: Permit | null) => void
}

interface Group {
  readonly bucket: Bucket
  readonly urgent: Waiter[]
  readonly background: Waiter[]
  cancelTimer: () => void
}

/** Token buckets by group on monotonic time: never more than they allow, never idle while a token is there. */
export function createLimiter(options: LimiterOptions): Limiter {
  const { clock, restore } = options
  const table: Readonly<Record<string, Limit>> = options.limits ?? limits
  const groups = new Map<string, Group>()
  let closed = false

  function openBucket(name: string, limit: Limit): Bucket {
    const now = clock.monotonic()
    const known = restore?.groups[name]
    if (restore === undefined || known === undefined)
      return createBucket(limit, options.start === 'full' ? limit.burst : 1, now)
    const restedMs = Math.max(0, clock.now() - restore.at)
    const bucket = createBucket(limit, known.level + restedMs / limit.intervalMs, now)
    const sleepMs = known.sleepMs - restedMs
    if (sleepMs > 0) bucket.sleep(now + sleepMs)
    return bucket
  }

  function groupOf(name: string): Group {
    const known = groups.get(name)
    if (known !== undefined) return known
    const limit = table[name]
    if (limit === undefined) throw new Error(`no limit for the group ${name}`)
    const group: Group = { bucket: openBucket(name, limit), urgent: [], background: [], cancelTimer: () => {} }
    groups.set(name, group)
    return group
  }

  function permitFor(group: Group): Permit | null {
    const flight = group.bucket.take(clock.monotonic())
    if (flight === null) return null
    return {
      settle: news => {
        group.bucket.settle(flight, news, clock.monotonic())
        pump(group)
      },
      cancel: () => {
        group.bucket.cancel(flight)
        pump(group)
      }
    }
  }

  function pump(group: Group): void {
    group.cancelTimer()
    for (let queue = nextQueue(group); queue !== null; queue = nextQueue(group)) {
      const permit = permitFor(group)
      if (permit === null) break
      queue.shift()?.grant(permit)
    }
    if (closed || nextQueue(group) === null) return
    const ms = group.bucket.wait(clock.monotonic())
    if (ms !== null) group.cancelTimer = clock.after(Math.ceil(ms), () => pump(group))
  }

  return {
    acquire: (name, urgency, signal) => {
      const group = groupOf(name)
      return new Promise(resolve => {
        if (closed || signal?.aborted === true) return resolve(null)
        const queue = group[urgency]
        const leave = (): void => {
          const place = queue.indexOf(waiter)
          if (place >= 0) queue.splice(place, 1)
          resolve(null)
        }
        const waiter: Waiter = {
          grant: permit => {
            signal?.removeEventListener('abort', leave)
            resolve(permit)
          }
        }
        signal?.addEventListener('abort', leave, { once: true })
        queue.push(waiter)
        pump(group)
      })
    },
    freeInMs: name => Math.ceil(groupOf(name).bucket.wait(clock.monotonic()) ?? 0),
    levels: () =>
      [...groups].map(([group, { urgent, background, bucket }]) => ({
        group,
        urgent: urgent.length,
        background: background.length,
        sleepMs: bucket.sleeps(clock.monotonic()),
        level: Math.max(0, Math.floor(bucket.level(clock.monotonic()))),
        burst: table[group]?.burst ?? 0,
        everyMs: table[group]?.intervalMs ?? 0
      })),
    snapshot: () => {
      const now = clock.monotonic()
      const states = [...groups].map(
        ([name, { bucket }]) => [name, { level: bucket.level(now), sleepMs: bucket.sleeps(now) }] as const
      )
      return { at: clock.now(), groups: Object.fromEntries(states) }
    },
    close: () => {
      closed = true
      for (const group of groups.values()) {
        group.cancelTimer()
        for (const waiter of [...group.urgent.splice(0), ...group.background.splice(0)]) waiter.grant(null)
      }
    }
  }
}

function nextQueue(group: Group): Waiter[] | null {
  if (group.urgent.length > 0) return group.urgent
  return group.background.length > 0 ? group.background : null
}
