import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openLogFile } from '../../../electron/composition/log-file.ts'
import { mountDisk, noMounting } from '../../support/own-disk.ts'
import { tempFolder } from '../../support/temp-folder.ts'

function logAt(path: string, rotateAt?: number) {
  const log = openLogFile(path, rotateAt)
  onTestFinished(() => log.close())
  return log
}

test('a log that is full becomes the older one while it is written, and its owner alone reads it', () => {
  const path = join(tempFolder(), 'logs', 'verstak.log')
  const log = logAt(path, 20)
  for (const line of ['the first line of all\n', 'the second line\n']) log.write(line)
  expect(readFileSync(path.replace('.log', '.1.log'), 'utf8')).toBe('the first line of all\n')
  expect(readFileSync(path, 'utf8')).toBe('the second line\n')
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('a log that can’t be opened takes its lines as soon as it can, and says how many are missing', () => {
  const path = join(tempFolder(), 'logs', 'verstak.log')
  // A folder stands in its place.
  mkdirSync(path, { recursive: true })
  const log = logAt(path)
  log.write('lost\n')
  log.write('lost too\n')
  rmSync(path, { recursive: true })
  log.write('kept\n')
  expect(readFileSync(path, 'utf8')).toMatch(/^\{"level":40,"missing":2,[^\n]*\}\nkept\n$/)
  log.close()
  log.write('after the end\n')
  expect(existsSync(dirname(path))).toBe(true)
  expect(readFileSync(path, 'utf8')).not.toContain('after')
})

test.skipIf(noMounting !== null)(
  `a line that only half fits is ended before the next one${noMounting === null ? '' : ` (${noMounting})`}`,
  () => {
    const disk = mountDisk(1)
    const path = join(disk.folder, 'verstak.log')
    const log = logAt(path)
    log.write(`${'a'.repeat(4000)}\n`)
    disk.fill()
    log.write(`${'b'.repeat(4000)}\n`)
    disk.free()
    log.write('whole\n')
    const lines = readFileSync(path, 'utf8').split('\n')
    expect(lines[0]).toBe('a'.repeat(4000))
    expect(lines[1]).toMatch(/^b+$/)
    expect(lines[2]).toContain('"missing":1')
    expect(lines[3]).toBe('whole')
  }
)
