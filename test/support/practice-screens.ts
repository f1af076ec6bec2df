import type { Page } from 'playwright-core'
import { makeTexts } from '../../renderer/i18n/index.ts'
import type { Language } from '../../renderer/i18n/format.ts'
import type { Texts } from '../../renderer/i18n/texts.ts'
import { startPractice } from './practice-desk.ts'
import { marketplaceOf } from './practice-page.ts'

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
  const quiet = { pollSeconds: 60, signIn: false, language }
  const { page, scan, folder } = await startPractice(heap, quiet)
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
