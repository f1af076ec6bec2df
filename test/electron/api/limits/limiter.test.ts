import { expect, test } from 'vitest'
import { NO_NEWS, type LimitNews } from '../../../../electron/api/limits/bucket.ts'
import {
  createLimiter,
  limiterStateSchema,
  type Limiter,
  type Permit
} from '../../../../electron/api/limits/limiter.ts'
import { createVirtualClock, type VirtualClock } from '../../../support/virtual-clock.ts'

const limits = { orders: { burst: 5, intervalMs: 200 }, wide: { burst: 20, intervalMs: 60 } }
const limited = (retryMs: number, burst: number | null = null): LimitNews => ({
  penalty: 0,
  remaining: null,
  limited: { retryMs, burst }
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
  expect(limiter.levels()).toMatchObject([
    { group: 'orders', urgent: 2, background: 2, sleepMs: 0, level: 0, burst: 5, everyMs: 200 },
    { group: 'wide', urgent: 0, background: 0 }
  ])
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
  expect(limiter.levels()).toMatchObject([{ group: 'orders', urgent: 2, background: 0, sleepMs: 2000, level: 0 }])
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

test('a station that knows nothing, refused at once, goes on with what is left at least', async () => {
  const clock = createVirtualClock()
  const limiter = createLimiter({ clock, limits })
  const permit = await limiter.acquire('wide', 'urgent')
  // The count may be of the moment before the refusal was charged.
  permit?.settle({ ...NO_NEWS, penalty: 9, remaining: 14 })
  expect(await atOnce(limiter, clock, 'wide', 20)).toBe(5)
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
  expect(after.levels().find(({ group }) => group === 'wide')?.sleepMs).toBe(4600)
})

test('P7: a jump of the wall clock opens nothing', async () => {
  const clock = createVirtualClock()
  const limiter = createLimiter({ clock, limits, start: 'full' })
  await drain(limiter, 'orders', 5)
  clock.jump(86_400_000)
  expect(await atOnce(limiter, clock, 'orders', 1)).toBe(0)
  clock.jump(-2 * 86_400_000)
  await clock.advance(202)
  expect(limiter.levels().every(({ urgent, background }) => urgent + background === 0)).toBe(true)
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
