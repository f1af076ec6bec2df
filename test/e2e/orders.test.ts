import { expect, test } from 'vitest'
import { call } from '../support/practice-page.ts'
import { startScreens } from '../support/practice-screens.ts'

/* The list of orders before a real station: what is found, and what is done to many at once, as the marketplace has it then. */

const PATIENCE = { timeout: 20_000 }

test.each(['ru', 'en'] as const)(
  'orders are found by filters, taken, set aside, put first and called off together; the marketplace has it so, %s',
  async language => {
    const { page, texts, marketplace, show } = await startScreens(language, '12,2,2')
    const { words, orderList, names } = texts
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const tick = (id: number) =>
      page.getByRole('checkbox', { name: words.order.order(texts.format.orderId(id)) }).check()
    await show('#/orders')

    await button(orderList.filters).click()
    await button(orderList.traits.codes).click()
    const page0 = { supplyId: null, search: '', offset: 0, limit: 200 } as const
    const { rows: withCodes } = await call(page, 'orders.list', { ...page0, lives: ['fresh'], traits: ['codes'] })
    await page.getByText(words.common.rows(withCodes.length), { exact: true }).waitFor()
    await page.getByPlaceholder(orderList.viewName).fill('КИЗ')
    await button(orderList.keepView).click()
    await button(orderList.dropView('КИЗ')).waitFor()
    await button(orderList.traits.codes).click()
    await button('КИЗ').click()
    await page.getByText(words.common.rows(withCodes.length), { exact: true }).waitFor()
    await button(orderList.filters).click()
    await button(orderList.clear).click()

    const small = (await call(page, 'orders.list', { ...page0, lives: ['fresh'], scheme: 'fbs', cargoType: 1 })).rows
    const [first, second, third, fourth] = small.map(({ id }) => id)
    if (first === undefined || second === undefined || third === undefined || fourth === undefined)
      throw new Error('few')
    await button(words.common.all).click()
    for (const id of [first, second, third]) await tick(id)
    await page.getByPlaceholder(words.orders.supplyName).fill('Вечер')
    await button(words.orders.claimNew).click()
    const isTaken = (id: number) => async () =>
      (await marketplace.state()).orders.find(order => order.id === id)?.supplierStatus
    for (const id of [first, second, third]) await expect.poll(isTaken(id), PATIENCE).toBe('confirm')
    expect((await marketplace.state()).supplies.some(({ name }) => name.startsWith('Вечер'))).toBe(true)

    await show('#/orders')
    await tick(first)
    await button(orderList.shelve(1)).click()
    await button(names.shelfReasons.damaged).click()
    await page.getByText(orderList.took(1, 1)).waitFor()
    await tick(second)
    await tick(fourth)
    await button(orderList.pin(2)).click()
    await page.getByText(orderList.took(2, 2)).waitFor()
    await tick(third)
    await tick(fourth)
    await button(orderList.cancel(2)).click()
    expect(await page.locator('dialog').textContent()).toContain(orderList.cancelWhat)
    await button(orderList.cancelDo(2)).click()
    for (const id of [third, fourth]) await expect.poll(isTaken(id), PATIENCE).toBe('cancel')
    expect(await isTaken(first)()).toBe('confirm')
    const now = async (id: number) => (await call(page, 'orders.get', { orderId: id }))?.order
    expect(await now(first)).toMatchObject({ life: 'shelved', shelf: { why: { kind: 'packer', reason: 'damaged' } } })
    expect(await now(second)).toMatchObject({ isPinned: true })
    await expect.poll(async () => (await now(fourth))?.life, PATIENCE).toBe('cancelled')
  }
)
