import { expect, test } from 'vitest'
import type { View } from '../../shared/view/view.ts'
import { useGallery } from '../renderer/gallery-page.ts'

/* A question that is open, before a fake station. */

const gallery = useGallery()

test('whatever is scanned while a question is open: the question stays, and what was refused is said under it', async () => {
  const { page } = gallery
  await gallery.open('scene=ask-gtin', '.stage[data-face=ask]')
  const question = await page.textContent('.stage-title')
  await page.evaluate(() => {
    const { station } = window as unknown as { station: { show: (change: (view: View) => View) => void } }
    const feedback = { face: 'refused', message: { code: 'unknownBadge', badge: 'X9' }, at: Date.now() } as const
    station.show(view => ({ ...view, feedback }))
  })
  await page.waitForSelector('.stage-hint >> text=X9')
  expect(await page.textContent('.stage-title')).toBe(question)
  expect(await page.getAttribute('.stage', 'data-face')).toBe('ask')
  expect(await page.locator('.answer').count()).toBe(2)

  // On another screen too.
  await page.evaluate(() => (location.hash = '#/orders'))
  await page.waitForSelector('.strip[data-face=ask] >> text=X9')
  expect(await page.textContent('.strip')).toContain(question)
})

test('a supply that the marketplace is still at work on: since when, and "try now" or "wait on" by scanner', async () => {
  const { page } = gallery
  await gallery.open(
    `scene=ask-processing&settings=${encodeURIComponent('{"language":"ru"}')}`,
    '.stage[data-face=ask]'
  )
  const since = await page.evaluate(() => {
    const { station } = window as unknown as { station: { invoke: (name: string) => Promise<{ value: View }> } }
    return station.invoke('view.get').then(({ value: { question } }) => {
      const hitch = question?.code === 'deliveryStuck' ? question.hitch : null
      return hitch?.kind === 'processing' ? new Date(hitch.since ?? 0).toTimeString().slice(0, 5) : ''
    })
  })
  const said = await page.textContent('.stage-said')
  expect(said).toContain('Маркетплейс ещё обрабатывает поставку')
  expect(said).toContain(`с ${since}`)
  expect(await page.locator('.answer').allInnerTexts()).toEqual(['Да', 'Нет'])
})
