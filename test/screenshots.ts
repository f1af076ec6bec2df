import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { PracticeThing } from '../shared/contract/practice-methods.ts'
import { commandBarcode } from '../shared/domain/scanning/commands.ts'
import { testCode } from '../shared/domain/scanning/scanner-test/codes.ts'
import { launchChromium } from './support/chromium.ts'
import { keepPicture } from './support/keep-picture.ts'
import { awaitView, call, openSupply } from './support/practice-page.ts'
import { startProgram } from './support/program.ts'
import { createWedgeScanner } from './support/wedge-scanner.ts'

/**
 * `npm run screenshots [-- FOLDER]`: the packing screen's main states, from a real practice run, into `docs/screens`. A picture that
 * differs from the one there by nothing the eye sees is left alone.
 */
const OUT = process.argv[2] ?? join(import.meta.dirname, '..', 'docs', 'screens')
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 }
] as const
const LOOKS = [
  { language: 'ru', theme: 'light' },
  { language: 'en', theme: 'light' },
  { language: 'ru', theme: 'dark' },
  { language: 'en', theme: 'dark' }
] as const

const folder = mkdtempSync(join(tmpdir(), 'verstak-screens-'))
mkdirSync(OUT, { recursive: true })
const program = await startProgram(folder, ['--practice', '--heap', '30,0,0'])
const browser = await launchChromium()
try {
  const page = await browser.newPage({ viewport: SIZES[0] })
  await page.goto(program.address)
  await takeAll(page)
} finally {
  await browser.close()
  await program.stop()
  rmSync(folder, { recursive: true, force: true })
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
  await take(page, 'devices', LOOKS.slice(0, 3))
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

async function take(page: Page, name: string, looks: readonly (typeof LOOKS)[number][] = LOOKS): Promise<void> {
  for (const { language, theme } of looks) {
    await call(page, 'settings.set', { language, theme })
    for (const size of SIZES) {
      await page.setViewportSize(size)
      await page.evaluate(async () => {
        await document.fonts.ready
        await Promise.all([...document.images].map(image => image.decode()))
        await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      })
      await page.locator('.status').first().waitFor()
      await page.waitForFunction(() => !document.body.innerText.match(/Рисуем этикетку|Drawing the label/))
      const file = `${name}-${language}-${theme}${size.width === 1366 ? '' : `-${size.width}`}.png`
      // The large size is for judging the layout: two looks are enough.
      if (size.width === 1366 || (language === 'ru' && theme === 'light')) {
        await page.evaluate(steady)
        keepPicture(join(OUT, file), await page.screenshot())
      }
    }
  }
}

/** Runs in the page: what is different at every run (the hour, minutes left, a new supply's name) reads as it did in the last. */
function steady(): void {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const { currentNode } = texts
    currentNode.nodeValue = (currentNode.nodeValue ?? '')
      .replace(/\b\d\d:\d\d\b/, '14:05')
      .replace(/\d+(\s(?:мин|min))/, '11$1')
      .replace(/Verstak \d{4}-\d\d-\d\d · [0-9a-f]+/, 'Verstak 2026-08-04 · 3f9a1c')
  }
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
