import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'
import { FAILURE_MARK } from './failure-mark.ts'

const LONGEST_MESSAGE_LINES = 30

const failureSchema = z.object({ test: z.string(), file: z.string(), message: z.string() }).readonly()
/** A test that failed, or whatever else of a suite counts as a failure. `file` is empty where there is none. */
export type Failure = z.infer<typeof failureSchema>

/** What a runner of its own leaves beside its count. */
const leftSchema = z.object({ failures: z.array(failureSchema) })

/** The failures that a runner of its own left; none where it left nothing readable. */
export function failuresLeft(left: unknown): readonly Failure[] {
  const parsed = leftSchema.safeParse(left)
  return parsed.success ? parsed.data.failures : []
}

/** The failure that a line of the output of Node's test runner is; null for any other line. */
export function takeFailure(line: string): Failure | null {
  return line.startsWith(FAILURE_MARK) ? failureSchema.parse(JSON.parse(line.slice(FAILURE_MARK.length))) : null
}

/** The part of vitest's JSON report that names what failed. */
const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()) })
      )
    })
  )
})

/** The failed tests in a report of vitest, and the files that failed without one. */
export function failuresOf(report: unknown): readonly Failure[] {
  const parsed = reportSchema.safeParse(report)
  if (!parsed.success) return []
  return parsed.data.testResults.flatMap(({ name: file, status, message, assertionResults }): readonly Failure[] => {
    const failed = assertionResults.filter(result => result.status === 'failed')
    if (failed.length === 0 && status === 'failed') return [{ test: 'the file as a whole', file, message }]
    return failed.map(({ fullName, failureMessages }) => ({
      test: fullName,
      file,
      message: failureMessages.join('\n')
    }))
  })
}

/** What stands before the line that counts: each failure by its name and file, with the first lines of its message. */
export function failureBlock(failures: readonly Failure[], root: string): string {
  return failures
    .map(({ test, file, message }) => {
      const lines = stripVTControlCharacters(message).trimEnd().split('\n')
      const left = lines.length - LONGEST_MESSAGE_LINES
      const shown = [
        ...lines.slice(0, LONGEST_MESSAGE_LINES),
        ...(left > 0 ? [`(${left} lines more in the output above)`] : [])
      ]
      const where = file === '' ? '' : ` (${relative(root, file)})`
      return [`FAILED ${test}${where}`, ...shown.map(line => `    ${line}`)].join('\n')
    })
    .join('\n\n')
}
