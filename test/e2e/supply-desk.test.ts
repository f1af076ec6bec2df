import { expect, test } from 'vitest'
import { makeTexts } from '../../renderer/i18n/index.ts'
import { startPractice } from '../support/practice-desk.ts'
import { call, marketplaceOf, openSupply } from '../support/practice-page.ts'
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
