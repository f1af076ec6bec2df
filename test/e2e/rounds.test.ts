import { expect, test } from 'vitest'
import { startPractice } from '../support/practice-desk.ts'
import { awaitView, call } from '../support/practice-page.ts'

/* Rounds on the page's screens: taken by scheme, named on every one of them, handed over by a button. */

const PATIENCE = { timeout: 20_000 }

async function startPage() {
  const { page, scan } = await startPractice('2,3,2', { pollSeconds: 5, signIn: false })
  await awaitView(page, 'fresh orders', view => view.counts.fresh === 7)
  const goTo = (screen: string) => page.evaluate(hash => (location.hash = hash), `#/${screen}`)
  return { page, scan, goTo }
}

test('DBS orders are chosen by their chip, packed under their mark, and handed to the courier on the supplies screen', async () => {
  const { page, scan, goTo } = await startPage()
  await goTo('orders')
  await page.locator('.list-tools').getByRole('button', { name: 'DBS' }).click()
  const marks = page.locator('li .orders-row .scheme-mark')
  await expect.poll(() => marks.allTextContents(), PATIENCE).toEqual(['DBS', 'DBS', 'DBS'])
  await page.getByRole('button', { name: 'Все новые, DBS' }).click()
  await page.getByRole('button', { name: 'В новую подборку' }).click()
  await awaitView(page, 'an open round', ({ batch }) => batch?.kind === 'round' && batch.scheme === 'dbs')

  await goTo('pack')
  await expect.poll(() => page.textContent('.top-supply'), PATIENCE).toMatch(/DBS.*0 из 3/)
  expect(await page.locator('.command', { hasText: 'F8' }).textContent()).toContain('Отдать курьеру')
  const things = await call(page, 'practice.things', undefined)
  const mine = things.find(({ scheme, codes }) => scheme === 'dbs' && codes.length === 1)
  await scan(mine?.codes[0]?.text ?? '')
  const { order } = await awaitView(page, 'a label', view => view.feedback.message.code === 'scanStickerBack')
  expect(await page.textContent('.stage-head')).toMatch(/DBS.* · \d\d\.\d\d/)
  await scan(order?.sticker?.barcode ?? '')
  await awaitView(page, 'a packed order', view => view.feedback.message.code === 'packed')

  await goTo('supplies')
  const line = page.locator('.supplies-row', { hasText: 'DBS' })
  await expect.poll(() => line.textContent(), PATIENCE).toContain('1 из 3')
  await line.click()
  await page.locator('.side').getByRole('button', { name: 'Отдать курьеру' }).click()
  const dialog = page.locator('dialog[open]')
  expect(await dialog.textContent()).toMatch(/Не упаковано: 2\sзаказа, они перейдут в новую подборку/)
  await dialog.getByRole('button', { name: 'Отдать курьеру' }).click()
  // The dialog has asked: the stage says what was done.
  await expect.poll(() => page.textContent('.stage'), PATIENCE).toContain('Отдано курьеру')
  await expect
    .poll(async () => (await call(page, 'orders.get', { orderId: order?.id ?? 0 }))?.order.supplierStatus, PATIENCE)
    .toBe('deliver')
  expect((await call(page, 'rounds.list', undefined)).map(({ state, total }) => [state, total])).toEqual([
    ['open', 2],
    ['left', 1]
  ])
})

test('what is not packed at this table is not offered at it, and one scheme always is', async () => {
  const { page, goTo } = await startPage()
  await goTo('settings')
  for (const scheme of ['FBS', 'DBS', 'Самовывоз'])
    await page.getByRole('checkbox', { name: scheme, exact: true }).click()
  await expect
    .poll(async () => (await call(page, 'view.get', undefined)).settings.schemes, PATIENCE)
    .toEqual(['pickup'])
  await page.getByRole('checkbox', { name: 'Адрес покупателя на этикетке DBS' }).check()
  await awaitView(page, 'the address', ({ settings }) => settings.parcelAddress)
  await goTo('pack')
  await expect.poll(() => page.textContent('.stage'), PATIENCE).toContain('Самовывоз. Отсканируйте код на экране')
  expect(await page.textContent('.stage')).toContain('Новых заказов: 2')
  expect(await page.textContent('.answers')).toContain('Новая подборка: самовывоз')
})
