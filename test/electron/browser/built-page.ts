import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tempFolder } from '../../support/temp-folder.ts'

/** A folder as the build leaves it, with a page of one line. */
export function builtPage(): string {
  const built = tempFolder()
  mkdirSync(join(built, 'renderer', 'assets'), { recursive: true })
  mkdirSync(join(built, 'preload'))
  writeFileSync(join(built, 'renderer', 'index.html'), '<!doctype html><head><title>page</title></head><body></body>')
  writeFileSync(join(built, 'renderer', 'assets', 'main-4f2a.js'), 'document.title = "ran"')
  writeFileSync(join(built, 'preload', 'station.cjs'), 'window.station = {}')
  writeFileSync(join(built, 'secret.json'), '"outside of the page"')
  return built
}
