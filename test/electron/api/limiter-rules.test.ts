import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBucket, NO_NEWS, type Flight } from '../../../electron/api/limits/bucket.ts'
import { createLimiter } from '../../../electron/api/limits/limiter.ts'
import { limits as table, type Limit, type LimitGroup } from '../../../electron/api/limits/limits.ts'
import { allOperations } from '../../../electron/api/operations.ts'
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts'

const limits = {
  orders: { burst: 5, intervalMs: 200 },
  wide: { burst: 20, intervalMs: 60 },
  dear: { burst: 20, intervalMs: 60, dearest: 10 },
  dearer: { burst: 20, intervalMs: 60, dearest: 33 },
  few: { burst: 5, intervalMs: 200, dearest: 10 },
  ...table
} satisfies Record<string, Limit>

interface Task {
  readonly gapMs: number
  readonly urgent: boolean
  readonly upMs: number
  readonly downMs: number
  readonly penalty: number
}

const taskOf = (latencyMs: number, penalties: readonly number[]): fc.Arbitrary<Task> =>
  fc.record({
    gapMs: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 1500 })),
    urgent: fc.boolean(),
    upMs: fc.integer({ min: 0, max: latencyMs }),
    downMs: fc.integer({ min: 0, max: latencyMs }),
    penalty: fc.constantFrom(...penalties)
  })

/** The marketplace's bucket as its documents describe it: judges every arrival, tells what remains. */
function createServer(clock: VirtualClock, limit: { readonly burst: number; readonly intervalMs: number }) {
  let tokens = limit.burst
  let at = clock.monotonic()
  return (penalty: number): number | null => {
    const now = clock.monotonic()
    tokens = Math.min(limit.burst, tokens + (now - at) / limit.intervalMs)
    at = now
    if (tokens < 1 - 1e-6) return null
    tokens -= 1 + penalty
    return Math.max(0, Math.floor(tokens))
  }
}

/** Plays tasks through a limiter against the server's bucket; tells when each left, and how many it turned away. */
async function play(
  tasks: readonly Task[],
  group: keyof typeof limits,
  start: 'unknown' | 'full',
  tell: boolean,
  untilMs = 600_000
) {
  const clock = createVirtualClock()
  const limiter = createLimiter({ clock, limits, start })
  const serve = createServer(clock, limits[group])
  const arrivals: number[] = []
  const left: number[] = []
  let turnedAway = 0
  let settled = 0
  for (const task of tasks) {
    await clock.advance(task.gapMs)
    arrivals.push(clock.monotonic())
    void limiter.acquire(group, task.urgent ? 'urgent' : 'background').then(permit => {
      left.push(clock.monotonic())
      later(clock, task.upMs, () => {
        const remaining = serve(task.penalty)
        if (remaining === null) turnedAway += 1
        later(clock, task.downMs, () => {
          settled += 1
          permit?.settle({ ...NO_NEWS, penalty: task.penalty, remaining: tell ? remaining : null })
        })
      })
    })
  }
  await clock.advance(untilMs)
  expect([
    settled,
    limiter.levels().filter(({ urgent, background, sleepMs }) => urgent + background + sleepMs > 0)
  ]).toEqual([tasks.length, []])
  return { arrivals, left, turnedAway }
}

function later(clock: VirtualClock, ms: number, job: () => void): void {
  if (ms === 0) job()
  else clock.after(ms, job)
}

test('the server never turns a request away, however the network bunches what left evenly', async () => {
  const tasks = fc.array(taskOf(700, [0]), { minLength: 1, maxLength: 60 })
  const group = fc.constantFrom('orders' as const, 'wide' as const)
  const start = fc.constantFrom('unknown' as const, 'full' as const)
  await fc.assert(
    fc.asyncProperty(tasks, group, start, fc.boolean(), async (list, name, how, tell) => {
      expect((await play(list, name, how, tell)).turnedAway).toBe(0)
    }),
    { numRuns: 60 }
  )
})

test('no window holds more than the burst and what came back in it', async () => {
  const { burst, intervalMs } = limits.orders
  await fc.assert(
    fc.asyncProperty(fc.array(taskOf(300, [0]), { minLength: 2, maxLength: 40 }), async list => {
      const { left } = await play(list, 'orders', 'full', true)
      for (const [first, from] of left.entries()) {
        for (const [last, to] of left.entries()) {
          if (last >= first) expect(last - first + 1).toBeLessThanOrEqual(burst + (to - from) / intervalMs + 1e-6)
        }
      }
    }),
    { numRuns: 40 }
  )
})

test('penalties are paid: after a refusal the group waits until the server would take the next one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(taskOf(0, [0, 0, 0, 4, 9]), { minLength: 1, maxLength: 30 }),
      fc.boolean(),
      async (list, tell) => {
        expect((await play(list, 'few', 'full', tell)).turnedAway).toBe(0)
      }
    ),
    { numRuns: 40 }
  )
})

const groups = Object.keys(table) as LimitGroup[]
const dearestOf = ({ dearest = 1 }: Limit): number => dearest

test('what a refusal costs in a group is what the dearest of its methods costs', () => {
  for (const group of groups) {
    const own = allOperations.filter(operation => operation.group === group)
    const costs = own.flatMap(({ penalty }) => [penalty.conflict, penalty.other])
    if (own.length > 0) expect([group, Math.max(...costs)]).toEqual([group, dearestOf(table[group])])
  }
})

test('however many requests are refused at once, no group is shut longer than its dearest refusal takes to come back', () => {
  const step = fc.record({
    afterMs: fc.nat(2000),
    leaves: fc.boolean(),
    share: fc.double({ min: 0, max: 1, noNaN: true })
  })
  fc.assert(
    fc.property(fc.constantFrom(...groups), fc.array(step, { maxLength: 80 }), (group, steps) => {
      const limit: Limit = table[group]
      const bucket = createBucket(limit, limit.burst, 0)
      const flights: Flight[] = []
      let now = 0
      for (const { afterMs, leaves, share } of steps) {
        now += afterMs
        const flight = leaves ? bucket.take(now) : null
        if (flight !== null) flights.push(flight)
        const landed = leaves ? undefined : flights.shift()
        if (landed === undefined) continue
        bucket.settle(landed, { ...NO_NEWS, penalty: Math.round(share * (dearestOf(limit) - 1)) }, now)
      }
      for (const flight of flights) bucket.settle(flight, { ...NO_NEWS, penalty: dearestOf(limit) - 1 }, now)
      expect(bucket.wait(now)).toBeLessThanOrEqual(dearestOf(limit) * limit.intervalMs * 1.01 + 1e-6)
    }),
    { numRuns: 1000 }
  )
})

test('refused one after another as dearly as can be, a group waits as long as the marketplace’s bucket does, and no longer', async () => {
  await Promise.all(
    groups.map(async group => {
      const limit: Limit = table[group]
      const task = { gapMs: 0, urgent: true, upMs: 0, downMs: 0, penalty: dearestOf(limit) - 1 }
      const { left, turnedAway } = await play(
        Array.from({ length: 6 }, () => task),
        group,
        'full',
        true,
        4_000_000
      )
      const pauses = left.slice(1).map((at, place) => at - (left[place] ?? 0))
      expect([group, turnedAway]).toEqual([group, 0])
      expect(Math.max(...pauses)).toBeLessThanOrEqual(dearestOf(limit) * limit.intervalMs * 1.01 + 1)
    })
  )
})

test('one refusal among requests on their way turns none of the others away', async () => {
  const names = fc.constantFrom('dear' as const, 'dearer' as const)
  const tasks = fc.array(taskOf(250, [0]), { minLength: 1, maxLength: 70 })
  await fc.assert(
    fc.asyncProperty(tasks, names, fc.nat(24), fc.boolean(), async (list, name, first, tell) => {
      // Two refusals are never on their way together.
      const refused = list.map((task, place) =>
        place % 25 === first ? { ...task, penalty: limits[name].dearest - 1 } : task
      )
      expect((await play(refused, name, 'full', tell)).turnedAway).toBe(0)
    }),
    { numRuns: 60 }
  )
})

test('nobody waits while a token is there: every departure is the earliest that the bucket allows', async () => {
  const burst = limits.orders.burst
  // 1 % slower than the documents: the margin that the limiter keeps.
  const intervalMs = limits.orders.intervalMs * 1.01
  await fc.assert(
    fc.asyncProperty(fc.array(taskOf(0, [0]), { minLength: 1, maxLength: 40 }), async list => {
      const { arrivals, left } = await play(list, 'orders', 'full', false)
      let tokens: number = burst
      let at = 0
      for (const [place, arrival] of arrivals.entries()) {
        const from = Math.max(at, arrival)
        tokens = Math.min(burst, tokens + (from - at) / intervalMs)
        const wait = Math.max(0, 1 - tokens) * intervalMs
        tokens = tokens + wait / intervalMs - 1
        at = from + wait
        // The timer runs in whole ms.
        expect(left[place]).toBeLessThanOrEqual(at + 1)
      }
    }),
    { numRuns: 40 }
  )
})
