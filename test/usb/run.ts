import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { takeFailure, type Failure } from '../../scripts/failures.ts'
import { cannot, end, readArguments, reporters, skip } from '../../scripts/own-runner.ts'
import { ROOT } from '../../scripts/repository.ts'
import { installMissing } from '../../scripts/system-packages.ts'
import type { Tally } from '../../scripts/tally.ts'
import { buildGuest, runInGuest } from './guest.ts'
import { GUEST_NEEDS } from './needs.ts'

const TESTS = 'the USB tests'
const { tallyFile, only } = readArguments()
const FOLDER = join(ROOT, 'node_modules', '.cache', 'usb-guest')
/** Compiled code: made in no time here, and for long by the guest, which emulates every instruction. */
const COMPILED = join(FOLDER, 'compiled')
const failures: Failure[] = []

/** The USB tests, or those whose name has the given part, in a guest whose kernel has USB and plays the devices; the last line counts. */
async function run(): Promise<Tally> {
  // The guest sees the machine's files with the rights of whoever starts it.
  if (process.platform !== 'linux' || process.arch !== 'x64') return skip(TESTS, 'Linux on x86-64')
  if (process.getuid?.() !== 0) return skip(TESTS, 'root')
  const missing = installMissing(GUEST_NEEDS, line => console.log(line))
  if (missing.length > 0) {
    return cannot(TESTS, missing.map(need => `${need.name} (Debian: ${need.debian}; ${need.why})`).join(', '))
  }
  if (!buildGuest(FOLDER)) return cannot(TESTS, "Debian's kernel for the guest")
  compile()
  const counted = { pass: 0, fail: 0 }
  const code = await runInGuest(FOLDER, commands(), line => {
    const failure = takeFailure(line)
    if (failure !== null) return void failures.push(failure)
    const count = line.match(/^ℹ (pass|fail) (\d+)$/)
    if (count) counted[count[1] === 'pass' ? 'pass' : 'fail'] = Number(count[2])
    console.log(line)
  })
  if (code === null) console.log('failed: the guest did not come to its end')
  const fine = code === 0 && counted.pass > 0
  return { passed: counted.pass, failed: fine ? counted.fail : Math.max(counted.fail, 1), skipped: 0 }
}

/** What fails here is compiled by the guest. */
function compile(): void {
  const whole = JSON.stringify(join(ROOT, 'electron', 'compose.ts'))
  spawnSync(process.execPath, ['--eval', `import(${whole}).then(() => process.exit())`], {
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED }
  })
}

function commands(): string {
  const tests = globSync(`test/usb/*${only}*.test.ts`, { cwd: ROOT }).toSorted()
  return `export PROJECT='${ROOT}' NODE_COMPILE_CACHE='${COMPILED}' NO_COLOR=1
bash "$PROJECT/test/usb/gadgets.sh" || exit 1
cd "$PROJECT"
'${process.execPath}' --test --test-concurrency=1 --test-force-exit --test-timeout=240000 ${reporters('spec').join(' ')} ${tests.join(' ')}`
}

end(await run(), failures, tallyFile)
