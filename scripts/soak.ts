import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from './repository.ts'

/** A virtual hour takes some eight minutes, and may take many times that on a busy machine. */
const LONGEST_HOUR_MS = 3_600_000

/** `npm run soak -- --hours N`: N hours (8) of virtual time with 60 orders a minute, on a station of its own process; a line for every ten minutes. */
function run(): void {
  const { values } = parseArgs({ options: { hours: { type: 'string', default: '8' } } })
  const hours = Number(values.hours)
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const limit = `--testTimeout=${Math.ceil(hours * LONGEST_HOUR_MS)}`
  const ended = spawnSync(process.execPath, [vitest, 'run', '--project', 'faults', limit, 'test/faults/soak.test.ts'], {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      VERSTAK_SOAK_MINUTES: String(Math.round(hours * 60)),
      VERSTAK_SOAK_LOOK_EVERY: '10',
      VERSTAK_SOAK_ORDERS: '60',
      ...process.env
    }
  })
  process.exitCode = ended.status ?? 1
}

run()
