import { expect, test } from 'vitest'
import { usualPrinter } from '../../shared/domain/printing/printers.ts'
import { decodePng } from '../support/decode.ts'
import { startRig } from '../support/station-rig.ts'

const RECEIPTS = {
  ...usualPrinter({ id: '9', name: 'Receipts', link: { kind: 'tcp', host: '127.0.0.1', port: 9 } }),
  language: 'escpos'
} as const

test.each([
  ['no printer', []],
  ['a receipt printer alone', [RECEIPTS]]
])('with %s the screen draws the sticker and the command sheet all the same', async (_, printers) => {
  const rig = await startRig({ orders: 0 })
  rig.marketplace.control.addOrders(1, { article: 'mug-enamel-350' })
  await rig.refresh('one order', ({ counts }) => counts.fresh === 1)
  await rig.call('settings.set', { printers })
  const supplyId = (await rig.scan('VRSTK-NEW-SUPPLY')).batch?.id ?? ''
  await rig.stickered(1)
  const [row] = await rig.ordersOf(supplyId)
  const png = await rig.call('label.preview', { orderId: row?.id ?? 0 })
  const [order] = rig.marketplace.control.state().orders
  expect(await decodePng(Buffer.from(png ?? '', 'base64'))).toEqual([order?.sticker.barcode])
  const [page] = await rig.call('commandSheet.pages')
  expect((await decodePng(Buffer.from(page?.png ?? '', 'base64'))).length).toBeGreaterThan(0)
})
