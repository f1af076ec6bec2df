import type { Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { makeTexts } from '../../renderer/i18n/index.ts'
import type { Language } from '../../renderer/i18n/format.ts'
import type { Texts } from '../../renderer/i18n/texts.ts'
import { launchChromium } from './chromium.ts'
import { awaitView, call, marketplaceOf } from './practice-page.ts'
import { startProgram } from './program.ts'
import { tempFolder } from './temp-folder.ts'
import { createWedgeScanner } from './wedge-scanner.ts'

/** A practice station in Chromium, in one language, for the screens beside the packing table. */
export interface PracticeScreens {
  readonly page: Page
  readonly texts: Texts
  readonly folder: string
  readonly marketplace: Awaited<ReturnType<typeof marketplaceOf>>
  readonly scan: (text: string) => Promise<void>
  /** Goes there as the rail does. */
  show(hash: string): Promise<void>
}

/** Starts one with such a heap of orders (`FBS,DBS,pickup`), nobody on the list of packers. */
export async function startScreens(language: Language, heap: string): Promise<PracticeScreens> {
  const folder = tempFolder()
  const program = await startProgram(folder, ['--practice', '--heap', heap])
  onTestFinished(() => program.kill())
  const browser = await launchChromium()
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 1366, height: 657 } })
  await page.goto(program.address)
  await awaitView(page, 'fresh orders', view => view.counts.fresh > 0)
  await call(page, 'settings.set', { wedgeGapMs: 500, repeatMs: 0, pollSeconds: 60, signIn: false, language })
  const { scan } = await createWedgeScanner(page)
  return {
    page,
    folder,
    scan,
    texts: makeTexts(language),
    marketplace: await marketplaceOf(folder),
    show: async hash => {
      await page.evaluate(to => void (location.hash = to), hash)
    }
  }
}
