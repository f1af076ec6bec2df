import { expect, test } from 'vitest'
import { makeTexts } from '../../renderer/i18n/index.ts'
import { badgeBarcode, commandBarcode } from '../../shared/domain/scanning/commands.ts'
import { startPackingPage } from '../support/packing-page.ts'
import { awaitView, call } from '../support/practice-page.ts'

/* What packers have taught the station, and who they are: seen and changed in the settings. */

const { settings: words } = makeTexts('ru')

test('a GTIN that somebody vouched for is listed with product, name and time, and asked about again once forgotten', async () => {
  const { page, scan, says, take, things } = await startPackingPage()
  await call(page, 'packers.save', { id: '7', name: 'Анна' })
  await scan(badgeBarcode('7'))
  await awaitView(page, 'Anna', ({ packer }) => packer?.id === '7')
  const jeans = (await things(null)).filter(({ article }) => article === 'jeans-straight-32')
  const [barcode = '', code = ''] = jeans[0]?.codes.map(({ text }) => text) ?? []
  await take(jeans.map(({ orderId }) => orderId))
  await scan(barcode)
  await awaitView(page, 'its code', ({ feedback }) => feedback.message.code === 'scanCode')
  await scan(code)
  await says('Код точно от этого товара?')
  await scan(commandBarcode('yes'))
  await awaitView(page, 'the code taken', ({ question, order }) => question === null && order !== null)
  await scan(commandBarcode('skip'))
  // A scan leads to the packing table: the screen changes after it.
  await awaitView(page, 'the order put by', ({ order }) => order === null)

  await page.evaluate(() => (location.hash = '#/settings'))
  const row = page.locator('.settings-line', { hasText: 'jeans-straight-32' })
  await row.waitFor()
  expect(await row.innerText()).toContain('Анна')
  const [vouched] = await call(page, 'gtins.vouched', undefined)
  expect(await row.innerText()).toContain(vouched?.gtin)
  await row.getByRole('button', { name: words.forgetGtin }).click()
  await row.waitFor({ state: 'detached' })
  expect(await page.getByText(words.vouched).count()).toBe(0)

  // The next unit is asked about as the first was.
  await page.evaluate(() => (location.hash = '#/pack'))
  await scan(jeans[1]?.codes[0]?.text ?? '')
  await awaitView(page, 'its code', ({ feedback }) => feedback.message.code === 'scanCode')
  await scan(jeans[1]?.codes[1]?.text ?? '')
  await says('Код точно от этого товара?')
})

test('an order that is put first is packed first, and says so in the list and at the table; its second code makes it a set', async () => {
  const { page, scan, says, take, things } = await startPackingPage()
  const shirts = (await things(null)).filter(({ article }) => article === 'tshirt-basic-m-white')
  await take(shirts.map(({ orderId }) => orderId))
  const [older, wanted] = shirts
  if (older === undefined || wanted === undefined) throw new Error('the heap has several T-shirts')
  const [barcode = '', code = ''] = wanted.codes.map(({ text }) => text)
  await page.evaluate(orderId => (location.hash = `#/orders/${orderId}`), wanted.orderId)
  await page.getByRole('button', { name: 'Упаковать первым' }).click()
  await page.getByRole('button', { name: 'В общую очередь' }).waitFor()
  await page.getByRole('button', { name: 'Все', exact: true }).click()
  await expect.poll(() => page.locator('.orders-row', { hasText: 'сначала он' }).count()).toBe(1)
  await page.evaluate(() => (location.hash = '#/pack'))
  await scan(barcode)
  await awaitView(page, 'the pinned one', ({ order }) => order?.id === wanted.orderId)
  await expect.poll(() => page.locator('.card').innerText()).toContain('сначала он')

  await scan(code)
  await awaitView(
    page,
    'its code',
    ({ order }) => order?.steps.some(({ kind, value }) => kind === 'sgtin' && value !== null) === true
  )
  await scan(older.codes[1]?.text ?? '')
  await says('Второй код. Заменить первый?')
  await page.locator('.answers').getByRole('button', { name: 'Комплект: ещё код' }).click()
  await expect.poll(() => page.locator('.card').innerText()).toContain('код маркировки 2 / 2')
  await page.evaluate(() => (location.hash = '#/settings'))
  const row = page.locator('.settings-line', { hasText: 'Кодов маркировки: 2' })
  await row.waitFor()
  await row.getByRole('button', { name: words.forgetGtin }).click()
  await row.waitFor({ state: 'detached' })
})

test('a packer is added and renamed in the settings, keeps the number, and is greeted by the new name', async () => {
  const { page, scan, says } = await startPackingPage()
  await page.evaluate(() => (location.hash = '#/settings'))
  await page.getByLabel(words.packerId).fill('7')
  await page.getByLabel(words.packerName).fill('Ана')
  await page.getByRole('button', { name: words.addPacker }).click()
  await page.getByRole('button', { name: `${words.rename}: Ана` }).click()
  const form = page.locator('form.settings-line')
  expect(await form.getByLabel(words.packerName).inputValue()).toBe('Ана')
  await form.getByLabel(words.packerName).fill(' ')
  expect(await form.getByRole('button', { name: words.saveName }).isDisabled()).toBe(true)
  await form.getByLabel(words.packerName).fill('Анна')
  await form.getByRole('button', { name: words.saveName }).click()
  await page.getByRole('button', { name: `${words.rename}: Анна` }).waitFor()
  const seventh = (await call(page, 'packers.list', undefined)).filter(({ id }) => id === '7')
  expect(seventh).toEqual([{ id: '7', name: 'Анна', badge: badgeBarcode('7'), isLead: false }])
  await page.evaluate(() => (location.hash = '#/pack'))
  await scan(badgeBarcode('7'))
  await says('За столом Анна')
})

test('what is kept of buyers is told, and erased after the consequence was read, with a report that stands in the history', async () => {
  const { page } = await startPackingPage()
  const { buyers, words: common } = makeTexts('ru')
  const { all } = await call(page, 'buyers.kept', undefined)
  expect(all.comments).toBeGreaterThan(0)
  await page.evaluate(() => (location.hash = '#/settings'))
  const group = page.locator('.settings-group', { hasText: buyers.hint })
  await group.getByText(buyers.counts(all)).waitFor()
  await group.getByRole('button', { name: buyers.eraseAll }).click()
  const dialog = page.getByRole('dialog')
  expect(await dialog.innerText()).toContain('Курьер не увидит, куда ехать')
  await dialog.getByRole('button', { name: common.common.cancel }).click()
  expect((await call(page, 'buyers.kept', undefined)).all).toEqual(all)
  await group.getByRole('button', { name: buyers.eraseAll }).click()
  await dialog.getByRole('button', { name: buyers.act, exact: true }).click()
  await group.getByText('Стёрто').waitFor()
  expect(await group.getByRole('status').innerText()).toContain(buyers.counts(all))
  await page.evaluate(() => (location.hash = '#/history'))
  const row = page.locator('.history-row', { hasText: 'Данные покупателей стёрты' })
  await row.waitFor()
  expect(await row.innerText()).toContain(buyers.counts(all))
})
