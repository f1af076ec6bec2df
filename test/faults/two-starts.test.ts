import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { MAIN } from '../support/program.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { until } from '../support/until.ts'

/** Pairs in `npm test`; `npm run kills` starts a hundred. */
const PAIRS = Number(process.env['VERSTAK_PAIRS'] ?? 8)

/** A start of the whole program over a folder. */
function begin(folder: string) {
  const child = spawn(process.execPath, [MAIN, '--no-open', '--data', folder], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', text => (printed += text))
  return {
    printed: () => printed,
    port: () => /http:\/\/127\.0\.0\.1:(\d+)\/\?key=/.exec(printed)?.[1],
    isOver: () => child.exitCode !== null,
    code: () => child.exitCode,
    async kill() {
      const over = child.exitCode === null ? once(child, 'exit') : null
      child.kill('SIGKILL')
      await over
    }
  }
}

test('P3: of two starts over one folder at once one works, and the other says so and leads to it', async () => {
  const folder = tempFolder()
  for (let pair = 0; pair < PAIRS; pair += 1) {
    // Over what the killed winner before has left.
    const both = [begin(folder), begin(folder)]
    await until(
      'both to have said something, and one to be over',
      () => both.every(one => one.port() !== undefined) && both.some(one => one.isOver())
    )
    const [second, ...others] = both.filter(one => one.isOver())
    expect(others, `pair ${pair}`).toEqual([])
    expect(second?.code()).toBe(0)
    expect(second?.printed()).toContain('Verstak runs already')
    expect(new Set(both.map(one => one.port())).size).toBe(1)
    await Promise.all(both.map(one => one.kill()))
  }
})
