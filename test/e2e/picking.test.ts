import { expect, test } from 'vitest'
import { makeTexts } from '../../renderer/i18n/index.ts'
import { startPractice } from '../support/practice-desk.ts'
import { awaitView, call, openSupply } from '../support/practice-page.ts'

/* What to fetch from the warehouse, and the stickers of it as a wave in the same order. */

async function withPlaces(articles: readonly string[]) {
  const desk = await startPractice('12,0,0', { signIn: false })
  const cards = articles.map((code, place) => ({
    code,
    name: '',
    color: '',
    size: '',
    // Ten comes after two.
    place: `A-${12 - place}`,
    picture: ''
  }))
  const begun = await call(desk.page, 'cards.beginOwn', undefined)
  const batch = begun.kind === 'open' ? begun.batch : ''
  await call(desk.page, 'cards.keepOwn', { batch, cards })
  await call(desk.page, 'cards.ownIsWhole', { batch })
  return desk
}

test('the pick list of a supply stands in the order of places, and prints on A4, and on labels where no receipt printer is', async () => {
  const { page, scan } = await withPlaces(['mug-enamel-350', 'tshirt-basic-m-white', 'phone-nova-128'])
  const { picking: words } = makeTexts('ru')
  await page.addInitScript(() => {
    window.print = () =>
      document.body.setAttribute('data-printed', document.querySelector('.print-sheet')?.textContent ?? '')
  })
  await page.reload()
  await openSupply(page, scan)
  const { batch } = await awaitView(page, 'a supply', view => view.batch !== null)
  await page.evaluate(() => void (location.hash = '#/supplies'))
  await page.locator('.supplies-row').first().click()
  await page.getByRole('button', { name: words.title }).click()
  const list = await call(page, 'picking.list', { scope: { kind: 'batch', batchId: batch?.id ?? '' } })
  expect(list?.things).toBe(batch?.total)
  const places = (list?.lines ?? []).map(({ card }) => card?.place ?? '')
  const named = places.filter(place => place !== '')
  expect(named).toEqual(named.toSorted((a, b) => Number(a.slice(2)) - Number(b.slice(2))))
  expect(places.slice(0, named.length)).toEqual(named)
  const rows = page.locator('.row-list li .picking-row')
  await expect.poll(() => rows.count()).toBe(list?.lines.length)
  expect(await rows.first().textContent()).toContain(list?.lines[0]?.article)

  await page.getByRole('button', { name: words.printA4 }).click()
  await expect.poll(() => page.locator('body').getAttribute('data-printed')).toContain(list?.lines[0]?.article)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.print-sheet').isVisible()).toBe(true)
  expect(await page.locator('.rail').isVisible()).toBe(false)
  await page.emulateMedia({ media: 'screen' })

  const before = (await call(page, 'jobs.list', { offset: 0, limit: 50 })).length
  await page.getByRole('button', { name: words.print, exact: true }).click()
  await expect
    .poll(async () => {
      const jobs = await call(page, 'jobs.list', { offset: 0, limit: 50 })
      return jobs.slice(0, jobs.length - before).map(({ source }) => source.kind === 'own' && source.label.kind)
    })
    .toContain('pickSheet')
}, 240_000)

test('a wave comes out in the order of places behind separators that name them; what has not left is stopped on any screen', async () => {
  const { page, scan } = await withPlaces(['mug-enamel-350', 'tshirt-basic-m-white', 'phone-nova-128'])
  const { picking: words } = makeTexts('ru')
  await openSupply(page, scan)
  const { batch } = await awaitView(page, 'a supply', view => view.batch !== null)
  await expect
    .poll(async () => {
      const { rows } = await call(page, 'orders.list', {
        lives: null,
        supplyId: batch?.id ?? '',
        search: '',
        offset: 0,
        limit: 50
      })
      return rows.every(({ partB }) => partB !== null)
    })
    .toBe(true)
  await call(page, 'practice.setPaper', { loaded: false })
  await scan('VRSTK-WAVE')
  await awaitView(page, 'the question', ({ question }) => question?.code === 'wholeWave')
  await scan('VRSTK-YES')
  const jobs = await call(page, 'jobs.list', { offset: 0, limit: 50 })
  const separators = jobs
    .toReversed()
    .flatMap(({ source }) => (source.kind === 'own' && source.label.kind === 'separator' ? [source.label] : []))
  const places = separators.map(({ place }) => place).filter(place => place !== '')
  expect(places.length).toBeGreaterThan(0)
  expect(places).toEqual(places.toSorted((a, b) => Number(a.slice(2)) - Number(b.slice(2))))
  // The name is the marketplace's card's.
  expect(separators[0]?.name).not.toBe('')

  // It can be seen and stopped from wherever somebody is.
  await page.evaluate(() => void (location.hash = '#/queue'))
  const strip = page.getByRole('status').filter({ hasText: words.left(1).slice(0, 8) })
  await strip.waitFor()
  await page.getByRole('button', { name: words.stop }).click()
  await awaitView(page, 'nothing waits', view => view.printers.every(({ waiting }) => waiting === 0))
  const stopped = await call(page, 'jobs.list', { offset: 0, limit: 50 })
  expect(stopped.some(({ state }) => state.kind === 'failed')).toBe(true)
}, 240_000)
