import { expect, test } from 'vitest'
import { door } from '../fuzz/door.ts'
import { mutateText, showText } from '../fuzz/mutate.ts'
import { runDoors } from '../fuzz/run-doors.ts'
import { tryDoor } from '../fuzz/try-door.ts'

/** A door with a fault of its own; the inputs are short texts. */
function faulty(enter: (text: string) => string, words: readonly string[] = []) {
  return door<string>({ name: 'faulty', share: 1, samples: ['abc'], mutate: mutateText, enter, words, show: showText })
}

test('a throw is found behind inputs that nothing but kept ones lead to, and found again by its seed', async () => {
  const deep = faulty(text => {
    const depth = ['abc', 'abcabc', 'abcabcabc'].filter(start => text.startsWith(start)).length
    if (depth === 3) throw new Error('planted')
    return String(depth)
  })
  const first = await tryDoor(deep, { seed: 7, count: 200_000 })
  expect(first.faults).toHaveLength(3)
  expect(first.faults[0]).toMatch(/^faulty, seed 7, input \d+: Error: planted[^]*abcabcabc/)
  const place = (faults: readonly string[]) => faults.map(fault => fault.split(':')[0])
  expect(place((await tryDoor(deep, { seed: 7, count: 200_000 })).faults)).toEqual(place(first.faults))
})

test('an input that takes too long is found', async () => {
  const spent = (before: NodeJS.CpuUsage) => {
    const { user, system } = process.threadCpuUsage(before)
    return user + system
  }
  const slow = faulty(text => {
    const before = process.threadCpuUsage()
    const until = text === 'abc' ? 300_000 : 0
    while (spent(before) < until) for (let turns = 0; turns < 100_000; turns += 1) Math.sqrt(turns)
    return 'done'
  })
  expect((await tryDoor(slow, { seed: 1, count: 1 })).faults[0]).toContain('longer than 250 ms')
})

test('what is kept for ever is found', async () => {
  const kept: string[][] = []
  const growing = faulty(text => {
    kept.push(Array.from({ length: 400 }, (_, index) => text + index))
    return 'done'
  })
  expect((await tryDoor(growing, { seed: 1, count: 2000 })).faults[0]).toContain('more in memory at the end')
})

test('samples that no longer reach what they are for are found', async () => {
  expect(
    (
      await tryDoor(
        faulty(() => 'refused', ['read']),
        { seed: 1, count: 10_000 }
      )
    ).faults[0]
  ).toContain('as far as read')
})

test('an input that never comes back is found by its door and number', async () => {
  const worker = new URL('../fuzz/stuck-worker.ts', import.meta.url)
  const trials = await runDoors({ seed: 3, count: 1, only: null }, () => undefined, { worker, hangMs: 500 })
  expect(trials.flatMap(({ faults }) => faults)).toEqual(['stuck, seed 3, input 5: not back after 500 ms'])
})
