import { parseArgs } from 'node:util'
import type { Failure } from '../../scripts/failures.ts'
import { end } from '../../scripts/own-runner.ts'
import { runDoors } from './run-doors.ts'
import type { Trial } from './try-door.ts'

/** The same inputs in every `npm test`; long runs take a new seed each time. */
const USUAL_SEED = 1
const MILLION = 1_000_000

/**
 * `--millions N`: so many inputs in all (1); `--seed S`: that run again; `--door NAME`: all of them to one door. As a suite of
 * `npm test` it leaves its count in the file of `--tally=`. Exit code 1 when a door did what it must not.
 */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      millions: { type: 'string', default: '1' },
      seed: { type: 'string' },
      door: { type: 'string' },
      tally: { type: 'string' }
    }
  })
  const seed = Number(values.seed ?? (values.tally === undefined ? Date.now() % MILLION : USUAL_SEED))
  const count = Math.round(Number(values.millions) * MILLION)
  console.log(`seed ${seed}, ${count.toLocaleString('en')} inputs`)
  const trials = await runDoors({ seed, count, only: values.door ?? null }, tell)
  const failures = trials.flatMap(({ door, faults }) =>
    faults.map((message): Failure => ({ test: door, file: '', message }))
  )
  const inputs = trials.reduce((sum, trial) => sum + trial.inputs, 0)
  console.log(`${inputs.toLocaleString('en')} inputs, ${failures.length} faults; again: npm run fuzz -- --seed ${seed}`)
  const failed = trials.filter(({ faults }) => faults.length > 0).length + (trials.length === 0 ? 1 : 0)
  end({ passed: trials.length - failed + (trials.length === 0 ? 1 : 0), failed, skipped: 0 }, failures, values.tally)
}

function tell({ door, inputs, words, ms, growth, faults }: Trial): void {
  const megabytes = (growth / 1e6).toFixed(1)
  const rate = Math.round((inputs / ms) * 1000)
  console.log(
    `${faults.length === 0 ? 'fine  ' : 'failed'} ${door.padEnd(14)} ${String(inputs).padStart(7)} inputs, ${String(words).padStart(4)} outcomes, ${String(rate).padStart(6)}/s, ${megabytes} MB more`
  )
  for (const fault of faults) console.log(`  ${fault}`)
}

await run()
