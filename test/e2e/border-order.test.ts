import { expect, test } from 'vitest'
import { makeTexts } from '../../renderer/i18n/index.ts'
import { startPractice } from '../support/practice-desk.ts'
import { awaitView, call, marketplaceOf } from '../support/practice-page.ts'
import { until } from '../support/until.ts'

test('the page of an order that crosses a border tells its parcel, its printed label and its way', async () => {
  const { page, scan, folder } = await startPractice('1,0,0', {
    signIn: false,
    shippingDemanded: 'never',
    pollSeconds: 5
  })
  const marketplace = await marketplaceOf(folder)
  const { orderPage, names } = makeTexts('ru')
  await marketplace.post('orders', { count: 1, article: 'mug-enamel-350', isCrossBorder: true })
  const orderId = (await marketplace.state()).orders.at(-1)?.id ?? 0
  await until('the order', async () => (await call(page, 'orders.get', { orderId })) !== null)
  await call(page, 'orders.claim', { orderIds: [orderId], supply: { kind: 'new', name: 'Abroad' } })
  await until('its parcel', async () => (await call(page, 'orders.get', { orderId }))?.sticker !== null)
  const things = await call(page, 'practice.things', undefined)
  await scan(things.find(thing => thing.orderId === orderId)?.codes[0]?.text ?? '')
  await awaitView(page, 'its label', view => view.feedback.message.code === 'scanStickerBack')

  await page.evaluate(id => void (location.hash = `#/orders/${id}`), orderId)
  const side = page.locator('aside.side')
  const parcel = `WB${String(orderId).padStart(10, '0')}`
  await expect.poll(() => side.locator('.side-facts').textContent()).toContain(orderPage.facts.parcel + parcel)
  await expect
    .poll(() => side.locator('.side-label img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(100)
  await expect.poll(() => side.locator('.side-label').textContent()).toContain(names.printStates.confirmed)
  await side.getByRole('button', { name: orderPage.trail.statuses, exact: true }).click()
  await expect.poll(() => side.textContent()).toContain(orderPage.borderDue('').trim())
  expect(await side.textContent()).toContain(orderPage.border)
  expect(await side.locator('.side-history').last().locator('li').count()).toBeGreaterThan(0)
}, 240_000)
