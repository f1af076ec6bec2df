import { expect, test } from 'vitest'
import { makeTexts } from '../../renderer/i18n/index.ts'
import { startPractice } from '../support/practice-desk.ts'
import { call, marketplaceOf } from '../support/practice-page.ts'
import { until } from '../support/until.ts'

/* Passes to the marketplace's warehouses, by the page against the practice marketplace. */

test('a supply proposes the pass that its warehouse asks for; it is made by the rules, changed and deleted; the next one has to wait', async () => {
  const { page, folder } = await startPractice('1,0,0')
  const marketplace = await marketplaceOf(folder)
  const { passes: words } = makeTexts('ru')
  const passes = async () => (await marketplace.state()).passes
  // Bulky goods go to a warehouse with a gate.
  await marketplace.post('orders', { count: 1, cargoType: 2, requiredMeta: [], optionalMeta: [] })
  const bulky = (await marketplace.state()).orders.at(-1)?.id ?? 0
  await call(page, 'settings.set', { pollSeconds: 5, signIn: false })
  await until('the order', async () => (await call(page, 'orders.get', { orderId: bulky })) !== null)
  await call(page, 'orders.claim', { orderIds: [bulky], supply: { kind: 'new', name: 'Gate' } })
  await page.evaluate(() => void (location.hash = '#/supplies'))
  await page.locator('.supplies-row').first().click()
  await page.locator('.pass-wanted').getByRole('button', { name: words.make }).click()
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#\/passes\/\d+$/)

  const form = page.locator('form.side')
  const make = form.getByRole('button', { name: words.make })
  await form.getByLabel(words.fields.lastName).fill('Ли')
  await form.getByLabel(words.fields.firstName).fill('Ян')
  await form.getByLabel(words.fields.carModel).fill('ГАЗель')
  await form.getByLabel(words.fields.carNumber).fill('А-12')
  expect(await form.textContent()).toContain(words.problems.nameLength)
  expect(await form.textContent()).toContain(words.problems.carNumber)
  expect(await make.isDisabled()).toBe(true)
  await form.getByLabel(words.fields.firstName).fill('Учебный')
  await form.getByLabel(words.fields.carNumber).fill('а 123 вс')
  await make.click()
  await expect.poll(async () => (await passes()).map(({ carNumber }) => carNumber)).toEqual(['А123ВС'])
  const [made] = await passes()
  expect(made?.officeId).toBe((await marketplace.state()).orders.find(({ id }) => id === bulky)?.officeId)

  // One in ten minutes; its driver is remembered, and nothing is proposed any more.
  await expect.poll(() => form.locator('.handover-left').textContent()).toMatch(/ (?:9|10):\d\d$/)
  expect(await make.isDisabled()).toBe(true)
  expect(await form.getByLabel(words.fields.lastName).inputValue()).toBe('Ли')
  const early = await call(page, 'passes.save', {
    passId: null,
    officeId: made?.officeId ?? 0,
    firstName: 'Учебный',
    lastName: 'Водитель',
    carModel: 'ГАЗель',
    carNumber: 'В456ЕК'
  })
  expect(early.kind).toBe('early')
  expect(await passes()).toHaveLength(1)

  await page.locator('.passes-row').click()
  expect(await form.textContent()).toContain(words.problems.lastNameShort)
  await form.getByLabel(words.fields.lastName).fill('Долгополов')
  await form.getByRole('button', { name: words.save }).click()
  await expect.poll(async () => (await passes())[0]?.lastName).toBe('Долгополов')
  await page.getByRole('button', { name: words.deleteOf('А123ВС') }).click()
  await page
    .locator('dialog[open]')
    .getByRole('button', { name: words.deleteOf('А123ВС') })
    .click()
  await expect.poll(passes).toEqual([])
}, 240_000)
