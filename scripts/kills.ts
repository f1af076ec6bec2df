import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from './repository.ts'

/** Far longer than a kill, its start and its restart take on a busy machine. */
const LONGEST_LIFE_MS = 30_000
const MINUTE = 60_000

/**
 * `npm run kills -- --times N`: a packing station killed N times (1,000; with DBS and pickup a fifth of that), and a hundred pairs of
 * starts at once. `--seed S` is that run again; without it the seed is new each time. What the environment says goes before.
 */
function run(): void {
  const { values } = parseArgs({ options: { times: { type: 'string', default: '1000' }, seed: { type: 'string' } } })
  const times = Number(values.times)
  const seed = values.seed ?? String(Date.now() % 1_000_000_000)
  console.log(`${times} kills, seed ${seed}; again: npm run kills -- --times ${times} --seed ${seed}`)
  const long = {
    VERSTAK_SEED: seed,
    VERSTAK_KILLS: String(times),
    VERSTAK_SCHEME_KILLS: String(Math.ceil(times / 5)),
    VERSTAK_PAIRS: String(Math.ceil(times / 10))
  }
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const files = ['kill', 'kill-schemes', 'two-starts'].map(name => `test/faults/${name}.test.ts`)
  const args = ['run', '--project', 'faults', `--testTimeout=${Math.max(MINUTE, times * LONGEST_LIFE_MS)}`, ...files]
  const ended = spawnSync(process.execPath, [vitest, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...long, ...process.env }
  })
  process.exitCode = ended.status ?? 1
}

run()
