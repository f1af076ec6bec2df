import { expect, test } from 'vitest'
import { makeTexts } from '../../renderer/i18n/index.ts'
import { commandBarcode } from '../../shared/domain/scanning/commands.ts'
import { dayAfter } from '../../shared/domain/orders/moscow-day.ts'
import { startPractice } from '../support/practice-desk.ts'
import { awaitView, call } from '../support/practice-page.ts'

const { shipping: words, names } = makeTexts('ru')

test('a point is pressed on the stage, changed by its street on the supply’s panel, and listed as the usual one', async () => {
  const { page, scan } = await startPractice('30,0,0')
  const chosen = async () => (await call(page, 'supplies.list', undefined))[0]?.shipping

  await scan(commandBarcode('newSupply'))
  await page.click(".answers .answer[data-named='true'] >> nth=0")
  await awaitView(page, 'the choice', view => view.feedback.message.code === 'pointChosen')
  const first = await chosen()

  await page.goto(`${page.url().replace(/#.*/, '')}#/supplies`)
  await page.click('.supplies-row')
  await page.getByRole('button', { name: words.change }).click()
  await page.getByLabel(words.city).fill('санкт-петербург')
  await page.getByLabel(words.street).fill('зеленая')
  await page.click('.points-row >> nth=0')
  await expect.poll(chosen).toMatchObject({ point: { city: 'Санкт-Петербург' }, state: { kind: 'accepted' } })
  expect((await chosen())?.point.address).toContain('ул. Зелёная')
  const tomorrow = dayAfter(first?.day ?? '')
  await page.getByLabel(words.day).fill(tomorrow)
  await expect.poll(chosen).toMatchObject({ day: tomorrow, state: { kind: 'accepted' } })
  // Waybills are off: no carrier is offered.
  expect(await page.getByLabel(words.type).locator('option').allTextContents()).toEqual([words.types.selfShipping])

  await page.goto(`${page.url().replace(/#.*/, '')}#/settings`)
  const route = page.getByLabel(words.route(658_434, names.cargoTypes[1] ?? ''))
  await expect.poll(() => route.locator('option').allTextContents()).toHaveLength(2)
  expect(await route.inputValue()).toBe(String(first?.point.id))
  await page.getByRole('button', { name: words.askAgain }).click()
  await expect.poll(() => page.getByText(words.noUsual).count()).toBe(1)
})
