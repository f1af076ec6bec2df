import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listUsbPrinters } from '../../electron/devices/printers/links/usb-devices.ts'
import { quietLog } from '../support/quiet-log.ts'
import { testUsbPrinter } from './printer-cases.ts'

const MAKE = { vendorId: 0x0a5f, productId: 0x0164 }
const { ready } = await testUsbPrinter({ kind: 'usb', ...MAKE, serialNumber: 'D8N0001', name: 'ZD421' })

void test('printers are listed by their class and their own names, also while one is in use', async () => {
  await ready()
  const name = 'Zebra Technologies ZTC ZD421-203dpi ZPL'
  const found = await listUsbPrinters(quietLog)
  assert.deepEqual(
    found.toSorted((a, b) => a.serialNumber.localeCompare(b.serialNumber)),
    ['D8N0001', 'D8N0002'].map(serialNumber => ({ ...MAKE, serialNumber, name }))
  )
})
