import { expect, test } from 'vitest'
import { useGallery } from '../renderer/gallery-page.ts'

/* What must stand in sight however little room there is, and the keys of the lists, in the real page before a fake station. */

const gallery = useGallery()

test.each([
  ['courier', 'normal', 1024],
  ['courier', 'huge', 1366],
  ['courier', 'huge', 1093],
  ['orders', 'huge', 1366],
  ['orders', 'huge', 1093],
  ['orders/13833007', 'huge', 1093]
])('the time left is in sight in the list of %s with %s letters at %i px', async (hash, textSize, width) => {
  const { page } = gallery
  await page.setViewportSize({ width, height: 657 })
  const settings = encodeURIComponent(JSON.stringify({ textSize }))
  const screen = hash.split('/')[0]
  await gallery.open(`scene=waiting-item&settings=${settings}#/${hash}`, `button.${screen}-row`)
  const cut = await page.locator('.row-list').evaluate(list => {
    const edge = list.getBoundingClientRect().right
    return [...list.querySelectorAll('.row-left')]
      .filter(left => left.textContent !== '')
      .filter(left => left.getBoundingClientRect().right > edge || left.scrollWidth > left.clientWidth + 1)
      .map(left => left.textContent)
  })
  expect(cut).toEqual([])
})

test('of a supply’s long name the end, which tells it from others, stands in the header', async () => {
  const { page } = gallery
  await page.setViewportSize({ width: 900, height: 657 })
  const settings = encodeURIComponent(JSON.stringify({ textSize: 'huge' }))
  await gallery.open(`scene=waiting-item&settings=${settings}`, '.cut-name')
  const [begin, end] = await page.locator('.cut-name > span').all()
  expect(await begin?.evaluate(part => part.scrollWidth > part.clientWidth)).toBe(true)
  expect(await end?.evaluate(part => part.scrollWidth <= part.clientWidth)).toBe(true)
})

test('arrows lead from order to order; Esc closes the open one, then clears the search', async () => {
  const { page } = gallery
  await gallery.open('scene=waiting-item#/orders', 'button.orders-row')
  await page.getByRole('searchbox').fill('13 833')
  const focused = () => page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('aria-posinset'))
  await page.locator('button.orders-row').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect(await focused()).toBe('3')
  await page.keyboard.press('ArrowUp')
  expect(await focused()).toBe('2')
  await page.keyboard.press('Enter')
  await page.locator('.side').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator('.side').count()).toBe(0)
  expect(await page.getByRole('searchbox').inputValue()).toBe('13 833')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('')
})

test('a day stands beside its field as the page writes days', async () => {
  const { page } = gallery
  await gallery.open('scene=waiting-item#/history', '.chips')
  await page.getByRole('button', { name: 'Завершённые заказы' }).click()
  await page.getByLabel('Период с', { exact: true }).fill('2026-11-05')
  await page.getByText('5 ноября 2026').waitFor()
})
