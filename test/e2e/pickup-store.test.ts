import { expect, test } from 'vitest'
import { makeTexts } from '../../renderer/i18n/index.ts'
import { parcelBarcode, placeBarcode } from '../../shared/domain/scanning/commands.ts'
import { enterUntil, packParcels, startPractice } from '../support/practice-desk.ts'
import { awaitView, call, marketplaceOf } from '../support/practice-page.ts'
import { until } from '../support/until.ts'

/* Pickup orders from the packing table to the store's shelf and from there to their buyers. */

/** Three parcels on the store's shelf, packed here: two of one buyer, one of another, all to be paid. */
async function shelf() {
  const { page, scan, folder } = await startPractice('1,0,1')
  const marketplace = await marketplaceOf(folder)
  const shape = { scheme: 'pickup', requiredMeta: [], optionalMeta: [], payMode: 'postpaid', tireService: true }
  await marketplace.post('orders', { count: 40, ...shape })
  const all = (await marketplace.state()).pickupOrders
  const codes = all.map(order => order.orderCode)
  const pair = all.filter(({ orderCode }) => codes.indexOf(orderCode) !== codes.lastIndexOf(orderCode)).slice(0, 2)
  const single = all.find(({ orderCode }) => codes.indexOf(orderCode) === codes.lastIndexOf(orderCode))
  const [first, second] = pair
  if (first === undefined || second === undefined || single === undefined) throw new Error('no such orders')
  await call(page, 'settings.set', { pollSeconds: 5, signIn: false })
  const orderIds = [first.id, second.id, single.id]
  for (const orderId of orderIds) {
    await until('the order', async () => (await call(page, 'orders.get', { orderId })) !== null)
  }
  await call(page, 'orders.claim', { orderIds, supply: { kind: 'new', name: 'Shelf' } })
  await packParcels({ page, scan }, orderIds, async id => {
    // It lies where the code on the shelf says.
    await scan(placeBarcode(`A-${id % 100}`))
    await awaitView(page, 'a place', view => view.feedback.message.code === 'placed')
  })
  const statusOf = async (id: number) =>
    (await marketplace.state()).pickupOrders.find(order => order.id === id)?.supplierStatus
  for (const id of orderIds) await expect.poll(() => statusOf(id), { timeout: 60_000 }).toBe('prepare')
  await page.evaluate(() => void (location.hash = '#/handover'))
  return { page, scan, first, second, single, statusOf }
}

test('parcels are given out by their labels and counted; two buyers stand side by side; no hand-over takes more than three acts', async () => {
  const { page, scan, first, second, single, statusOf } = await shelf()
  const { handover: words, format } = makeTexts('ru')
  const place = (code: string) => page.getByRole('region', { name: `${words.buyer} ${code}` })
  const says = (code: string) => place(code).locator('h1').textContent()
  await scan(first.orderCode)
  await expect.poll(() => page.textContent('.handover-words h1')).toBe(words.next.title)
  // A parcel before its passcode stays here.
  await scan(parcelBarcode(first.id))
  await expect.poll(() => page.textContent('.handover-words h1')).toBe(words.passcodeFirst.title)
  await scan(first.passcode)
  await expect.poll(() => page.textContent('.handover-words h1')).toBe(words.same(first.orderCode, 2).title)
  const lines = await place(first.orderCode).locator('.handover-parcel').allTextContents()
  expect(lines).toHaveLength(2)
  for (const line of lines) expect(line).toMatch(/A-\d+.*К оплате.*Заказан шиномонтаж/)

  // The packer fetches the parcels, and the next buyer is served meanwhile, by the keyboard.
  await page.keyboard.press('F4')
  await expect.poll(() => place(first.orderCode).getAttribute('data-current')).toBe('false')
  await page.locator(':focus').fill(single.orderCode)
  const isAtPasscode = () =>
    place(single.orderCode)
      .getByLabel(words.passcode)
      .evaluate(field => field === document.activeElement)
  await enterUntil(page, 'the passcode’s field', isAtPasscode)
  await page.locator(':focus').fill(single.passcode)
  await enterUntil(page, 'an answer', async () => (await says(single.orderCode)) !== words.next.title)
  await expect.poll(() => says(single.orderCode)).toBe(words.same(single.orderCode, 1).title)
  // Somebody else's parcel is no parcel of either.
  await scan('VRSTK-L-1')
  await expect.poll(() => says(single.orderCode)).toBe(words.otherParcel(format.orderId(1)).title)
  // The third act of the second: F6, turned down. Of the first: the labels.
  await page.keyboard.press('F6')
  await expect.poll(() => says(single.orderCode)).toBe(words.told(0, 1, 0).title)
  await scan(parcelBarcode(first.id))
  await expect.poll(() => says(first.orderCode)).toBe(words.told(1, 0, 1).title)
  await scan(parcelBarcode(first.id))
  await expect.poll(() => says(first.orderCode)).toBe(words.alreadyTold(format.orderId(first.id)).title)
  // A label that can't be read: Enter gives out what the hand is at, and the next one lets the buyer go.
  await enterUntil(page, 'a free place', async () => (await place(first.orderCode).count()) === 0)
  await expect.poll(() => statusOf(first.id), { timeout: 30_000 }).toBe('receive')
  await expect.poll(() => statusOf(second.id), { timeout: 30_000 }).toBe('receive')
  await expect.poll(() => statusOf(single.id), { timeout: 30_000 }).toBe('reject')
}, 240_000)

test('the shelf tells what lies where, by a scan too; a parcel is moved by two scans, its place printed, and one near its end warned of', async () => {
  const { page, scan, first, second, single } = await shelf()
  const { shelf: words } = makeTexts('ru')
  await page.evaluate(() => void (location.hash = '#/shelf'))
  const rows = page.locator('li .shelf-row')
  await expect.poll(() => rows.count()).toBe(3)
  // A buyer's code is looked for; a parcel's label opens it, and the next place is its own.
  await scan(first.orderCode)
  await expect.poll(() => rows.count()).toBe(2)
  expect(await page.evaluate(() => location.hash)).toBe('#/shelf')
  await scan(parcelBarcode(single.id))
  await expect.poll(() => page.locator('.side h2').textContent()).toContain(String(single.id).slice(-3))
  await scan(placeBarcode('B-7'))
  const placeOf = async (orderId: number) => {
    const scheme = (await call(page, 'orders.get', { orderId }))?.order.scheme
    return scheme?.kind === 'pickup' ? scheme.place : null
  }
  await expect.poll(() => placeOf(single.id)).toBe('B-7')
  await expect.poll(() => rows.filter({ hasText: 'B-7' }).count()).toBe(1)
  await page.getByLabel(words.place, { exact: true }).fill('')
  await page.getByRole('button', { name: words.put }).click()
  await expect.poll(() => page.getByRole('button', { name: `${words.parts.noPlace} 1` }).count()).toBe(1)
  const printed = (await call(page, 'practice.labels', undefined)).length
  await page.getByRole('button', { name: words.placeLabel }).click()
  await page.getByLabel(words.placeName).fill('c-1')
  await page.keyboard.press('Enter')
  await until('the label of the place', async () => {
    const labels = await call(page, 'practice.labels', undefined)
    return labels.length > printed && labels.some(({ text }) => text === placeBarcode('C-1'))
  })
  // Kept for a day at most: all of them go back soon.
  await call(page, 'settings.set', { storeDays: 1 })
  await page.getByRole('button', { name: `${words.parts.ending} 3` }).click()
  await expect.poll(() => rows.locator('.row-bad').count()).toBe(3)
  expect(second.orderCode).toBe(first.orderCode)
}, 240_000)
