import { expect, test } from 'vitest'
import { labelText } from '../support/packer.ts'
import { startPrintService } from '../support/print-service.ts'
import { startRig, zebraAt } from '../support/station-rig.ts'
import { until } from '../support/until.ts'

test('over a print queue a sticker prints once and is proven by scanning it back', async () => {
  const rig = await startRig({ orders: 0 })
  const service = await startPrintService('zebra', rig.printer.port)
  rig.onEnd(() => service.close())
  await rig.call('settings.set', {
    printers: [zebraAt(rig.printer.port, { link: { kind: 'queue', queue: 'zebra' } })]
  })
  expect(await rig.call('devices.printQueues')).toEqual(['zebra'])
  const [id = 0] = rig.marketplace.control.addOrders(1, { article: 'mug-enamel-350' })
  await rig.refresh('the order', ({ counts }) => counts.fresh === 1)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(1)
  await rig.scan(rig.thing(id).barcode)
  await rig.when('it is passed on', ({ feedback }) => feedback.message.code === 'scanStickerBack')
  const [passedOn] = await rig.call('jobs.list', { offset: 0, limit: 5 })
  expect(passedOn?.state.kind).toBe('sent')
  await until('the label', () => rig.printer.labels.length === 1)
  const sticker = labelText(rig.printer.labels[0] ?? new Uint8Array()) ?? ''
  expect((await rig.scan(sticker)).feedback.message).toMatchObject({ code: 'packed', orderId: id })
  const jobs = await rig.call('jobs.list', { offset: 0, limit: 5 })
  expect(jobs.map(({ state }) => state)).toMatchObject([{ kind: 'confirmed', by: 'packer' }])
})
