import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { buildIfStale } from './build-if-stale.ts'
import { whyNoElectronTests } from './electron-runtime.ts'
import { failureBlock, failuresLeft, failuresOf, type Failure } from './failures.ts'
import { ROOT } from './repository.ts'
import { runAloud } from './run-aloud.ts'
import { SUITES } from './suites.ts'
import type { Suite } from './suites.ts'
import { installMissing } from './system-packages.ts'
import { NOTHING, sum, tallyLeft, tallyLine, tallyOf } from './tally.ts'
import type { Tally } from './tally.ts'

/** Whether a suite that can't run is a failure rather than a remark. */
const isStrict = process.env['CI'] === 'true'
interface Result {
  readonly tally: Tally
  readonly failures: readonly Failure[]
}

function heading(text: string): void {
  console.log(`\n== ${text}`)
}

/** Of something that passes or fails as a whole. */
function verdict(test: string, isFine: boolean, message: string): Result {
  return isFine
    ? { tally: { ...NOTHING, passed: 1 }, failures: [] }
    : { tally: { ...NOTHING, failed: 1 }, failures: [{ test, file: '', message }] }
}

function together(results: readonly Result[]): Result {
  return { tally: sum(results.map(({ tally }) => tally)), failures: results.flatMap(({ failures }) => failures) }
}

async function inTurn<T>(items: readonly T[], work: (item: T) => Promise<Result>): Promise<Result> {
  const results: Result[] = []
  for (const item of items) results.push(await work(item))
  return together(results)
}

/** The steps of `npm run check`, each of them counted. */
function runChecks(): Promise<Result> {
  const manifest = z
    .object({ scripts: z.object({ check: z.string() }) })
    .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')))
  return inTurn(manifest.scripts.check.split('&&'), async part => {
    const step = part.trim()
    heading(`check: ${step}`)
    const { code, lastWords } = await runAloud(step)
    return verdict(`check: ${step}`, code === 0, lastWords)
  })
}

function runBuild(): Result {
  heading('build')
  const said: string[] = []
  const isFine = buildIfStale(ROOT, line => {
    console.log(line)
    said.push(line)
  })
  return verdict('build', isFine, said.join('\n'))
}

async function runSuite(suite: Suite, mark: string): Promise<Result> {
  heading(suite.name)
  if (suite.runner !== undefined) return runOwn(suite.name, suite.runner, mark)
  const missing = new Set(
    installMissing(
      suite.needs.map(({ need }) => need),
      line => console.log(line)
    )
  )
  const unmet = suite.needs.filter(({ need }) => missing.has(need))
  const cannotRun = together(
    unmet.map(({ need, files }): Result => {
      const what = `${files ?? suite.name} needs ${need.name} (Debian: ${need.debian}; ${need.why})`
      console.log(`${isStrict ? 'failed' : 'skipped'}: ${what}`)
      return isStrict ? verdict(suite.name, false, what) : { tally: { ...NOTHING, skipped: 1 }, failures: [] }
    })
  )
  if (unmet.some(({ files }) => files === undefined)) return cannotRun
  const excluded = unmet.flatMap(({ files }) => files ?? []).flatMap(files => ['--exclude', files])
  return together([cannotRun, await runVitest(suite.name, excluded, mark)])
}

function runVitest(project: string, more: readonly string[], mark: string): Promise<Result> {
  return withReport(async file => {
    const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
    const { code, lastWords } = await runAloud([process.execPath, vitest, ...args, ...more], mark)
    const obstacle = project === 'e2e' ? whyNoElectronTests(ROOT) : null
    if (obstacle !== null) console.log(`skipped: ${obstacle}`)
    const report = readReport(file)
    return complete(project, { tally: tallyOf(report, code), failures: failuresOf(report) }, lastWords)
  })
}

function runOwn(name: string, runner: string, mark: string): Promise<Result> {
  return withReport(async file => {
    const { code, lastWords } = await runAloud([process.execPath, join(ROOT, runner), `--tally=${file}`], mark)
    const left = readReport(file)
    return complete(name, { tally: tallyLeft(left, code), failures: failuresLeft(left) }, lastWords)
  })
}

/** What was counted as a failure without a test's name has the runner's last words. */
function complete(suite: string, { tally, failures }: Result, lastWords: string): Result {
  const isNamed = tally.failed <= failures.length
  return { tally, failures: isNamed ? failures : [...failures, { test: suite, file: '', message: lastWords }] }
}

/** Hands the path of a file that a runner may write to; it is gone afterwards. */
async function withReport(work: (path: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'verstak-report-'))
  try {
    return await work(join(folder, 'report.json'))
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

async function runSuites(suites: readonly Suite[]): Promise<Result> {
  const beside = suites.filter(({ isBeside }) => isBeside)
  const others = suites.filter(({ isBeside }) => !isBeside)
  const isMarked = beside.length > 0 && others.length > 0
  return together(
    await Promise.all([
      inTurn(others, suite => runSuite(suite, '')),
      inTurn(beside, suite => runSuite(suite, isMarked ? `${suite.name} | ` : ''))
    ])
  )
}

/**
 * Runs everything, or the one suite that is named. What failed is named at the end, the last line counts, and the exit code
 * says whether all is well.
 */
async function run(only: string | undefined): Promise<void> {
  const chosen = SUITES.filter(suite => only === undefined || suite.name === only)
  if (chosen.length === 0) {
    console.error(`There is no suite “${only}”; there are ${SUITES.map(suite => suite.name).join(', ')}.`)
    process.exitCode = 2
    return
  }
  const { tally, failures } = together([
    ...(only === undefined ? [await runChecks()] : []),
    ...(chosen.some(suite => suite.needsBuild) ? [runBuild()] : []),
    await runSuites(chosen)
  ])
  if (failures.length > 0) console.log(`\n${failureBlock(failures, ROOT)}`)
  console.log(`\n${tallyLine(tally)}`)
  process.exitCode = tally.failed === 0 ? 0 : 1
}

await run(process.argv[2])
