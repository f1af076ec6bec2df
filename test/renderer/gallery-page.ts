import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import { launchChromium } from '../support/chromium.ts'

/** The built page before a fake station in a real browser, for all tests of a file; each test has a page of its own. */
export interface Gallery {
  readonly page: Page
  /** Opens `scene=…&settings=…#/screen` and waits for what the selector names. */
  open(query: string, selector: string): Promise<void>
}

/** Call it once at the top of a test file. */
export function useGallery(): Gallery {
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    browser = await launchChromium()
  })

  afterAll(async () => {
    await browser.close()
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
      await page.goto(`${inject('galleryAddress')}?${query}`)
      await page.waitForSelector(selector)
    }
  }
}
