import { expect, test } from 'vitest'
import fc from 'fast-check'
import { NO_NEWS, type LimitNews } from '../../../electron/api/bucket.ts'
import { createLimiter, limiterStateSchema, type Limiter, type Permit } from '../../../electron/api/limiter.ts'
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts'

const limits = { orders: { burst: 5, intervalMs: 200 }, wide: { burst: 20, intervalMs: 60 } }
const limited = (retryMs: number, burst: number | null = null): LimitNews => ({
  penalty: 0,
  remaining: null,
  limited: { retryMs, burst }
})

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
async function play(tasks: readonly Task[], group: keyof typeof limits, start: 'unknown' | 'full', tell: boolean) {
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
  await clock.advance(600_000)
  expect([settled, limiter.waiting()]).toEqual([tasks.length, []])
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
        expect((await play(list, 'orders', 'full', tell)).turnedAway).toBe(0)
      }
    ),
    { numRuns: 40 }
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

test('urgent goes before background, each in its own order, and groups do not mix', async () => {
  const clock = createVirtualClock()
  const limiter = createLimiter({ clock, limits, start: 'full' })
  await drain(limiter, 'orders', 5)
  const order: string[] = []
  for (const name of ['background one', 'background two', 'urgent one', 'urgent two']) {
    const urgency = name.startsWith('urgent') ? 'urgent' : 'background'
    void limiter.acquire('orders', urgency).then(permit => {
      order.push(name)
      permit?.settle(NO_NEWS)
    })
  }
  await limiter.acquire('wide', 'background')
  expect(limiter.waiting()).toEqual([{ group: 'orders', urgent: 2, background: 2, sleepMs: 0 }])
  await clock.advance(1000)
  expect(order).toEqual(['urgent one', 'urgent two', 'background one', 'background two'])
})

test('a cancelled waiter leaves the queue and takes no token', async () => {
  const clock = createVirtualClock()
  const limiter = createLimiter({ clock, limits, start: 'full' })
  await drain(limiter, 'orders', 5)
  const controller = new AbortController()
  const cancelled = limiter.acquire('orders', 'urgent', controller.signal)
  const patient = limiter.acquire('orders', 'background')
  controller.abort()
  expect(await cancelled).toBeNull()
  await clock.advance(202)
  expect(await patient).not.toBeNull()
  expect(await limiter.acquire('orders', 'urgent', AbortSignal.abort())).toBeNull()
})

test('after a 429 the group sleeps as long as it was told, then sends one', async () => {
  const clock = createVirtualClock()
  const limiter = createLimiter({ clock, limits, start: 'full' })
  const permit = await limiter.acquire('orders', 'urgent')
  permit?.settle(limited(3000))
  const left: number[] = []
  for (const _ of [1, 2]) {
    void limiter.acquire('orders', 'urgent').then(next => {
      left.push(clock.monotonic())
      next?.settle(NO_NEWS)
    })
  }
  await clock.advance(1000)
  expect(limiter.waiting()).toEqual([{ group: 'orders', urgent: 2, background: 0, sleepMs: 2000 }])
  await clock.advance(5000)
  expect(left).toEqual([3000, 3202])
})

test('a 429 that names a smaller burst shrinks the bucket', async () => {
  const clock = createVirtualClock()
  const limiter = createLimiter({ clock, limits, start: 'full' })
  const permit = await limiter.acquire('orders', 'urgent')
  permit?.settle(limited(1000, 2))
  await clock.advance(60_000)
  expect(await atOnce(limiter, clock, 'orders', 5)).toBe(2)
})

test('a station that knows nothing begins with one request and learns the rest from its answer', async () => {
  const clock = createVirtualClock()
  const limiter = createLimiter({ clock, limits })
  const first = await limiter.acquire('orders', 'urgent')
  expect(await atOnce(limiter, clock, 'orders', 3)).toBe(0)
  limiter.close()
  const second = createLimiter({ clock, limits })
  const permit = await second.acquire('orders', 'urgent')
  permit?.settle({ ...NO_NEWS, remaining: 3 })
  expect(await atOnce(second, clock, 'orders', 5)).toBe(3)
  first?.settle(NO_NEWS)
})

test('a neighbour with the same account is noticed: fewer remain than we believed', async () => {
  const clock = createVirtualClock()
  const limiter = createLimiter({ clock, limits, start: 'full' })
  const permit = await limiter.acquire('orders', 'urgent')
  permit?.settle({ ...NO_NEWS, remaining: 0 })
  expect(await atOnce(limiter, clock, 'orders', 5)).toBe(1)
})

test('levels and sleep survive a restart; the time between counts as rest', async () => {
  const clock = createVirtualClock()
  const before = createLimiter({ clock, limits, start: 'full' })
  await drain(before, 'orders', 5)
  const asleep = await before.acquire('wide', 'urgent')
  asleep?.settle(limited(5000))
  const state = limiterStateSchema.parse(JSON.parse(JSON.stringify(before.snapshot())))
  await clock.advance(400)
  const after = createLimiter({ clock, limits, restore: state })
  expect(await atOnce(after, clock, 'orders', 5)).toBe(2)
  expect(await atOnce(after, clock, 'wide', 1)).toBe(0)
  expect(after.waiting().find(({ group }) => group === 'wide')?.sleepMs).toBe(4600)
})

test('a jump of the wall clock opens nothing', async () => {
  const clock = createVirtualClock()
  const limiter = createLimiter({ clock, limits, start: 'full' })
  await drain(limiter, 'orders', 5)
  clock.jump(86_400_000)
  expect(await atOnce(limiter, clock, 'orders', 1)).toBe(0)
  clock.jump(-2 * 86_400_000)
  await clock.advance(202)
  expect(limiter.waiting()).toEqual([])
})

test('closing lets everybody go without a token, and no timer stays', async () => {
  const clock = createVirtualClock()
  const limiter = createLimiter({ clock, limits, start: 'full' })
  await drain(limiter, 'orders', 5)
  const waiting = [limiter.acquire('orders', 'urgent'), limiter.acquire('orders', 'background')]
  limiter.close()
  expect(await Promise.all([...waiting, limiter.acquire('orders', 'urgent')])).toEqual([null, null, null])
  expect(clock.pending()).toBe(0)
})

/** Takes and settles `count` tokens that have to be there. */
async function drain(limiter: Limiter, group: string, count: number): Promise<void> {
  const permits: (Permit | null)[] = []
  for (let place = 0; place < count; place += 1) permits.push(await limiter.acquire(group, 'urgent'))
  for (const permit of permits) permit?.settle(NO_NEWS)
}

/** How many of `count` get a token without any time passing; the others stay in the queue. */
async function atOnce(limiter: Limiter, clock: VirtualClock, group: string, count: number): Promise<number> {
  let granted = 0
  for (let place = 0; place < count; place += 1) {
    void limiter.acquire(group, 'urgent').then(permit => (granted += permit === null ? 0 : 1))
  }
  await clock.advance(0)
  return granted
}
