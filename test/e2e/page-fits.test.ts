import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium, overflowing } from '../renderer/open-chromium.ts'
import { SCENES } from '../renderer/scenes.ts'
import { servePage, type ServedPage } from '../renderer/serve-page.ts'

/* The smallest screen: the packing table never scrolls and cuts nothing, whatever it has to say. */

let served: ServedPage
let browser: Browser

beforeAll(async () => {
  served = await servePage()
  browser = await openChromium()
})

afterAll(async () => {
  await browser.close()
  await served.close()
})

test.each([
  { language: 'ru', textSize: 'normal' },
  { language: 'ru', textSize: 'huge' }
])('at 1366 × 768 every face fits, $language, $textSize letters', async settings => {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  const troubles: string[] = []
  page.on('pageerror', error => troubles.push(error.message))
  for (const scene of Object.keys(SCENES).filter(name => name !== 'setup')) {
    await page.goto(`${served.address}?scene=${scene}&settings=${encodeURIComponent(JSON.stringify(settings))}`)
    await page.waitForSelector('.stage')
    await page.evaluate(() => document.fonts.ready)
    const found = await page.evaluate(overflowing)
    troubles.push(...found.map(trouble => `${scene}: ${trouble}`))
  }
  await page.close()
  expect(troubles).toEqual([])
})
