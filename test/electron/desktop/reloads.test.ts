import { expect, test } from 'vitest'
import { createReloads } from '../../../electron/desktop/reloads.ts'

test('a page that breaks now and then is loaded anew, one that breaks again and again is not', () => {
  let now = 0
  const mayReload = createReloads(() => now)
  for (let day = 0; day < 5; day += 1) {
    now += 60_000
    expect(mayReload()).toBe(true)
  }
  const quick = [1, 2, 3].map(() => {
    now += 1000
    return mayReload()
  })
  expect(quick).toEqual([true, true, false])
  now += 60_000
  expect(mayReload()).toBe(true)
})
