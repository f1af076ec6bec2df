import { expect, test } from 'vitest'
import { awaitView, call, choosePoint } from '../support/practice-page.ts'
import { startScreens } from '../support/practice-screens.ts'

/* What was done at the table, as the history and the board tell it after a real packing. */

const PATIENCE = { timeout: 20_000 }

test.each(['ru', 'en'] as const)(
  'who packed an order is found by its number, the shift counts it, and the board says what is left, %s',
  async language => {
    const { page, texts, scan, marketplace, show } = await startScreens(language, '6,0,0')
    const { words, shift, completed, format } = texts
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    await call(page, 'packers.save', { id: '7', name: 'Вера' })
    await show('#/pack')
    await scan('VRSTK-P-7')
    const things = await call(page, 'practice.things', undefined)
    const plain = things.find(({ codes, scheme }) => scheme === 'fbs' && codes.length === 1)
    if (plain === undefined) throw new Error('nothing plain')
    const { orderId } = plain
    await call(page, 'orders.claim', { orderIds: [orderId], supply: { kind: 'new', name: '' } })
    await awaitView(page, 'an open supply', view => view.batch !== null)
    await choosePoint(page, scan)
    const sticker = async () => (await call(page, 'orders.get', { orderId }))?.sticker?.barcode ?? ''
    await expect.poll(sticker, PATIENCE).not.toBe('')
    await scan(plain.codes[0]?.text ?? '')
    await awaitView(page, 'a sticker', view => view.feedback.message.code === 'scanStickerBack')
    await scan(await sticker())
    await awaitView(page, 'a packed order', view => view.feedback.message.code === 'packed')
    const supplierStatus = (await marketplace.state()).orders.find(({ id }) => id === orderId)?.supplierStatus
    expect(supplierStatus).toBe('confirm')

    await show('#/history')
    await page.getByRole('searchbox', { name: shift.who }).fill(String(orderId))
    await page.locator('.who-packed', { hasText: 'Вера' }).waitFor()
    await page.getByRole('group', { name: words.history.title }).getByRole('button', { name: shift.title }).click()
    const row = page.locator('.shift-table tbody tr', { hasText: 'Вера' })
    await row.waitFor()
    expect(await row.locator('td').first().textContent()).toBe('1')
    const [file] = await Promise.all([page.waitForEvent('download'), button(completed.csv).click()])
    expect(file.suggestedFilename()).toMatch(/\d{4}-\d\d-\d\d\.csv$/)

    const [board] = await Promise.all([page.waitForEvent('popup'), button(shift.openBoard).click()])
    const figure = (name: string) => board.locator('.board section', { hasText: name }).locator('b')
    await expect.poll(() => figure(shift.board.hour).textContent(), PATIENCE).toBe('1')
    expect(await figure(shift.board.left).textContent()).toBe(format.number(5))
    await board.setViewportSize({ width: 1366, height: 657 })
    const height = await figure(shift.board.left).evaluate(box => Number.parseFloat(getComputedStyle(box).fontSize))
    expect(height).toBeGreaterThan(120)
    // A scan at the table leads the page there, and leaves the board where it is.
    await call(page, 'scan.typed', { text: '4600000000008' })
    await awaitView(page, 'the scan', view => view.notes[0]?.text === '4600000000008')
    await expect.poll(() => page.evaluate(() => location.hash), PATIENCE).toBe('#/pack')
    expect(await board.evaluate(() => location.hash)).toBe('#board')
    const closed = board.waitForEvent('close')
    await board.getByRole('button', { name: shift.board.close, exact: true }).click()
    await closed

    // The desktop program opens no second window.
    await page.evaluate(() => {
      window.open = () => null
    })
    await show('#/history')
    await page.getByRole('group', { name: words.history.title }).getByRole('button', { name: shift.title }).click()
    await button(shift.openBoard).click()
    await page.getByText(shift.oneWindow).waitFor()
    await button(shift.boardHere).click()
    await page.locator('.board').waitFor()
    await button(shift.board.back).click()
    await page.locator('.rail').waitFor()
  }
)
