import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { failureBlock, failuresLeft, failuresOf, takeFailure } from '../../scripts/failures.ts'
import { reporters } from '../../scripts/own-runner.ts'
import { ROOT } from '../../scripts/repository.ts'

const folder = mkdtempSync(join(tmpdir(), 'verstak-failures-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/** What another test runner would take for its own. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_TEST)/.test(name)))
}

test('what failed under vitest is named with its file and its error, and so is a file that could not be loaded', () => {
  write('vitest.config.mjs', 'export default {}')
  const vitest = JSON.stringify(join(ROOT, 'node_modules', 'vitest', 'dist', 'index.js'))
  write(
    'group.test.mjs',
    `import { describe, expect, test } from ${vitest}
describe('group', () => {
  test('fine', () => undefined)
  test('bad', () => expect(1).toBe(2))
})`
  )
  write('broken.test.mjs', "throw new Error('no such thing')")
  const report = join(folder, 'report.json')
  const args = ['run', '--root', folder, '--reporter=json', `--outputFile.json=${report}`]
  spawnSync(process.execPath, [join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'), ...args], {
    cwd: folder,
    env: environment()
  })
  const failures = failuresOf(readJson(report))
  expect(failures.toSorted((a, b) => a.file.localeCompare(b.file))).toEqual([
    {
      test: 'the file as a whole',
      file: join(folder, 'broken.test.mjs'),
      message: expect.stringContaining('no such thing')
    },
    { test: 'group bad', file: join(folder, 'group.test.mjs'), message: expect.stringMatching(/expected 1 to be 2/) }
  ])
})

test.each(['spec', 'tap'] as const)('what failed under Node’s test runner is read out of its %s output', own => {
  const path = write(
    'node-runner.mjs',
    `import assert from 'node:assert/strict'
import { test } from 'node:test'
test('fine', () => undefined)
test('group', async context => {
  await context.test('бad', () => assert.equal('one\\ntwo', 'three', 'they differ'))
})`
  )
  const { stdout } = spawnSync(process.execPath, ['--test', ...reporters(own), path], {
    encoding: 'utf8',
    env: environment()
  })
  const failures = stdout.split('\n').flatMap(line => takeFailure(line) ?? [])
  expect(failures).toEqual([{ test: 'бad', file: path, message: expect.stringMatching(/they differ[^]*three/) }])
  expect(failuresLeft({ passed: 1, failed: 1, skipped: 0, failures })).toEqual(failures)
})

test('the block names each test, its file as seen from the root, and the first thirty lines', () => {
  const long = Array.from({ length: 32 }, (_, index) => `line ${index + 1}`).join('\n')
  const block = failureBlock(
    [
      { test: 'one', file: '/root/test/a.test.ts', message: '\u001b[31mshort\u001b[0m' },
      { test: 'build', file: '', message: long }
    ],
    '/root'
  )
  const [one, build = ''] = block.split('\n\n')
  expect(one).toBe('FAILED one (test/a.test.ts)\n    short')
  expect(build).toMatch(/^FAILED build\n {4}line 1\n/)
  expect(build).toContain('line 30\n    (2 lines more in the output above)')
  expect(build).not.toContain('line 31')
})

test('what can’t be read names nothing', () => {
  for (const nothing of [null, {}, { failures: 'many' }, { testResults: 1 }]) {
    expect(failuresLeft(nothing)).toEqual([])
    expect(failuresOf(nothing)).toEqual([])
  }
})

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
