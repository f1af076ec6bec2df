import { z } from 'zod'

const count = z.number().int().nonnegative()
const tallySchema = z.object({ passed: count, failed: count, skipped: count }).readonly()
export type Tally = z.infer<typeof tallySchema>

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 }

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (left, right) => ({
      passed: left.passed + right.passed,
      failed: left.failed + right.failed,
      skipped: left.skipped + right.skipped
    }),
    NOTHING
  )
}

/** The last line of a run. */
export function tallyLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** The tally that a runner of its own left; one failure where there is none, or where it ended badly and counted no failure. */
export function tallyLeft(left: unknown, exitCode: number | null): Tally {
  const parsed = tallySchema.safeParse(left)
  const counted = parsed.success ? parsed.data : NOTHING
  const fine = exitCode === 0 && parsed.success && counted.passed + counted.skipped > 0
  return fine || counted.failed > 0 ? counted : { ...counted, failed: 1 }
}

/** The part of vitest's JSON report that is counted. */
const reportSchema = z.object({
  testResults: z.array(
    z.object({
      status: z.enum(['passed', 'failed']),
      assertionResults: z.array(
        z.object({ status: z.enum(['passed', 'failed', 'skipped', 'pending', 'todo', 'disabled']) })
      )
    })
  )
})

/**
 * Counts a report of vitest. A file that could not even be loaded counts as one failure, and so does a run that ended badly
 * with every test passed (an error outside of any test) or left no readable report.
 */
export function tallyOf(report: unknown, exitCode: number | null): Tally {
  const parsed = reportSchema.safeParse(report)
  const files = parsed.success ? parsed.data.testResults : []
  const counted = sum(
    files.map(file => {
      const count = (...kinds: readonly string[]): number =>
        file.assertionResults.filter(result => kinds.includes(result.status)).length
      const failed = count('failed')
      return {
        passed: count('passed'),
        failed: failed === 0 && file.status === 'failed' ? 1 : failed,
        skipped: count('skipped', 'pending', 'todo', 'disabled')
      }
    })
  )
  const fine = exitCode === 0 && parsed.success && counted.passed + counted.skipped > 0
  return fine || counted.failed > 0 ? counted : { ...counted, failed: 1 }
}
