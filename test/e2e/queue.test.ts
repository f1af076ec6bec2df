import { expect, test } from 'vitest'
import { call } from '../support/practice-page.ts'
import { startScreens } from '../support/practice-screens.ts'

/* The queue before a real station: what waits and why, tried again at a press, and ended by a person who says why. */

const PATIENCE = { timeout: 20_000 }

test.each(['ru', 'en'] as const)(
  'what waits says when it is tried next and goes at a press; what was refused is settled with a reason, on record, %s',
  async language => {
    const { page, texts, marketplace, show } = await startScreens(language, '6,0,0')
    const { words, queue, names, format } = texts
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const all = { lives: null, supplyId: null, search: '', offset: 0, limit: 200 } as const
    const [gone, taken] = (await call(page, 'orders.list', { ...all, cargoType: 1 })).rows.map(({ id }) => id)
    if (gone === undefined || taken === undefined) throw new Error('few')
    const state = async (id: number) => (await marketplace.state()).orders.find(order => order.id === id)

    await show('#/queue')
    await page.locator('.limit-gauges li', { hasText: queue.groups['fbs'] ?? '' }).waitFor()
    await call(page, 'practice.setNetwork', { up: false })
    await call(page, 'orders.cancel', { orderId: gone })
    await page.locator('.queue-row', { hasText: `${names.intents.cancel}: ${format.orderId(gone)}` }).waitFor()
    await button(queue.orders.order).click()
    await page.locator('.queue-group', { hasText: format.orderId(gone) }).waitFor()
    await button(queue.orders.limit).click()
    await page.locator('.queue-group', { hasText: queue.groups['fbsCancel'] ?? '' }).waitFor()
    expect((await state(gone))?.supplierStatus).toBe('new')
    await call(page, 'practice.setNetwork', { up: true })
    await button(queue.retryAll).click()
    await expect.poll(async () => (await state(gone))?.supplierStatus, PATIENCE).toBe('cancel')
    await page.getByText(words.queue.none).waitFor()

    await marketplace.post('refusal', {
      path: '/api/v3/supplies',
      status: 409,
      body: { code: 'NoMoreSupplies', message: 'no' }
    })
    await call(page, 'orders.claim', { orderIds: [taken], supply: { kind: 'new', name: '' } })
    await page.locator('.queue-row', { hasText: 'NoMoreSupplies' }).waitFor()
    await button(queue.settle).click()
    const act = page.locator('dialog').getByRole('button', { name: queue.settleDo, exact: true })
    expect(await act.isDisabled()).toBe(true)
    expect(await button(queue.outcomes.done).count()).toBe(0)
    await button(queue.reasons[2] ?? '').click()
    await act.click()
    await page.getByText(words.queue.none).waitFor()
    expect((await marketplace.state()).supplies).toEqual([])
    const [line] = await call(page, 'history.list', { offset: 0, limit: 1 })
    expect(line).toMatchObject({ kind: 'queueSettled' })
    expect(line?.facts).toContain(queue.reasons[2])
  }
)
