import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { openChromium } from './open-chromium.ts'
import { servePage, type ServedPage } from './serve-page.ts'

/** The built page before a fake station in a real browser, for all tests of a file; each test has a page of its own. */
export interface Gallery {
  readonly page: Page
  /** Opens `scene=…&settings=…#/screen` and waits for what the selector names. */
  open(query: string, selector: string): Promise<void>
}

/** Call it once at the top of a test file. */
export function useGallery(): Gallery {
  let served: ServedPage
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    served = await servePage()
    browser = await openChromium()
  })

  afterAll(async () => {
    await browser.close()
    await served.close()
  })

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    return () => page.close()
  })

  return {
    get page() {
      return page
    },
    async open(query, selector) {
      await page.goto(`${served.address}?${query}`)
      await page.waitForSelector(selector)
    }
  }
}
