import { expect, test } from 'vitest'
import { makeTexts } from '../../renderer/i18n/index.ts'
import { sheetRows, workbook } from '../../renderer/xlsx.ts'
import { makePng } from '../support/make-png.ts'
import { startPractice } from '../support/practice-desk.ts'
import { awaitView, call, openSupply } from '../support/practice-page.ts'

/* What a product is known by, from the marketplace's cards and from a table of the seller's own, on the stage and in lists. */

const RED = Array.from({ length: 40 }, () => Array.from({ length: 40 }, () => [200, 30, 30]).flat())

test('a table with a picture gives products their place and picture, on the stage, in the list and on an order’s page', async () => {
  const { page, scan } = await startPractice('6,0,0', { signIn: false })
  const { product: words } = makeTexts('ru')
  const things = await call(page, 'practice.things', undefined)
  const { rows } = await call(page, 'orders.list', {
    lives: ['fresh'],
    supplyId: null,
    search: '',
    offset: 0,
    limit: 50
  })
  const [order] = rows
  if (order === undefined) throw new Error('no order')

  await page.evaluate(() => void (location.hash = '#/settings'))
  const table = await workbook([
    sheetRows([
      ['Артикул', 'Место', 'Фото'],
      [order.article, 'A-12', 'red.png'],
      ['', 'B-1', ''],
      ['no-such-article', 'C-3', 'lost.png']
    ])
  ])
  await page.getByLabel(words.choose).setInputFiles([
    { name: 'goods.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(await table.arrayBuffer()) },
    {
      name: 'Red.PNG',
      mimeType: 'image/png',
      buffer: makePng({ width: 40, rows: RED, depth: 8, colorType: 2 })
    }
  ])
  const group = page.locator('.settings-group', { hasText: words.title })
  await expect.poll(() => group.textContent()).toContain(words.taken(2, 1))
  expect(await group.textContent()).toContain(words.line(3, 'noCode'))
  expect(await group.textContent()).toContain(words.noPicture(1, 'lost.png'))

  await page.evaluate(() => void (location.hash = '#/orders'))
  const row = page.locator('.orders-row', { hasText: words.place('A-12') }).first()
  await row.waitFor()
  await expect.poll(() => widthOf(row.locator('img.product-picture'))).toBe(40)
  await row.click()
  await expect.poll(() => page.locator('.product-side').textContent()).toContain(words.place('A-12'))

  await page.evaluate(() => void (location.hash = '#/pack'))
  await openSupply(page, scan)
  await scan(things.find(({ orderId }) => orderId === order.id)?.codes[0]?.text ?? '')
  await awaitView(page, 'an order', view => view.order !== null)
  await expect.poll(() => page.locator('.card-place').textContent()).toBe(words.place('A-12'))
  await expect.poll(() => widthOf(page.locator('.card > img.product-picture'))).toBe(40)
  // The name comes from the marketplace's card.
  await expect.poll(() => page.locator('.card-name').textContent()).not.toBe('')
}, 240_000)

function widthOf(picture: { evaluate<T>(look: (element: HTMLImageElement) => T): Promise<T> }): Promise<number> {
  return picture.evaluate(element => element.naturalWidth)
}
