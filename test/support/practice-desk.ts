import type { Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { launchChromium } from './chromium.ts'
import { awaitView, call } from './practice-page.ts'
import { startProgram } from './program.ts'
import { tempFolder } from './temp-folder.ts'
import { until } from './until.ts'
import { createWedgeScanner } from './wedge-scanner.ts'

/** A page of a new practice with such a heap. */
export async function startPractice(heap: string) {
  const folder = tempFolder()
  const program = await startProgram(folder, ['--practice', '--heap', heap])
  onTestFinished(() => program.kill())
  const browser = await launchChromium()
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 1366, height: 657 } })
  await page.goto(program.address)
  await awaitView(page, 'fresh orders', view => view.counts.fresh > 0)
  await call(page, 'settings.set', { wedgeGapMs: 500, repeatMs: 0, language: 'ru' })
  const { scan } = await createWedgeScanner(page)
  return { page, scan, folder }
}

/** A person's Enter: one that follows a scan at once is the scanner's, and presses nothing, so it may take a second one. */
export const enterUntil = (page: Page, what: string, isSo: () => Promise<boolean>) =>
  until(what, async () => {
    await page.keyboard.press('Enter')
    return isSo()
  })
