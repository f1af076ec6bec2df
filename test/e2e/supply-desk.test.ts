import { expect, test } from 'vitest'
import { makeTexts } from '../../renderer/i18n/index.ts'
import { startPractice } from '../support/practice-desk.ts'
import { awaitView, call, marketplaceOf, openSupply } from '../support/practice-page.ts'
import { until } from '../support/until.ts'

/* A supply's panel: what is in it, what moves where, what is looked at before it goes, and the end of an empty one. */

test('a product moves into a new supply, the check list says what will be asked, and an emptied supply is deleted', async () => {
  const { page, scan, folder } = await startPractice('6,0,0')
  const marketplace = await marketplaceOf(folder)
  const { supplyDesk: words } = makeTexts('ru')
  await call(page, 'settings.set', { pollSeconds: 5, signIn: false })
  await openSupply(page, scan)
  const [first] = await call(page, 'supplies.list', undefined)
  const supplyId = first?.id ?? ''
  const count = first?.total ?? 0
  await until('its name', async () => {
    const [now] = await call(page, 'supplies.list', undefined)
    return now?.remoteId !== null
  })
  const remoteId = (await call(page, 'supplies.list', undefined))[0]?.remoteId ?? ''
  await page.evaluate(() => void (location.hash = '#/supplies'))
  await page.locator('.supplies-row').first().click()
  const list = page.getByRole('list', { name: words.checks.title })
  await expect.poll(() => list.textContent()).toContain(words.checks.nothing)
  expect(await list.textContent()).toContain(words.checks.left(count))

  const rows = page.locator('.supply-content').first().locator('li')
  const chosen = (await call(page, 'supplies.content', { supplyId }))[0]
  await rows.first().getByRole('checkbox').check()
  await page.getByRole('button', { name: words.toNew }).click()
  const insideOf = async (id: string) =>
    (await marketplace.state()).orders.filter(order => order.supplyId === id).map(order => order.id)
  await expect.poll(() => insideOf(remoteId), { timeout: 30_000 }).not.toContain(chosen?.orderIds[0])

  // All the rest follows; then nothing is left of it.
  const other = (await call(page, 'supplies.list', undefined)).find(({ id }) => id !== supplyId)
  const rest = (await call(page, 'supplies.content', { supplyId })).flatMap(({ orderIds }) => [...orderIds])
  if (rest.length > 0) {
    await call(page, 'supplies.moveOrders', {
      orderIds: rest,
      into: { kind: 'existing', supplyId: other?.id ?? '' }
    })
  }
  await expect.poll(() => insideOf(remoteId), { timeout: 30_000 }).toEqual([])
  await page.getByRole('button', { name: words.drop }).click()
  await expect
    .poll(async () => (await marketplace.state()).supplies.some(({ id }) => id === remoteId), { timeout: 30_000 })
    .toBe(false)
}, 240_000)

test('open supplies stand side by side with what is packed and left in each, and one opens from there', async () => {
  const { page, scan } = await startPractice('8,0,0')
  const { supplyDesk, words } = makeTexts('ru')
  const { compare } = supplyDesk
  await call(page, 'settings.set', { pollSeconds: 5, signIn: false, shippingDemanded: 'never' })
  const { rows } = await call(page, 'orders.list', {
    lives: ['fresh'],
    supplyId: null,
    search: '',
    offset: 0,
    limit: 50
  })
  const plain = rows.filter(({ cargoType }) => cargoType === rows[0]?.cargoType)
  const easy = plain.find(({ requiredMeta }) => requiredMeta.length === 0)
  if (easy === undefined) throw new Error('nothing without a code')
  const others = plain.filter(({ id }) => id !== easy.id)
  await call(page, 'orders.claim', { orderIds: [easy.id], supply: { kind: 'new', name: 'Morning' } })
  await call(page, 'orders.claim', { orderIds: others.map(({ id }) => id), supply: { kind: 'new', name: 'Evening' } })
  const morning = (await call(page, 'supplies.list', undefined)).find(({ name }) => name.startsWith('Morning'))
  await call(page, 'supplies.open', { supplyId: morning?.id ?? '' })
  await page.evaluate(() => void (location.hash = '#/supplies'))
  await page.getByRole('button', { name: compare.side }).click()
  const table = page.getByRole('region', { name: compare.title })
  const columnOf = async (name: string) => {
    const heads = await table.locator('thead th').allTextContents()
    const at = heads.findIndex(text => text.includes(name))
    return (row: string) => table.locator('tbody tr', { hasText: row }).locator('td').nth(at).textContent()
  }
  await expect.poll(() => table.locator('thead th').count()).toBe(2)
  const evening = await columnOf('Evening')
  expect(await evening(compare.done)).toContain(words.supplies.packed(0, others.length))
  expect(await evening(compare.left)).toContain(compare.leftOf(others.length, 1).split(',')[0])

  const things = await call(page, 'practice.things', undefined)
  await scan(things.find(({ orderId }) => orderId === easy.id)?.codes[0]?.text ?? '')
  const { order } = await awaitView(page, 'a sticker', view => view.feedback.message.code === 'scanStickerBack')
  await scan(order?.sticker?.barcode ?? '')
  await awaitView(page, 'a packed parcel', view => view.order === null)
  await page.evaluate(() => void (location.hash = '#/supplies'))
  await page.getByRole('button', { name: compare.side }).click()
  await expect.poll(() => table.locator('thead th').count()).toBe(2)
  const done = await columnOf('Morning')
  await expect.poll(() => done(compare.done)).toContain('100')
  expect(await done(compare.left)).toBe(compare.leftOf(0, 0))
  await table.getByRole('button', { name: /Evening/ }).click()
  await page.locator('aside.side', { hasText: 'Evening' }).waitFor()
}, 240_000)
