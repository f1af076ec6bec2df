import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { startMarketplace } from '../../electron/practice/marketplace/marketplace.ts'
import { commandBarcode } from '../../shared/domain/scanning/commands.ts'
import type { DiskWhy } from '../../shared/domain/disk.ts'
import type { View } from '../../shared/view/view.ts'
import { mountDisk, mountFrailDisk, noMounting } from '../support/own-disk.ts'
import { MAIN, startProgram } from '../support/program.ts'
import type { Program } from '../support/program.ts'
import { createPtyCable } from '../support/pty.ts'
import { openPage } from '../support/station-page.ts'
import type { StationPage } from '../support/station-page.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { until } from '../support/until.ts'

/* The real program over a disk that takes nothing: it lives on, says so in red whichever way a scan came, and goes on by itself. */

interface Table {
  readonly program: Program
  readonly page: StationPage
  /** One scan of the serial scanner; settles when the stage has something new to say. */
  readonly scan: (text: string) => Promise<View>
}

/** A practice station with a serial scanner. */
async function startTable(dataDirectory: string): Promise<Table> {
  const program = await startProgram(dataDirectory, ['--practice', '--heap', '30,0,0'])
  onTestFinished(() => program.kill())
  const page = await openPage(program.address)
  await page.when('fresh orders', ({ counts }) => counts.fresh === 30)
  const cable = await createPtyCable()
  onTestFinished(() => cable.close())
  const scanners = [{ kind: 'serial', name: 'left', path: cable.path, baudRate: 115_200 }] as const
  await page.call('settings.set', { repeatMs: 0, pollSeconds: 600, scanners: [...scanners] })
  await page.when('the scanner', view => view.scanners.filter(({ state }) => state === 'ready').length === 2)
  return {
    program,
    page,
    async scan(text) {
      const { at } = page.view().feedback
      await cable.send(new TextEncoder().encode(`${text}\r`))
      return page.when(`what comes of ${text}`, ({ feedback }) => feedback.at !== at)
    }
  }
}

function isRed({ feedback: { face, message } }: View, why: DiskWhy): boolean {
  return face === 'refused' && message.code === 'diskTrouble' && message.why === why
}

/** Scans that are taken or not, until one is not: what SQLite has of its log already takes some. */
async function scanUntilRed({ scan }: Table, why: DiskWhy): Promise<{ readonly view: View; readonly taken: number }> {
  for (let taken = 0; taken < 3000; taken += 1) {
    const view = await scan(`460000000${taken}`)
    if (isRed(view, why)) return { view, taken }
    expect(view.feedback.message.code).not.toBe('diskTrouble')
  }
  throw new Error('every scan was taken')
}

async function scansOnRecord({ page }: Table): Promise<number> {
  let count = 0
  for (let offset = 0; ; offset += 200) {
    const rows = await page.call('history.list', { offset, limit: 200 })
    count += rows.filter(({ kind }) => kind === 'scan').length
    if (rows.length < 200) return count
  }
}

describe.skipIf(noMounting !== null)(`on a disk of its own${noMounting === null ? '' : `: ${noMounting}`}`, () => {
  test('P10: a full disk is told in red by every door, nothing is taken, and packing goes on by itself when there is room', async () => {
    const disk = mountDisk(32)
    const table = await startTable(disk.folder)
    const { page, program, scan } = table
    disk.fill()
    const { view, taken } = await scanUntilRed(table, 'full')
    expect(view.question).toBeNull()
    expect(view.answers).toEqual([])
    // Each scan sounds anew, and the page's own are no others.
    const again = await scan('4600000000011')
    expect(again.feedback.at).toBeGreaterThan(view.feedback.at)
    expect(again.feedback.message).toEqual(view.feedback.message)
    const { at } = again.feedback
    expect(await page.try('scan.typed', { text: '4600000000012' })).toMatchObject({
      ok: false,
      error: { kind: 'notWritten' }
    })
    await page.when('the typed one', ({ feedback }) => feedback.at > at)
    expect(isRed(page.view(), 'full')).toBe(true)
    expect(program.process.exitCode).toBeNull()

    disk.free()
    const back = await page.when('room', ({ feedback }) => feedback.message.code === 'notWritten')
    expect(back.feedback).toMatchObject({ face: 'goOn', message: { isBack: true } })
    await scan(commandBarcode('newSupply'))
    expect(page.view().batch).not.toBeNull()
    // What the stage took is there, what it refused is not.
    expect(await scansOnRecord(table)).toBe(taken + 1)
    expect(readFileSync(join(disk.folder, 'logs', 'verstak.log'), 'utf8')).toContain('the disk takes writes again')
    expect(await program.stop()).toBe(0)
  })

  test('a seller’s account on a full disk is told why it can’t be opened, and is opened when there is room', async () => {
    const disk = mountDisk(8)
    const now = () => Date.now()
    const marketplace = await startMarketplace({ seed: 1, orders: 3, now, monotonic: () => performance.now() })
    onTestFinished(() => marketplace.close())
    vi.stubEnv('VERSTAK_MARKETPLACE_URL', marketplace.url)
    onTestFinished(() => void vi.unstubAllEnvs())
    const program = await startProgram(disk.folder)
    onTestFinished(() => program.kill())
    const page = await openPage(program.address)
    disk.fill()
    const refused = await page.call('account.connect', { token: marketplace.token, keep: 'thisRun' })
    expect(refused).toMatchObject({ kind: 'trouble', trouble: { why: 'full', backup: null } })
    expect(await page.call('account.mend', { how: 'again' })).toMatchObject({
      kind: 'trouble',
      trouble: { why: 'full' }
    })
    expect(page.view().mode).toBe('setup')
    disk.free()
    expect(await page.call('account.mend', { how: 'again' })).toMatchObject({ kind: 'ok', account: { trouble: null } })
    await page.when('the orders', ({ counts }) => counts.fresh === 3)
  })

  test('a program on a full disk ends when it is asked to', async () => {
    const disk = mountDisk(32)
    const table = await startTable(disk.folder)
    disk.fill()
    await scanUntilRed(table, 'full')
    expect(await table.program.stop()).toBe(0)
  })

  test('a disk that turns read-only while at work is told in red, and the program lives on', async context => {
    const disk = mountFrailDisk()
    if (disk === null) return context.skip('no file can be mounted as a disk here')
    const table = await startTable(disk.folder)
    await table.scan(commandBarcode('newSupply'))
    disk.breakDown()
    const { view } = await scanUntilRed(table, 'readOnly')
    expect((await table.scan('4600000000011')).feedback.at).toBeGreaterThan(view.feedback.at)
    expect(table.program.process.exitCode).toBeNull()
    expect(await table.program.stop()).toBe(0)
  })

  test.each([
    { name: 'full', spoil: (disk: ReturnType<typeof mountDisk>) => disk.fill(), says: 'Диск заполнен' },
    { name: 'read-only', spoil: (disk: ReturnType<typeof mountDisk>) => disk.setReadOnly(), says: 'нельзя писать' }
  ])('a start on a $name disk says so in words', async ({ spoil, says }) => {
    const disk = mountDisk(4)
    spoil(disk)
    const child = spawn(process.execPath, [MAIN, '--no-open', '--practice', '--data', join(disk.folder, 'data')])
    let printed = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text))
    const [code] = (await once(child, 'close')) as [number | null]
    expect(printed).toContain(says)
    expect(printed).not.toMatch(/^\s+at |node:/m)
    expect(code).toBe(1)
  })
})

test.skipIf(spawnSync('prlimit', ['--version']).status !== 0)(
  'a disk that fails at each write is told in red, and the program goes on when it writes again',
  async () => {
    const table = await startTable(tempFolder())
    const { program, page, scan } = table
    const limit = (bytes: string) =>
      spawnSync('prlimit', ['--pid', String(program.process.pid), `--fsize=${bytes}:unlimited`])
    limit('1')
    expect(isRed(await scan('4600000000011'), 'failing')).toBe(true)
    expect(isRed(await scan('4600000000012'), 'failing')).toBe(true)
    limit('unlimited')
    await page.when('writes', ({ feedback }) => feedback.message.code === 'notWritten')
    await scan(commandBarcode('newSupply'))
    expect(page.view().batch).not.toBeNull()
    expect(await scansOnRecord(table)).toBe(1)
  }
)

test.each([
  { how: 'moved away', vanish: (folder: string) => renameSync(folder, `${folder}-elsewhere`) },
  { how: 'deleted', vanish: (folder: string) => rmSync(folder, { recursive: true }) }
])('a data folder that is $how is noticed without a scan, and nothing is taken after it', async ({ how, vanish }) => {
  const folder = join(tempFolder(), 'data')
  mkdirSync(folder)
  const table = await startTable(folder)
  const { page, scan, program } = table
  vanish(folder)
  // Before anything was scanned.
  const view = await page.when('the loss', next => isRed(next, 'gone'))
  expect((await scan('4600000000011')).feedback).toMatchObject({ face: 'refused', message: view.feedback.message })
  expect(program.process.exitCode).toBeNull()
  if (how === 'deleted') return
  renameSync(`${folder}-elsewhere`, folder)
  await page.when('it is back', ({ feedback }) => feedback.message.code === 'notWritten')
  await scan(commandBarcode('newSupply'))
  expect(page.view().batch).not.toBeNull()
  expect(await scansOnRecord(table)).toBe(1)
})

test('P9: a scan right after the folder is gone is refused, however soon', async () => {
  const folder = join(tempFolder(), 'data')
  mkdirSync(folder)
  const { page, scan } = await startTable(folder)
  renameSync(folder, `${folder}-elsewhere`)
  const { feedback } = await scan('4600000000011')
  expect(feedback.message).toMatchObject({ code: 'diskTrouble', why: 'gone' })
  await until('a second look', () => isRed(page.view(), 'gone'))
})
