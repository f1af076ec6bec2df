import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createPrinter } from '../../../electron/devices/printers/create-printer.ts'
import type { DeviceState } from '../../../electron/station/ports/ports.ts'
import { printersSchema } from '../../../shared/domain/printing/printers.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { realClock } from '../../support/real-clock.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { until } from '../../support/until.ts'

const NOT_SENT = { kind: 'notSent', fault: 'folderGone' }

function asPrinter(link: object): object {
  return { id: '1', name: 'Folder', link }
}

function folderPrinter(path: string, clock = realClock) {
  const [printer] = printersSchema.parse([asPrinter({ kind: 'folder', path })])
  if (printer?.link.kind !== 'folder') throw new Error('not the folder that was asked for')
  return createPrinter(printer.link, { name: 'Folder', clock, log: quietLog })
}

function startFolder(path: string) {
  const printer = folderPrinter(path)
  const states: DeviceState[] = []
  onTestFinished(printer.start(state => states.push(state)))
  return { printer, states }
}

test('each label is one file, whole, with nothing beside it', async () => {
  const folder = tempFolder()
  const { printer, states } = startFolder(folder)
  await until('ready', () => states.at(-1)?.kind === 'ready')
  const label = Buffer.from(`^XA^FX${'Я'.repeat(1_000_000)}\u001d^FS^XZ`)
  /** Sizes of what another program could have taken while it was being written. */
  const sizes = new Set<number>()
  let isWritten = false
  const looking = until('the file', () => {
    for (const name of readdirSync(folder)) {
      if (name.endsWith('.zpl')) sizes.add(readFileSync(join(folder, name)).length)
    }
    return isWritten
  })
  expect(await printer.print(label)).toEqual({ kind: 'sent' })
  isWritten = true
  await looking
  const [name = '', ...others] = readdirSync(folder)
  expect(others).toEqual([])
  expect(readFileSync(join(folder, name)).equals(label)).toBe(true)
  expect([...sizes]).toEqual([label.length])
})

test('names sort in the order of printing, even within a millisecond and when the clock goes back', async () => {
  const folder = tempFolder()
  const clock = createVirtualClock(Date.UTC(2026, 0, 15, 9))
  const printer = folderPrinter(folder, clock)
  const other = folderPrinter(folder, createVirtualClock(Date.UTC(2026, 0, 15, 9)))
  for (let index = 0; index < 12; index += 1) await printer.print(Buffer.from(`${index}`))
  await folderPrinter(folder, createVirtualClock(Date.UTC(2026, 0, 15, 10))).print(Buffer.from('12'))
  const names = readdirSync(folder).toSorted()
  expect(names.map(name => readFileSync(join(folder, name), 'utf8'))).toEqual(
    Array.from({ length: 13 }, (_, index) => String(index))
  )
  expect(names[0]).toMatch(/^20260115T090000\.000Z-[0-9a-f]{6}\.zpl$/)
  // Two stations that print at the same moment into the same folder.
  await other.print(Buffer.from('another'))
  expect(readdirSync(folder)).toHaveLength(14)
})

test('a folder that is missing is a fault, and mended when it is there again', async () => {
  const folder = join(tempFolder(), 'labels')
  const { printer, states } = startFolder(folder)
  await until('the fault', () => states.at(-1)?.kind === 'fault')
  expect(states.at(-1)).toEqual({ kind: 'fault', fault: 'folderGone' })
  expect(await printer.print(Buffer.from('one'))).toEqual(NOT_SENT)
  mkdirSync(folder)
  await until('ready', () => states.at(-1)?.kind === 'ready')
  expect(await printer.print(Buffer.from('two'))).toEqual({ kind: 'sent' })
  expect(readdirSync(folder)).toHaveLength(1)
  renameSync(folder, `${folder}-away`)
  expect(await printer.print(Buffer.from('three'))).toEqual(NOT_SENT)
  expect(states.at(-1)).toEqual({ kind: 'fault', fault: 'folderGone' })
  rmSync(`${folder}-away`, { recursive: true })
})

test('a file in the place of the folder is a fault, and stays as it is', async () => {
  const path = join(tempFolder(), 'labels')
  writeFileSync(path, 'mine')
  expect(await folderPrinter(path).print(Buffer.from('one'))).toEqual(NOT_SENT)
  expect(readFileSync(path, 'utf8')).toBe('mine')
})

test('a path that depends on where the program was started is no folder', async () => {
  expect(await folderPrinter('test').print(Buffer.from('one'))).toEqual(NOT_SENT)
})

test.each(['', '.zpl', '../x', 'a/b', 'zpl '])('the extension %j is refused', extension => {
  const printer = asPrinter({ kind: 'folder', path: '/labels', extension })
  expect(printersSchema.safeParse([printer]).success).toBe(false)
})
