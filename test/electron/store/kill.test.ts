import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createStore } from '../../../electron/store/store.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { databasePath, NOON } from './fixtures.ts'

const CHILD = fileURLToPath(new URL('kill-child.ts', import.meta.url))
const KILLS = 10

/** Kills a committing process after it acknowledged `count` commits; resolves with the last id it acknowledged. */
async function commitUntilKilled(path: string, first: number, count: number): Promise<number> {
  const child = spawn(process.execPath, [CHILD, path, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = once(child, 'exit')
  let last = first - 1
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line)
    if (last === first + count - 1) child.kill('SIGKILL')
  }
  expect(await gone).toEqual([null, 'SIGKILL'])
  return last
}

test('P1: a killed process loses nothing that it acknowledged, and leaves no half of a commit', async () => {
  const path = databasePath()
  let next = 1
  for (let round = 0; round < KILLS; round += 1) {
    const acknowledged = await commitUntilKilled(path, next, 1 + round * 3)
    const store = createStore({ path, log: quietLog })
    const { bench, intents } = store.load(NOON)
    const orders = [...bench.orders.all()].map(one => one.facts.id)
    const upTo = Math.max(...orders)
    const uses = orders.map(id => store.codeUse(`code-${id}`)?.orderId)
    const history = store.history({ orderId: null, offset: 0, limit: 100_000 })
    store.close()

    // At most the one commit whose acknowledgement was on its way.
    expect(upTo - acknowledged).toBeGreaterThanOrEqual(0)
    expect(upTo - acknowledged).toBeLessThanOrEqual(1)
    expect(orders).toEqual(Array.from({ length: upTo }, (_, n) => n + 1))
    expect(intents.map(one => one.id)).toEqual(orders.map(id => `intent-${id}`))
    expect([...bench.jobs.keys()]).toEqual(orders.map(id => `job-${id}`))
    expect(uses).toEqual(orders)
    expect(history.map(one => one.id)).toEqual(orders.toReversed().map(id => `entry-${id}`))
    next = upTo + 1
  }
})
