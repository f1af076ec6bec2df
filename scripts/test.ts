import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { z } from 'zod'
import { buildIfStale } from './build-if-stale.ts'
import { whyNoElectronTests } from './electron-runtime.ts'
import { ROOT } from './repository.ts'
import { SUITES } from './suites.ts'
import type { Suite } from './suites.ts'
import { installMissing } from './system-packages.ts'
import { NOTHING, sum, tallyLeft, tallyLine, tallyOf } from './tally.ts'
import type { Tally } from './tally.ts'

/** Whether a suite that can't run is a failure rather than a remark. */
const isStrict = process.env['CI'] === 'true'
/** The scripts' own programs go before the machine's, the pinned Node among them. */
const environment = {
  ...process.env,
  PATH: `${join(ROOT, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`
}

function heading(text: string): void {
  console.log(`\n== ${text}`)
}

/** The steps of `npm run check`, each of them counted. */
function runChecks(): Tally {
  const manifest = z
    .object({ scripts: z.object({ check: z.string() }) })
    .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')))
  return sum(
    manifest.scripts.check.split('&&').map(step => {
      heading(`check: ${step.trim()}`)
      const ended = spawnSync(step, { cwd: ROOT, shell: true, stdio: 'inherit', env: environment })
      return ended.status === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 }
    })
  )
}

function runBuild(): Tally {
  heading('build')
  return buildIfStale(ROOT, line => console.log(line)) ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 }
}

function runSuite(suite: Suite): Tally {
  heading(suite.name)
  if (suite.runner !== undefined) return runOwn(suite.runner)
  const missing = new Set(
    installMissing(
      suite.needs.map(({ need }) => need),
      line => console.log(line)
    )
  )
  const unmet = suite.needs.filter(({ need }) => missing.has(need))
  const cannotRun = unmet.map(({ need, files }): Tally => {
    const what = `${files ?? suite.name} needs ${need.name} (Debian: ${need.debian}; ${need.why})`
    console.log(`${isStrict ? 'failed' : 'skipped'}: ${what}`)
    return { ...NOTHING, [isStrict ? 'failed' : 'skipped']: 1 }
  })
  if (unmet.some(({ files }) => files === undefined)) return sum(cannotRun)
  const excluded = unmet.flatMap(({ files }) => files ?? []).flatMap(files => ['--exclude', files])
  return sum([...cannotRun, runVitest(suite.name, excluded)])
}

function runVitest(project: string, more: readonly string[]): Tally {
  return withReport(report => {
    const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const ended = runNode([join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'), ...args, ...more])
    const obstacle = project === 'e2e' ? whyNoElectronTests(ROOT) : null
    if (obstacle !== null) console.log(`skipped: ${obstacle}`)
    return tallyOf(readReport(report), ended)
  })
}

function runOwn(runner: string): Tally {
  return withReport(report => {
    const ended = runNode([join(ROOT, runner), `--tally=${report}`])
    return tallyLeft(readReport(report), ended)
  })
}

function runNode(args: readonly string[]): number | null {
  return spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env: environment }).status
}

/** Hands the path of a file that a runner may write to; it is gone afterwards. */
function withReport(work: (path: string) => Tally): Tally {
  const folder = mkdtempSync(join(tmpdir(), 'verstak-report-'))
  try {
    return work(join(folder, 'report.json'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readReport(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** Runs everything, or the one suite that is named; the last line counts, and the exit code says whether all is well. */
function run(only: string | undefined): void {
  const chosen = SUITES.filter(suite => only === undefined || suite.name === only)
  if (chosen.length === 0) {
    console.error(`There is no suite “${only}”; there are ${SUITES.map(suite => suite.name).join(', ')}.`)
    process.exitCode = 2
    return
  }
  const total = sum([
    ...(only === undefined ? [runChecks()] : []),
    ...(chosen.some(suite => suite.needsBuild) ? [runBuild()] : []),
    ...chosen.map(runSuite)
  ])
  console.log(`\n${tallyLine(total)}`)
  process.exitCode = total.failed === 0 ? 0 : 1
}

run(process.argv[2])
