import { expect, test } from 'vitest'
import { awaitView, call } from '../support/practice-page.ts'
import { startScreens } from '../support/practice-screens.ts'

/* The problem shelf before a real station, worked by a scanner alone. */

const PATIENCE = { timeout: 20_000 }

test.each(['ru', 'en'] as const)(
  'a sticker from the shelf shows its order, the same scan once more takes it off; any other scan is the table’s, %s',
  async language => {
    const { page, texts, scan, marketplace, show } = await startScreens(language, '8,0,0')
    const { format, shelfPage } = texts
    const all = { lives: null, supplyId: null, search: '', offset: 0, limit: 200 } as const
    const small = (await call(page, 'orders.list', { ...all, cargoType: 1 })).rows
    const [first, second] = small
    if (first === undefined || second === undefined) throw new Error('few')
    await call(page, 'orders.claim', { orderIds: [first.id, second.id], supply: { kind: 'new', name: '' } })
    await expect
      .poll(async () => (await call(page, 'orders.get', { orderId: second.id }))?.sticker ?? null, PATIENCE)
      .not.toBeNull()
    const sticker = (await call(page, 'orders.get', { orderId: first.id }))?.sticker
    await call(page, 'orders.shelve', { orderId: first.id, reason: 'damaged' })
    await show('#/problems')
    const row = page.locator('.problems-row', { hasText: format.orderId(first.id) })
    await row.getByText(shelfPage.off.thing).waitFor()
    expect(await row.textContent()).toContain(shelfPage.movers.packer)

    await scan(sticker?.barcode ?? '')
    await expect.poll(() => page.evaluate(() => location.hash), PATIENCE).toBe(`#/problems/${first.id}`)
    const life = async (id: number) => (await call(page, 'orders.get', { orderId: id }))?.order.life
    expect(await life(first.id)).toBe('shelved')
    await scan(sticker?.barcode ?? '')
    await expect.poll(() => life(first.id), PATIENCE).toBe('claimed')
    expect(await page.evaluate(() => location.hash)).toMatch(/^#\/problems/)
    expect((await marketplace.state()).orders.find(({ id }) => id === first.id)?.supplierStatus).toBe('confirm')

    // Of no order that stands here: the packing table's.
    await scan('4600000000008')
    await expect.poll(() => page.evaluate(() => location.hash), PATIENCE).toBe('#/pack')
    await awaitView(page, 'a scan at the table', view => view.notes.length > 0)
  }
)
