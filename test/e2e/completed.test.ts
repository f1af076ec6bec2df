import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { call } from '../support/practice-page.ts'
import { startScreens } from '../support/practice-screens.ts'

/* Orders that ended, read from the marketplace for a period and saved as a table. */

test.each(['ru', 'en'] as const)(
  'orders that ended are read by scheme and period, the archive too, and saved as they stand at the marketplace, %s',
  async language => {
    const { page, texts, marketplace, show } = await startScreens(language, '4,3,0')
    const { completed, names, words } = texts
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    const all = { lives: null, supplyId: null, search: '', offset: 0, limit: 200 } as const
    const [sold, called] = (await call(page, 'orders.list', { ...all, scheme: 'dbs' })).rows
    const [fbs] = (await call(page, 'orders.list', { ...all, scheme: 'fbs' })).rows
    for (const order of [sold, called, fbs]) await call(page, 'practice.cancelOrder', { orderId: order?.id ?? 0 })

    await show('#/history')
    await page.getByRole('group', { name: words.history.title }).getByRole('button', { name: completed.title }).click()
    await button(completed.read).click()
    await page.getByText(completed.states.here(1), { exact: true }).waitFor()
    await page.locator('.completed-row', { hasText: texts.format.orderId(fbs?.id ?? 0) }).waitFor()

    await page.getByRole('group', { name: words.orders.columns.scheme }).getByRole('button', { name: 'DBS' }).click()
    // Longer than one question may ask for.
    await page.getByLabel(completed.from, { exact: true }).fill('2026-01-01')
    await button(completed.read).click()
    await page.getByText(completed.states.here(2), { exact: true }).waitFor()
    const asked = (await marketplace.state()).requests.filter(({ path }) => path.includes('/dbs/orders?'))
    expect(asked.length).toBeGreaterThan(3)
    const [file] = await Promise.all([page.waitForEvent('download'), button(completed.csv).click()])
    expect(file.suggestedFilename()).toMatch(/DBS 2026-01-01 .*\.csv$/)
    const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toContain(completed.columns.article)
    for (const order of [sold, called]) expect(lines.join('\n')).toContain(`${order?.id};${names.schemes.dbs};`)

    const [sheet] = await Promise.all([page.waitForEvent('download'), button(completed.xlsx).click()])
    expect(sheet.suggestedFilename()).toMatch(/\.xlsx$/)
    expect((await readFile(await sheet.path())).subarray(0, 2).toString()).toBe('PK')

    await page.getByRole('group', { name: words.orders.columns.scheme }).getByRole('button', { name: 'FBS' }).click()
    await button(completed.read).click()
    await page.getByText(completed.states.here(1), { exact: true }).waitFor()
    const months = (await marketplace.state()).requests.flatMap(
      ({ path }) => /archive\?year=2026&month=(\d+)/.exec(path)?.[1] ?? []
    )
    expect(months.slice(0, 3)).toEqual(['1', '2', '3'])

    await call(page, 'practice.setNetwork', { up: false })
    await button(completed.read).click()
    await page.getByText(completed.states.failed(0), { exact: false }).waitFor()
    await page
      .getByText(texts.tables.delays.known['offline']?.title ?? '', { exact: false })
      .first()
      .waitFor()
  }
)
