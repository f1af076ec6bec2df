import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { CUPS, installMissing, type SystemNeed } from '../../scripts/system-packages.ts'
import { ROOT } from '../../scripts/repository.ts'
import { tallyLine } from '../../scripts/tally.ts'
import { CACHE } from './cache.ts'
import { fetchWindows, WINE } from './windows.ts'

const NEEDS: readonly SystemNeed[] = [
  CUPS,
  { name: 'wine', debian: 'wine64', why: 'it runs the Windows spooler’s code', isThere: () => existsSync(WINE) }
]

/** The spooler's code as Windows runs it, under wine, against a print queue of CUPS; the last line counts. */
function run(): void {
  const obstacle = whyNot()
  if (obstacle !== null) {
    const isStrict = process.env['CI'] === 'true'
    console.log(`${isStrict ? 'failed' : 'skipped'}: the Windows spooler's tests need ${obstacle}`)
    return finish(0, isStrict ? 1 : 0, isStrict ? 0 : 1)
  }
  const args = ['--test', '--test-reporter=tap', 'test/wine/spooler.test.ts']
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8'
  })
  console.log(stdout.trimEnd())
  const count = (kind: 'pass' | 'fail'): number => Number(new RegExp(`^# ${kind} (\\d+)$`, 'm').exec(stdout)?.[1] ?? 0)
  const isFine = status === 0 && count('pass') > 0
  finish(count('pass'), isFine ? 0 : Math.max(count('fail'), 1), 0)
}

function whyNot(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'Linux on x86-64'
  const missing = installMissing(NEEDS, line => console.log(line))
  if (missing.length > 0) return missing.map(need => `${need.name} (Debian: ${need.debian}; ${need.why})`).join(', ')
  return fetchWindows(CACHE, line => console.log(line)) ? null : "npm's registry"
}

function finish(passed: number, failed: number, skipped: number): void {
  console.log(`\n${tallyLine({ passed, failed, skipped })}`)
  process.exitCode = failed === 0 ? 0 : 1
}

run()
