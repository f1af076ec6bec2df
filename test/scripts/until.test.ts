import { expect, test } from 'vitest'
import { until } from '../support/until.ts'

/** Keeps this process from running, as a machine with other work does. */
function stall(ms: number): void {
  const from = performance.now()
  while (performance.now() - from < ms);
}

test('what comes while the process did not get to run has come in time', async () => {
  let isThere = false
  setTimeout(() => {
    stall(200)
    setTimeout(() => (isThere = true), 0)
  }, 0)
  expect(await until('it', () => isThere, 100)).toBe(true)
})

test('what never comes is named', async () => {
  await expect(until('the train', () => null, 20)).rejects.toThrow('waited 20 ms for: the train')
})
