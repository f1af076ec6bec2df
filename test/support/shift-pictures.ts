import type { Page } from 'playwright-core'
import { makeTexts } from '../../renderer/i18n/index.ts'
import { LOOKS, SIZES } from './picture-taker.ts'
import type { TakePicture } from './picture-taker.ts'
import { awaitView, call, openSupply } from './practice-page.ts'
import { createWedgeScanner } from './wedge-scanner.ts'

const PIN = '2468'

/** Pictures of what a shift lead works with: pick list, journal, orders that ended, settings, the question for a PIN, a locked table. */
export async function takeShift(page: Page, take: TakePicture): Promise<void> {
  const { scan } = await createWedgeScanner(page)
  await awaitView(page, 'fresh orders', view => view.counts.fresh > 0)
  await call(page, 'settings.set', { wedgeGapMs: 500, repeatMs: 0, pollSeconds: 5, language: 'ru' })
  // The practice table takes room that a real table has.
  await page.locator('.practice [aria-expanded=true]').click()
  await scan('VRSTK-P-1')
  const shown = async (hash: string, inside: string) => {
    await page.evaluate(to => void (location.hash = to), hash)
    await page.locator(inside).first().waitFor()
  }
  const picture = (name: string) => take(page, name, { sizes: SIZES.slice(0, 1) })

  const fresh = { lives: null, supplyId: null, search: '', offset: 0, limit: 200 } as const
  const { rows } = await call(page, 'orders.list', { ...fresh, scheme: 'fbs' })
  for (const { id } of rows.slice(0, 3)) await call(page, 'practice.cancelOrder', { orderId: id })
  await openSupply(page, scan)
  await awaitView(page, 'an empty queue', view => view.network.waiting === 0)
  await shown('#/supplies', '.supplies-row')
  await page.locator('.supplies-row').first().click()
  await page.locator('aside.side').waitFor()
  await page.getByRole('button', { name: makeTexts('ru').picking.title }).click()
  await page.locator('.picking-row img').first().waitFor()
  await picture('picking')

  await shown('#/history', '.history-row')
  // All that happened begins with the settings of each picture.
  await page.locator('main .chips').nth(1).getByRole('button').nth(1).click()
  await picture('journal')
  await page.locator('main .chips').first().getByRole('button').nth(2).click()
  await page
    .getByRole('button', { name: /^(Прочитать|Read)/ })
    .first()
    .click()
  await page.locator('.completed-row').first().waitFor()
  await page.getByRole('button', { name: /^(Остановить|Stop)$/ }).waitFor({ state: 'detached' })
  await picture('completed')

  await shown('#/settings', '.settings-line')
  await picture('settings')

  await call(page, 'settings.set', { lockMinutes: 5 })
  for (const look of LOOKS) {
    await take(page, 'lock', {
      looks: [look],
      sizes: SIZES.slice(0, 1),
      onLook: async () => {
        await call(page, 'lock.now', undefined)
        await page.locator('dialog.lock').waitFor()
      }
    })
    await call(page, 'lock.open', { pin: '1' })
    await page.locator('dialog.lock').waitFor({ state: 'detached' })
  }

  await call(page, 'lead.setPin', { packerId: '1', pin: PIN })
  await awaitView(page, 'a lead', view => view.hasLead)
  await page.getByRole('checkbox', { name: /Сначала сканировать бейдж|The first scan is a badge/ }).click()
  await page.locator('dialog.lead-dialog').waitFor()
  await picture('lead')
}
