import { expect, test } from 'vitest'
import { commandBarcode } from '../../shared/domain/scanning/commands.ts'
import { startPackingPage } from '../support/packing-page.ts'

/* What stands in two places at once agrees. */

test('the last scans repeat the stage, and the orders’ headers stand over their columns', async () => {
  const { page, scan, says, take, things } = await startPackingPage()
  await page.setViewportSize({ width: 1366, height: 657 })
  const fresh = await things(null)
  const small = fresh.find(({ article }) => article === 'mug-enamel-350')
  const bulky = fresh.find(({ article }) => article === 'shelf-loft-180')
  if (small === undefined || bulky === undefined) throw new Error('the practice table lacks things')
  await take([small.orderId])
  await scan(bulky.codes[0]?.text ?? '')
  await says('Другой тип груза')
  const verdict = page.locator('.note-verdict').first()
  await expect.poll(() => verdict.textContent()).toContain('Другой тип груза')
  expect(await page.locator('.note').first().getAttribute('data-face')).toBe('ask')
  await scan(commandBarcode('no'))

  await page.goto(`${new URL(page.url()).origin}/#/orders`)
  const edges = (cells: string) =>
    page.locator(cells).evaluateAll(found => found.map(cell => Math.round(cell.getBoundingClientRect().left)))
  // A scan that arrives late leads back to the packing table.
  await expect
    .poll(async () => {
      await page.evaluate(() => (location.hash = '#/orders'))
      return page.locator('li .orders-row').count()
    })
    .toBeGreaterThan(0)
  expect(await edges('.row-head .orders-row > *')).toEqual(await edges('li:first-child > .orders-row > *'))
})
