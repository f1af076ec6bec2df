import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { KEY_LIFE } from './session.ts'

/** Where the form of a launch file is taken. */
export const ENTRANCE = '/enter'

/**
 * Writes a page that leads a browser into the station by a launch address (`http://…/?key=…`), in a file and a folder that only
 * their owner can read; its path. A command line can be read by every user of the PC, so no key stands there. Throws as the disk does.
 */
export function writeLaunchFile(address: string, dataDirectory: string): string {
  const { origin, searchParams } = new URL(address)
  const folder = join(dataDirectory, 'launch')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // It may have been there before, as anything.
  chmodSync(folder, 0o700)
  for (const name of readdirSync(folder)) dropOld(join(folder, name))
  const path = join(folder, `${randomUUID()}.html`)
  writeFileSync(path, pageOf(`${origin}${ENTRANCE}`, searchParams.get('key') ?? ''), { mode: 0o600, flag: 'wx' })
  return path
}

/** Its key is worth nothing any more; one that is younger may just be read. */
function dropOld(path: string): void {
  if (Date.now() - statSync(path).mtimeMs > KEY_LIFE) rmSync(path, { force: true })
}

/** Both are URL-safe: nothing in them could end an attribute. */
function pageOf(action: string, key: string): string {
  return `<!doctype html>
<meta charset="utf-8">
<title>Verstak</title>
<form method="post" action="${action}"><input type="hidden" name="key" value="${key}"></form>
<script>document.forms[0].submit()</script>
`
}
