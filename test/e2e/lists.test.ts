import { expect, test } from 'vitest'
import { useGallery } from '../renderer/gallery-page.ts'
import { REFUSED_ORDER, REFUSED_WORDS } from '../renderer/fake-orders.ts'
import type { FakeStation } from '../renderer/fake-station.ts'
import type { Input } from '../../shared/contract/contract.ts'

/* The lists of orders, problems and the queue in the real page before a fake station. */

const gallery = useGallery()

test('a sticker is found by its number as printed; a chip that hides hits says how many, and shows them', async () => {
  const { page } = gallery
  await gallery.open('scene=waiting-item#/orders', '.orders-row')
  // The fifth order is packed: not among the new ones, which the screen starts with.
  await page.getByRole('searchbox').fill('231648 1005')
  await page.getByText('Под эти фильтры ничего не подходит').waitFor()
  await page.getByRole('button', { name: 'Ещё 1 среди остальных' }).click()
  await page.locator('.orders-row', { hasText: '13 833 005' }).waitFor()
  expect(await page.locator('button.orders-row').count()).toBe(1)
  expect(await page.getByRole('button', { name: 'Все', exact: true }).getAttribute('aria-pressed')).toBe('true')
})

test('the last column is the time left, under its name, amber in the last day and red in the last hours', async () => {
  const { page } = gallery
  await gallery.open('scene=waiting-item#/orders', 'button.orders-row')
  expect(await page.locator('.row-head').textContent()).toMatch(/Осталось$/)
  await page.getByRole('button', { name: 'Все', exact: true }).click()
  await page.getByRole('searchbox').fill('13 833 1')
  const left = (id: string) => page.locator('.orders-row', { hasText: id }).locator('.row-left')
  // The order numbered n came n hours ago, of 120.
  await expect.poll(() => left('13 833 116').textContent()).toMatch(/^[34]\sч/)
  expect(await left('13 833 116').getAttribute('data-urgency')).toBe('urgent')
  expect(await left('13 833 100').getAttribute('data-urgency')).toBe('soon')
  await page.getByRole('searchbox').fill('13 833 00')
  await expect.poll(() => left('13 833 004').textContent()).toMatch(/^4\sдня/)
  expect(await left('13 833 004').getAttribute('data-urgency')).toBe('calm')
  const urgent = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--refuse'))
  expect(urgent).not.toBe('')
})

test('a shipped order has no time left, neither in the list nor on its page, and its codes can’t be erased', async () => {
  const { page } = gallery
  await gallery.open('scene=waiting-item#/orders/13833006', '.side-code')
  expect(await page.locator('.side').textContent()).toContain('Отправлен')
  expect(await page.locator('.side').textContent()).not.toMatch(/осталось|просрочен/)
  expect(await page.getByRole('button', { name: 'Стереть' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Все', exact: true }).click()
  await page.getByRole('searchbox').fill('13833006')
  const shipped = page.locator('.orders-row', { hasText: '13 833 006' })
  await shipped.waitFor()
  expect(await shipped.locator('.row-left').textContent()).toBe('')
})

test.each(['normal', 'huge'])(
  'a refused order shows the same cause, remedy and marketplace’s words on the shelf, in the queue and on its page, none cut, %s letters',
  async textSize => {
    const { page } = gallery
    await page.setViewportSize({ width: 1093, height: 614 })
    const settings = encodeURIComponent(JSON.stringify({ textSize }))
    const told: string[] = []
    for (const [hash, place] of [
      ['problems', `.problems-row:has-text("${REFUSED_ORDER}") .row-why`],
      ['queue', `.queue-row:has-text("${REFUSED_ORDER}") .row-why`],
      [`orders/${REFUSED_ORDER.replaceAll('\u202f', '')}`, '.side-why']
    ] as const) {
      await gallery.open(`scene=waiting-item&settings=${settings}#/${hash}`, place)
      const words = page.locator(place).first()
      told.push((await words.innerText()).replace(/\s+/g, ' ').trim())
      const isCut = await words.evaluate(box =>
        [box, ...box.querySelectorAll('*')].some(
          part => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline'
        )
      )
      expect(isCut, hash).toBe(false)
    }
    expect(new Set(told).size, told.join('\n')).toBe(1)
    expect(told[0]).toContain(REFUSED_WORDS)
  }
)

test('of a long list the rows in sight are asked for, and anew when orders changed, not when anything else did', async () => {
  const { page } = gallery
  await gallery.open('scene=waiting-item#/orders', 'button.orders-row')
  await page.getByRole('button', { name: 'Все', exact: true }).click()
  await page.getByText('500 строк').waitFor()
  const asked = () =>
    page.evaluate(() => {
      const { station } = window as unknown as { readonly station: FakeStation }
      return station.calls.flatMap(({ name, input }) => (name === 'orders.list' ? [input as Input<'orders.list'>] : []))
    })
  await page.locator('.row-list').evaluate(list => list.scrollTo(0, 36 * 250))
  await page.locator('li[aria-posinset="256"]').waitFor()
  expect(await page.locator('li[aria-posinset="1"]').count()).toBe(0)
  expect((await asked()).every(({ limit }) => limit <= 100)).toBe(true)
  const before = (await asked()).length
  await page.evaluate(() => {
    const { station } = window as unknown as { readonly station: FakeStation }
    station.announce(['history', 'queue', 'jobs', 'setup'])
    station.announce(['orders'])
  })
  await expect.poll(asked).toHaveLength(before + 1)
  expect((await asked()).at(-1)).toMatchObject({ offset: 200, limit: 100 })
})
