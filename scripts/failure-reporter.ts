import type { TestEvent } from 'node:test/reporters'
import { inspect } from 'node:util'
import { FAILURE_MARK } from './failure-mark.ts'
import type { Failure } from './failures.ts'

/** A reporter of Node's test runner: a line for each test that failed, which `takeFailure` reads out of the runner's output. */
export default async function* reportFailures(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const { type, data } of events) {
    if (type !== 'test:fail') continue
    const { error } = data.details
    // A file or a group says no more than its tests.
    if ('failureType' in error && error.failureType === 'subtestsFailed') continue
    const failure: Failure = { test: data.name, file: data.file ?? '', message: inspect(error.cause ?? error) }
    yield `${FAILURE_MARK}${JSON.stringify(failure)}\n`
  }
}
