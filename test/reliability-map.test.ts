import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../scripts/repository.ts'
import { PROMISES } from './faults/simulation/promises.ts'

const LINE = /^\| (P\d+) +\|.*\| `(test\/[^`]+)` › (.+?) +\|$/

const lines = readFileSync(join(ROOT, 'docs/reliability.md'), 'utf8').split('\n')
const promises = lines.filter(line => /^\| P\d/.test(line))

test.each(promises)('%s names a test that is there, and that names the promise', line => {
  const [, id, path = '', title = ''] = LINE.exec(line) ?? []
  expect(title.split(':')[0]?.split(', ')).toContain(id)
  const text = readFileSync(join(ROOT, path), 'utf8')
  expect(["'", '"', '`'].some(quote => text.includes(quote + title))).toBe(true)
})

test('each promise that a simulated shift may break is told, and no other', () => {
  const told = new Set(promises.map(line => LINE.exec(line)?.[1]))
  expect([...told]).toEqual(Object.keys(PROMISES))
})
