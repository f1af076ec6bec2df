import { expect, test } from 'vitest'
import { makeTexts } from '../../renderer/i18n/index.ts'
import { badgeBarcode, commandBarcode } from '../../shared/domain/scanning/commands.ts'
import { isSmall, startPackingPage } from '../support/packing-page.ts'
import { awaitView, call } from '../support/practice-page.ts'

/* Wherever the packing table stops, the scanner alone goes on from what stands on the stage. */

const { words } = makeTexts('ru')
const [YES, DONE, ESC] = [commandBarcode('yes'), commandBarcode('supplyDone'), commandBarcode('acknowledge')]

test('a bulky item beside an open supply: a new supply is offered and taken by scanner, and the way back too', async () => {
  const { page, scan, says, take, things } = await startPackingPage()
  const fresh = await things(null)
  const [small, left] = fresh.filter(({ article }) => article === 'mug-enamel-350')
  const bulky = fresh.find(({ article }) => article === 'shelf-loft-180')
  if (small === undefined || left === undefined || bulky === undefined)
    throw new Error('the practice table lacks things')
  await take([small.orderId])
  const first = (await call(page, 'view.get', undefined)).batch

  await scan(bulky.codes[0]?.text ?? '')
  await says('Другой тип груза')
  expect(await page.locator('.answer').allInnerTexts()).toEqual(['Да', 'Нет'])
  await scan(YES)
  const view = await awaitView(page, 'the bulky order', ({ order }) => order?.article === 'shelf-loft-180')
  expect(view.batch?.id).not.toBe(first?.id)
  const supplies = await call(page, 'supplies.list', undefined)
  expect(supplies.find(({ id }) => id === first?.id)?.state).toBe('open')

  // The first one is found again by what belongs into it.
  await scan(commandBarcode('skip'))
  await scan(small.codes[0]?.text ?? '')
  await says('открыть поставку?')
  await scan(YES)
  await awaitView(page, 'the small order', ({ batch: supply, order }) => supply?.id === first?.id && order !== null)
  // "No" leaves all as it is.
  await scan(commandBarcode('skip'))
  await scan(bulky.codes[0]?.text ?? '')
  await says('Другой тип груза')
  await scan(commandBarcode('no'))
  await says('Отсканируйте товар')
})

test('what a delivery has left behind is offered by name, shelved orders counted, and opened by scanner', async () => {
  const { page, scan, says, take, things, pack } = await startPackingPage()
  const [one, two, three] = (await things(null)).filter(isSmall)
  if (one === undefined || two === undefined || three === undefined)
    throw new Error('too few mugs on the practice table')
  await take([one.orderId, two.orderId, three.orderId])
  await pack(one)
  await scan(two.codes[0]?.text ?? '')
  await awaitView(page, 'the second', ({ order }) => order !== null)
  await scan('VRSTK-S-DAMAGED')
  await awaitView(page, 'the shelf', view => view.counts.problems === 1)
  await scan(DONE)
  await says('и ещё 1 с полки')
  await scan(YES)
  await awaitView(page, 'the delivery', view => view.feedback.message.code === 'supplyDelivered')
  const leftover = (await call(page, 'supplies.list', undefined)).find(({ state }) => state === 'open')
  await says(`«${leftover?.name}»: 1 заказ, ещё 1 на полке проблем`)
  await scan(DONE)
  await says(`«${leftover?.name}»`)
  await scan(YES)
  await awaitView(page, 'the leftover', ({ batch: supply }) => supply?.id === leftover?.id)
})

test('closed on its own screen a supply is asked about once, and the stage says how it goes', async () => {
  const { page, says, take, things, pack } = await startPackingPage()
  const [one, two] = (await things(null)).filter(isSmall)
  if (one === undefined || two === undefined) throw new Error('too few mugs on the practice table')
  await take([one.orderId, two.orderId])
  await pack(one)
  const [supply] = await call(page, 'supplies.list', undefined)
  await page.goto(`${page.url().replace(/#.*/, '')}#/supplies`)
  await page.click('.supplies-row')
  await page.getByRole('button', { name: words.supplies.close }).click()
  await page.getByText(words.supplies.closeWhat(1)).waitFor()
  await page.getByRole('button', { name: words.supplies.closeDo(supply?.name ?? '') }).click()
  await says('Поставка')
  await awaitView(page, 'the delivery', view => view.feedback.message.code === 'supplyDelivered')
  const [left, closed] = await call(page, 'supplies.list', undefined)
  expect([closed?.id, closed?.state, closed?.total]).toEqual([supply?.id, 'delivered', 1])
  expect([left?.state, left?.total]).toEqual(['open', 1])
})

test('without paper, whatever is pressed or scanned: the cause and its remedy stay on the stage', async () => {
  const { page, scan, says, take, things } = await startPackingPage()
  const mug = (await things(null)).find(isSmall)
  if (mug === undefined) throw new Error('nothing plain on the practice table')
  await take([mug.orderId])
  await call(page, 'practice.setPaper', { loaded: false })
  await scan(mug.codes[0]?.text ?? '')
  await awaitView(page, 'no paper', view => view.feedback.message.code === 'waitPrinter')
  for (const [text, code] of [
    [commandBarcode('reprint'), 'nothingToReprint'],
    [mug.codes[0]?.text ?? '', 'finishCurrent'],
    ['VRSTK-PROBLEM', 'whyShelf']
  ] as const) {
    await scan(text)
    await awaitView(page, code, view => view.feedback.message.code === code)
    await says('Нет бумаги')
    await says('Заправьте ленту')
  }
  await scan(commandBarcode('no'))
  await call(page, 'practice.setPaper', { loaded: true })
  await says('Наклейте стикер')
  await expect.poll(() => page.textContent('.stage')).not.toContain('Нет бумаги')
})

test('with packers on the list and nobody signed in, the resting stage asks for the badge before any scan', async () => {
  const { page, scan, says } = await startPackingPage()
  await call(page, 'packers.save', { id: '7', name: 'Анна' })
  await call(page, 'settings.set', { signIn: true })
  await says('Отсканируйте свой бейдж')
  await page.reload()
  await says('Отсканируйте свой бейдж')
  expect(await page.getAttribute('.stage', 'data-face')).toBe('waiting')
  await scan(badgeBarcode('7'))
  await says('Анна')
  await scan(ESC)
  await says('Начните новую поставку')
})

test('cancelled parcels are named together, taken out by their stickers, and the empty supply goes by scanner', async () => {
  const { page, scan, says, take, things, pack, marketplace } = await startPackingPage()
  const [one, two] = (await things(null)).filter(isSmall)
  if (one === undefined || two === undefined) throw new Error('too little on the practice table')
  await take([one.orderId, two.orderId])
  const { batch: supply } = await awaitView(
    page,
    'a supply',
    ({ batch }) => batch?.kind === 'supply' && batch.remoteId !== null
  )
  const remoteId = supply?.kind === 'supply' ? supply.remoteId : null
  const partBs = [await pack(one), await pack(two)]
  const stickers = await Promise.all(
    [one, two].map(async ({ orderId }) => (await call(page, 'orders.get', { orderId }))?.sticker?.barcode ?? '')
  )
  for (const { orderId } of [one, two]) await marketplace.post('cancel', { orderId, wbStatus: 'canceled' })
  await says('Отменены 2 заказа')
  for (const partB of partBs) await says(partB)
  await scan(ESC)
  await says('Все заказы отменены')
  await scan(stickers[0] ?? '')
  await says('Вынули')
  await scan(DONE)
  await says('вынули?')
  // The sticker answers for its parcel.
  await scan(stickers[1] ?? '')
  await says('Удалить пустую поставку?')
  await scan(YES)
  await says('Поставка удалена')
  const left = await call(page, 'supplies.list', undefined)
  expect(left.filter(({ id }) => id === supply?.id)).toEqual([])
  expect((await call(page, 'view.get', undefined)).counts.problems).toBe(0)
  const known = async () => (await marketplace.state()).supplies.map(({ id }) => id)
  await expect.poll(known, { timeout: 20_000 }).not.toContain(remoteId)
})
