import { expect, test } from 'vitest'
import { makeTexts } from '../../renderer/i18n/index.ts'
import { parcelBarcode } from '../../shared/domain/scanning/commands.ts'
import { packParcels, startPractice } from '../support/practice-desk.ts'
import { awaitView, call, marketplaceOf } from '../support/practice-page.ts'
import { until } from '../support/until.ts'

/* The seller's own courier: parcels leave by scanning them, and come back with their buyers' codes. */

/** Three packed DBS parcels, the last of them express, and the page at the courier's desk. */
async function packedThree() {
  const { page, scan, folder } = await startPractice('1,1,0')
  const marketplace = await marketplaceOf(folder)
  const shape = { scheme: 'dbs', requiredMeta: [], optionalMeta: [], toPickupPoint: false }
  await marketplace.post('orders', { count: 2, ...shape })
  await marketplace.post('orders', { count: 1, ...shape, isExpress: true })
  await call(page, 'settings.set', { pollSeconds: 5, signIn: false })
  const orders = (await marketplace.state()).dbsOrders.slice(-3)
  for (const { id } of orders) {
    await until('the order', async () => (await call(page, 'orders.get', { orderId: id })) !== null)
  }
  const orderIds = orders.map(({ id }) => id)
  await call(page, 'orders.claim', { orderIds, supply: { kind: 'new', name: 'Courier' } })
  await packParcels({ page, scan }, orderIds)
  const statusOf = async (id: number) =>
    (await marketplace.state()).dbsOrders.find(order => order.id === id)?.supplierStatus
  for (const id of orderIds) await expect.poll(() => statusOf(id), { timeout: 30_000 }).toBe('confirm')
  await page.evaluate(() => void (location.hash = '#/courier'))
  const [first, second, express] = orders
  if (first === undefined || second === undefined || express === undefined) throw new Error('no orders')
  return { page, scan, first, second, express, statusOf, marketplace }
}

test('parcels leave with the courier by their scans, express first; what he is back with is noted by the buyers’ codes', async () => {
  const { page, scan, first, second, express, statusOf } = await packedThree()
  const { courier: words, names } = makeTexts('ru')
  const rows = page.locator('li .courier-row')
  await expect.poll(() => rows.count()).toBe(3)
  expect(await rows.first().textContent()).toContain(names.express)
  // Nobody's parcel, and one that is ours.
  await scan(parcelBarcode(1))
  await expect.poll(() => page.locator('.courier-said').getAttribute('data-bad')).toBe('true')
  await scan(parcelBarcode(first.id))
  await scan(parcelBarcode(express.id))
  await expect.poll(() => page.locator('.side h2').first().textContent()).toBe(words.takes(2, 3))
  await page.keyboard.press('F8')
  await expect.poll(() => statusOf(first.id), { timeout: 30_000 }).toBe('deliver')
  await expect.poll(() => statusOf(express.id), { timeout: 30_000 }).toBe('deliver')
  expect(await statusOf(second.id)).toBe('confirm')
  await page.getByRole('button', { name: `${words.parts.out} 2` }).click()
  await expect.poll(() => rows.filter({ hasText: words.states.out }).count()).toBe(2)

  // Both are back: one bought, one turned down; each code is scanned or typed after its parcel, and all go at once.
  await scan(parcelBarcode(first.id))
  await until('its line', async () => (await page.locator('.courier-returned').count()) === 1)
  await page.locator('.courier-returned:has(:focus) input').fill(first.code)
  await scan(parcelBarcode(express.id))
  const second2 = page.locator('.courier-returned').nth(1)
  await second2.locator('input').fill(express.code)
  await second2.getByRole('button', { name: words.outcomes.reject }).click()
  await page.getByRole('button', { name: words.tell(2) }).click()
  await expect.poll(() => statusOf(first.id), { timeout: 30_000 }).toBe('receive')
  await expect.poll(() => statusOf(express.id), { timeout: 30_000 }).toBe('reject')
  await expect.poll(() => page.locator('.courier-returned').count()).toBe(0)
}, 240_000)

test('the buyer is hidden until somebody asks, and the look is on record; a moved delivery asks for a new label before it leaves', async () => {
  const { page, scan, second, statusOf } = await packedThree()
  const { courier: words } = makeTexts('ru')
  await page.evaluate(id => void (location.hash = `#/courier/${id}`), second.id)
  await page.getByRole('button', { name: words.show }).waitFor()
  const address = async () => (await page.locator('.side').textContent())?.includes(second.delivery.fullAddress)
  expect(await address()).toBe(false)
  await page.getByRole('button', { name: words.show }).click()
  await expect.poll(address).toBe(true)
  const looks = async () => (await call(page, 'orders.get', { orderId: second.id }))?.history.map(({ kind }) => kind)
  expect(await looks()).toContain('buyerShown')

  await call(page, 'practice.moveDelivery', { orderId: second.id })
  await expect.poll(() => page.locator('.side-why').textContent(), { timeout: 30_000 }).toBe(words.oldLabelWhy)
  expect(await page.locator('.side-facts').first().textContent()).toContain('→')
  // F8 at the packing table asks about it too; the new label takes the warning away.
  await page.evaluate(() => void (location.hash = '#/pack'))
  await page.keyboard.press('F8')
  await awaitView(page, 'the question', ({ question }) => question?.code === 'oldLabels')
  const printed = (await call(page, 'practice.labels', undefined)).length
  await scan('VRSTK-YES')
  await until('the new label', async () => (await call(page, 'practice.labels', undefined)).length > printed)
  await awaitView(page, 'no question', ({ question }) => question === null)
  await page.keyboard.press('F8')
  await expect.poll(() => statusOf(second.id), { timeout: 30_000 }).toBe('deliver')
}, 240_000)

test('the route sheet on A4 stands by time window, express first, with each address, a moved time old and new, and each look on record', async () => {
  const { page, second, express } = await packedThree()
  const { courier: words, names } = makeTexts('ru')
  await call(page, 'practice.moveDelivery', { orderId: second.id })
  await expect.poll(() => page.locator('li .courier-row s').count(), { timeout: 30_000 }).toBe(1)
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes')
  })
  await page.getByRole('button', { name: words.onA4 }).click()
  await page.locator('body[data-printed]').waitFor()
  await page.emulateMedia({ media: 'print' })
  const sheet = page.locator('.print-sheet')
  const windows = sheet.locator('table')
  expect(await windows.first().textContent()).toContain(names.express)
  expect(await windows.first().textContent()).toContain(express.delivery.fullAddress)
  const moved = sheet.locator('tr', { hasText: second.delivery.fullAddress })
  expect(await moved.textContent()).toContain(words.moved('', '').split(':')[0])
  expect(await moved.textContent()).toContain('→')
  expect(await sheet.textContent()).not.toContain('₽')
  await page.emulateMedia({ media: 'screen' })
  const looks = await call(page, 'orders.get', { orderId: second.id })
  expect(looks?.history.map(({ kind }) => kind)).toContain('buyerShown')
  // Once it is printed the page knows nothing of the buyers any more.
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect.poll(() => sheet.count()).toBe(0)
}, 240_000)
