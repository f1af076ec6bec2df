import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { makeTexts } from '../../renderer/i18n/index.ts'
import type { PracticeThing } from '../../shared/contract/practice-methods.ts'
import type { Scheme } from '../../shared/domain/schemes/scheme.ts'
import { openPractice } from '../support/practice-desk.ts'
import { awaitView, call, marketplaceOf } from '../support/practice-page.ts'
import { until } from '../support/until.ts'

const { words, names, format } = makeTexts('ru')

test('the whole life of a DBS and of a pickup order is played on the practice table by clicking, buyers included', async () => {
  const { page, folder } = await openPractice('0,1,1', 768)
  const marketplace = await marketplaceOf(folder)
  await awaitView(page, 'an order of each scheme', view => view.counts.fresh === 2)
  await call(page, 'settings.set', { repeatMs: 0, language: 'ru' })
  await page.locator('.practice summary').click()

  await press(page, names.commands.newSupply)
  const delivered = await pack(page, 'dbs')
  await press(page, names.commands.supplyDone)
  await pressBuyer(page, delivered, words.practice.takes)
  await awaitLife(page, delivered, 'handed')

  await press(page, names.commands.newSupply)
  const collected = await pack(page, 'pickup')
  await pressBuyer(page, collected, words.practice.refuses)
  await awaitLife(page, collected, 'returned')

  await page.getByRole('button', { name: words.practice.addOrders(names.schemes.pickup) }).click()
  await awaitView(page, 'five more', view => view.counts.fresh === 5)
  const added = (await things(page)).find(({ life }) => life === 'fresh')
  if (added === undefined) throw new Error('no fresh thing on the table')
  await pressBuyer(page, added, words.practice.cancels)
  await awaitLife(page, added, 'cancelled')

  const { dbsOrders, pickupOrders } = await marketplace.state()
  expect(dbsOrders).toMatchObject([{ supplierStatus: 'receive', wbStatus: 'sold' }])
  expect(pickupOrders.find(({ id }) => id === collected.orderId)).toMatchObject({ supplierStatus: 'reject' })
  expect(pickupOrders.find(({ id }) => id === added.orderId)).toMatchObject({ wbStatus: 'declined_by_client' })
}, 120_000)

function things(page: Page): Promise<readonly PracticeThing[]> {
  return call(page, 'practice.things', undefined)
}

/** A button of the practice table by its whole name. */
async function press(page: Page, name: string): Promise<void> {
  await page.locator('.practice').getByRole('button', { name, exact: true }).first().click()
}

/** A button on one thing: a code to scan, or what its buyer does. */
async function pressBuyer(page: Page, thing: PracticeThing, name: string): Promise<void> {
  const item = page.locator('.thing', { hasText: format.orderId(thing.orderId) })
  await item.getByRole('button', { name, exact: true }).click()
}

function awaitLife(page: Page, { orderId }: PracticeThing, life: PracticeThing['life']): Promise<PracticeThing> {
  return until(`order ${orderId} to be ${life}`, async () =>
    (await things(page)).find(thing => thing.orderId === orderId && thing.life === life)
  )
}

/** Packs the only thing of a scheme by what the screen asks for. */
async function pack(page: Page, scheme: Scheme): Promise<PracticeThing> {
  const thing = (await things(page)).find(one => one.scheme === scheme)
  if (thing === undefined) throw new Error(`no thing of ${scheme}`)
  for (;;) {
    const view = await awaitView(page, 'the label', ({ feedback }) => feedback.message.code !== 'printing')
    const isPacked = (await things(page)).some(
      one => one.orderId === thing.orderId && one.life !== 'fresh' && one.life !== 'claimed'
    )
    const step = view.order?.steps.find(({ state }) => state === 'now')?.kind ?? 'item'
    if (view.order === null && isPacked) return thing
    if (step === 'scanBack') await page.locator('.practice-label').first().click()
    else if (view.feedback.face === 'ask') await press(page, names.commands.yes)
    else
      await pressBuyer(page, thing, step === 'item' || step === 'product' ? words.practice.barcode : names.steps[step])
    await awaitView(page, 'what comes of it', next => next.notes[0]?.id !== view.notes[0]?.id)
  }
}
