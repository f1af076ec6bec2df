import { expect, test } from 'vitest'
import fc from 'fast-check'
import { jitterOf, retryDelay } from '../../../../electron/api/wire/retry.ts'

test('the wait doubles from one second to one minute', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 1000].map(attempt => retryDelay(attempt, 0))).toEqual([
    1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000
  ])
})

test('jitter takes up to a quarter and never makes a wait of nothing', () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.nat(10_000), (attempt, count) => {
      const jitter = jitterOf(count)
      expect(jitter).toBeGreaterThanOrEqual(0)
      expect(jitter).toBeLessThan(1)
      const full = retryDelay(attempt, 0)
      expect(retryDelay(attempt, jitter)).toBeGreaterThanOrEqual(full * 0.75)
      expect(retryDelay(attempt, jitter)).toBeLessThanOrEqual(full)
    })
  )
})
