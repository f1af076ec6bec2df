import { expect, test } from 'vitest'
import { sum, tallyLeft, tallyLine, tallyOf } from '../../scripts/tally.ts'

function file(status: 'passed' | 'failed', ...results: readonly string[]) {
  return { status, assertionResults: results.map(result => ({ status: result })) }
}

test('tests are counted by what became of them', () => {
  const report = { testResults: [file('passed', 'passed', 'skipped', 'todo'), file('failed', 'passed', 'failed')] }
  expect(tallyOf(report, 1)).toEqual({ passed: 2, failed: 1, skipped: 2 })
})

test('a file that could not be loaded is a failure', () => {
  expect(tallyOf({ testResults: [file('failed'), file('passed', 'passed')] }, 1)).toMatchObject({
    passed: 1,
    failed: 1
  })
})

test.each([
  ['an error outside of every test', { testResults: [file('passed', 'passed')] }, 1],
  ['a killed run', { testResults: [file('passed', 'passed')] }, null],
  ['no report', null, 0],
  ['another report', { success: true }, 0],
  ['not one test', { testResults: [] }, 0]
])('%s never counts as well', (_, report, exitCode) => {
  expect(tallyOf(report, exitCode).failed).toBe(1)
})

test('the tally of another runner counts as it is, and badly where it is missing or belied', () => {
  const left = { passed: 3, failed: 0, skipped: 1 }
  expect(tallyLeft(left, 0)).toEqual(left)
  expect(tallyLeft({ ...left, failed: 2 }, 1)).toEqual({ ...left, failed: 2 })
  expect(tallyLeft(left, 1)).toEqual({ ...left, failed: 1 })
  for (const nothing of [null, { passed: 3 }, { passed: 0, failed: 0, skipped: 0 }]) {
    expect(tallyLeft(nothing, 0).failed).toBe(1)
  }
})

test('the last line names the skipped only where there are some', () => {
  expect(tallyLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
  expect(
    tallyLine(
      sum([
        { passed: 3, failed: 1, skipped: 0 },
        { passed: 1, failed: 0, skipped: 2 }
      ])
    )
  ).toBe('4 passed, 1 failed, 2 skipped')
})
