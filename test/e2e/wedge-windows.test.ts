import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PracticeThing } from '../../shared/contract/practice-methods.ts'
import { commandBarcode } from '../../shared/domain/scanning/commands.ts'
import { formatForPerson } from '../../shared/domain/codes/gs1.ts'
import { makeEan13, makeMarkingCode } from '../../shared/domain/printing/samples.ts'
import { TEST_CODES } from '../../shared/domain/scanning/scanner-test/codes.ts'
import { launchChromium } from '../support/chromium.ts'
import { awaitView, call, marketplaceOf, openSupply } from '../support/practice-page.ts'
import { startProgram, type Program } from '../support/program.ts'
import { KEY_CODES, scannerKeys, startXDisplay, type SeparatorKeys, type XDisplay } from '../support/x-display.ts'

/*
 * A keyboard-wedge scanner's keys by the whole way: key codes into an X server with a layout of its own, through a real window of
 * Chromium, the real page and the browser host, into a practice station.
 */

/** As scanners come (ms from key to key). */
const KEY_DELAY = 6
const SEPARATORS: readonly SeparatorKeys[] = ['ctrl', 'f8', 'alt']

const folder = mkdtempSync(join(tmpdir(), 'verstak-test-'))
let display: XDisplay
let program: Program
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[display, program] = await Promise.all([
    startXDisplay(KEY_DELAY),
    startProgram(folder, ['--practice', '--heap', '30,0,0'])
  ])
  browser = await launchChromium(['--ozone-platform=x11', '--window-size=1366,768'], display.name)
  page = await browser.newPage({ viewport: null })
  await page.goto(program.address)
  await awaitView(page, 'fresh orders', view => view.counts.fresh > 0)
  // The machine of a test may hold keys back.
  await call(page, 'settings.set', { wedgeGapMs: 500, repeatMs: 0 })
  await page.evaluate(() => {
    const seen = { keys: '', capsLock: false }
    Object.assign(window, { seen })
    const note = (event: KeyboardEvent) => {
      if (event.key.length === 1) seen.keys += event.key
      seen.capsLock = event.getModifierState('CapsLock')
    }
    window.addEventListener('keyup', note, true)
  })
})

afterAll(async () => {
  await browser?.close()
  await program?.kill()
  await display?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What the window itself made of the keys since the last question, by the layout in force. */
function seenKeys(): Promise<{ readonly keys: string; readonly capsLock: boolean }> {
  return page.evaluate(() => {
    const { seen } = window as unknown as { seen: { keys: string; capsLock: boolean } }
    const { keys, capsLock } = seen
    seen.keys = ''
    return { keys, capsLock }
  })
}

/** Scans a text and gives what the station made of it. */
async function scan(text: string, separator: SeparatorKeys = 'ctrl'): Promise<string> {
  const before = (await call(page, 'view.get', undefined)).notes[0]?.id
  await display.press(scannerKeys(text, separator))
  const { notes } = await awaitView(page, `the scan of ${formatForPerson(text)}`, view => view.notes[0]?.id !== before)
  return notes[0]?.text ?? ''
}

const LAYOUTS = [
  { name: 'us', layouts: 'us', isRussian: false },
  { name: 'ru', layouts: 'ru', isRussian: true },
  { name: 'us and ru, with ru in force', layouts: 'us,ru', isRussian: true }
] as const

test.each(LAYOUTS)('layout $name: marking codes arrive exact, however GS is typed, CapsLock off and on', async how => {
  // xdotool locks the first layout with every key; the right Alt, while held, puts the second in force all the same.
  await display.setLayout(how.layouts, 'grp:switch')
  const release = how.layouts === 'us,ru' ? await display.hold(KEY_CODES.rightAlt) : null
  await display.press([{ keys: [KEY_CODES.numLock] }])
  let seed = 0
  for (const capsLock of [false, true]) {
    if (capsLock) await display.press([{ keys: [KEY_CODES.capsLock] }])
    await seenKeys()
    for (const separator of SEPARATORS) {
      seed += 1
      const code = makeMarkingCode({ gtin: makeEan13(seed), seed, tail: seed % 2 === 0 ? 'short' : 'crypto' })
      expect(await scan(code, separator), `${separator}, CapsLock ${capsLock}`).toBe(formatForPerson(code))
    }
    // The layout and the lock were truly in force.
    const seen = await seenKeys()
    expect(/[а-яё]/i.test(seen.keys), seen.keys).toBe(how.isRussian)
    expect(seen.capsLock).toBe(capsLock)
  }
  await display.press([{ keys: [KEY_CODES.capsLock] }, { keys: [KEY_CODES.numLock] }])
  await release?.()
})

test('a unit is packed under the Russian layout, and the marketplace has its marking code byte for byte', async () => {
  await display.setLayout('ru')
  const { batch: supply } = await openSupply(page, scan)
  const list = { lives: null, supplyId: supply?.id ?? '', search: '', offset: 0, limit: 200 } as const
  const { rows } = await call(page, 'orders.list', list)
  const mine = new Set(rows.map(({ id }) => id))
  const things = (await call(page, 'practice.things', undefined)).filter(({ orderId }) => mine.has(orderId))
  const thing = things.find(one => codeOf(one, 'sgtin') !== undefined && !codeOf(one, 'barcode')?.startsWith('2'))
  const code = codeOf(thing, 'sgtin') ?? ''
  await scan(codeOf(thing, 'barcode') ?? '')
  await awaitView(page, 'the question for the code', view => view.feedback.message.code === 'scanCode')
  await scan(code, 'alt')
  const marketplace = await marketplaceOf(folder)
  await expect
    .poll(async () => (await marketplace.state()).orders.flatMap(({ meta }) => meta['sgtin'] ?? []))
    .toContain(code)
})

test('a scanner is checked through the window: the four codes are fine, and the layout is named', async () => {
  await display.setLayout('ru')
  await page.evaluate(() => (location.hash = '#/devices'))
  await page.getByRole('button', { name: /Проверить сканер|Check a scanner/ }).click()
  for (const { id, text } of TEST_CODES) {
    await display.press(scannerKeys(text, 'ctrl'))
    const { scannerTest } = await awaitView(page, id, view => view.scannerTest?.last?.code === id)
    const kinds = scannerTest?.last?.findings.map(({ finding }) => finding.kind)
    expect(kinds, id).toEqual([id === 'digits' ? 'ok' : 'layoutRussian'])
  }
  await display.press(scannerKeys(commandBarcode('acknowledge'), 'ctrl'))
  await awaitView(page, 'the end of the check', view => view.scannerTest === null)
})

function codeOf(thing: PracticeThing | undefined, kind: string): string | undefined {
  return thing?.codes.find(one => one.kind === kind)?.text
}
