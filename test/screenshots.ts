import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { PracticeThing } from '../shared/contract/practice-methods.ts'
import { commandBarcode } from '../shared/domain/scanning/commands.ts'
import { testCode } from '../shared/domain/scanning/scanner-test/codes.ts'
import { launchChromium } from './support/chromium.ts'
import { takeDesks } from './support/desk-pictures.ts'
import { pictureTaker, LOOKS, SIZES } from './support/picture-taker.ts'
import { awaitView, call, openSupply } from './support/practice-page.ts'
import { takeShift } from './support/shift-pictures.ts'
import { startProgram } from './support/program.ts'
import { createWedgeScanner } from './support/wedge-scanner.ts'

/**
 * `npm run screenshots [-- FOLDER]`: the packing screen's main states and the other screens, from real practice runs, into
 * `docs/screens`. A picture that
 * differs from the one there by nothing the eye sees is left alone.
 */
const OUT = process.argv[2] ?? join(import.meta.dirname, '..', 'docs', 'screens')
mkdirSync(OUT, { recursive: true })
const take = pictureTaker(OUT)
const browser = await launchChromium()
try {
  await onPractice('30,0,0', takeAll)
  await onPractice('12,3,2', (page, folder) => takeDesks(page, folder, take))
  await onPractice('12,0,0', page => takeShift(page, take))
} finally {
  await browser.close()
}

/** A new practice with such a heap, and a page of it. */
async function onPractice(heap: string, show: (page: Page, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'verstak-screens-'))
  const program = await startProgram(folder, ['--practice', '--heap', heap])
  const page = await browser.newPage({ viewport: SIZES[0] })
  try {
    await page.goto(program.address)
    await show(page, folder)
  } finally {
    await page.close()
    await program.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function takeAll(page: Page): Promise<void> {
  const { scan } = await createWedgeScanner(page)
  await awaitView(page, 'fresh orders', view => view.counts.fresh > 0)
  await call(page, 'settings.set', { wedgeGapMs: 500, repeatMs: 0 })
  await take(page, 'start')

  const { batch: supply } = await openSupply(page, scan)
  const list = { lives: null, supplyId: supply?.id ?? '', search: '', offset: 0, limit: 200 } as const
  for (;;) {
    const { rows } = await call(page, 'orders.list', list)
    if (rows.every(({ partB }) => partB !== null)) break
  }
  const mine = new Set((await call(page, 'orders.list', list)).rows.map(({ id }) => id))
  const things = (await call(page, 'practice.things', undefined)).filter(({ orderId }) => mine.has(orderId))
  await scan('VRSTK-P-1')
  const coded = find(things, thing => has(thing, 'sgtin') && !barcodeOf(thing).startsWith('2'))
  const foreign = find(things, thing => has(thing, 'sgtin') && barcodeOf(thing).startsWith('2'))
  const plain = find(things, thing => thing.codes.length === 1)

  await step(page, scan, barcodeOf(coded), 'scanCode')
  await take(page, 'scan-code')
  await step(page, scan, codeOf(coded, 'sgtin').replaceAll('\u001d', ''), 'badCode')
  await take(page, 'refused')
  await step(page, scan, codeOf(coded, 'sgtin'), 'scanStickerBack')
  await page.locator('.practice-label').first().waitFor()
  await take(page, 'scan-back')
  const { order } = await call(page, 'view.get', undefined)
  await step(page, scan, order?.sticker?.barcode ?? '', 'packed')
  await take(page, 'packed')
  await step(page, scan, barcodeOf(foreign), 'scanCode')
  await step(page, scan, codeOf(foreign, 'sgtin'), 'gtinDiffers')
  await take(page, 'question')
  await step(page, scan, commandBarcode('no'), 'scanCode')
  await step(page, scan, commandBarcode('skip'), 'skipped')
  await call(page, 'practice.setPaper', { loaded: false })
  await step(page, scan, barcodeOf(plain), 'waitPrinter')
  await take(page, 'no-paper')
  await call(page, 'practice.setPaper', { loaded: true })
  await showDevices(page)
  await checkScanner(page, scan)
}

/** The practice printer, ready, with its test label. */
async function showDevices(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '#/devices'))
  await page.locator('.device-picture img').waitFor()
  await take(page, 'devices', { looks: LOOKS.slice(0, 3) })
}

/** The check of a scanner that puts a prefix before each code and replaces GS. */
async function checkScanner(page: Page, scan: (text: string) => Promise<void>): Promise<void> {
  await page.evaluate(() => (location.hash = '#/devices'))
  await call(page, 'scannerTest.start', undefined)
  await scan(testCode('digits').text)
  await awaitView(page, 'the first code', view => view.scannerTest?.last?.code === 'digits')
  await scan(`A1${testCode('marking').text.replaceAll('\u001d', '-')}`)
  await awaitView(page, 'the findings', view => view.scannerTest?.last?.code === 'marking')
  await take(page, 'scanner-check')
  await call(page, 'scannerTest.stop', undefined)
}

async function step(page: Page, scan: (text: string) => Promise<void>, text: string, code: string): Promise<void> {
  await scan(text)
  await awaitView(page, code, view => view.feedback.message.code === code)
}

function find(things: readonly PracticeThing[], test: (thing: PracticeThing) => boolean): PracticeThing {
  const thing = things.find(test)
  if (thing === undefined) throw new Error('the practice table has no such thing')
  return thing
}

function has(thing: PracticeThing, kind: string): boolean {
  return thing.codes.some(code => code.kind === kind)
}

function codeOf(thing: PracticeThing, kind: string): string {
  return thing.codes.find(code => code.kind === kind)?.text ?? ''
}

function barcodeOf(thing: PracticeThing): string {
  return codeOf(thing, 'barcode')
}
