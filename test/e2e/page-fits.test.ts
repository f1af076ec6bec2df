import { expect, test } from 'vitest'
import { useGallery } from '../renderer/gallery-page.ts'
import { overflowing } from '../renderer/overflowing.ts'
import { SCREENS } from '../../renderer/route.ts'
import { SCENES } from '../renderer/scenes.ts'
import { SCROLLS_BELOW, TEXT_SIZES } from '../renderer/stage-tests.ts'

/* Every scene fits its screen, and no screen is wider than its room; what the stage says is looked at in `stage-fits-*`. */

const gallery = useGallery()

/** Scenes of the first run, which have no stage. */
const isSetup = (scene: string) => scene.startsWith('setup')

test.each([
  { language: 'ru', textSize: 'normal' },
  { language: 'ru', textSize: 'huge' }
])('at 1366 × 657 every scene fits, practice beside it too, $language, $textSize letters', async settings => {
  const { page } = gallery
  const troubles: string[] = []
  page.on('pageerror', error => troubles.push(error.message))
  await page.setViewportSize({ width: 1366, height: 657 })
  for (const scene of Object.keys(SCENES).filter(name => !isSetup(name))) {
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

test.each([
  [1366, 657],
  [1093, 614]
])(
  'at %i × %i supplies are told apart beside the panel of one, and nothing of a row is cut off',
  async (width, height) => {
    const { page } = gallery
    await page.setViewportSize({ width, height })
    await gallery.open('scene=waiting-item#/supplies', '.supplies-row')
    await page.locator('.supplies-row').first().click()
    await page.locator('.side').waitFor()
    const cut = await page.evaluate(() => {
      const names = [...document.querySelectorAll('.supplies-row > b')]
      const lists = [...document.querySelectorAll('.row-list')]
      return [...names, ...lists].filter(one => one.scrollWidth > one.clientWidth).map(({ textContent }) => textContent)
    })
    expect(cut).toEqual([])
  }
)

test.each([
  [1366, 657],
  [683, 384]
])('at %i × %i the counter and the settings are no wider than their room, whatever is said', async (width, height) => {
  const { page } = gallery
  await page.setViewportSize({ width, height })
  const troubles: string[] = []
  for (const language of ['ru', 'en'] as const) {
    for (const textSize of TEXT_SIZES) {
      const settings = encodeURIComponent(JSON.stringify({ language, textSize }))
      for (const screen of ['handover', 'settings']) {
        await gallery.open(`scene=waiting-item&settings=${settings}#/${screen}`, `.${screen}`)
        await page.evaluate(() => document.fonts.ready)
        if (screen === 'handover') {
          const [first, second] = await page.locator('.handover input').all()
          await first?.fill('1234567890-0011')
          await second?.fill('1234')
          await page.keyboard.press('Enter')
          await page.locator(".handover-words[data-face='refused'], .handover-words[data-face='done']").waitFor()
        }
        const found = await page.evaluate(overflowing)
        // Where the page may scroll, the rail does.
        const real = found.filter(trouble => height >= SCROLLS_BELOW || !trouble.startsWith('overflow: rail '))
        troubles.push(...real.map(trouble => `${screen} ${language} ${textSize}: ${trouble}`))
      }
    }
  }
  expect(troubles).toEqual([])
})

test.each([
  [1366, 657],
  [1024, 600]
])(
  'at %i × %i with huge letters no screen is wider than its room, and no button’s words are cut',
  async (width, height) => {
    const { page } = gallery
    await page.setViewportSize({ width, height })
    const troubles: string[] = []
    for (const language of ['ru', 'en'] as const) {
      const settings = encodeURIComponent(JSON.stringify({ language, textSize: 'huge', lockMinutes: 5 }))
      for (const screen of SCREENS) {
        await gallery.open(`scene=waiting-item&settings=${settings}#/${screen}`, 'main')
        await page.evaluate(() => document.fonts.ready)
        const found = await page.evaluate(cutWords)
        troubles.push(...found.map(trouble => `${screen} ${language}: ${trouble}`))
      }
    }
    expect(troubles).toEqual([])
  }
)

test.each([
  [1366, 657],
  [683, 384]
])(
  'at %i × %i the locked table says how it opens, whatever the letters, and its field has room',
  async (width, height) => {
    const { page } = gallery
    await page.setViewportSize({ width, height })
    for (const language of ['ru', 'en'] as const) {
      for (const textSize of TEXT_SIZES) {
        const settings = encodeURIComponent(JSON.stringify({ language, textSize, lockMinutes: 5 }))
        await gallery.open(`scene=locked&settings=${settings}#/pack`, '.lock')
        await page.evaluate(() => document.fonts.ready)
        const lock = page.locator('.lock')
        const place = await lock.locator('.lock-what').boundingBox()
        expect(place !== null && place.y >= 0 && place.y + place.height <= height, `${language} ${textSize}`).toBe(true)
        await lock.locator('button').click()
        await lock.locator('input').waitFor()
        const found = await page.evaluate(cutWords)
        expect(found, `${language} ${textSize}`).toEqual([])
      }
    }
  }
)

test.each([
  [1366, 657],
  [683, 384]
])(
  'at %i × %i what is wrong with the files, and rows that can’t be read, fit whatever the letters, to the last button',
  async (width, height) => {
    const { page } = gallery
    await page.setViewportSize({ width, height })
    const places = [
      ...Object.keys(SCENES)
        .filter(scene => isSetup(scene) && scene !== 'setup')
        .map(scene => ({ scene, hash: '', box: '.setup-trouble' })),
      { scene: 'damaged-rows', hash: '#/problems', box: '.damaged-rows' }
    ]
    const troubles: string[] = []
    for (const { scene, hash, box } of places) {
      for (const language of ['ru', 'en'] as const) {
        for (const textSize of TEXT_SIZES) {
          const settings = encodeURIComponent(JSON.stringify({ language, textSize }))
          await gallery.open(`scene=${scene}&settings=${settings}${hash}`, box)
          await page.evaluate(() => document.fonts.ready)
          const found = await page.evaluate(cutWords)
          const last = page.locator(`${box} button`).last()
          await last.scrollIntoViewIfNeeded()
          const place = await last.boundingBox()
          if (place === null || place.y < 0 || place.y + place.height > height)
            found.push('the last button is out of sight')
          troubles.push(...found.map(trouble => `${scene} ${language} ${textSize}: ${trouble}`))
        }
      }
    }
    expect(troubles).toEqual([])
  }
)

/** Runs in the page: what is wider than the page, and what of buttons and fields is cut. */
function cutWords(): string[] {
  const root = document.documentElement
  const wide = [root, ...document.querySelectorAll<HTMLElement>('main, .lock, .setup-trouble, .damaged-rows')]
    .filter(box => box.scrollWidth > box.clientWidth + 2)
    .map(box => `${box.className || box.tagName} ${box.scrollWidth} in ${box.clientWidth}`)
  const cut = [...document.querySelectorAll<HTMLElement>('.button, .chip, .check, .rail-item')]
    .filter(box => box.clientWidth > 0 && box.scrollWidth > box.clientWidth + 2)
    .map(box => `“${box.textContent}” ${box.scrollWidth} in ${box.clientWidth}`)
  return [...wide, ...cut]
}
