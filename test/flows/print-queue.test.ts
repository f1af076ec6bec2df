import { expect, test } from 'vitest'
import { labelText } from '../support/packer.ts'
import { startPrintService } from '../support/print-service.ts'
import { startPrinterSimulator } from '../support/printer-simulator.ts'
import { startRig, zebraAt } from '../support/station-rig.ts'
import { until } from '../support/until.ts'

/** A station with a print queue before its printer, and one order whose sticker is here. */
async function mugInQueue() {
  const rig = await startRig({ orders: 0 })
  const service = await startPrintService('zebra', rig.printer.port)
  rig.onEnd(() => service.close())
  await rig.call('settings.set', {
    printers: [zebraAt(rig.printer.port, { link: { kind: 'queue', queue: 'zebra' } })]
  })
  const [id = 0] = rig.marketplace.control.addOrders(1, { article: 'mug-enamel-350' })
  await rig.refresh('the order', ({ counts }) => counts.fresh === 1)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(1)
  return { rig, service, id }
}

test('over a print queue a sticker prints once and is proven by scanning it back', async () => {
  const { rig, id } = await mugInQueue()
  expect(await rig.call('devices.printQueues')).toEqual(['zebra'])
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

test('a sticker waits in the queue for its printer, over a restart of the print service, and comes out once', async () => {
  const { rig, service, id } = await mugInQueue()
  await rig.printer.close()
  await rig.scan(rig.thing(id).barcode)
  await rig.when('the fault', ({ printers: [printer] }) => printer?.fault === 'lost')
  expect((await rig.call('jobs.list', { offset: 0, limit: 5 })).map(({ state }) => state.kind)).toEqual(['sending'])
  await service.stop()
  const back = await startPrinterSimulator({ answers: 'silent', odometer: false, port: rig.printer.port })
  rig.onEnd(() => back.close())
  await service.start()
  await rig.when('it is passed on', ({ feedback }) => feedback.message.code === 'scanStickerBack')
  await until('the label', () => back.labels.length > 0)
  expect(back.labels).toHaveLength(1)
  const sticker = labelText(back.labels[0] ?? new Uint8Array()) ?? ''
  expect((await rig.scan(sticker)).feedback.message).toMatchObject({ code: 'packed', orderId: id })
})

test('a sticker in a stopped queue is not sent, and comes out when the queue is started', async () => {
  const { rig, service, id } = await mugInQueue()
  await service.command('cupsdisable', 'zebra')
  await rig.scan(rig.thing(id).barcode)
  await rig.when('the packer is told', ({ feedback }) => feedback.message.code === 'waitPrinter')
  expect(rig.view().feedback.message).toMatchObject({ code: 'waitPrinter', fault: 'queueStopped' })
  expect(await service.command('lpstat', '-W', 'all', '-o', 'zebra')).toBe('')
  await service.command('cupsenable', 'zebra')
  await rig.when('it is passed on', ({ feedback }) => feedback.message.code === 'scanStickerBack')
  await until('the label', () => rig.printer.labels.length > 0)
  expect(rig.printer.labels).toHaveLength(1)
})
