import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { keepPicture } from './keep-picture.ts'
import { call } from './practice-page.ts'

export const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 }
] as const
export const LOOKS = [
  { language: 'ru', theme: 'light' },
  { language: 'en', theme: 'light' },
  { language: 'ru', theme: 'dark' },
  { language: 'en', theme: 'dark' }
] as const

/** Keeps a picture of the page as it stands in each look and size; absent: all looks, both sizes. */
export type TakePicture = (
  page: Page,
  name: string,
  choice?: {
    readonly looks?: readonly (typeof LOOKS)[number][]
    readonly sizes?: readonly (typeof SIZES)[number][]
    /** Done once the look is set: what lets no setting be changed. */
    readonly onLook?: () => Promise<void>
  }
) => Promise<void>

/** Takes pictures into a folder, `NAME-LANGUAGE-THEME[-1920].png`. */
export function pictureTaker(out: string): TakePicture {
  return async (page, name, { looks = LOOKS, sizes = SIZES, onLook } = {}) => {
    for (const { language, theme } of looks) {
      await call(page, 'settings.set', { language, theme })
      await onLook?.()
      for (const size of sizes) {
        await page.setViewportSize(size)
        await page.evaluate(async () => {
          await document.fonts.ready
          await Promise.all([...document.images].map(image => image.decode()))
          await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
        })
        await page.locator('.status, .board').first().waitFor()
        await page.waitForFunction(() => !document.body.innerText.match(/Рисуем этикетку|Drawing the label/))
        const file = `${name}-${language}-${theme}${size.width === 1366 ? '' : `-${size.width}`}.png`
        // The large size is for judging the layout: two looks are enough.
        if (size.width === 1366 || (language === 'ru' && theme === 'light')) {
          await page.evaluate(steady)
          keepPicture(join(out, file), await page.screenshot())
        }
      }
    }
    await page.setViewportSize(SIZES[0])
  }
}

/** Runs in the page: what is different at every run (the hour, minutes left, a new supply's name) reads as it did in the last. */
function steady(): void {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const { currentNode } = texts
    currentNode.nodeValue = (currentNode.nodeValue ?? '')
      .replace(/^\d\d:\d\d$/, '14:05')
      .replace(/^\d+ \S+, \d\d:\d\d$/, moment => (/[а-я]/.test(moment) ? '4 авг., 14:05' : '4 Aug, 14:05'))
      .replace(/\d+(\s(?:мин|min))/, '11$1')
      .replace(/Verstak \d{4}-\d\d-\d\d · [0-9a-f]+/, 'Verstak 2026-08-04 · 3f9a1c')
  }
}
