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

test.each(['ru', 'en'] as const)(
  'an order’s page tells its statuses, what was sent and printed; before it is called off the marketplace is asked, %s',
  async language => {
    const { page, texts, marketplace, show } = await startScreens(language, '6,0,0')
    const { words, orderList, orderPage, names } = texts
    const side = page.locator('.side')
    const button = (name: string) => side.getByRole('button', { name, exact: true })
    const all = { lives: null, supplyId: null, search: '', offset: 0, limit: 200 } as const
    const small = (await call(page, 'orders.list', { ...all, cargoType: 1 })).rows
    const [kept, gone] = small.map(({ id }) => id)
    if (kept === undefined || gone === undefined) throw new Error('few')
    await call(page, 'orders.claim', { orderIds: [kept, gone], supply: { kind: 'new', name: '' } })
    const state = async (id: number) => (await marketplace.state()).orders.find(order => order.id === id)
    await expect.poll(async () => (await state(gone))?.supplierStatus, PATIENCE).toBe('confirm')

    await show(`#/orders/${gone}`)
    await button(orderPage.trail.statuses).click()
    await side.getByText(`${names.supplierStatuses['confirm']} · ${names.wbStatuses['waiting']}`).waitFor()
    await button(orderPage.trail.requests).click()
    await side.locator('.side-history', { hasText: names.intents.addToSupply }).waitFor()
    const asked = async () =>
      (await marketplace.state()).requests.filter(({ path }) => path.endsWith('orders/status')).length
    const before = await asked()
    await button(orderPage.cancel).click()
    const dialog = page.locator('dialog')
    await dialog.getByText(orderPage.mayCancel.may.title).waitFor()
    expect(await dialog.textContent()).toContain(orderPage.cancelWhat.fbs)
    expect(await asked()).toBeGreaterThan(before)
    expect((await state(gone))?.supplierStatus).toBe('confirm')
    await dialog.getByRole('button', { name: orderPage.cancelDo(texts.format.orderId(gone)) }).click()
    await expect.poll(async () => (await state(gone))?.supplierStatus, PATIENCE).toBe('cancel')
    await side.locator('.side-facts', { hasText: orderList.life.cancelled }).waitFor()

    await show(`#/orders/${kept}`)
    await call(page, 'practice.setNetwork', { up: false })
    await button(orderPage.cancel).click()
    await dialog.getByText(orderPage.mayCancel.unasked.title).waitFor()
    await dialog.getByRole('button', { name: words.common.cancel }).click()
    await call(page, 'practice.setNetwork', { up: true })
    const supplyId = (await state(kept))?.supplyId ?? ''
    await marketplace.post('scan-supply', { supplyId })
    await button(orderPage.cancel).click()
    await side.getByText(orderPage.mayCancel.mayNot.title).waitFor()
    expect((await state(kept))?.supplierStatus).toBe('complete')

    await show('#/orders/1')
    await side.getByText(orderPage.unknown).waitFor()
  }
)
