import { globSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../scripts/repository.ts'
import { installMissing } from '../../scripts/system-packages.ts'
import { tallyLine } from '../../scripts/tally.ts'
import { buildGuest, runInGuest } from './guest.ts'
import { GUEST_NEEDS } from './needs.ts'

/** The USB tests, or those whose name has the given part, in a guest whose kernel has USB and plays the devices; the last line counts. */
async function run(): Promise<void> {
  const obstacle = whyNot()
  if (obstacle !== null) {
    const isStrict = process.env['CI'] === 'true'
    console.log(`${isStrict ? 'failed' : 'skipped'}: the USB tests need ${obstacle}`)
    finish(0, isStrict ? 1 : 0, isStrict ? 0 : 1)
    return
  }
  const folder = join(ROOT, 'node_modules', '.cache', 'usb-guest')
  if (!buildGuest(folder)) {
    console.log('failed: the guest for the USB tests could not be built')
    finish(0, 1, 0)
    return
  }
  const counted = { pass: 0, fail: 0 }
  const code = await runInGuest(folder, commands(), line => {
    const count = line.match(/^# (pass|fail) (\d+)$/)
    if (count) counted[count[1] === 'pass' ? 'pass' : 'fail'] = Number(count[2])
    console.log(line)
  })
  if (code === null) console.log('failed: the guest did not come to its end')
  const fine = code === 0 && counted.pass > 0
  finish(counted.pass, fine ? counted.fail : Math.max(counted.fail, 1), 0)
}

function whyNot(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'Linux on x86-64'
  const missing = installMissing(GUEST_NEEDS, line => console.log(line))
  if (missing.length > 0) return missing.map(need => `${need.name} (Debian: ${need.debian}; ${need.why})`).join(', ')
  // The guest sees the machine's files with the rights of whoever starts it.
  return process.getuid?.() === 0 ? null : 'root'
}

function commands(): string {
  const tests = globSync(`test/usb/*${process.argv[2] ?? ''}*.test.ts`, { cwd: ROOT }).toSorted()
  return `export PROJECT='${ROOT}'
bash "$PROJECT/test/usb/gadgets.sh" || exit 1
cd "$PROJECT"
'${process.execPath}' --test --test-concurrency=1 --test-reporter=tap ${tests.join(' ')}`
}

function finish(passed: number, failed: number, skipped: number): void {
  console.log(`\n${tallyLine({ passed, failed, skipped })}`)
  process.exitCode = failed === 0 ? 0 : 1
}

await run()
