import { expect, test } from 'vitest'
import { useGallery } from '../renderer/gallery-page.ts'
import { overflowing } from '../renderer/open-chromium.ts'
import { SCENES } from '../renderer/scenes.ts'

/* The smallest screen: the packing table never scrolls and cuts nothing, whatever it has to say; no other screen is wider than it. */

const gallery = useGallery()

test.each([
  { language: 'ru', textSize: 'normal' },
  { language: 'ru', textSize: 'huge' }
])('at 1366 × 768 every face fits, $language, $textSize letters', async settings => {
  const { page } = gallery
  const troubles: string[] = []
  page.on('pageerror', error => troubles.push(error.message))
  for (const scene of Object.keys(SCENES).filter(name => name !== 'setup')) {
    await gallery.open(`scene=${scene}&settings=${encodeURIComponent(JSON.stringify(settings))}`, '.stage')
    await page.evaluate(() => document.fonts.ready)
    const found = await page.evaluate(overflowing)
    troubles.push(...found.map(trouble => `${scene}: ${trouble}`))
  }
  expect(troubles).toEqual([])
})

test.each([
  { language: 'ru', textSize: 'normal' },
  { language: 'en', textSize: 'normal' },
  { language: 'ru', textSize: 'huge' }
])('at 1366 × 768 no panel of the devices is too wide, $language, $textSize letters', async settings => {
  const { page } = gallery
  const troubles: string[] = []
  page.on('pageerror', error => troubles.push(error.message))
  for (const scene of ['devices-many', 'devices-none']) {
    const query = `scene=${scene}&settings=${encodeURIComponent(JSON.stringify(settings))}#/devices`
    await gallery.open(query, '.devices-panel')
    await page.evaluate(() => document.fonts.ready)
    const choices = page.locator('.devices-head button, button.device-row')
    for (const index of Array(await choices.count()).keys()) {
      const choice = choices.nth(index)
      await choice.click()
      // The panel follows the address, a moment later.
      await choice.and(page.locator("[aria-current='true'], [aria-pressed='true']")).waitFor()
      for (const part of await page.locator('.devices-panel summary').all()) await part.click()
      const found = await page.evaluate(tooWide)
      troubles.push(...found.map(trouble => `${scene} ${index}: ${trouble}`))
    }
  }
  expect(troubles).toEqual([])
})

/** Runs in the page: what reaches out of its box sideways, and what of the rail and the bars does not fit. */
function tooWide(): readonly string[] {
  const boxes = '.devices, .devices *, .rail, .rail-item, .status-line, .top-bar'
  return [...document.querySelectorAll<HTMLElement>(boxes)]
    .filter(box => !box.matches('.one-line, input, select, option') && box.scrollWidth > box.clientWidth + 2)
    .filter(box => getComputedStyle(box).display !== 'inline')
    .map(
      box =>
        `${box.tagName} ${box.className}: ${box.scrollWidth} in ${box.clientWidth}, ${box.textContent.slice(0, 40)}`
    )
}
