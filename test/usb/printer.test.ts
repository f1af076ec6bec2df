import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createPrinter } from '../../electron/devices/printers/create-printer.ts'
import { listUsbPrinters } from '../../electron/devices/printers/usb-devices.ts'
import type { DeviceState } from '../../electron/station/ports.ts'
import { quietLog } from '../support/quiet-log.ts'
import { realClock } from '../support/real-clock.ts'
import { until } from '../support/until.ts'
import { startPrinterEnd } from './printer-end.ts'

const LABEL = Buffer.from('^XA^CI28^FO10,10^FDПривет^FS^XZ')
const BIG = Buffer.from(`^XA^GFA,1,1,1,${'0123456789ABCDEF'.repeat(8192)}^FS^XZ`)

const end = await startPrinterEnd()
const printer = createPrinter(
  { kind: 'usb', vendorId: 0x0a5f, productId: 0x0164, serialNumber: 'D8N0001', name: 'ZD421' },
  { name: 'ZD421', clock: realClock, log: quietLog }
)
let state: DeviceState = { kind: 'absent' }
const stop = printer.start(next => (state = next))
after(async () => {
  await stop()
  await end.close()
})

function labels(): readonly string[] {
  return end.simulator.labels.map(label => Buffer.from(label).toString())
}

void test('the printer is listed by its class and its own name, also while it is in use', async () => {
  await until('ready', () => state.kind === 'ready')
  const found = {
    vendorId: 0x0a5f,
    productId: 0x0164,
    serialNumber: 'D8N0001',
    name: 'Zebra Technologies ZTC ZD421-203dpi ZPL'
  }
  assert.deepEqual(await listUsbPrinters(quietLog), [found])
})

void test('labels are confirmed by the printer itself and arrive byte for byte', async () => {
  assert.deepEqual(await printer.print(LABEL), { kind: 'confirmed' })
  assert.deepEqual(await printer.print(BIG), { kind: 'confirmed' })
  assert.deepEqual(labels(), [LABEL.toString(), BIG.toString()])
})

void test('a printer that takes nothing for three seconds gets every byte once', async () => {
  const before = labels().length
  end.pauseAfter(20_000, 3000)
  const from = performance.now()
  assert.deepEqual(await printer.print(BIG), { kind: 'confirmed' })
  assert(performance.now() - from > 3000)
  assert.deepEqual(labels().slice(before), [BIG.toString()])
})

void test('without paper nothing is sent', async () => {
  const before = labels().length
  end.simulator.setFault('paperOut')
  assert.deepEqual(await printer.print(LABEL), { kind: 'notSent', fault: 'paperOut' })
  end.simulator.setFault(null)
  assert.deepEqual(await printer.print(LABEL), { kind: 'confirmed' })
  assert.equal(labels().length, before + 1)
})

void test('unplugged it is lost and gets nothing; plugged in again it prints', async () => {
  for (let round = 0; round < 3; round += 1) {
    const before = labels().length
    await end.unplug()
    await until('lost', () => state.kind === 'fault')
    assert.deepEqual(await printer.print(LABEL), { kind: 'notSent', fault: 'unreachable' })
    await end.plug()
    await until('ready', () => state.kind === 'ready')
    assert.deepEqual(await printer.print(LABEL), { kind: 'confirmed' })
    assert.equal(labels().length, before + 1)
  }
})
