import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { CUPS, installMissing, type SystemNeed } from '../../scripts/system-packages.ts'
import { takeFailure, type Failure } from '../../scripts/failures.ts'
import { cannot, end, readArguments, reporters, skip } from '../../scripts/own-runner.ts'
import { ROOT } from '../../scripts/repository.ts'
import { NOTHING, type Tally } from '../../scripts/tally.ts'
import { CACHE } from './cache.ts'
import { fetchWindows, WINE } from './windows.ts'

const NEEDS: readonly SystemNeed[] = [
  CUPS,
  { name: 'wine', debian: 'wine64', why: 'it runs the Windows spooler’s code', isThere: () => existsSync(WINE) }
]

const failures: Failure[] = []
const TESTS = "the Windows spooler's tests"

/** The spooler's code as Windows runs it, under wine, against a print queue of CUPS; the last line counts. */
function run(): Tally {
  if (process.platform !== 'linux' || process.arch !== 'x64') return skip(TESTS, 'Linux on x86-64')
  const missing = installMissing(NEEDS, line => console.log(line))
  if (missing.length > 0) {
    return cannot(TESTS, missing.map(need => `${need.name} (Debian: ${need.debian}; ${need.why})`).join(', '))
  }
  if (!fetchWindows(CACHE, line => console.log(line))) return cannot(TESTS, "npm's registry")
  const args = ['--test', ...reporters('tap'), 'test/wine/spooler.test.ts']
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8'
  })
  for (const line of stdout.trimEnd().split('\n')) {
    const failure = takeFailure(line)
    if (failure === null) console.log(line)
    else failures.push(failure)
  }
  const count = (kind: 'pass' | 'fail'): number => Number(new RegExp(`^# ${kind} (\\d+)$`, 'm').exec(stdout)?.[1] ?? 0)
  const isFine = status === 0 && count('pass') > 0
  return { ...NOTHING, passed: count('pass'), failed: isFine ? 0 : Math.max(count('fail'), 1) }
}

end(run(), failures, readArguments().tallyFile)
