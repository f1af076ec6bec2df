import { expect, test } from 'vitest'
import { createToldClock } from '../../../electron/composition/told-clock.ts'

const DAY = 24 * 60 * 60 * 1000
const TRUE = Date.UTC(2026, 10, 20, 12)

function clockThatIs(aheadMs: number) {
  let now = TRUE + aheadMs
  const clock = createToldClock({ now: () => now, monotonic: () => 0, after: () => () => undefined })
  return { clock, set: (at: number) => void (now = at) }
}

test.each([0, 90_000, -90_000])('a clock that is %d ms ahead is believed', aheadMs => {
  const { clock } = clockThatIs(aheadMs)
  for (let answer = 0; answer < 3; answer += 1) clock.hear(TRUE)
  expect([clock.offMs(), clock.now()]).toEqual([0, TRUE + aheadMs])
})

test.each([3 * 365 * DAY, -8 * 365 * DAY, 5 * 60_000])('of one that is %d ms ahead two answers are needed', aheadMs => {
  const { clock } = clockThatIs(aheadMs)
  clock.hear(TRUE)
  expect(clock.offMs()).toBe(0)
  clock.hear(TRUE + 1000)
  expect(Math.abs(clock.now() - TRUE)).toBeLessThan(2000)
})

test('one odd answer changes nothing, and a clock that somebody put right is believed again', () => {
  const { clock, set } = clockThatIs(0)
  clock.hear(TRUE)
  clock.hear(TRUE - 400 * DAY)
  clock.hear(TRUE)
  clock.hear(TRUE)
  expect(clock.offMs()).toBe(0)
  set(TRUE + 2 * DAY)
  clock.hear(TRUE)
  clock.hear(TRUE)
  expect(clock.now()).toBe(TRUE)
  set(TRUE)
  clock.hear(TRUE)
  clock.hear(TRUE)
  expect([clock.offMs(), clock.now()]).toEqual([0, TRUE])
})
