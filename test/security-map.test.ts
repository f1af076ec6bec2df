import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../scripts/repository.ts'

const LINE = /^\| (S-\d\d) +\|.*\| `(test\/[^`]+)`(?: › (.+?))? +\|$/

const lines = readFileSync(join(ROOT, 'docs/security.md'), 'utf8').split('\n')
const threats = lines.filter(line => line.startsWith('| S-'))

test.each(threats)('%.6s names a test that is there', line => {
  const [, id, path = '', title] = LINE.exec(line) ?? []
  expect(id).toBeDefined()
  const text = readFileSync(join(ROOT, path), 'utf8')
  if (title !== undefined) expect(text).toContain(title)
})

test('each threat has a number of its own', () => {
  const ids = threats.map(line => line.slice(2, 6))
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThan(20)
})
