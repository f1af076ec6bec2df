import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'

/* The status line in the real page before a fake station: what is in trouble is told whole, and a press tells what to do. */

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})

afterAll(async () => {
  await browser.close()
})

async function open(settings: object = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  await page.goto(
    `${inject('galleryAddress')}?scene=devices-many&settings=${encodeURIComponent(JSON.stringify(settings))}`
  )
  await page.waitForSelector('.stage')
  await page.evaluate(() => document.fonts.ready)
  return page
}

test('a printer without paper is one press away from its remedy, and the rail counts what is in trouble', async () => {
  const page = await open()
  await page.locator('.status', { hasText: 'Короба: Нет бумаги, ждут 4' }).click()
  await page.locator('.devices-panel', { hasText: 'Заправьте ленту' }).waitFor()
  expect(await page.locator('.rail-item[aria-current=page]').textContent()).toBe('Устройства2')
  await page.locator('.status', { hasText: 'Сергей: отключён' }).click()
  await expect.poll(() => page.locator('.devices-panel').getAttribute('aria-label')).toBe('Сергей')
  await page.goBack()
  await expect.poll(() => page.locator('.devices-panel').getAttribute('aria-label')).toBe('Короба')
  await page.close()
})

test.each([
  { language: 'ru', textSize: 'normal' },
  { language: 'en', textSize: 'normal' },
  { language: 'ru', textSize: 'huge' }
])('no word of it is cut, the trouble is all there, $language, $textSize letters', async settings => {
  const page = await open(settings)
  const shown = await page.evaluate(() => {
    const line = document.querySelector('.status-line')?.getBoundingClientRect()
    return [...document.querySelectorAll<HTMLElement>('.status')]
      .filter(item => item.getBoundingClientRect().bottom <= (line?.bottom ?? 0))
      .map(item => {
        const words = item.querySelector<HTMLElement>('.one-line')
        const isCut = words === null || words.scrollWidth > words.clientWidth
        return { mood: item.dataset['mood'], isCut, isInside: item.getBoundingClientRect().right <= (line?.right ?? 0) }
      })
  })
  expect(shown.filter(({ isCut, isInside }) => isCut || !isInside)).toEqual([])
  expect(shown.filter(({ mood }) => mood !== 'fine')).toHaveLength(3)
  await page.close()
})
