import { expect, test } from 'vitest'
import { call } from '../support/practice-page.ts'
import { startPractice } from '../support/practice-desk.ts'

test('Esc closes the panel of a supply, and does nothing on the packing table meanwhile; a new order’s state is said in words', async () => {
  const { page } = await startPractice('4,0,0')
  const { rows } = await call(page, 'orders.list', { lives: null, supplyId: null, search: '', offset: 0, limit: 10 })
  const base = page.url().split('#')[0] ?? ''
  await page.goto(`${base}#/orders`)
  const state = page.locator('.orders-row .orders-state').last()
  await state.waitFor()
  expect(await state.innerText()).toBe('Новый')
  const [first] = rows
  await call(page, 'orders.claim', { orderIds: [first?.id ?? 0], supply: { kind: 'new', name: 'Вечер' } })
  await page.goto(`${base}#/supplies`)
  await page.getByRole('button', { name: /Вечер/ }).click()
  const panel = page.getByRole('complementary', { name: 'Вечер' })
  await panel.waitFor()
  const { feedback } = await call(page, 'view.get', undefined)
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  expect((await call(page, 'view.get', undefined)).feedback).toEqual(feedback)
})
