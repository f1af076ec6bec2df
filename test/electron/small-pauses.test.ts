import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { z } from 'zod'

/** Holds on to much that is new, as when very many orders come in, and says how large the room for new objects grew (MB). */
const GROWTH = `
const { getHeapSpaceStatistics } = await import('node:v8')
const { keepPausesSmall } = await import(${JSON.stringify(new URL('../../electron/small-pauses.ts', import.meta.url))})
if (process.argv[1] === 'small') keepPausesSmall()
const kept = []
for (let at = 0; at < 1_000_000; at += 1) {
  kept.push({ at, text: 'x' + at })
  if (process.argv[2] === 'inTurns' && at % 2000 === 0) await new Promise(resolve => setImmediate(resolve))
}
const young = getHeapSpaceStatistics().find(space => space.space_name === 'new_space')
console.log(JSON.stringify({ kept: kept.length, megabytes: young.space_size / 2 ** 20 }))`

/** V8's own choice on a large PC, whatever this one is. */
const ROOMY = ['--min-semi-space-size=1', '--max-semi-space-size=64', '--semi-space-growth-factor=2']

function growth(...args: readonly string[]): number {
  const text = execFileSync(process.execPath, [...ROOMY, '--input-type=module', '-e', GROWTH, ...args], {
    encoding: 'utf8'
  })
  return z.object({ megabytes: z.number() }).parse(JSON.parse(text)).megabytes
}

test('the room for new objects stays as small as it begins, so that emptying it is quick', () => {
  expect(growth()).toBeGreaterThan(16)
  expect(growth('small')).toBeLessThanOrEqual(4)
})

test('while the loop turns it grows to what a decision needs, and no further than one collection of ours takes it', () => {
  expect(growth('small', 'inTurns')).toBeGreaterThanOrEqual(4)
  expect(growth('small', 'inTurns')).toBeLessThanOrEqual(16)
})
