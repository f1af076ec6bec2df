import { expect, test } from 'vitest'
import { commandBarcode } from '../../shared/domain/scanning/commands.ts'
import { awaitView, call } from '../support/practice-page.ts'
import { startScreens } from '../support/practice-screens.ts'

/* The lists of orders, supplies and history before a real station, worked by a scanner that types. */

const PATIENCE = { timeout: 20_000 }

test('what is scanned on a list is shown there, and a command leads to the packing table', async () => {
  const { page, texts, scan, show } = await startScreens('ru', '8,0,0')
  const all = { lives: null, supplyId: null, search: '', offset: 0, limit: 200 } as const
  const [one, other] = (await call(page, 'orders.list', { ...all, cargoType: 1 })).rows
  if (one === undefined || other === undefined) throw new Error('few')
  await call(page, 'orders.claim', { orderIds: [one.id, other.id], supply: { kind: 'new', name: 'Утро' } })
  const sticker = async () => (await call(page, 'orders.get', { orderId: one.id }))?.sticker?.barcode ?? ''
  await expect.poll(sticker, PATIENCE).not.toBe('')
  const remoteId = async () => (await call(page, 'supplies.list', undefined))[0]?.remoteId ?? ''
  await expect.poll(remoteId, PATIENCE).not.toBe('')
  const address = () => page.evaluate(() => location.hash)
  const number = texts.format.orderId(one.id)

  await show('#/orders')
  await page.focus('input[type=search]')
  await scan(await sticker())
  await page.locator('aside.side', { hasText: number }).waitFor()
  await scan(one.barcode)
  await expect.poll(() => page.inputValue('input[type=search]'), PATIENCE).toBe(one.barcode)
  await page.locator('.orders-row, .row-main', { hasText: number }).first().waitFor()
  expect(await address()).toBe('#/orders')

  // Something has happened to it, and to another one.
  await call(page, 'orders.shelve', { orderId: one.id, reason: 'damaged' })
  await call(page, 'orders.shelve', { orderId: other.id, reason: 'damaged' })
  await show('#/history')
  await page
    .locator('.history-row', { hasText: texts.format.orderId(other.id) })
    .first()
    .waitFor()
  await scan(await sticker())
  await expect.poll(address, PATIENCE).toBe(`#/history/${one.id}`)
  const rows = page.locator('.history-row')
  await expect.poll(() => rows.count(), PATIENCE).toBeGreaterThan(0)
  await expect.poll(() => rows.filter({ hasNotText: number }).count(), PATIENCE).toBe(0)

  await scan(await remoteId())
  await page.locator('aside.side', { hasText: 'Утро' }).waitFor()
  expect(await address()).toMatch(/^#\/supplies\//)
  expect((await awaitView(page, 'the table', () => true)).notes).toEqual([])

  await scan(commandBarcode('skip'))
  await expect.poll(address, PATIENCE).toBe('#/pack')
  await awaitView(page, 'the command on the table', view => view.notes.length > 0)
})
