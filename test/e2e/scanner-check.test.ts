import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { TEST_CODES, type TestCodeId } from '../../shared/domain/scanning/scanner-test/codes.ts'
import { keyReading } from '../../shared/domain/scanning/scanner-test/reading.ts'
import { decodeKeys, type KeyStroke } from '../../shared/domain/scanning/wedge.ts'
import { useGallery } from '../renderer/gallery-page.ts'
import { decodePng } from '../support/decode.ts'
import { until } from '../support/until.ts'

/* The check of a scanner in the real page before a fake station: what stands on the screen, and what the keys tell. */

interface Call {
  readonly name: string
  readonly input: unknown
}

const gallery = useGallery()
let page: Page

beforeEach(() => {
  page = gallery.page
})

async function open(scene: string, theme = 'light'): Promise<void> {
  const settings = encodeURIComponent(JSON.stringify({ theme }))
  await gallery.open(`scene=${scene}&settings=${settings}#/devices`, '.scanner-test')
}

async function show(code: TestCodeId): Promise<void> {
  await page.evaluate(shown => {
    const { station } = window as unknown as { station: { show: (change: (view: object) => object) => void } }
    station.show(view => ({ ...view, scannerTest: { shown, scanner: null, results: [], last: null } }))
  }, code)
}

async function calls(name: string): Promise<readonly Call[]> {
  const all = await page.evaluate(() => (window as unknown as { station: { calls: readonly Call[] } }).station.calls)
  return all.filter(call => call.name === name)
}

test.each(['light', 'dark'])('each of the four codes reads off the screen as it should, on %s', async theme => {
  await open('scanner-check', theme)
  for (const { id, text } of TEST_CODES) {
    await show(id)
    const picture = page.locator('.scanner-test-picture')
    await page.waitForFunction(
      modules => document.querySelector('.scanner-test-picture')?.getAttribute('data-symbology') === modules,
      TEST_CODES.find(code => code.id === id)?.symbology
    )
    // The two marking codes have one symbology: the one before may still stand there for a moment.
    await expect.poll(async () => decodePng(await picture.screenshot()), { message: id }).toEqual([text])
  }
})

test('what may be done reads off the screen beside its buttons', async () => {
  await open('scanner-faults')
  const read = await decodePng(await page.locator('.scanner-test-acts').screenshot())
  expect(read.toSorted()).toEqual(['VRSTK-ACKNOWLEDGE', 'VRSTK-NEXT', 'VRSTK-YES'])
  await page.locator('.scanner-test-acts button').first().click()
  expect(await calls('scannerTest.apply')).toHaveLength(1)
})

test('keys that come too slowly for a scan are one here, with their times and the Enter that ended them', async () => {
  await open('scanner-check')
  await page.keyboard.type('2012345678903', { delay: 130 })
  await page.keyboard.press('Enter')
  const [scan] = await until('the scan', async () => {
    const scans = await calls('scan.keys')
    return scans.length > 0 && scans
  })
  const { keys } = (scan?.input ?? { keys: [] }) as { readonly keys: readonly KeyStroke[] }
  const reading = keyReading(decodeKeys(keys), keys)
  expect(reading).toMatchObject({ text: '2012345678903', end: 'cr' })
  expect(reading.keyGapMs).toBeGreaterThanOrEqual(125)
})

test('another screen ends the check, and so does Escape; the keys of the packing table mean nothing meanwhile', async () => {
  await open('scanner-check')
  await page.keyboard.press('F2')
  await page.keyboard.press('Escape')
  await until('the end', async () => (await calls('scannerTest.stop')).length === 1)
  expect(await calls('bench.command')).toEqual([])
  await page.evaluate(() => (location.hash = '#/orders'))
  await until('the end again', async () => (await calls('scannerTest.stop')).length === 2)
})
