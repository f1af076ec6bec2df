import type { Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import type { Input } from '../../shared/contract/contract.ts'
import { launchChromium } from './chromium.ts'
import { awaitView, call } from './practice-page.ts'
import { startProgram } from './program.ts'
import { tempFolder } from './temp-folder.ts'
import { until } from './until.ts'
import { createWedgeScanner } from './wedge-scanner.ts'

/** A new practice with such a heap of orders (`FBS,DBS,pickup`), and its page in Chromium; both end with the test. */
export async function openPractice(heap: string, height: 657 | 768 = 657) {
  const folder = tempFolder()
  const program = await startProgram(folder, ['--practice', '--heap', heap])
  onTestFinished(() => program.kill())
  const browser = await launchChromium()
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 1366, height } })
  await page.goto(program.address)
  return { page, folder }
}

/** One that has its orders, with a keyboard-wedge scanner: the test scans faster than a hand, and its machine may stumble between keys. */
export async function startPractice(heap: string, settings: Input<'settings.set'> = {}, height: 657 | 768 = 657) {
  const { page, folder } = await openPractice(heap, height)
  await awaitView(page, 'fresh orders', view => view.counts.fresh > 0)
  await call(page, 'settings.set', { wedgeGapMs: 500, repeatMs: 0, language: 'ru', ...settings })
  const { scan } = await createWedgeScanner(page)
  return { page, scan, folder }
}

/** Packs DBS or pickup orders of a claimed round whose things have no code but their own; `onPacked` hears of each parcel. */
export async function packParcels(
  { page, scan }: { readonly page: Page; readonly scan: (text: string) => Promise<unknown> },
  orderIds: readonly number[],
  onPacked: (orderId: number) => Promise<unknown> = async () => {}
): Promise<void> {
  const things = await call(page, 'practice.things', undefined)
  for (const id of orderIds) {
    await scan(things.find(({ orderId }) => orderId === id)?.codes[0]?.text ?? '')
    const { order } = await awaitView(page, 'a label', view => view.feedback.message.code === 'scanStickerBack')
    await scan(order?.sticker?.barcode ?? '')
    await awaitView(page, 'a packed parcel', view => view.order === null)
    await onPacked(order?.id ?? 0)
  }
}

/** A person's Enter: one that follows a scan at once is the scanner's, and presses nothing, so it may take a second one. */
export const enterUntil = (page: Page, what: string, isSo: () => Promise<boolean>) =>
  until(what, async () => {
    await page.keyboard.press('Enter')
    return isSo()
  })
