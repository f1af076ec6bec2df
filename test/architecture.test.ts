import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { circlesOf, houseOf, importsOf, sourceFiles } from './support/import-graph.ts'
import type { Import } from './support/import-graph.ts'

const ROOT = join(import.meta.dirname, '..')
const files = sourceFiles(['{electron,renderer,shared,scripts,test}/**/*.{ts,tsx}', '*.ts'])
const sources = files.filter(file => !file.path.startsWith('test/'))
const imports = sources.flatMap(importsOf)
const ADAPTERS = ['api', 'devices', 'labels', 'store', 'practice'] as const

/** Imports out of a folder into our own code, as `from -> to` lines, that `allowed` doesn't name. */
function strays(folder: RegExp, allowed: readonly RegExp[], which: (found: Import) => boolean = () => true): string[] {
  return imports
    .filter(found => found.isOurs && folder.test(found.from) && which(found))
    .filter(found => !allowed.some(pattern => pattern.test(found.to)))
    .map(found => `${found.from} -> ${found.to}`)
}

function packagesOf(folder: RegExp): readonly string[] {
  const all = imports.filter(found => !found.isOurs && folder.test(found.from) && !found.typesOnly)
  return [...new Set(all.map(found => found.to))].toSorted()
}

test('the import graph is read whole: every relative import leads to a file', () => {
  expect(files.length).toBeGreaterThan(100)
  const uncounted = sources.filter(
    file => importsOf(file).length < [...file.text.matchAll(/^(?:import\b|[} ].*from '|export .*from ').*'$/gm)].length
  )
  expect(uncounted.map(file => file.path)).toEqual([])
  const lost = files
    .filter(file => file.path !== 'test/architecture.test.ts')
    .flatMap(importsOf)
    .filter(found => found.isOurs && !existsSync(join(ROOT, found.to)))
  expect(lost.map(found => `${found.from} -> ${found.to}`)).toEqual([])
})

test('the house is the one on the map, with no circle of imports in it, type-only ones included', () => {
  const line = (from: string, to: string, typesOnly: boolean): Import => ({ from, to, isOurs: true, typesOnly })
  const circle = [line('a.ts', 'b.ts', false), line('b.ts', 'c.ts', true), line('c.ts', 'a.ts', true)]
  expect(circlesOf([line('z.ts', 'a.ts', false), ...circle, line('c.ts', 'd.ts', false)])).toEqual([
    ['a.ts', 'b.ts', 'c.ts']
  ])
  expect(circlesOf([line('a.ts', 'a.ts', true)])).toEqual([['a.ts']])
  const house = houseOf(sources)
  process.stdout.write(`${house.join('\n')}\n`)
  const map = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8')
  const parts = house.map(line => line.split(' ')[0] ?? '').filter(part => part !== '.')
  expect(parts.filter(part => !map.includes(`| \`${part}\``) && part !== 'electron')).toEqual([])
  expect(circlesOf(files.flatMap(importsOf))).toEqual([])
})

test('shared/domain imports nothing of ours; the contract and the view import the domain', () => {
  expect(strays(/^shared\/domain\//, [/^shared\/domain\//])).toEqual([])
  expect(strays(/^shared\/(contract|view)\//, [/^shared\//])).toEqual([])
})

test('shared needs neither Node nor the page: only zod', () => {
  expect(packagesOf(/^shared\//).filter(name => name !== 'zod')).toEqual([])
})

test('the station knows shared and itself', () => {
  expect(strays(/^electron\/station\//, [/^shared\//, /^electron\/station\//])).toEqual([])
})

test.each(ADAPTERS)('%s knows shared, itself, and the types of the ports', adapter => {
  const own = new RegExp(`^electron/${adapter}/`)
  expect(strays(own, [/^shared\//, own, /^electron\/station\/ports\/[^/]+\.ts$/])).toEqual([])
  const values = strays(own, [/^shared\//, own], found => !found.typesOnly)
  expect(values).toEqual([])
})

test('hosts know compose, the contract and the files beside compose, the ports by type alone', () => {
  const hosts = /^electron\/(desktop|browser)\//
  const workers =
    /^electron\/(labels\/label-worker|practice\/marketplace-worker|store\/backup-worker|api\/answers\/answer-worker)\.ts$/
  const beside = /^electron\/[^/]+\.ts$/
  expect(strays(/^electron\/desktop\//, [/^electron\/desktop\//, beside, /^shared\//, /ports\.ts$/])).toEqual([])
  expect(strays(/^electron\/browser\//, [/^electron\/browser\//, beside, workers, /^shared\//, /ports\.ts$/])).toEqual(
    []
  )
  expect(strays(hosts, [hosts, beside, workers, /^shared\//], found => !found.typesOnly)).toEqual([])
})

test('what lies beside compose knows no host', () => {
  expect(
    strays(/^electron\/(composition\/.+|[^/]+)\.ts$/, [/^electron\/(?!desktop\/|browser\/)/, /^shared\//])
  ).toEqual([])
})

test('the preload imports types alone, apart from electron', () => {
  expect(strays(/desktop\/preload\.ts$/, [], found => !found.typesOnly)).toEqual([])
  expect(packagesOf(/desktop\/preload\.ts$/)).toEqual(['electron'])
})

test('the browser host’s page script imports types alone from outside of its folder', () => {
  const page = /^electron\/browser\/page\//
  expect(strays(page, [page], found => !found.typesOnly)).toEqual([])
  expect(packagesOf(page)).toEqual([])
})

test('the page knows shared alone; its parts know neither store nor bridge', () => {
  expect(strays(/^renderer\//, [/^renderer\//, /^shared\//])).toEqual([])
  expect(strays(/^renderer\/ui\//, [/^renderer\/ui\//, /^renderer\/i18n\//, /^shared\//])).toEqual([])
  expect(packagesOf(/^renderer\//).filter(name => name === 'electron' || name.startsWith('node:'))).toEqual([])
})

test('only hosts import electron, and only the page React', () => {
  const using = (name: string): readonly string[] =>
    imports.filter(found => !found.isOurs && found.to.split('/')[0] === name).map(found => found.from)
  expect(using('electron').filter(path => !path.startsWith('electron/desktop/'))).toEqual([])
  expect(using('react').filter(path => !path.startsWith('renderer/'))).toEqual([])
})

test.each([
  ['ipcMain', 'electron/desktop/channel.ts'],
  ['ipcRenderer', 'electron/desktop/preload.ts'],
  ['window.station', 'renderer/bridge.ts']
])('raw %s is in one file', (name, place) => {
  const code = sources.map(file => ({ ...file, text: file.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '') }))
  expect(code.filter(file => file.text.includes(name)).map(file => file.path)).toEqual([place])
})

test('the page’s components hold no words: these are in i18n', () => {
  const worded = sources.filter(file => file.path.startsWith('renderer/') && file.path.endsWith('.tsx'))
  const cyrillic = worded.flatMap(file =>
    file.text.split('\n').flatMap((line, index) => (/[а-яё]/i.test(line) ? [`${file.path}:${index + 1}`] : []))
  )
  expect(cyrillic).toEqual([])
})

test('no file has two reasons to change: at most 300 lines', () => {
  const lines = files.map(file => ({ path: file.path, count: file.text.split('\n').length - 1 }))
  expect(lines.filter(({ count }) => count > 300)).toEqual([])
})

test('no test is switched off or runs alone', () => {
  const tests = files.filter(file => file.path.startsWith('test/') && file.path !== 'test/architecture.test.ts')
  const switched = tests.filter(file => /\b(test|it|describe)\.(skip|only|todo|fails)\(/.test(file.text))
  expect(switched.map(file => file.path)).toEqual([])
})

test('the lock file names no registry, and spares npm 10 a compiler', () => {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
  const packages: Record<string, { resolved?: string; gypfile?: boolean }> = lock.packages
  // A lock with addresses works only where those hosts are reached; without, whatever registry npm is set to.
  const addressed = Object.entries(packages).filter(([, entry]) => entry.resolved?.includes('://'))
  expect(addressed.map(([path]) => path)).toEqual([])
  // The package has a binding.gyp and prebuilt files. npm 10 reads from the lock alone that it need not be compiled, and a plain
  // `npm install` drops the line: put it back by hand.
  expect(packages['node_modules/better-sqlite3']?.gypfile).toBe(false)
})
