import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { decodeKeys, type KeyStroke } from '../../shared/domain/scanning/wedge.ts'
import { useGallery } from '../renderer/gallery-page.ts'
import { until } from '../support/until.ts'

/* The real page in a real browser before a fake station: what a keyboard-wedge scanner's keys do wherever the focus is. */

interface Call {
  readonly name: string
  readonly input: unknown
}

const CODE = '0104601234567893'
/** Slower than any scanner (ms between keys). */
const HUMAN = 130
/** A loaded machine may hold keys back: a scanner's may be this far apart (ms). */
const SETTINGS = encodeURIComponent(JSON.stringify({ wedgeGapMs: 200 }))

const gallery = useGallery()
let page: Page

beforeEach(() => {
  page = gallery.page
})

async function open(scene: string, hash = ''): Promise<void> {
  await gallery.open(`scene=${scene}&settings=${SETTINGS}${hash}`, '.rail')
}

/** Types as a scanner does: upper case with Shift held, GS as F8. */
async function scan(text: string): Promise<void> {
  for (const char of text) {
    if (char === '\u001d') await page.keyboard.press('F8')
    else if (/[A-Z]/.test(char)) await page.keyboard.press(`Shift+Key${char}`)
    else if (char === '!') await page.keyboard.press('Shift+Digit1')
    else await page.keyboard.press(char)
  }
}

function calls(): Promise<readonly Call[]> {
  return page.evaluate(() => (window as unknown as { station: { calls: readonly Call[] } }).station.calls)
}

async function scans(): Promise<readonly string[]> {
  const all = await calls()
  return all
    .filter(({ name }) => name === 'scan.keys')
    .map(({ input }) => decodeKeys((input as { readonly keys: readonly KeyStroke[] }).keys))
}

async function commands(): Promise<readonly unknown[]> {
  return (await calls()).filter(({ name }) => name === 'bench.command').map(({ input }) => input)
}

const firstScan = () => until('a scan', async () => (await scans())[0])

test('a scan into a focused field is sent, and leaves no trace in the field', async () => {
  await open('waiting-item', '#/orders')
  await page.focus('input[type=search]')
  await page.keyboard.type('лак', { delay: HUMAN })
  await scan(CODE)
  await page.keyboard.press('Enter')
  expect(await firstScan()).toBe(CODE)
  // No order of the list has it: it is the packing table's, and the list is found again as it was left.
  await page.waitForSelector('.stage')
  await page.evaluate(() => void (location.hash = '#/orders'))
  expect(await page.inputValue('input[type=search]')).toBe('лак')
})

test('what a person types into a field stays there', async () => {
  await open('waiting-item', '#/orders')
  await page.focus('input[type=search]')
  await page.keyboard.type('one-ring/13833', { delay: HUMAN })
  await page.keyboard.press('Enter')
  expect(await page.inputValue('input[type=search]')).toBe('one-ring/13833')
  expect(await scans()).toEqual([])
})

test('the Enter of a scan, and one that follows late, press no button that has the focus', async () => {
  await open('go-code')
  await page.focus('.command >> nth=2')
  await scan(CODE)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  expect(await firstScan()).toBe(CODE)
  expect(await commands()).toEqual([])
})

test('a scan without Enter is sent after a pause', async () => {
  await open('go-code')
  await scan('!uKEtQZVx')
  expect(await firstScan()).toBe('!uKEtQZVx')
})

test('F8 is GS inside a scan, at its beginning too, and a command when it comes alone', async () => {
  await open('go-code')
  const code = `\u001d${CODE}21aBc\u001d93dGVz`
  await scan(code)
  await page.keyboard.press('Enter')
  expect(await firstScan()).toBe(code)
  expect(await commands()).toEqual([])
  await page.keyboard.press('F8')
  await until('the command', async () => (await commands())[0])
  expect(await commands()).toEqual([{ command: 'supplyDone' }])
})

test('the keys of the table are its commands', async () => {
  await open('refused-used')
  for (const key of ['F2', 'F3', 'F4', 'F6', 'F9', 'Escape']) await page.keyboard.press(key, { delay: HUMAN })
  const expected = ['undo', 'reprint', 'skip', 'problem', 'print', 'acknowledge'].map(command => ({ command }))
  await until('six commands', async () => (await commands()).length === 6)
  expect(await commands()).toEqual(expected)
})

test('F7 opens a field in which a date is typed by hand and sent like a scan', async () => {
  await open('go-date')
  await page.keyboard.press('F7')
  await page.waitForSelector('.type-code input:focus')
  await page.keyboard.type('31.12.2027', { delay: HUMAN })
  await page.keyboard.press('Enter')
  const typed = await until('the date', async () => (await calls()).find(({ name }) => name === 'scan.typed'))
  expect(typed.input).toMatchObject({ text: '31.12.2027' })
})

test('a scan on another screen leads to the packing table, a slash there to its search', async () => {
  await open('waiting-item', '#/orders')
  await page.keyboard.press('/')
  await page.waitForSelector('input[type=search]:focus')
  expect(await page.inputValue('input[type=search]')).toBe('')
  await page.evaluate(() => {
    const { station } = window as unknown as {
      station: { show: (change: (view: { notes: readonly object[] }) => object) => void }
    }
    const feedback = { face: 'refused', message: { code: 'unreadable' }, at: Date.now() + 1 }
    station.show(view => ({ ...view, feedback, notes: [{ id: 'new', at: 0, text: '?', feedback }, ...view.notes] }))
  })
  await page.waitForSelector('.stage[data-face=refused]')
})

test('before there is an account a scan is not sent, and nothing is said to have failed', async () => {
  await gallery.open(`scene=setup&settings=${SETTINGS}`, '.setup')
  await scan(CODE)
  await page.keyboard.press('Enter')
  // What the page does next comes after the scan.
  await page.getByRole('button', { name: 'English' }).click()
  await until('the language', async () => (await calls()).some(({ name }) => name === 'settings.set'))
  expect(await scans()).toEqual([])
})
