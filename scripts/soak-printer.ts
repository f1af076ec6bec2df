import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from './repository.ts'

/** Ten times the labels of `npm test`, and limits that run half as fast; about twenty minutes. */
const LONG = { VERSTAK_LABELS: '100000', VERSTAK_ORDERS: '3000', VERSTAK_SPEED: '25' }

/** The printers' troubles at length, with another seed each time; what the environment says goes before. */
function run(): void {
  const seed = String(Date.now() % 1_000_000_000)
  const cli = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const files = ['test/faults/printer-soak.test.ts', 'test/faults/station-printer.test.ts']
  const ended = spawnSync(process.execPath, [cli, 'run', '--project', 'faults', '--no-file-parallelism', ...files], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { VERSTAK_SEED: seed, ...LONG, ...process.env }
  })
  process.exitCode = ended.status ?? 1
}

run()
