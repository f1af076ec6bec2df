import { describe, expect, test } from 'vitest'
import type { Language } from '../../renderer/i18n/format.ts'
import { useGallery } from './gallery-page.ts'
import { everythingSaid } from './longest-words.ts'
import { fitsOf, type Fit } from './stage-fits.ts'

/** The least that an instruction may have (px): it reads at two metres. */
const SMALLEST = 30

/** What is left of a 1366×768 screen under a title bar and a task bar, at 125 %, and at 200 %, where the page may scroll. */
const SIZES = [
  [1366, 768],
  [1366, 657],
  [1280, 600],
  [1093, 614],
  [1024, 600],
  [683, 384]
] as const
export const TEXT_SIZES = ['normal', 'large', 'huge'] as const
/** At 200 % the page scrolls. */
export const SCROLLS_BELOW = 500

/** The tests that the packing table cuts nothing, whatever it has to say in a language, on whatever screen; each language in a file of its own, for they take long. */
export function testStage(language: Language): void {
  const gallery = useGallery()
  describe.each(SIZES)('at %i × %i', (width, height) => {
    test(`whatever the stage says is whole, and larger with larger text: ${language}`, async () => {
      const { page } = gallery
      const troubles: string[] = []
      page.on('pageerror', error => troubles.push(error.message))
      await page.setViewportSize({ width, height })
      const input = { said: everythingSaid(Date.now()), mayScroll: height < SCROLLS_BELOW }
      let smaller: readonly Fit[] = []
      for (const textSize of TEXT_SIZES) {
        await gallery.open(
          `scene=waiting-item&settings=${encodeURIComponent(JSON.stringify({ language, textSize }))}`,
          '.stage'
        )
        await page.evaluate(() => document.fonts.ready)
        const fits = await page.evaluate(fitsOf, input)
        for (const [index, { name, letters, troubles: found }] of fits.entries()) {
          troubles.push(...found.map(trouble => `${textSize} ${name}: ${trouble}`))
          const before = smaller[index]?.letters ?? 0
          if (letters < before) troubles.push(`${textSize} ${name}: shrinks from ${before} to ${letters} px`)
          if (letters < SMALLEST) troubles.push(`${textSize} ${name}: ${letters} px`)
        }
        smaller = fits
      }
      expect(troubles).toEqual([])
    })
  })
}
