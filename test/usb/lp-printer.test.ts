import assert from 'node:assert/strict'
import { stat } from 'node:fs/promises'
import { test } from 'node:test'
import { listLpPrinters } from '../../electron/devices/printers/lp-printers.ts'
import { until } from '../support/until.ts'
import { cableOf } from './gadget.ts'
import { testUsbPrinter } from './printer-cases.ts'

const name = 'Zebra Technologies ZTC ZD421-203dpi ZPL'
const isThere = async (serialNumber: string): Promise<boolean> =>
  (await listLpPrinters()).some(printer => printer.serialNumber === serialNumber)
await until('both nodes', async () => (await isThere('D8N0001')) && isThere('D8N0002'))
const { end, ready, fault } = await testUsbPrinter({ kind: 'lp', path: '/dev/usb/lp0', serialNumber: 'D8N0001' })

void test('printers are listed with their nodes, names and serial numbers, also while one is in use', async () => {
  await ready()
  const found = await listLpPrinters()
  assert.deepEqual(
    found.map(({ path }) => path),
    ['/dev/usb/lp0', '/dev/usb/lp1']
  )
  assert.deepEqual(
    found
      .map(({ name, serialNumber }) => ({ name, serialNumber }))
      .toSorted((a, b) => String(a.serialNumber).localeCompare(String(b.serialNumber))),
    ['D8N0001', 'D8N0002'].map(serialNumber => ({ name, serialNumber }))
  )
})

void test('the udev rules open the nodes to the group lp alone', async () => {
  const { mode } = await stat('/dev/usb/lp0')
  assert.equal(mode & 0o777, 0o660)
})

void test('it is found again on the node that was the other printer’s', async () => {
  const spare = await cableOf('spare')
  const pathOf = async (serialNumber: string): Promise<string | undefined> =>
    (await listLpPrinters()).find(printer => printer.serialNumber === serialNumber)?.path
  for (const first of ['spare', 'printer']) {
    await Promise.all([end.unplug(), spare.unplug()])
    await fault('lost')
    await until('no nodes', async () => (await listLpPrinters()).length === 0)
    if (first === 'spare') {
      await spare.plug()
      await until('the spare', () => isThere('D8N0002'))
      await end.plug()
    } else {
      await end.plug()
      await until('the printer', () => isThere('D8N0001'))
      await spare.plug()
    }
    await ready()
    assert.equal(await pathOf('D8N0001'), first === 'spare' ? '/dev/usb/lp1' : '/dev/usb/lp0')
  }
})

void test('waiting for the printer keeps no core busy', async context => {
  const before = process.cpuUsage()
  await new Promise(resolve => setTimeout(resolve, 4000))
  const { user, system } = process.cpuUsage(before)
  context.diagnostic(`${Math.round((user + system) / 40_000)} % of a core`)
  assert(user + system < 2_000_000)
})
