import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { failureBlock, type Failure } from './failures.ts'
import { ROOT } from './repository.ts'
import { NOTHING, tallyLine, type Tally } from './tally.ts'

/** Of Node's test runner: its own words, and what failed. */
export function reporters(own: 'spec' | 'tap'): readonly string[] {
  const failures = join(ROOT, 'scripts', 'failure-reporter.ts')
  return [own, failures].flatMap(name => [`--test-reporter=${name}`, '--test-reporter-destination=stdout'])
}

/** What the command line of a suite with a runner of its own says: `--tally=FILE` for the count as JSON, and part of the tests' names. */
export function readArguments(): { readonly tallyFile: string | undefined; readonly only: string } {
  const { values, positionals } = parseArgs({ options: { tally: { type: 'string' } }, allowPositionals: true })
  return { tallyFile: values.tally, only: positionals[0] ?? '' }
}

/** Where the tests can't run, whatever is installed. */
export function skip(tests: string, what: string): Tally {
  console.log(`skipped: ${tests} need ${what}`)
  return { ...NOTHING, skipped: 1 }
}

/** Where they could, had the machine been given what they need: in CI a failure. */
export function cannot(tests: string, what: string): Tally {
  if (process.env['CI'] !== 'true') return skip(tests, what)
  console.log(`failed: ${tests} need ${what}`)
  return { ...NOTHING, failed: 1 }
}

/** Ends the run: the count and what failed in its file, as the last lines and as the exit code. */
export function end(tally: Tally, failures: readonly Failure[], tallyFile: string | undefined): void {
  if (tallyFile === undefined) {
    if (failures.length > 0) console.log(`\n${failureBlock(failures, ROOT)}`)
    console.log(`\n${tallyLine(tally)}`)
  } else writeFileSync(tallyFile, JSON.stringify({ ...tally, failures }))
  process.exitCode = tally.failed === 0 ? 0 : 1
}
