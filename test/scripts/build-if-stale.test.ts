import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildIfStale, isBuilt } from '../../scripts/build-if-stale.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** A repository whose builder writes a line for every run, or fails. */
function repository(builder: string): string {
  const root = tempFolder()
  mkdirSync(join(root, 'node_modules', 'electron-vite', 'bin'), { recursive: true })
  writeFileSync(join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'), builder)
  mkdirSync(join(root, 'shared'))
  mkdirSync(join(root, 'out'))
  writeFileSync(join(root, 'shared', 'a.ts'), '1')
  return root
}

test('what was built is built again only after a change', () => {
  const root = repository('')
  const said: string[] = []
  const say = (line: string): void => void said.push(line)
  expect(isBuilt(root)).toBe(false)
  expect(buildIfStale(root, say)).toBe(true)
  expect(said).toEqual(['Building…'])
  expect(buildIfStale(root, say)).toBe(true)
  expect(said.length).toBe(1)
})

test.each([
  ['a changed file', (root: string) => utimesSync(join(root, 'shared', 'a.ts'), 1, 1)],
  ['a new file', (root: string) => writeFileSync(join(root, 'shared', 'b.ts'), '')],
  ['a deleted file', (root: string) => rmSync(join(root, 'shared', 'a.ts'))]
])('%s makes the build stale', (_, change) => {
  const root = repository('')
  buildIfStale(root, () => undefined)
  expect(isBuilt(root)).toBe(true)
  change(root)
  expect(isBuilt(root)).toBe(false)
})

test('a failed build says why and stays stale', () => {
  const root = repository('console.error("no such import"); process.exit(1)')
  const said: string[] = []
  expect(buildIfStale(root, line => said.push(line))).toBe(false)
  expect(said.at(-1)).toBe('no such import')
  expect(isBuilt(root)).toBe(false)
})
