import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { labelText } from '../support/packer.ts'
import { startRig, zebraAt } from '../support/station-rig.ts'
import { tempFolder } from '../support/temp-folder.ts'

test('into a folder a sticker goes as one file, and is proven by scanning it back', async () => {
  const folder = tempFolder()
  const rig = await startRig({ orders: 0 })
  await rig.call('settings.set', {
    printers: [zebraAt(rig.printer.port, { link: { kind: 'folder', path: folder, extension: 'prn' } })]
  })
  const [id = 0] = rig.marketplace.control.addOrders(1, { article: 'mug-enamel-350' })
  await rig.refresh('the order', ({ counts }) => counts.fresh === 1)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(1)
  await rig.scan(rig.thing(id).barcode)
  await rig.when('it is passed on', ({ feedback }) => feedback.message.code === 'scanStickerBack')
  const [name = '', ...others] = readdirSync(folder)
  expect(others).toEqual([])
  expect(name).toMatch(/\.prn$/)
  const sticker = labelText(readFileSync(join(folder, name))) ?? ''
  expect((await rig.scan(sticker)).feedback.message).toMatchObject({ code: 'packed', orderId: id })
  expect(rig.printer.labels).toEqual([])
})
