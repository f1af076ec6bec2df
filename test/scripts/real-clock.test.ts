import { expect, test } from 'vitest'
import { realClock } from '../support/real-clock.ts'
import { until } from '../support/until.ts'

/** Keeps this process from running, as a machine with other work does. */
function stall(ms: number): void {
  const from = performance.now()
  while (performance.now() - from < ms);
}

test('while the process does not get to run no time passes, and no time is up', async () => {
  const order: string[] = []
  const from = realClock.monotonic()
  realClock.after(200, () => order.push('the limit'))
  stall(500)
  expect(realClock.monotonic() - from).toBeLessThan(100)
  // What waited is done first.
  setImmediate(() => order.push('the answer'))
  await until('both', () => order.length === 2)
  expect(order).toEqual(['the answer', 'the limit'])
})

test('a job that is called off is not done', async () => {
  let isDone = false
  realClock.after(20, () => (isDone = true))()
  const from = realClock.monotonic()
  await until('its time', () => realClock.monotonic() - from > 40)
  expect(isDone).toBe(false)
})
