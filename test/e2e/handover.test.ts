import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { makeTexts } from '../../renderer/i18n/index.ts'
import { enterUntil, startPractice } from '../support/practice-desk.ts'
import { awaitView, call, marketplaceOf } from '../support/practice-page.ts'
import { useGallery } from '../renderer/gallery-page.ts'
import { overflowing } from '../renderer/overflowing.ts'

const gallery = useGallery()

/** A page at the counter, and one pickup order that is ready to be collected. */
async function open() {
  const { page, scan, folder } = await startPractice('30,0,0')
  const marketplace = await marketplaceOf(folder)
  await marketplace.post('orders', { count: 1, scheme: 'pickup', requiredMeta: [], optionalMeta: [] })
  const order = (await marketplace.state()).pickupOrders[0]
  const made = await fetch(`${marketplace.url}/practice/token`, { method: 'POST', body: '{}' })
  const { token } = z.object({ token: z.string() }).parse(await made.json())
  for (const step of ['confirm', 'prepare']) {
    await fetch(`${marketplace.url}/api/marketplace/v3/click-collect/orders/status/${step}`, {
      method: 'POST',
      headers: { authorization: token, 'content-type': 'application/json' },
      body: JSON.stringify({ ordersIds: [order?.id] })
    })
  }
  await page.evaluate(() => void (location.hash = '#/handover'))
  return { page, scan, orderCode: order?.orderCode ?? '', passcode: order?.passcode ?? '', marketplace }
}

const title = (page: Page) => page.textContent('.handover-words h1')
const asked = async ({ marketplace }: Pick<Awaited<ReturnType<typeof open>>, 'marketplace'>) =>
  (await marketplace.state()).requests.filter(({ path }) => path.endsWith('/client/identity')).length

/** Another passcode of the same length. */
const otherThan = (passcode: string) => passcode.replace(/^./, digit => (digit === '9' ? '1' : '9'))

test('a buyer is known by two scans; a wrong passcode and an unknown order are told apart, by keys too', async () => {
  const bench = await open()
  const { page, scan, orderCode, passcode } = bench
  const { handover: words } = makeTexts('ru')
  await expect.poll(() => title(page)).toBe(words.start.title)
  await scan(orderCode)
  await expect.poll(() => title(page)).toBe(words.next.title)
  const isAtPasscode = () => page.getByLabel(words.passcode).evaluate(field => field === document.activeElement)
  await expect.poll(isAtPasscode).toBe(true)
  await scan(passcode)
  await expect.poll(() => title(page)).toBe(words.same(orderCode, 1).title)
  // The packing table heard nothing of it.
  expect((await call(page, 'view.get', undefined)).notes).toEqual([])

  // Esc lets the buyer go; then everything is typed.
  await page.keyboard.press('Escape')
  await expect.poll(() => title(page)).toBe(words.start.title)
  // The hand need not touch the mouse: each Enter is at the next field.
  await page.locator(':focus').fill('999999-0001')
  await enterUntil(page, 'the passcode’s field', isAtPasscode)
  await page.locator(':focus').fill('12')
  const left = page.locator('.handover-left')
  await left.waitFor({ state: 'detached', timeout: 60_000 })
  await page.keyboard.press('Enter')
  const before = await asked(bench)
  await expect.poll(() => title(page)).toBe(words.malformed(4, 5).title)
  expect(await asked(bench)).toBe(before)
  await page.getByLabel(words.passcode).fill('1234')
  await left.waitFor({ state: 'detached', timeout: 60_000 })
  await page.keyboard.press('Enter')
  await expect.poll(() => title(page)).toBe(words.noSuchOrder('999999-0001').title)

  await scan('4601234567893')
  await expect.poll(() => title(page)).toBe(words.notScanned.title)
}, 240_000)

test('when wrong passcodes have shut the way, the screen counts down to the next try, in both languages', async () => {
  const bench = await open()
  const { page, scan, orderCode, passcode } = bench
  await call(page, 'settings.set', { language: 'en' })
  const { handover: words } = makeTexts('en')
  const left = page.locator('.handover-left')
  await scan(orderCode)
  await expect.poll(() => title(page)).toBe(words.next.title)
  for (let tries = 1; (await left.count()) === 0; tries += 1) {
    expect(tries).toBeLessThan(5)
    await page.getByLabel(words.passcode).fill(otherThan(passcode))
    await enterUntil(page, 'the answer', async () => (await asked(bench)) === tries)
    await expect.poll(() => title(page)).toBe(words.wrongPasscode.title)
  }
  expect(await left.textContent()).toMatch(/^The next try is free in 0:\d\d$/)
  const shut = await asked(bench)
  await page.getByLabel(words.passcode).fill(passcode)
  await page.keyboard.press('Enter')
  expect(await page.getByRole('button', { name: words.check }).isDisabled()).toBe(true)
  // Another screen and back: it goes on.
  await page.evaluate(() => void (location.hash = '#/orders'))
  await page.waitForSelector('.list-screen')
  await page.evaluate(() => void (location.hash = '#/handover'))
  await left.waitFor()
  expect(await asked(bench)).toBe(shut)
  await left.waitFor({ state: 'detached', timeout: 60_000 })
  await page.getByRole('button', { name: words.check }).click()
  await expect.poll(() => title(page)).toBe(words.same(orderCode, 1).title)
}, 300_000)

test('bounds that no document states are set on the settings screen and hold at once', async () => {
  const bench = await open()
  const { page } = bench
  const { handover, settings: words, names } = makeTexts('ru')
  await page.evaluate(() => void (location.hash = '#/settings'))
  const least = page.getByLabel(words.passcodeLeast)
  await least.fill('6')
  await least.press('Enter')
  const api = async () => (await call(page, 'view.get', undefined)).settings.api
  await expect.poll(api).toMatchObject({ passcodeDigits: { least: 6, most: 6 } })
  const uin = page.getByLabel(words.pickupLength(names.meta.uin))
  await uin.fill('')
  await uin.blur()
  await expect.poll(api).toMatchObject({ pickupCodes: { uin: null, imei: 15 } })
  await uin.fill('many')
  await uin.blur()
  expect(await api()).toMatchObject({ pickupCodes: { uin: null } })

  await page.evaluate(() => void (location.hash = '#/handover'))
  await page.getByLabel(handover.orderCode).fill(bench.orderCode)
  await page.getByLabel(handover.passcode).fill('12345')
  await page.keyboard.press('Enter')
  await expect.poll(() => title(page)).toBe(handover.malformed(6, 6).title)
  expect(await asked(bench)).toBe(0)
}, 240_000)

test('a buyer’s code scanned at the packing table opens the counter, where the parcel is given out', async () => {
  const { page, scan } = await startPractice('0,0,3')
  const { handover: words } = makeTexts('ru')
  await call(page, 'settings.set', { pollSeconds: 5, signIn: false, repeatMs: 0 })
  await scan('VRSTK-NEW-SUPPLY')
  await awaitView(page, 'a round', ({ batch }) => batch?.kind === 'round')
  const things = await call(page, 'practice.things', undefined)
  const plain = things.find(({ codes }) => codes.length === 1)
  await scan(plain?.codes[0]?.text ?? '')
  const { order } = await awaitView(page, 'a label', view => view.feedback.message.code === 'scanStickerBack')
  await scan(order?.sticker?.barcode ?? '')
  const parcel = async () => (await call(page, 'orders.get', { orderId: order?.id ?? 0 }))?.order.supplierStatus
  await expect.poll(parcel, { timeout: 30_000 }).toBe('prepare')
  const orderCode = order?.scheme.kind === 'pickup' ? order.scheme.orderCode : ''
  await scan(orderCode)
  await expect.poll(() => title(page)).toBe(words.next.title)
  const buyer = (await call(page, 'practice.things', undefined)).find(({ orderId }) => orderId === order?.id)?.buyer
  await scan(buyer?.kind === 'counter' ? buyer.passcode : '')
  await expect.poll(() => title(page)).toBe(words.same(orderCode, 1).title)
  await page.locator('.handover').getByRole('button', { name: words.taken }).click()
  await expect.poll(parcel, { timeout: 30_000 }).toBe('receive')
  await expect.poll(() => title(page)).toBe(words.told(1, 0, 0).title)
  await expect.poll(() => page.locator('.handover-parcel').getAttribute('data-state')).toBe('handed')
})

test('what the marketplace did not take stands at the counter with its remedy, cut nowhere', async () => {
  await gallery.open('scene=waiting-item#/handover', '.handover-refused')
  const words = await gallery.page.textContent('.handover-refused')
  expect(words).toContain('Выдачу не приняли')
  expect(words).toContain('проверьте код и отправьте ещё раз')
  expect(await gallery.page.evaluate(overflowing)).toEqual([])
  const again = gallery.page.getByRole('button', { name: makeTexts('ru').handover.again })
  expect(await again.isDisabled()).toBe(true)
  await gallery.page.getByLabel(makeTexts('ru').handover.buyerCode).fill('1234')
  expect(await again.isEnabled()).toBe(true)
})
