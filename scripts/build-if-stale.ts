import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What goes into `out/`. */
const SOURCES = [
  'electron/**/*.ts',
  'renderer/**/*',
  'shared/**/*.ts',
  'resources/**/*',
  'electron.vite.config.ts',
  'page.vite.config.ts',
  'package-lock.json',
  'tsconfig.base.json'
]
const STAMP = join('out', 'sources')

/** Whether `out/` was built from the files as they are; a few hundred looks at the disk. */
export function isBuilt(root: string): boolean {
  const stamp = join(root, STAMP)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root)
}

/** Builds `out/` unless it is up to date; false when the build failed, its words printed. */
export function buildIfStale(root: string, say: (line: string) => void): boolean {
  if (isBuilt(root)) return true
  say('Building…')
  const before = fingerprint(root)
  const cli = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const build = spawnSync(process.execPath, [cli, 'build', '--logLevel', 'warn'], { cwd: root, encoding: 'utf8' })
  if (build.status !== 0) {
    say(`${build.stdout ?? ''}${build.stderr ?? ''}`.trim())
    return false
  }
  writeFileSync(join(root, STAMP), before)
  return true
}

/** Changes with every change of name, size or time of a source. */
function fingerprint(root: string): string {
  const hash = createHash('sha256')
  for (const path of globSync(SOURCES, { cwd: root }).toSorted()) {
    const facts = statSync(join(root, path))
    if (facts.isFile()) hash.update(`${path}\n${facts.size}\n${facts.mtimeMs}\n`)
  }
  return hash.digest('hex')
}
